"""The only way others read what was decided: the disposition that stands, and what is left."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from innspill.shared.people.models import Owner
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentFilter, CommentRow
from innspill.stages.deciding.models import Disposition

OUTCOMES = tuple(str(value) for value in Disposition.Outcome.values)


@dataclass(frozen=True, slots=True)
class DispositionShown:
    """What was decided on a comment, why, by whom and when."""

    outcome: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """A comment with the disposition that stands; None where it is left."""

    comment: CommentRow
    disposition: DispositionShown | None


def decided(
    slug: str, owners: Collection[Owner], wanted: CommentFilter | None = None
) -> list[DecidedRow]:
    """The comments of one hearing with what was decided on each."""
    return _with_dispositions(analysis.comments(slug, owners, wanted))


def left(
    slug: str, owners: Collection[Owner], wanted: CommentFilter | None = None
) -> list[DecidedRow]:
    """The comments that nobody has decided on."""
    return [row for row in decided(slug, owners, wanted) if row.disposition is None]


def all_decided(consultation_id: int) -> list[DecidedRow]:
    """Every comment of one hearing for the later stages, the marked remainder too."""
    return _with_dispositions(analysis.all_comments(consultation_id))


def _with_dispositions(comments: list[CommentRow]) -> list[DecidedRow]:
    """Dispositions follow the point, not the row: a later analysis keeps what was decided."""
    points = {comment.fingerprint for comment in comments}
    standing: dict[str, DispositionShown] = {}
    rows = Disposition.objects.select_related("by", "comment").order_by("id")
    for row in rows.filter(comment__fingerprint__in=points):
        shown = DispositionShown(row.outcome, row.reason, str(row.by), row.at)
        standing[row.comment.fingerprint] = shown  # the last word stands
    return [DecidedRow(comment, standing.get(comment.fingerprint)) for comment in comments]
