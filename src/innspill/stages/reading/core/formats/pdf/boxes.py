"""Tick boxes that a page draws instead of writing them: squares, circles, four strokes, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from innspill.stages.reading.core.formats.characters import EMPTY, glyph, state_of
from innspill.stages.reading.core.formats.pdf.box_pictures import pictured_boxes
from innspill.stages.reading.core.formats.pdf.frames import SmallShapes, is_box_size
from innspill.stages.reading.core.formats.pdf.geometry import Rect
from innspill.stages.reading.core.formats.pdf.page import Page
from innspill.stages.reading.core.formats.pdf.rows import Rows
from innspill.stages.reading.core.formats.pdf.words import Ticking, Word

_REACH = 40.0
MARKS = frozenset("xX×✓✔✗✘✕✖■●◆⬛*")
"""What stands for a tick where it is written into a box."""
_MOST_PICTURES = 500


def add_drawn_boxes(handle: Any, page: Page) -> None:
    """Put the tick boxes that are drawn on the page among its words."""
    small = SmallShapes(page.drawn.shapes)
    glyphs = [
        word for word in page.words if word.box is not None or state_of(word.text) is not None
    ]
    rows = Rows(page.words)
    for frame in small.frames():
        written = _written_in(rows, frame.rect)
        if written is None or not _has_label(page, rows, frame.rect):
            continue
        ticked = small.ticks(frame) or frame.filled or bool(written)
        page.words = [word for word in page.words if not any(word is mark for mark in written)]
        add_box(page, rows, frame.rect, Ticking(ticked, "drawn"))
    for word in glyphs:
        if small.crosses(word.rect):
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
    small = [p.rect for p in page.drawn.pictures if is_box_size(p.rect)][:_MOST_PICTURES]
    rows = Rows(page.words)
    near = [rect for rect in small if _has_label(page, rows, rect)]
    for rect, ticking in pictured_boxes(handle, page, near):
        add_box(page, rows, rect, ticking)


def tick(word: Word) -> None:
    """Make the box `word` ticked, for a mark was put on it."""
    known = word.box
    word.text = glyph(ticked=True)
    tag = known.tag if known is not None else None
    word.box = Ticking(True, "drawn", tag)


def add_box(page: Page, rows: Rows, rect: Rect, ticking: Ticking) -> None:
    """Put a box at `rect` among the words of the page, on the line of the words beside it."""
    word = Word(glyph(ticking.ticked), rect.left, rect.right, rect.bottom, rect.height, box=ticking)
    beside = rows.beside(rect)
    if beside is not None:
        word.base, word.size = beside.base, beside.size
    page.words.append(word)


def _has_label(page: Page, rows: Rows, rect: Rect) -> bool:
    """Whether a word stands close beside `rect`: a square alone is a drawing, not a question."""
    beside = rows.beside(rect)
    if beside is None:
        return False
    if beside.left - rect.right < _REACH and rect.left - beside.right < _REACH:
        return True
    return any(table.rect.has(rect.middle) for table in page.tables)


def _written_in(rows: Rows, rect: Rect) -> list[Word] | None:
    """The words in a box that stand for a tick; None where it is a glyph, or holds other words."""
    inside = rows.within(rect)
    return inside if all(word.text in MARKS and word.box is None for word in inside) else None


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
