"""Tables with ruled lines: which cell a word stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from innspill.stages.reading.core.formats.pdf.drawn import Shape
from innspill.stages.reading.core.formats.pdf.geometry import Point, Rect
from innspill.stages.reading.core.values import Cell

_TOUCH = 3.0
"""Lines this close to each other, in points, meet."""
_SHORTEST = 8.0
_SMALLEST_BOX = 21.0
_MOST_RULES = 1_500
_INNER = 6.0
_OF_TEN = 10


@dataclass(slots=True)
class Table:
    """Ruled lines that meet, with a line between at least two columns."""

    rect: Rect
    across: list[Rect]
    upright: list[Rect]
    number: int = 0
    _xs: list[float] = field(default_factory=list)
    _ys: list[float] = field(default_factory=list)
    _found: dict[tuple[int, int], tuple[int, int, Rect]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._xs = _distinct([rule.left for rule in self.upright] + [self.rect.left])
        self._ys = _distinct([rule.bottom for rule in self.across] + [self.rect.top])

    @property
    def columns(self) -> list[float]:
        """Where its columns begin."""
        return self._xs

    def cell_at(self, point: Point) -> tuple[Cell, Rect] | None:
        """The cell at `point` and what it covers; None outside of the table."""
        if not self.rect.has(point):
            return None
        x, y = point
        place = bisect_right(self._xs, x), bisect_right(self._ys, y)
        if place not in self._found:
            self._found[place] = self._cell(x, y)
        row, column, rect = self._found[place]
        return Cell(self.number, row, column), rect

    def _cell(self, x: float, y: float) -> tuple[int, int, Rect]:
        beside = [rule for rule in self.upright if rule.bottom - _TOUCH <= y <= rule.top + _TOUCH]
        over = [rule for rule in self.across if rule.left - _TOUCH <= x <= rule.right + _TOUCH]
        rect = Rect(
            max([rule.left for rule in beside if rule.left <= x], default=self.rect.left),
            max([rule.bottom for rule in over if rule.bottom <= y], default=self.rect.bottom),
            min([rule.left for rule in beside if rule.left > x], default=self.rect.right),
            min([rule.bottom for rule in over if rule.bottom > y], default=self.rect.top),
        )
        row = sum(known > rect.top + _TOUCH for known in self._ys)
        column = sum(known < rect.left - _TOUCH for known in self._xs)
        return row, column, rect


def tables_in(shapes: Iterable[Shape]) -> list[Table]:
    """The tables that the lines and frames among `shapes` rule, from the top down."""
    rules = list(_rules(shapes))
    if not 4 <= len(rules) <= _MOST_RULES:
        return []
    found = [table for group in _meeting(rules) if (table := _table(group)) is not None]
    found.sort(key=lambda table: (-table.rect.top, table.rect.left))
    outer = [
        table
        for at, table in enumerate(found)
        if not any(other.rect.covers(table.rect, 0.99) for other in found[:at])
    ]
    for number, table in enumerate(outer):
        table.number = number
    return outer


def _rules(shapes: Iterable[Shape]) -> Iterator[Rect]:
    """The upright and level lines, those of frames too; as thin as can be."""
    for shape in shapes:
        rect = shape.rect
        if shape.form == "line" and max(rect.width, rect.height) >= _SHORTEST:
            x, y = rect.middle
            if rect.width > rect.height:
                yield Rect(rect.left, y, rect.right, y)
            else:
                yield Rect(x, rect.bottom, x, rect.top)
        elif shape.form == "box" and shape.stroked and _is_frame(rect):
            yield Rect(rect.left, rect.bottom, rect.right, rect.bottom)
            yield Rect(rect.left, rect.top, rect.right, rect.top)
            yield Rect(rect.left, rect.bottom, rect.left, rect.top)
            yield Rect(rect.right, rect.bottom, rect.right, rect.top)


def _is_frame(rect: Rect) -> bool:
    """Whether a box is large enough to hold text."""
    narrow, wide = sorted((rect.width, rect.height))
    return narrow >= _SHORTEST and wide >= _SMALLEST_BOX


def _meeting(rules: Sequence[Rect]) -> list[list[Rect]]:
    """The lines in groups of those that touch or cross."""
    group_of = list(range(len(rules)))

    def root(at: int) -> int:
        while group_of[at] != at:
            group_of[at] = group_of[group_of[at]]
            at = group_of[at]
        return at

    by_left = sorted(range(len(rules)), key=lambda at: rules[at].left)
    for place, at in enumerate(by_left):
        one = rules[at]
        for other_at in by_left[place + 1 :]:
            other = rules[other_at]
            if other.left > one.right + _TOUCH:
                break
            if other.bottom <= one.top + _TOUCH and one.bottom <= other.top + _TOUCH:
                group_of[root(other_at)] = root(at)
    groups: dict[int, list[Rect]] = {}
    for at, rule in enumerate(rules):
        groups.setdefault(root(at), []).append(rule)
    return list(groups.values())


def _table(rules: Sequence[Rect]) -> Table | None:
    """The table that `rules` make up; None where they part no columns."""
    rect = rules[0]
    for rule in rules[1:]:
        rect = rect.joined(rule)
    across = [rule for rule in rules if rule.height == 0]
    upright = [rule for rule in rules if rule.width == 0]
    inner = [r for r in upright if rect.left + _INNER < r.left < rect.right - _INNER]
    tall = rect.height >= _SHORTEST and rect.width >= _SMALLEST_BOX
    if not tall or not inner or len(across) < 2 or rect.width < _OF_TEN:
        return None
    return Table(rect, across, upright)


def _distinct(places: Iterable[float]) -> list[float]:
    """The places in rising order, those that are as good as one only once."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _TOUCH:
            kept.append(place)
    return kept
