"""The disposition that stands for each comment, and what is left."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from innspill.shared.people.models import Owner
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentFilter, CommentRow
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.core.values import DispositionShown, Target
from innspill.stages.deciding.queries.words import Standing, dispositions, standing_of


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """A comment with the disposition that stands; None where it is left."""

    comment: CommentRow
    disposition: DispositionShown | None
    seen: int | None = None
    """The last word on the comment itself, for `decide`."""
    alike: int = 1
    """How many comments say the same, itself among them."""
    lost: bool = False
    """Whether somebody's word on it waits beside another's."""
    apart: bool = False
    """Whether it has a word of its own, though its like group or theme has one too."""

    @property
    def target(self) -> Target:
        """The comment itself, as what is decided on."""
        return Target("comment", self.comment.fingerprint)


def decided(
    slug: str, owners: Collection[Owner], wanted: CommentFilter | None = None
) -> list[DecidedRow]:
    """The comments of one hearing with what was decided on each."""
    hearing = consultations.shown_to(slug, owners)
    rows = analysis.comments(slug, owners, wanted)
    return with_dispositions(hearing.id, rows) if hearing else []


def left(
    slug: str, owners: Collection[Owner], wanted: CommentFilter | None = None
) -> list[DecidedRow]:
    """The comments that nobody has decided on."""
    return [row for row in decided(slug, owners, wanted) if row.disposition is None]


def all_decided(consultation_id: int) -> list[DecidedRow]:
    """Every comment of one hearing for the later stages, the marked remainder too."""
    return with_dispositions(consultation_id, analysis.all_comments(consultation_id))


def with_dispositions(
    consultation_id: int, comments: Sequence[CommentRow], standing: Standing | None = None
) -> list[DecidedRow]:
    """Dispositions follow the point, not the row: a later analysis keeps what was decided."""
    standing = standing or standing_of(consultation_id)
    words = [standing.of(row.fingerprint, row.stood_in) for row in comments]
    whole = dispositions(consultation_id, {word.id for word in words if word})
    return [
        _row(row, whole.get(word.id) if word else None, standing)
        for row, word in zip(comments, words, strict=True)
    ]


def _row(
    comment: CommentRow, disposition: DispositionShown | None, standing: Standing
) -> DecidedRow:
    own = Target("comment", comment.fingerprint)
    seen = standing.seen(own)
    return DecidedRow(
        comment,
        disposition,
        seen=seen,
        alike=len(standing.like.get(comment.fingerprint, ("",))),
        lost=bool(standing.waiting(own)),
        apart=is_apart(comment.fingerprint, comment.stood_in, standing),
    )


def is_apart(fingerprint: str, themes: Iterable[int], standing: Standing) -> bool:
    """Whether a comment goes its own way: a word of its own before its group's or theme's."""
    own = standing.on(Target("comment", fingerprint))
    if own is None or own.outcome == "inherits":
        return False
    above = [
        Target("like", fingerprint),
        *(Target("theme", str(theme)) for theme in themes),
        *(
            Target("theme", str(standing.above[theme]))
            for theme in themes
            if theme in standing.above
        ),
    ]
    words = [standing.on(target) for target in above]
    return any(word is not None and word.outcome != "open" for word in words)
