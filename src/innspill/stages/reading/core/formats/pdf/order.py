"""The reading order of a page: tables cell by cell, columns one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from innspill.stages.reading.core.formats.pdf.geometry import Rect
from innspill.stages.reading.core.formats.pdf.tables import Table
from innspill.stages.reading.core.formats.pdf.visual_lines import VisualLine, as_one, lines_of
from innspill.stages.reading.core.formats.pdf.words import Word
from innspill.stages.reading.core.values import Cell

_FEWEST = 3
"""A column of running text has at least this many lines …"""
_LETTERS = 18
"""… of this many letters on the average …"""
_FILLED = 0.55
"""… of which the one in the middle fills this share of the column."""
_GUTTER = 7.0
"""The white between two columns is at least so many points wide."""
_SAME_EDGE = 4.0
_APART = 1.45
"""Lines this many times as far apart as usual do not belong to one paragraph."""
_TRIES = 4
_NARROW, _SHORT = 110.0, 80
"""A cell no wider than this, in points, with no more letters holds a label, be it in many lines."""


@dataclass(slots=True)
class _Item:
    """One line, or one table with all its lines, as it stands in the flow of the page."""

    rect: Rect
    lines: list[VisualLine]
    is_table: bool = False
    pieces: list[list[Word]] = field(default_factory=list)
    """The line's words, parted where a gap is wide enough for one between columns."""


def arranged(words: Sequence[Word], tables: Sequence[Table]) -> list[VisualLine]:
    """All lines of `words` in the order in which a person reads them."""
    free: list[Word] = []
    in_tables: dict[int, dict[Cell, list[Word]]] = {}
    widths: dict[Cell, float] = {}
    for word in words:
        found = _cell_of(word, tables)
        if found is None:
            free.append(word)
        else:
            cell, rect = found
            widths[cell] = rect.width
            in_tables.setdefault(cell.table, {}).setdefault(cell, []).append(word)
    items = [_line_item(line) for line in lines_of(free)]
    for table in tables:
        cells = in_tables.get(table.number)
        if cells:
            lines = list(_table_lines(cells, widths))
            items.append(_Item(table.rect, lines, is_table=True))
    items.sort(key=lambda item: (-item.rect.top, item.rect.left))
    return [line for item in _flow(items, 0) for line in item.lines]


def _cell_of(word: Word, tables: Sequence[Table]) -> tuple[Cell, Rect] | None:
    point = word.middle, word.base + 0.3 * word.size
    for table in tables:
        found = table.cell_at(point)
        if found is not None:
            return found
    return None


def _table_lines(cells: dict[Cell, list[Word]], widths: dict[Cell, float]) -> Iterable[VisualLine]:
    for cell in sorted(cells, key=lambda each: (each.row, each.column)):
        lines = lines_of(cells[cell], cell)
        letters = sum(len(word.text) for word in cells[cell])
        if len(lines) > 1 and widths[cell] <= _NARROW and letters <= _SHORT:
            lines = [as_one(lines)]
        yield from lines


def _line_item(line: VisualLine) -> _Item:
    pieces: list[list[Word]] = []
    for word in line.words:
        if pieces and word.left - pieces[-1][-1].right < max(_GUTTER, 0.7 * line.size):
            pieces[-1].append(word)
        else:
            pieces.append([word])
    return _Item(line.rect, [line], pieces=pieces)


def _flow(items: list[_Item], depth: int) -> list[_Item]:
    """`items`, which come from the top down, in reading order."""
    if depth > 4 or len(items) < _FEWEST:
        return items
    for edge in _edges(items):
        for start, end in _runs(items, edge):
            band = _Band.of(items[start:end], edge)
            if band is None:
                continue
            inner = band.in_order(depth)
            return [*_flow(items[:start], depth + 1), *inner, *_flow(items[end:], depth + 1)]
    return items


def _edges(items: Sequence[_Item]) -> list[float]:
    """Where columns other than the first may begin: the commonest left edges inside the page."""
    counts: Counter[int] = Counter()
    for item in items:
        for piece in item.pieces:
            counts[round(piece[0].left / 2)] += 1
    first = min((item.rect.left for item in items), default=0.0)
    last = max((item.rect.right for item in items), default=0.0)
    inner = [
        (place * 2.0, count)
        for place, count in counts.most_common(_TRIES * 4)
        if count >= _FEWEST - 1 and first + 0.2 * (last - first) < place * 2.0
    ]
    return [place for place, _ in inner[:_TRIES]]


def _runs(items: Sequence[_Item], edge: float) -> list[tuple[int, int]]:
    """The stretches of items none of which runs over the white before `edge`, the longest first."""
    runs: list[tuple[int, int]] = []
    start = 0
    for at, item in enumerate([*items, None]):
        if item is None or _runs_over(item, edge):
            if at - start >= 2:
                runs.append((start, at))
            start = at + 1
    return sorted(runs, key=lambda run: run[0] - run[1])


def _runs_over(item: _Item, edge: float) -> bool:
    place = edge - _SAME_EDGE
    if item.is_table:
        return item.rect.left < place < item.rect.right
    return any(piece[0].left < place < piece[-1].right for piece in item.pieces)


@dataclass(slots=True)
class _Band:
    """A stretch of the page that is set in two columns."""

    left: list[_Item]
    right: list[_Item]

    @classmethod
    def of(cls, items: Sequence[_Item], edge: float) -> _Band | None:
        """The items parted at `edge`, where both sides are running text; None where not."""
        left: list[_Item] = []
        right: list[_Item] = []
        for item in items:
            if item.is_table:
                (left if item.rect.right <= edge else right).append(item)
                continue
            line = item.lines[0]
            for side, words in (
                (left, [word for word in line.words if word.left < edge - _SAME_EDGE]),
                (right, [word for word in line.words if word.left >= edge - _SAME_EDGE]),
            ):
                if words:
                    side.append(_line_item(VisualLine(words)))
        band = cls(left, right)
        rest = band._below()
        if rest or not (_is_prose(left) and _is_prose(right)):
            return None
        apart = min(i.rect.left for i in right) - max(i.rect.right for i in left)
        return band if apart >= _GUTTER else None

    def _below(self) -> bool:
        """Whether one side ends long before the other begins: then there is no side by side."""
        lowest_left = min((item.rect.bottom for item in self.left), default=0.0)
        lowest_right = min((item.rect.bottom for item in self.right), default=0.0)
        top_left = max((item.rect.top for item in self.left), default=0.0)
        top_right = max((item.rect.top for item in self.right), default=0.0)
        return lowest_left >= top_right or lowest_right >= top_left

    def in_order(self, depth: int) -> list[_Item]:
        """Left column first; where the sides are rows that begin together, row by row."""
        starts = self._rows()
        if len(starts) < 2:
            tail = self._tail()
            left, right = _flow(self.left, depth + 1), _flow(self.right, depth + 1)
            return [*left, *right, *tail]
        ordered: list[_Item] = []
        bounds = [float("inf"), *starts, float("-inf")]
        for above, below in pairwise(bounds):
            for side in (self.left, self.right):
                ordered += [item for item in side if below < item.rect.top <= above]
        return ordered

    def _tail(self) -> list[_Item]:
        """What stands on the left below both columns, parted from them by white; taken out."""
        floor = min(item.rect.bottom for item in self.right)
        for at in range(len(self.left) - 1, 0, -1):
            above, item = self.left[at - 1], self.left[at]
            if item.rect.top >= floor:
                break
            leading = _leading(self.left)
            if above.rect.bottom - item.rect.bottom > _APART * leading and above.rect.top > floor:
                tail, self.left = self.left[at:], self.left[:at]
                return tail
        return []

    def _rows(self) -> list[float]:
        """Where rows begin on both sides at once, as high as their lowest point above."""
        left, right = _breaks(self.left), _breaks(self.right)
        both = [place for place in left if any(abs(place - other) < 4.0 for other in right)]
        enough = len(both) >= 2 and len(both) >= 0.7 * max(len(left), len(right))
        return [place + 1.0 for place in both] if enough else []


def _leading(side: Sequence[_Item]) -> float:
    steps = [one.rect.bottom - other.rect.bottom for one, other in pairwise(side)]
    return median(steps) if steps else 0.0


def _breaks(side: Sequence[_Item]) -> list[float]:
    """The tops of the lines that stand further from the line above than is usual."""
    steps = sorted(one.rect.bottom - other.rect.bottom for one, other in pairwise(side))
    usual = steps[len(steps) // 4] if steps else 0.0
    return [
        other.rect.top
        for one, other in pairwise(side)
        if one.rect.bottom - other.rect.bottom > _APART * usual
    ]


def _is_prose(side: Sequence[_Item]) -> bool:
    """Whether a side is lines of running text, not labels or numbers beside each other."""
    lines = [item.lines[0] for item in side if not item.is_table]
    if len(lines) < _FEWEST:
        return False
    letters = sum(sum(len(word.text) for word in line.words) for line in lines)
    widths = sorted(line.right - line.left for line in lines)
    fills = widths[len(widths) // 2] >= _FILLED * widths[-1]
    return letters >= _LETTERS * len(lines) and fills
