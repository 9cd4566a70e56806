"""The ledger of the deciding: what is decided, what is left, and what hinders the finish."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from innspill.shared.people.models import Owner
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentFilter, Light
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.core.inheriting import like_keys, standing_for
from innspill.stages.deciding.core.ledger import Gap, Point, gaps, ledger_of
from innspill.stages.deciding.core.values import DecidingLedger
from innspill.stages.deciding.models import DecidingRules
from innspill.stages.deciding.queries.standing import latest_of
from innspill.stages.publication import queries as publication
from innspill.stages.publication.core.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Completeness:
    """Both ledgers of a hearing as they are now, and what hinders that it is finished."""

    status: str
    sums: Ledger
    deciding: DecidingLedger
    gaps: tuple[Gap, ...]


def ledger(consultation_id: int) -> DecidingLedger:
    """The sums of the deciding as they are now, for the later stages."""
    found = analysis.lights(consultation_id)
    return ledger_of(
        [Point(one.fingerprint, one.themes, one.is_remark) for one in found],
        latest_of(consultation_id),
        responses=publication.current_renditions(consultation_id),
        divided=analysis.gone_through(consultation_id, found),
        like=_like(consultation_id, found),
        second_reader=has_second_reader(consultation_id),
    )


def completeness(consultation_id: int) -> Completeness:
    """Both ledgers of one hearing, with what hinders its finish."""
    status = consultations.by_id(consultation_id).status
    sums, deciding = publication.ledger(consultation_id), ledger(consultation_id)
    return Completeness(status, sums, deciding, gaps(deciding, sums, status))


def completeness_of(slug: str, owners: Collection[Owner]) -> Completeness | None:
    """The same for the desk; None where the hearing is not these owners'."""
    hearing = consultations.shown_to(slug, owners)
    return completeness(hearing.id) if hearing else None


def left_points(consultation_id: int, wanted: CommentFilter) -> list[Light]:
    """The comments under a filter that nobody has decided on, as lights."""
    everything = analysis.lights(consultation_id)
    like, said = _like(consultation_id, everything), latest_of(consultation_id)
    kept = analysis.kept(analysis.lights(consultation_id, wanted), wanted)
    return [
        one
        for one in kept
        if one.is_remark and standing_for(one.fingerprint, one.themes, like, said) is None
    ]


def has_second_reader(consultation_id: int) -> bool:
    """Whether what is decided waits for another person's approval."""
    rules = DecidingRules.objects.filter(consultation=consultation_id).order_by("-id")
    return bool(rules.values_list("second_reader", flat=True).first())


def _like(consultation_id: int, found: Collection[Light]) -> dict[str, tuple[str, ...]]:
    return like_keys(analysis.like_prints(consultation_id, {one.fingerprint for one in found}))
