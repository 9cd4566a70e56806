"""The board: comments gathered by theme, question, place, proposal or sender, and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from innspill.stages.deciding.core.values import LastWord


@dataclass(frozen=True, slots=True)
class Point:
    """One comment as the board counts it: by what it is gathered, and what stands for it."""

    id: int
    fingerprint: str
    number: int
    question: str
    themes: tuple[int, ...]
    """Those above them too: what is said of a theme holds for what stands under it."""
    places: tuple[str, ...]
    proposals: int
    group: tuple[str, ...]
    """The fingerprints of all that say the same, itself among them."""
    word: LastWord | None
    lost: bool
    """Whether somebody's word on it waits beside another's."""
    stance: str = ""

    @property
    def inherited(self) -> bool:
        """Whether what stands was said of its like group or theme."""
        return self.word is not None and self.word.target.scope != "comment"


@dataclass(slots=True)
class Row:
    """The comments gathered under one key. comments = left + sum of outcomes."""

    key: str
    comments: int = 0
    left: int = 0
    inherited: int = 0
    lost: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    first: int = 0
    """The number of the first comment."""
    senders: set[int] = field(default_factory=set)

    @property
    def decided(self) -> int:
        """How many are decided."""
        return self.comments - self.left


NONE = "-"
"""The key of comments in no theme, of no place, under no question."""
GATHERED: dict[str, Callable[[Point], Iterable[str]]] = {
    "theme": lambda one: [str(theme) for theme in one.themes] or [NONE],
    "question": lambda one: [one.question or NONE],
    "place": lambda one: one.places or [NONE],
    "like": lambda one: [min(one.group)] if len(one.group) > 1 else [],
    "proposal": lambda one: [min(one.group)] if one.proposals else [],
    "respondent": lambda one: [str(one.number)],
}
"""Ways to gather: the keys that a comment stands under. A comment of two themes stands under both."""


def gathered(points: Iterable[Point], by: str) -> list[Row]:
    """The rows of the board in the order of their first comments; the one of none last."""
    rows: dict[str, Row] = {}
    for point in points:
        for key in GATHERED[by](point):
            _count(rows.setdefault(key, Row(key)), point)
    return sorted(rows.values(), key=lambda row: row.key == NONE)


def whole(points: Sequence[Point]) -> Row:
    """All of them as one row, each once."""
    row = Row("")
    for point in points:
        _count(row, point)
    return row


def _count(row: Row, point: Point) -> None:
    row.first = row.first or point.id
    row.comments += 1
    row.senders.add(point.number)
    row.inherited += point.inherited
    row.lost += point.lost
    if point.word is None:
        row.left += 1
    else:
        row.outcomes[point.word.outcome] += 1
