"""Which words of a page can be seen.

What a file says but does not show (white on white, behind a box, in a layer that is off, outside
the page) is told apart from what it shows: it must never become an answer. What looks suspicious is
looked up in a picture of the page; all else costs no picture.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

from innspill.stages.reading.core.formats.pdf import calls
from innspill.stages.reading.core.formats.pdf.drawn import Color, Drawn, Shape, TextPiece
from innspill.stages.reading.core.formats.pdf.geometry import Rect, View
from innspill.stages.reading.core.formats.pdf.words import Word

_SMALLEST_LETTER = 1.0
_PALE = 225
_MOST_FILLS = 400
_SMALLEST_FILL = 16.0
_SCAN = 0.02
"""A picture of at least this share of the page may have text behind it that OCR found in it."""
_ALIKE = 60
_CONTRAST = 20
_SHARPNESS, _MOST_PIXELS = 2.0, 2_000
_UNSEEN = frozenset((pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP))


@dataclass(slots=True)
class Sight:
    """The words of a page that can be seen and those that cannot.

    `from_ocr` are those that stand behind a scan: they are in neither of the other two.
    """

    seen: list[Word] = field(default_factory=list)
    unseen: list[Word] = field(default_factory=list)
    from_ocr: list[Word] = field(default_factory=list)


def sight_of(handle: Any, words: Iterable[Word], drawn: Drawn, view: View, shown: View) -> Sight:
    """The words of the pypdfium2 page `handle` as seen in `view`; the page is `shown` upright."""
    return _Looker(handle, drawn, view, shown).sort(words)


class _Looker:
    def __init__(self, handle: Any, drawn: Drawn, view: View, shown: View) -> None:
        self._handle, self._view, self._shown = handle, view, shown
        self._texts = drawn.texts
        self._page = Rect(0.0, 0.0, view.width, view.height)
        fills = [
            shape
            for shape in drawn.shapes
            if shape.fill is not None
            and shape.form != "line"
            and min(shape.rect.width, shape.rect.height) >= _SMALLEST_FILL / 4
        ]
        self._fills: Sequence[Shape] = sorted(fills, key=lambda each: -each.rect.size)[:_MOST_FILLS]
        self._scans = [
            picture
            for picture in drawn.pictures
            if picture.rect.shared(self._page) >= _SCAN * self._page.size
        ]
        self._colors: dict[int, Color | None] = {}
        self._clips: dict[int, Rect] = {}
        self._ints = calls.Numbers(4, ctypes.c_uint)
        self._picture: _PageImage | None = None

    def sort(self, words: Iterable[Word]) -> Sight:
        sight = Sight()
        for word in words:
            self._place(word, sight)
        return sight

    def _place(self, word: Word, sight: Sight) -> None:
        look = word.look
        piece = self._texts.get(look.place) if look is not None else None
        word.artifact = piece is not None and piece.artifact
        if not self._page.has((word.middle, word.base + 0.3 * word.size)):
            sight.unseen.append(word)
        elif look is not None and look.mode in _UNSEEN:
            behind = any(scan.rect.has(word.rect.middle, 3.0) for scan in self._scans)
            (sight.from_ocr if behind else sight.unseen).append(word)
        elif word.size < _SMALLEST_LETTER and look is not None and look.place:
            sight.unseen.append(word)
        elif piece is not None and self._scans and self._is_under_scan(piece, word.rect):
            sight.from_ocr.append(word)
        elif piece is not None and self._is_suspect(piece, word) and not self._is_inked(word.rect):
            sight.unseen.append(word)
        else:
            sight.seen.append(word)

    def _is_under_scan(self, piece: TextPiece, rect: Rect) -> bool:
        """Whether a picture of the whole page was drawn over the word."""
        return any(
            scan.order > piece.order
            and scan.rect.has(rect.middle)
            and scan.rect.shared(self._page) > 0.5 * self._page.size
            and not calls.is_transparent(scan.place)
            for scan in self._scans
        )

    def _is_suspect(self, piece: TextPiece, word: Word) -> bool:
        if piece.layered:
            return True
        place = word.look.place if word.look is not None else 0
        color = self._color(place)
        if color is None or min(color) >= _PALE:
            return True
        if piece.clip is not None and not self._clip(place, piece.clip).covers(word.rect, 0.5):
            return True
        if not self._fills:
            return False
        middle = word.middle, word.base + 0.3 * word.size
        return any(
            shape.rect.has(middle)
            and ((shape.order > piece.order and shape.opaque) or _is_alike(shape.fill, color))
            for shape in self._fills
        )

    def _color(self, place: int) -> Color | None:
        if place not in self._colors:
            known = calls.fill_color(place, *self._ints.at) if place else 0
            red, green, blue, alpha = self._ints.room[:4]
            seen = (red, green, blue) if alpha > 40 else None
            self._colors[place] = seen if known else (0, 0, 0)
        return self._colors[place]

    def _clip(self, place: int, clip: Rect) -> Rect:
        if place not in self._clips:
            self._clips[place] = self._view.rect(clip)
        return self._clips[place]

    def _is_inked(self, rect: Rect) -> bool:
        if self._picture is None:
            self._picture = _PageImage(self._handle, self._view, self._shown)
        return self._picture.is_inked(rect)


def _is_alike(fill: Color | None, color: Color) -> bool:
    return fill is not None and sum(abs(a - b) for a, b in zip(fill, color, strict=True)) < _ALIKE


class _PageImage:
    """A grey picture of the page, to see whether something can be told from its ground."""

    def __init__(self, handle: Any, view: View, shown: View) -> None:
        self._view, self._shown = view, shown
        longest = max(shown.width, shown.height, 1.0)
        self._scale = min(_SHARPNESS, _MOST_PIXELS / longest)
        bitmap = handle.render(
            scale=self._scale, grayscale=True, draw_annots=False, may_draw_forms=False
        )
        self._pixels = np.array(bitmap.to_numpy()).reshape(bitmap.height, -1)
        bitmap.close()

    def is_inked(self, rect: Rect) -> bool:
        """Whether what stands in `rect` differs from its ground."""
        area, scale = self._view.area(rect, self._shown), self._scale
        height = self._pixels.shape[0]
        top, bottom = height - area.top * scale, height - area.bottom * scale
        part = self._pixels[
            max(int(top), 0) : max(int(bottom) + 1, 0),
            max(int(area.left * scale), 0) : max(int(area.right * scale) + 1, 0),
        ]
        return part.size == 0 or int(part.max()) - int(part.min()) >= _CONTRAST
