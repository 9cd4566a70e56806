"""What is decided, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Scope = Literal["comment", "like", "theme"]
Outcome = Literal[
    "followed", "partly-followed", "not-followed", "noted", "outside", "open", "inherits"
]
DECIDING: tuple[Outcome, ...] = ("followed", "partly-followed", "not-followed", "noted", "outside")
"""The outcomes that decide; "open" takes one back, "inherits" gives a comment back to its group."""
WITHOUT_REASON: tuple[Outcome, ...] = ("open", "inherits")


@dataclass(frozen=True, slots=True)
class Target:
    """What a word is said of: a comment's fingerprint, one of a like group, or a theme's number."""

    scope: Scope
    key: str


@dataclass(frozen=True, slots=True)
class LastWord:
    """The last word on a target: its disposition's number and outcome, and no more."""

    id: int
    outcome: str
    target: Target


@dataclass(frozen=True, slots=True)
class ChangeSaid:
    """A change in a paper that is heard, as somebody writes it down."""

    place: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of deciding on several targets at once."""

    done: tuple[Target, ...]
    lost: tuple[Target, ...] = ()
    """Somebody else had decided on these meanwhile: both texts are kept, theirs stands."""


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """What is changed in a paper that is heard."""

    id: int
    place: str
    old: str
    new: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DispositionShown:
    """What was decided on a target, why, by whom and when."""

    outcome: str
    reason: str
    by: str
    at: datetime
    id: int = 0
    target: Target = field(default=Target("comment", ""))
    """Where it was said: a comment may inherit it from its like group or its theme."""
    responsible: str = ""
    note: str = ""
    changes: tuple[ChangeShown, ...] = ()
    standard_reason: int | None = None
    in_bulk: bool = False
    stands: bool = True
    """False where somebody else had decided meanwhile."""
    let_go: bool = False
    """Whether it does not stand, and a person chose the other's word before it."""
    by_id: int = 0
    writer: str = ""
    """Who wrote it, where somebody else let it stand before another's; "" where `by` did."""
    writer_id: int | None = None

    def is_of(self, user_id: int) -> bool:
        """Whether this person decided it or wrote it: they cannot approve it."""
        return user_id in (self.by_id, self.writer_id)

    @property
    def inherited(self) -> bool:
        """Whether it was said of a group or theme, and not of the comment itself."""
        return self.target.scope != "comment"


@dataclass(frozen=True, slots=True)
class DecidingLedger:
    """The sums of the deciding: nothing may be left when it is finished.

    responses = divided + undivided (published responses; divided: a person finished them, or they
    have no words); comments = decided + left, and decided = sum of outcomes = own + inherited.
    `in_bulk` of the own were left to "noted" together, with one reason. `waiting` of the decided
    wait for a second reader, where the hearing has one. `remainder` counts what was marked as no
    comment: greetings, quotes.
    """

    responses: int
    divided: int
    undivided: int
    comments: int
    decided: int
    left: int
    outcomes: tuple[tuple[str, int], ...]
    own: int
    inherited: int
    in_bulk: int
    waiting: int
    remainder: int

    @property
    def whole(self) -> bool:
        """Whether the hearing may be finished: no gap anywhere."""
        return not (self.undivided or self.left or self.waiting)

    @property
    def adds_up(self) -> bool:
        """Whether the sums hold."""
        return (
            self.responses == self.divided + self.undivided
            and self.comments == self.decided + self.left
            and self.decided == sum(count for _, count in self.outcomes)
            and self.decided == self.own + self.inherited
            and self.in_bulk <= self.own
            and self.waiting <= self.decided
        )


@dataclass(frozen=True, slots=True)
class MeasureShown:
    """A measure of the register as it stands."""

    id: int
    name: str
    responsible: str
    contact: str
    relevant_for: str
    description: str
    requirement: str
    required_by: str
    due: date | None
    status: str
    comments: tuple[str, ...]
    """Fingerprints of the comments that it came from."""
    by: str
    at: datetime
    version: int = 0
    """The number of the version that stands: a change is based on it."""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.status in ("planned", "under-way")

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed and it is not done."""
        return self.is_open and self.due is not None and self.due < today
