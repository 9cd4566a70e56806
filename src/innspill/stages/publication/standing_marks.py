"""Which marks stand on a response, and whether it may go out with them: for this stage's doors.

Portal and api may not import it.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings

from innspill.stages.consultations.core.filled import Wish
from innspill.stages.publication.core.marks import Mark as Said
from innspill.stages.publication.core.wishes import lets_out, wish_reason
from innspill.stages.publication.models import Clearance, Mark, Screening


def standing(screening: Screening) -> list[Mark]:
    """The marks of this state that nobody has taken back, the oldest first."""
    rows = list(screening.marks.all())
    undone = {row.undoes_id for row in rows if row.word == Mark.Word.UNDO}
    return [row for row in rows if row.word != Mark.Word.UNDO and row.pk not in undone]


def said_of(screening: Screening) -> tuple[Said, ...]:
    """The standing marks as the core takes them."""
    return tuple(as_said(row) for row in standing(screening))


def as_said(row: Mark) -> Said:
    """One mark as the core takes it; who said it stays in the row."""
    return Said(
        row.pk, row.place, row.start, row.end,
        word=row.word,  # type: ignore[arg-type]
        kind=row.kind,  # type: ignore[arg-type]
        ground=row.ground, reason=row.reason,
    )  # fmt: skip


def standing_firsts(response_id: int) -> list[Mark]:
    """The marks ever made on a response that nobody has taken back, each as it was made first."""
    rows = list(Mark.objects.filter(screening__response=response_id).order_by("pk"))
    undone = {row.undoes_id for row in rows if row.word == Mark.Word.UNDO}
    undone |= _firsts_of(row for row in rows if row.pk in undone)
    return [
        row
        for row in rows
        if row.first_id is None and row.word != Mark.Word.UNDO and row.pk not in undone
    ]


def shows_more(screening: Screening, seen: int) -> bool:
    """Whether something was said after mark number `seen` that may show more than before.

    That is: a word to show, or one that takes back what was withheld at that time already.
    """
    rows = {row.pk: row for row in screening.marks.all()}
    stand = {row.pk for row in standing(screening)}
    return any(
        row.pk > seen and (_is_shown(row, stand) or _lets_go(rows.get(row.undoes_id or 0), seen))
        for row in rows.values()
    )


def approving(screening: Screening, wish: Wish) -> list[Clearance]:
    """The last words that let the response out as it is marked now, one of each lead.

    `wish` is the sender's that stands.
    """
    words: dict[int, Clearance] = {}
    for word in screening.clearances.all():
        if word.word == Clearance.Word.WITHHOLD:
            words.clear()
        elif lets_out(wish, said=word.wish) and not shows_more(screening, word.seen):  # type: ignore[arg-type]
            words[word.by_id] = word
    return list(words.values())


def is_cleared(screening: Screening, wish: Wish) -> bool:
    """Whether under the `wish` that stands nothing stands in the way: no reason to wait, or as many leads as it takes said so."""
    was_held = any(word.word == Clearance.Word.WITHHOLD for word in screening.clearances.all())
    reasons = reasons_of(screening, wish)
    if not reasons and not was_held and not shows_more(screening, 0):
        return True
    return len(approving(screening, wish)) >= leads_needed()


def reasons_of(screening: Screening, wish: Wish) -> tuple[str, ...]:
    """Why a response waits for a person: what screening found, and what the sender wishes."""
    wished = wish_reason(wish, form=screening.wish)  # type: ignore[arg-type]
    return (*screening.reasons, *([wished] if wished else []))


def leads_needed() -> int:
    """How many leads must let a response out that waits for a person."""
    return 2 if settings.TWO_APPROVE else 1


def seen_of(screening: Screening) -> int:
    """The number of the last mark; 0 where there is none."""
    return max((row.pk for row in screening.marks.all()), default=0)


def state_of(screening: Screening, wish: Wish) -> str:
    """How a response stands, in a word that changes with everything that is said about it.

    A form carries it, so that nobody approves another state than the one they looked at.
    """
    last = max((word.pk for word in screening.clearances.all()), default=0)
    return f"{screening.pk}-{seen_of(screening)}-{last}-{wish}"


def _is_shown(row: Mark, stand: set[int]) -> bool:
    return row.word == Mark.Word.SHOW and row.pk in stand


def _lets_go(undone: Mark | None, seen: int) -> bool:
    if undone is None or undone.word != Mark.Word.WITHHOLD:
        return False
    return undone.first_id is not None or undone.pk <= seen


def _firsts_of(rows: Iterable[Mark]) -> set[int | None]:
    return {row.first_id for row in rows if row.first_id is not None}
