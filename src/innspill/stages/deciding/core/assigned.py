"""Comments given to colleagues: what is left of each assignment, and whose turn it is, by the day."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from innspill.stages.consultations.core.deadline import zone
from innspill.stages.deciding.core.values import LastWord

BEFORE = timedelta(days=3)
"""So long before the due day a reminder goes out."""
Occasion = Literal["soon", "over"]


@dataclass(frozen=True, slots=True)
class CommentState:
    """One comment with where it stands: what was decided, and whether that waits."""

    id: int
    fingerprint: str
    number: int
    question: str
    themes: tuple[int, ...]
    word: LastWord | None
    """What stands; None where it is left."""
    waits: bool
    """Decided, and not approved by a second reader where the hearing has one."""
    sent_back: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """comments = decided + left; `waiting` of the decided wait for a second reader."""

    comments: int = 0
    decided: int = 0
    waiting: int = 0

    @property
    def left(self) -> int:
        """How many nobody has decided on."""
        return self.comments - self.decided

    @property
    def done(self) -> bool:
        """Whether nothing is left and nothing waits."""
        return not (self.left or self.waiting)


@dataclass(frozen=True, slots=True)
class AssignmentShown:
    """Comments given to a colleague or to another unit, with what is left of them.

    `wanted` are the fields of the filter that picks them, as they were written down.
    """

    id: int
    wanted: dict[str, str | int | bool]
    to_id: int | None
    to: str
    """The colleague's name, or the unit's."""
    mail: str
    """Where reminders go: to the colleague, or of another unit to who gave it away; "" for nowhere."""
    due: date | None
    note: str
    by: str
    at: datetime
    ended_at: datetime | None
    reminded_on: date | None
    told_over_on: date | None
    tally: Tally = Tally()

    def is_overdue(self, today: date) -> bool:
        """Whether the due day is over while some are left."""
        return self.ended_at is None and self.due is not None and self.due < today and self.tally.left > 0  # fmt: skip


def day_of(now: datetime, timezone: str) -> date:
    """The day that it is where a hearing is held."""
    return now.astimezone(zone(timezone)).date()


def tally(states: Iterable[CommentState], only: Collection[int] | None = None) -> Tally:
    """How many there are, decided and waiting; of those numbers in `only` where it is given."""
    comments = decided = waiting = 0
    for one in states:
        if only is not None and one.id not in only:
            continue
        comments += 1
        decided += one.word is not None
        waiting += one.waits
    return Tally(comments, decided, waiting)


def occasion(
    due: date | None, today: date, *, reminded: bool, told_over: bool
) -> Occasion | None:  # fmt: skip
    """What a colleague is to be told today of an assignment with this due day: each once.

    Whoever is told that it is over is not told afterwards that it soon will be.
    """
    if due is None or told_over:
        return None
    if due < today:
        return "over"
    return "soon" if today >= due - BEFORE and not reminded else None


def waiting_behind(states: Iterable[CommentState]) -> dict[int, tuple[int, ...]]:
    """The dispositions that wait for a second reader, oldest first, each with its comments.

    One that stands for no comment any more waits for nobody.
    """
    behind: dict[int, list[int]] = {}
    for one in states:
        if one.waits and one.word is not None:
            behind.setdefault(one.word.id, []).append(one.id)
    return {key: tuple(behind[key]) for key in sorted(behind)}
