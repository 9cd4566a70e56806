"""The ledger of the deciding: what is decided, what is left, and what hinders the finish."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import sha256

from innspill.shared.people.models import Owner
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentFilter, Light
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.core.ledger import Counted, Gap, Told, gaps, ledger_of, ways_of
from innspill.stages.deciding.core.values import DecidingLedger
from innspill.stages.deciding.models import Disposition
from innspill.stages.deciding.queries.second_reading import last_readings, rules_of
from innspill.stages.deciding.queries.words import standing_of
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
    found, standing = analysis.lights(consultation_id), standing_of(consultation_id)
    return ledger_of(
        (Counted(one.is_remark, standing.of(one.fingerprint, one.stood_in)) for one in found),
        _told(consultation_id),
        responses=publication.current_renditions(consultation_id),
        divided=analysis.gone_through(consultation_id, found),
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
    standing = standing_of(consultation_id)
    found = analysis.kept(analysis.lights(consultation_id, wanted), wanted)
    return [
        one for one in found if one.is_remark and standing.of(one.fingerprint, one.stood_in) is None
    ]


def mark_of(points: Iterable[Light]) -> str:
    """Which comments these are, in a few letters: for who says that they have seen them."""
    prints = sorted(one.fingerprint for one in points)
    return sha256("\n".join(prints).encode()).hexdigest()[:32]


def counted_as(consultation_id: int, how: str) -> list[int]:
    """The numbers of the comments that one number of the ledger counts.

    `how` is an outcome, or as `core.ledger.ways_of` says it; of anything else there is none.
    """
    standing, told = standing_of(consultation_id), _told(consultation_id)
    return [
        one.id
        for one in analysis.lights(consultation_id)
        if one.is_remark and how in ways_of(standing.of(one.fingerprint, one.stood_in), told)
    ]


def _told(consultation_id: int) -> Told:
    rows = Disposition.objects.filter(consultation=consultation_id)
    together = rows.filter(in_bulk=True, outcome=Disposition.Outcome.NOTED)
    approved: set[int] | None = None
    if rules_of(consultation_id).second_reader:
        approved = {pk for pk, said in last_readings(consultation_id).items() if said}
    return Told(frozenset(together.values_list("pk", flat=True)), approved)
