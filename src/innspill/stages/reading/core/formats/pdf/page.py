"""One page of a PDF: its characters with place and size, put together to visual lines."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

_HYPHENS = frozenset((0x02, 0xFFFE))
"""What PDFium gives for a hyphen that it takes to be one of word division."""
_SPACE = 0x20
_BREAKS = frozenset((0x0A, 0x0D))
_SAME_LINE = 0.5
"""Baselines closer than this share of the letter size belong to one line."""
_WIDE_GAP = 1.6
"""A gap wider than this many letter sizes parts columns."""
_MOST_CHARACTERS = 200_000
_ENOUGH_PIECES = 200
_SAMPLED = 8
"""One character in so many is asked if the file names its letter."""


@dataclass(slots=True)
class Char:
    """One character: itself, left and right edge, baseline and letter size, in points."""

    text: str
    left: float
    right: float
    base: float
    size: float
    ticked: bool | None = None
    """For a box that was drawn or is a form field: its state."""
    technique: str = ""
    tag: str | None = None


@dataclass(slots=True)
class VisualLine:
    """Characters on one baseline, from left to right; size and base are those of most of them."""

    chars: list[Char]
    size: float = 0.0
    base: float = 0.0
    left: float = 0.0
    right: float = 0.0

    def __post_init__(self) -> None:
        self.measure()

    def measure(self) -> None:
        """Take the measures anew, after characters were added."""
        shown = [char for char in self.chars if not char.text.isspace()]
        if not shown:
            return
        middle = len(shown) // 2
        self.size = sorted([char.size for char in shown])[middle]
        self.base = sorted([char.base for char in shown])[middle]
        self.left = min([char.left for char in shown])
        self.right = max([char.right for char in shown])

    @property
    def text(self) -> str:
        """The line as read."""
        return "".join([char.text for char in self.chars])

    @property
    def is_mark(self) -> bool:
        """Whether the line is nothing but a number."""
        return len(self.chars) < 6 and self.text.strip().isdecimal()


@dataclass(slots=True)
class Page:
    """A page: its number from 1, height in points, lines in reading order."""

    number: int
    height: float
    lines: list[VisualLine]
    unmapped: int = 0
    """About how many characters the file gives no letter for."""
    invisible: bool = False
    """Whether the text is invisible: laid behind a scan by OCR."""
    comments: list[str] = field(default_factory=list)
    """What notes stuck to the page say; not part of the text."""


def read_page(handle: Any, number: int) -> Page:
    """The lines of the pypdfium2 page `handle`."""
    text_page = handle.get_textpage()
    try:
        pieces, unmapped = _pieces(text_page)
    finally:
        text_page.close()
    return Page(number, handle.get_height(), _joined(pieces), unmapped, _is_invisible(handle))


def _is_invisible(handle: Any) -> bool:
    """Whether most pieces of text on the page are drawn in no colour at all."""
    seen = hidden = 0
    for piece in handle.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        seen += 1
        mode = pdfium.FPDFTextObj_GetTextRenderMode(piece.raw)
        hidden += mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        if seen >= _ENOUGH_PIECES:
            break
    return hidden * 2 > seen


def _pieces(text_page: Any) -> tuple[list[list[Char]], int]:
    """Runs of characters as PDFium parts them, and how many have no known letter."""
    raw = text_page.raw
    unicode_of, origin_of, box_of = (
        pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetCharBox,
    )  # fmt: skip
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    pieces: list[list[Char]] = [[]]
    unmapped = 0
    size = base = 0.0
    for at in range(min(pdfium.FPDFText_CountChars(raw), _MOST_CHARACTERS)):
        code = unicode_of(raw, at)
        if code in _BREAKS:
            if pieces[-1]:
                pieces.append([])
            continue
        origin_of(raw, at, x, y)
        box_of(raw, at, left, right, bottom, top)
        if y.value != base or not pieces[-1]:
            # Asking costs as much as all our own work: letters change size with the baseline.
            base = y.value
            size = _scaled(pdfium.FPDFText_GetFontSize(raw, at) or 1.0, bottom, top)
        if at % _SAMPLED == 0 and pdfium.FPDFText_HasUnicodeMapError(raw, at) == 1:
            unmapped += _SAMPLED
        if code == _SPACE and right.value <= left.value and pieces[-1]:
            left.value = right.value = pieces[-1][-1].right
        character = "-" if code in _HYPHENS else chr(code) if code else "\ufffd"
        pieces[-1].append(Char(character, left.value, right.value, base, size))
    return [piece for piece in pieces if piece], unmapped


def _scaled(size: float, bottom: ctypes.c_double, top: ctypes.c_double) -> float:
    """The letter size; some files set size 1 and scale the page, then the height tells it."""
    height = abs(top.value - bottom.value)
    return height / 0.7 if size < 2 < height else size


def _joined(pieces: list[list[Char]]) -> list[VisualLine]:
    """Pieces on one baseline, one after the other in the file, put together to lines.

    A raised footnote mark makes PDFium break the line after it, and some programs write the marks
    of a line before its words.
    """
    lines: list[VisualLine] = []
    for piece in pieces:
        line = VisualLine(piece)
        if lines and _is_beside(lines[-1], line):
            _join(lines[-1], piece)
        else:
            lines.append(line)
    for line in lines:
        _put_in_order(line)
        _part_columns(line)
    return lines


def _join(line: VisualLine, piece: list[Char]) -> None:
    last, first = line.chars[-1], piece[0]
    apart = first.left - last.right > 0.15 * line.size
    if apart and not last.text.isspace() and not first.text.isspace():
        line.chars.append(Char(" ", last.right, last.right, last.base, last.size))
    line.chars += piece
    line.measure()


def _put_in_order(line: VisualLine) -> None:
    """Sort the characters of a line that was not written from left to right."""
    shown = [char for char in line.chars if not char.text.isspace()]
    slack = 0.5 * line.size
    if any(b.left < a.left - slack for a, b in pairwise(shown)):
        line.chars.sort(key=lambda char: char.left)


def _is_beside(last: VisualLine, line: VisualLine) -> bool:
    """Whether `line` stands on the same baseline and neither covers the other."""
    size = max(last.size, line.size)
    if not size or abs(last.base - line.base) > _SAME_LINE * size:
        return False
    slack = 0.5 * size
    beside = line.left >= last.right - slack or line.right <= last.left + slack
    return beside or line.is_mark


def _part_columns(line: VisualLine) -> None:
    """Make a tab of each space that is as wide as one between columns."""
    size = line.size
    for at in range(1, len(line.chars) - 1):
        char = line.chars[at]
        if char.text == " ":
            gap = line.chars[at + 1].left - line.chars[at - 1].right
            char.text = "\t" if gap > _WIDE_GAP * size else " "
