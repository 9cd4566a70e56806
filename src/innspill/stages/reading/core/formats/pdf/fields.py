"""What a PDF draws or asks for instead of writing it: square boxes, form fields and their ticks."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from innspill.stages.reading.core.formats.characters import glyph, state_of
from innspill.stages.reading.core.formats.pdf.page import Char, Page, VisualLine

# Measured on forms printed by LibreOffice: a box is a near-square path of 5 to 20 points with four
# or more segments, and ticked where further strokes lie in it.
_SMALLEST, _LARGEST = 5.0, 20.0
_FEWEST_SEGMENTS = 4
_MOST_PATHS, _MOST_SQUARES, _MOST_FIELDS = 5_000, 500, 2_000
_TEXT_FIELDS = frozenset(
    (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
)
_LONGEST_VALUE = 2**22
_NOTES = frozenset(
    (pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_UNDERLINE,
     pdfium.FPDF_ANNOT_STRIKEOUT, pdfium.FPDF_ANNOT_SQUIGGLY)
)  # fmt: skip
_TICK_FIELDS = frozenset((pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON))


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in points from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    def holds(self, other: Rect) -> bool:
        """Whether the middle of `other` lies inside and it is no larger."""
        x, y = (other.left + other.right) / 2, (other.bottom + other.top) / 2
        inside = self.left <= x <= self.right and self.bottom <= y <= self.top
        return inside and other.width <= self.width * 1.1 and other.height <= self.height * 1.1

    def same_as(self, other: Rect) -> bool:
        """Whether both are the same box, drawn twice (frame and fill)."""
        return self.holds(other) and abs(self.width - other.width) < 0.25 * self.width


def add_drawn_boxes(handle: Any, page: Page) -> None:
    """Put the tick boxes that are drawn on the page as lines into its text lines."""
    squares, strokes = _paths(handle)
    boxes: list[Rect] = []
    for square in squares:
        if not any(box.same_as(square) for box in boxes):
            boxes.append(square)
    for box in boxes:
        if _has_glyph(page, box) or not _has_word_after(page, box):
            continue
        ticked = any(box.holds(stroke) for stroke in strokes)
        _insert(page, box, _box_char(box, ticked, "symbol"))


def _paths(handle: Any) -> tuple[list[Rect], list[Rect]]:
    """The near-square frames on the page, and all smaller strokes."""
    squares: list[Rect] = []
    strokes: list[Rect] = []
    for count, path in enumerate(handle.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])):
        if count > _MOST_PATHS:
            break
        rect = Rect(*path.get_bounds())
        ratio = rect.width / rect.height if rect.height else 0.0
        square = 0.8 <= ratio <= 1.25 and _SMALLEST <= rect.width <= _LARGEST
        segments = pdfium.FPDFPath_CountSegments(path.raw)
        room = len(squares) < _MOST_SQUARES
        if room and square and segments >= _FEWEST_SEGMENTS and not _within_one(squares, rect):
            squares.append(rect)
        elif rect.width <= _LARGEST and rect.height <= _LARGEST:
            strokes.append(rect)
    return squares, strokes


def _within_one(squares: list[Rect], rect: Rect) -> bool:
    return any(box.holds(rect) and not box.same_as(rect) for box in squares)


def _has_glyph(page: Page, box: Rect) -> bool:
    """Whether a character that is a box already stands there."""
    return any(
        state_of(char.text) is not None and box.left - 3 <= (char.left + char.right) / 2 <= box.right + 3
        and abs(char.base - box.bottom) < box.height
        for line in page.lines for char in line.chars
    )  # fmt: skip


def _has_word_after(page: Page, box: Rect) -> bool:
    """Whether a word stands close to the right: a square alone is a drawing, not a question."""
    line = _line_at(page, box)
    return line is not None and any(
        not char.text.isspace() and 0 <= char.left - box.right + 2 < 40 for char in line.chars
    )


def add_annotations(pdf: pypdfium2.PdfDocument, handle: Any, page: Page) -> None:
    """Put form fields and text typed on top of the page where they are shown, notes aside."""
    shown = "".join("".join(line.text.split()) for line in page.lines)
    env = pdf.formenv.raw if pdf.formenv is not None else None
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(handle.raw), _MOST_FIELDS)):
        annotation = pdfium.FPDFPage_GetAnnot(handle.raw, at)
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if kind == pdfium.FPDF_ANNOT_WIDGET and env is not None:
                _add_field(env, annotation, page, shown)
            elif kind == pdfium.FPDF_ANNOT_FREETEXT:
                _add_typed(annotation, page, shown)
            elif kind in _NOTES:
                text = _contents(annotation).strip()
                page.comments += [text] if text else []
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _add_typed(annotation: Any, page: Page, shown: str) -> None:
    """Text typed on top of the page, the way many fill in a form that has no fields."""
    rect, value = _rect_of(annotation), _contents(annotation)
    if rect is not None and value.strip() and "".join(value.split()) not in shown:
        _add_value(page, rect, value)


def _contents(annotation: Any) -> str:
    def ask(buffer: Any, size: int) -> int:
        return int(pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size))

    return _wide_string(ask)


def _rect_of(annotation: Any) -> Rect | None:
    bounds = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annotation, bounds):
        return None
    return Rect(bounds.left, bounds.bottom, bounds.right, bounds.top)


def _add_field(env: Any, annotation: Any, page: Page, shown: str) -> None:
    kind = pdfium.FPDFAnnot_GetFormFieldType(env, annotation)
    rect = _rect_of(annotation)
    if kind <= 0 or rect is None:
        return
    if kind in _TICK_FIELDS:
        if not _has_glyph(page, rect):
            ticked = bool(pdfium.FPDFAnnot_IsChecked(env, annotation))
            name = _wide_string(partial(pdfium.FPDFAnnot_GetFormFieldName, env, annotation))
            _insert(page, rect, _box_char(rect, ticked, "control", name or None))
    elif kind in _TEXT_FIELDS:
        value = _wide_string(partial(pdfium.FPDFAnnot_GetFormFieldValue, env, annotation))
        if value.strip() and "".join(value.split()) not in shown:
            _add_value(page, rect, value)


def _wide_string(ask: Callable[[Any, int], int]) -> str:
    """A text that PDFium gives as UTF-16 into a buffer, its length in bytes."""
    size = ask(None, 0)
    if size <= 2 or size > _LONGEST_VALUE:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _add_value(page: Page, rect: Rect, value: str) -> None:
    size = min(rect.height, 11.0)
    for row, text in enumerate(value.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
        base = rect.top - size * (row + 1)
        line = VisualLine([Char(one, rect.left, rect.left, base, size) for one in text])
        if text.strip():
            page.lines.insert(_place_of(page, base), line)


def _box_char(rect: Rect, ticked: bool, technique: str, tag: str | None = None) -> Char:
    return Char(
        glyph(ticked), rect.left, rect.right, rect.bottom, rect.height, ticked, technique, tag
    )


def _line_at(page: Page, rect: Rect) -> VisualLine | None:
    """The line that runs through the middle of `rect`, the nearest where several do."""
    middle = (rect.bottom + rect.top) / 2
    near = [
        line for line in page.lines
        if line.size and line.base - 0.4 * line.size <= middle <= line.base + 1.1 * line.size
    ]  # fmt: skip
    return min(near, key=lambda line: _distance(line, rect), default=None)


def _distance(line: VisualLine, rect: Rect) -> float:
    return min(abs(char.left - rect.right) for char in line.chars)


def _insert(page: Page, rect: Rect, box: Char) -> None:
    """Put `box` into its line, before the first character to the right of it."""
    line = _line_at(page, rect)
    if line is None:
        page.lines.insert(_place_of(page, rect.bottom), VisualLine([box]))
        return
    box.size, box.base = line.size, line.base
    middle = (rect.left + rect.right) / 2
    at = next(
        (at for at, char in enumerate(line.chars)
         if not char.text.isspace() and char.left + char.right > 2 * middle),
        len(line.chars),
    )  # fmt: skip
    line.chars[at:at] = [box, Char(" ", rect.right, rect.right, line.base, line.size)]


def _place_of(page: Page, base: float) -> int:
    """Where among the lines a new one with this baseline goes: before the first lower one."""
    return next((at for at, line in enumerate(page.lines) if line.base < base), len(page.lines))
