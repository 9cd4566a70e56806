"""The disposition that stands for each comment, and what is left."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from innspill.shared.people.models import Owner
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentFilter, CommentRow
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.core.inheriting import like_keys, standing_for
from innspill.stages.deciding.core.values import DECIDING, ChangeShown, DispositionShown, Target
from innspill.stages.deciding.models import Disposition, TextChange

OUTCOMES = tuple(str(value) for value in DECIDING)


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """A comment with the disposition that stands; None where it is left."""

    comment: CommentRow
    disposition: DispositionShown | None


def decided(
    slug: str, owners: Collection[Owner], wanted: CommentFilter | None = None
) -> list[DecidedRow]:
    """The comments of one hearing with what was decided on each."""
    hearing = consultations.shown_to(slug, owners)
    rows = analysis.comments(slug, owners, wanted)
    return _with_dispositions(hearing.id, rows) if hearing else []


def left(
    slug: str, owners: Collection[Owner], wanted: CommentFilter | None = None
) -> list[DecidedRow]:
    """The comments that nobody has decided on."""
    return [row for row in decided(slug, owners, wanted) if row.disposition is None]


def all_decided(consultation_id: int) -> list[DecidedRow]:
    """Every comment of one hearing for the later stages, the marked remainder too."""
    return _with_dispositions(consultation_id, analysis.all_comments(consultation_id))


def _with_dispositions(consultation_id: int, comments: list[CommentRow]) -> list[DecidedRow]:
    """Dispositions follow the point, not the row: a later analysis keeps what was decided."""
    said = latest_of(consultation_id)
    if not said:
        return [DecidedRow(comment, None) for comment in comments]
    like = like_keys(
        tuple(member.comment.fingerprint for member in group.members)
        for group in analysis.all_passages(consultation_id)
    )
    return [
        DecidedRow(comment, standing_for(comment.fingerprint, comment.themes, like, said))
        for comment in comments
    ]


def latest_of(consultation_id: int) -> Mapping[Target, DispositionShown]:
    """The last word on every target of one hearing, those too that take one back."""
    rows = Disposition.objects.filter(consultation=consultation_id, stands=True)
    rows = rows.select_related("by").prefetch_related("changes__by", "second_readings")
    return {
        Target(row.scope, row.target): shown(row)  # type: ignore[arg-type]
        for row in rows.order_by("id")  # the last word stands
    }


def shown(row: Disposition) -> DispositionShown:
    """A disposition as it is read."""
    readings = list(row.second_readings.all())
    return DispositionShown(
        outcome=row.outcome,
        reason=row.reason,
        by=str(row.by),
        at=row.at,
        id=row.pk,
        target=Target(row.scope, row.target),  # type: ignore[arg-type]
        responsible=row.responsible,
        note=row.note,
        changes=tuple(_change(change) for change in row.changes.all()),
        standard_reason=row.standard_reason_id,
        in_bulk=row.in_bulk,
        approved=readings[-1].approved if readings else None,
    )


def _change(row: TextChange) -> ChangeShown:
    return ChangeShown(row.pk, row.place, row.old, row.new, str(row.by), row.at)
