"""Tick boxes that a page draws instead of writing them: squares, circles, four strokes, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from innspill.stages.reading.core.formats.characters import EMPTY, glyph, state_of
from innspill.stages.reading.core.formats.pdf.box_pictures import pictured_boxes
from innspill.stages.reading.core.formats.pdf.drawn import Shape
from innspill.stages.reading.core.formats.pdf.geometry import Rect
from innspill.stages.reading.core.formats.pdf.page import Page
from innspill.stages.reading.core.formats.pdf.words import Ticking, Word

# Measured on forms printed by LibreOffice, Word and browsers: a box is near-square and 5 to 20
# points wide, and ticked where further strokes lie in it.
_SMALLEST, _LARGEST = 5.0, 20.0
_MOST_SHAPES, _MOST_BOXES = 4_000, 500
_LEVEL = 1.3
_REACH = 40.0
MARKS = frozenset("xX×✓✔✗✘✕✖■●◆⬛*")
"""What stands for a tick where it is written into a box."""
_PALE = 600


@dataclass(slots=True)
class _Frame:
    """The frame of a box: where, and whether it is filled with a dark colour."""

    rect: Rect
    filled: bool = False
    own: set[int] = field(default_factory=set)
    """Which of the shapes it is made of."""


def add_drawn_boxes(handle: Any, page: Page) -> None:
    """Put the tick boxes that are drawn on the page among its words."""
    shapes = page.drawn.shapes[:_MOST_SHAPES]
    small = [(at, s) for at, s in enumerate(shapes) if _is_small(s.rect, 2.2 * _LARGEST)]
    glyphs = [
        word for word in page.words if word.box is not None or state_of(word.text) is not None
    ]
    for frame in _frames(small):
        if any(frame.rect.has(word.rect.middle, 2.0) for word in glyphs):
            continue
        if not has_label(page, frame.rect):
            continue
        written = _written_in(page, frame.rect)
        if written is None:
            continue
        marked = any(_marks(shape, frame.rect) for at, shape in small if at not in frame.own)
        ticked = marked or frame.filled or bool(written)
        page.words = [word for word in page.words if not any(word is mark for mark in written)]
        add_box(page, frame.rect, Ticking(ticked, "drawn"))
    for word in glyphs:
        if any(_marks(shape, word.rect) for _, shape in small if shape.form == "other"):
            tick(word)
    _take_typed_over(page, glyphs)
    _add_pictured(handle, page)


def _take_typed_over(page: Page, glyphs: Sequence[Word]) -> None:
    """A cross that was typed over a printed box is a tick in it."""
    typed = [word for word in page.words if word.text in MARKS and word.box is None]
    for mark in typed:
        over = [box for box in glyphs if box is not mark and box.rect.has(mark.rect.middle)]
        if over:
            tick(over[0])
            page.words = [word for word in page.words if word is not mark]


def _add_pictured(handle: Any, page: Page) -> None:
    small = [p.rect for p in page.drawn.pictures if _is_square(p.rect)][:_MOST_BOXES]
    near = [rect for rect in small if has_label(page, rect)]
    for rect, ticking in pictured_boxes(handle, page, near):
        add_box(page, rect, ticking)


def tick(word: Word) -> None:
    """Make the box `word` ticked, for a mark was put on it."""
    known = word.box
    word.text = glyph(ticked=True)
    tag = known.tag if known is not None else None
    word.box = Ticking(True, "drawn", tag)


def add_box(page: Page, rect: Rect, ticking: Ticking) -> None:
    """Put a box at `rect` among the words of the page, on the line of the words beside it."""
    word = Word(glyph(ticking.ticked), rect.left, rect.right, rect.bottom, rect.height, box=ticking)
    beside = word_beside(page, rect)
    if beside is not None:
        word.base, word.size = beside.base, beside.size
    page.words.append(word)


def word_beside(page: Page, rect: Rect) -> Word | None:
    """The nearest word on the line through the middle of `rect`, rather on its right."""
    middle = rect.middle[1]
    near = [
        (_distance(word, rect), abs(word.base + 0.35 * word.size - middle), at)
        for at, word in enumerate(page.words)
        if word.base - 0.5 * word.size <= middle <= word.base + 1.2 * word.size
    ]
    return page.words[min(near)[2]] if near else None


def _distance(word: Word, rect: Rect) -> float:
    """How far off a word is; those before the box count as twice as far."""
    after = word.left - rect.right
    return abs(after) if after > -rect.width / 2 else 2 * abs(rect.left - word.right)


def has_label(page: Page, rect: Rect) -> bool:
    """Whether a word stands close beside `rect`: a square alone is a drawing, not a question."""
    beside = word_beside(page, rect)
    if beside is None:
        return False
    if beside.left - rect.right < _REACH and rect.left - beside.right < _REACH:
        return True
    point = rect.middle
    return any(table.rect.has(point) for table in page.tables)


def _written_in(page: Page, rect: Rect) -> list[Word] | None:
    """The words in a box that stand for a tick; None where something else is written in it."""
    inside = [
        word for word in page.words if rect.has((word.middle, word.base + 0.3 * word.size), 0.5)
    ]
    return inside if all(word.text in MARKS for word in inside) else None


def _is_small(rect: Rect, most: float) -> bool:
    return rect.width <= most and rect.height <= most


def _is_square(rect: Rect) -> bool:
    ratio = rect.width / rect.height if rect.height else 0.0
    return 0.8 <= ratio <= 1.25 and _SMALLEST <= rect.width <= _LARGEST


def _frames(small: Sequence[tuple[int, Shape]]) -> list[_Frame]:
    """The boxes among small shapes, each but once, none within another."""
    frames: list[_Frame] = []
    candidates = [*_closed(small), *_of_strokes(small)]
    candidates.sort(key=lambda frame: -frame.rect.size)
    for frame in candidates[: 4 * _MOST_BOXES]:
        same = next((known for known in frames if known.rect.same_as(frame.rect)), None)
        if same is not None:
            same.own |= frame.own
            same.filled = same.filled or frame.filled
        elif not any(known.rect.holds(frame.rect) for known in frames):
            frames.append(frame)
    return frames[:_MOST_BOXES]


def _closed(small: Sequence[tuple[int, Shape]]) -> Iterator[_Frame]:
    """Squares and circles drawn in one go; a ring is two of one path, the inner no fill."""
    closed = [(at, s) for at, s in small if s.form in {"box", "round"} and _is_square(s.rect)]
    holes: set[int] = set()
    for at, shape in sorted(closed, key=lambda each: -each[1].rect.size):
        if at in holes:
            continue
        inner = {
            other_at
            for other_at, other in closed
            if other_at != at and other.order == shape.order and shape.rect.holds(other.rect)
        }
        holes |= inner
        if shape.fill is not None and not shape.stroked and not shape.is_dark:
            continue
        yield _Frame(shape.rect, shape.is_dark and not inner, {at, *inner})


def _of_strokes(small: Sequence[tuple[int, Shape]]) -> Iterator[_Frame]:
    """Squares drawn as four strokes."""
    level: list[tuple[int, Rect]] = []
    upright: list[tuple[int, Rect]] = []
    for at, shape in small:
        if shape.form == "line" and max(shape.rect.width, shape.rect.height) >= _SMALLEST:
            (level if shape.rect.width > shape.rect.height else upright).append((at, shape.rect))
    for at, low in level:
        for other, high in level:
            frame = Rect(low.left, low.bottom, low.right, high.top)
            if frame.height <= 0 or not _is_square(frame) or abs(low.left - high.left) > _LEVEL:
                continue
            sides = [
                side
                for side, rect in upright
                if abs(rect.middle[1] - frame.middle[1]) < 2 * _LEVEL
                and abs(rect.height - frame.height) < 3 * _LEVEL
                and min(abs(rect.middle[0] - edge) for edge in (frame.left, frame.right))
                < 2 * _LEVEL
            ]
            if len(sides) >= 2:
                yield _Frame(frame, own={at, other, *sides})


def _marks(shape: Shape, box: Rect) -> bool:
    """Whether `shape` is a tick in `box`: a cross, a check, a dot, a fill."""
    rect = shape.rect
    longest = max(rect.width, rect.height)
    if not 0.3 * box.width <= longest <= 2.2 * box.width or not box.has(rect.middle):
        return False
    if shape.fill is not None and sum(shape.fill) >= _PALE and not shape.stroked:
        return False
    if shape.form == "line":
        x, y = rect.middle
        inset = 0.2 * box.width
        inner = Rect(box.left + inset, box.bottom + inset, box.right - inset, box.top - inset)
        return longest <= 1.3 * box.width and inner.has((x, y))
    if shape.form in {"box", "round"}:
        return shape.is_dark and longest >= 0.25 * box.width and box.holds(rect)
    return True


def ticks_on(page: Page, rects: Iterable[Rect]) -> list[Rect]:
    """Tick the boxes that the marks at `rects` were put on; gives the marks that are on none."""
    left: list[Rect] = []
    boxes = [word for word in page.words if word.box is not None or word.text == EMPTY]
    for rect in rects:
        near = [word for word in boxes if _is_on(rect, word.rect)]
        if near:
            tick(min(near, key=lambda word: _apart(rect, word.rect)))
        else:
            left.append(rect)
    return left


def _is_on(mark: Rect, box: Rect) -> bool:
    """Whether a mark lies on a box rather than beside it or around more than the box."""
    size = max(box.width, box.height)
    fits = mark.width <= 3.0 * size and mark.height <= 3.0 * size
    return fits and (box.has(mark.middle, 0.3 * size) or mark.covers(box, 0.6))


def _apart(one: Rect, other: Rect) -> float:
    (a, b), (x, y) = one.middle, other.middle
    return (a - x) ** 2 + (b - y) ** 2
