"""One picture of a page read: set upright, its boxes found, its words recognised."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.scan.ink import Ticked, judged
from innspill.stages.reading.core.formats.scan.outlines import outlines_in
from innspill.stages.reading.core.formats.scan.pixels import Outline, Page, ink_of, text_height
from innspill.stages.reading.core.formats.scan.rules import rules_in
from innspill.stages.reading.core.formats.scan.straighten import even, skew_of, turned, upright
from innspill.stages.reading.core.formats.scan.trust import Trust, trusted
from innspill.stages.reading.core.tools import SECONDS_FOR_A_PAGE, Recognised, Tools

Picture = NDArray[Any]

_SURE, _GOOD_ENOUGH, _HARDLY = 60, 70.0, 4
_DARK, _LEAST_INK = 150, 0.0002
_COVERED = 0.5
_MASK = 3
_SOME_INK = 0.06
_CRUMB = 0.4
"""What is smaller than this share of a box and beside it is a piece of its tick."""
_BEYOND = 0.6
"""Strokes that go over the edge of a box by at most this share of its side belong to the tick."""


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A page seen: its words and boxes in pixels of the picture that was set upright.

    `back` maps those pixels to the picture given; `rules` are its ruled lines.
    """

    grey: Picture
    page: Page
    words: tuple[Recognised, ...]
    boxes: tuple[Ticked, ...]
    rules: tuple[tuple[int, int, int, int], ...]
    back: NDArray[np.float64]
    turned: bool = False

    def box_at(self, left: float, top: float, right: float, bottom: float) -> Ticked | None:
        """A box that is expected there: never sure, and None where there is no ink at all."""
        if left < 0 or self.page.share(left, top, right, bottom) < _SOME_INK:
            return None
        outline = Outline(round(left), round(top), round(right), round(bottom), sure=False)
        return judged(self.grey, outline)


@dataclass(frozen=True, slots=True)
class _Upright:
    """The page turned one way: its picture, boxes and words."""

    grey: Picture
    matrix: NDArray[np.float64]
    page: Page
    trust: Trust
    dpi: int
    turned: bool
    words: tuple[Recognised, ...] = ()

    @property
    def worth(self) -> float:
        """How much was recognised well."""
        return sum(len(w.text) * w.confidence for w in self.words if w.confidence >= _SURE)

    @property
    def confidence(self) -> float:
        """How sure the recogniser is of its letters on average."""
        letters = sum(len(word.text) for word in self.words)
        return sum(len(w.text) * w.confidence for w in self.words) / max(letters, 1)


def see(grey: Picture, dpi: int, tools: Tools) -> SeenPage | None:
    """What stands on the picture `grey` of a page; None where it is blank.

    Raises `Unreadable` with needs-ocr where there is no recogniser, or it fails.
    """
    cv2.setNumThreads(1)
    lit = even(grey)
    if float((lit < _DARK).mean()) < _LEAST_INK:
        return None
    best: _Upright | None = None
    for quarter in _quarters(lit):
        tried = _recognised(_turned(lit, quarter, dpi), dpi, tools)
        if best is None or tried.worth > best.worth:
            best = tried
        if best.confidence >= _GOOD_ENOUGH and len(best.words) >= _HARDLY:
            break
    return _seen(best) if best is not None else None


def boxes_beside(
    grey: Picture, dpi: int, words: Callable[[NDArray[np.float64]], Sequence[Recognised]]
) -> SeenPage:
    """The tick boxes of a page whose words are known: `words` gives them in the upright picture."""
    cv2.setNumThreads(1)
    found = _turned(even(grey), 0, dpi)
    return _seen(replace(found, words=tuple(words(found.matrix))))


def _quarters(lit: Picture) -> list[int]:
    """By how many quarter turns the page may have to be turned, the likeliest first."""
    _, level = skew_of(lit)
    _, tall = skew_of(np.ascontiguousarray(np.rot90(lit)))
    return [0, 2, 1, 3] if level >= tall else [1, 3, 0, 2]


def _turned(lit: Picture, quarter: int, dpi: int) -> _Upright:
    grey, first = upright(lit, quarter)
    degrees, _ = skew_of(grey)
    grey, second = turned(grey, degrees)
    ink = ink_of(grey)
    page = Page(ink, dpi, text_height(ink))
    trust = trusted(page, outlines_in(page))
    page.forget_sums()
    return _Upright(grey, second @ first, page, trust, dpi, bool(quarter))


def _recognised(found: _Upright, dpi: int, tools: Tools) -> _Upright:
    if tools.recogniser is None:
        raise Unreadable("needs-ocr", "The file is a picture: its text must be typed or OCRed.")
    tools.more_time(SECONDS_FOR_A_PAGE)
    done, png = cv2.imencode(".png", without(found.grey, found.page, found.trust.sure))
    if not done:
        raise Unreadable("damaged", "The picture of a page could not be handed on.")
    return replace(found, words=tools.recogniser.words(png.tobytes(), dpi))


def _seen(found: _Upright) -> SeenPage:
    outlines = found.trust.boxes(found.words)
    boxes = tuple(judged(found.grey, outline) for outline in outlines)
    words = tuple(word for word in found.words if not any(_covers(one, word) for one in outlines))
    rules = tuple(rules_in(found.page, found.dpi, outlines))
    back = np.asarray(np.linalg.inv(found.matrix), np.float64)
    return SeenPage(found.grey, found.page, words, boxes, rules, back, found.turned)


def _covers(box: Outline, word: Recognised) -> bool:
    """Whether the word is but what was recognised in the box."""
    width = min(word.right, box.right + 3) - max(word.left, box.left - 3)
    height = min(word.bottom, box.bottom + 3) - max(word.top, box.top - 3)
    area = max((word.right - word.left) * (word.bottom - word.top), 1)
    return width > 0 and height > 0 and width * height > _COVERED * area


def without(grey: Picture, page: Page, outlines: Sequence[Outline]) -> Picture:
    """The page without these boxes and their ticks, so that they are not taken for letters."""
    clean = grey.copy()
    for box in outlines:
        beyond = round(_BEYOND * box.side)
        top, left = max(0, box.top - beyond), max(0, box.left - beyond)
        bottom, right = box.bottom + beyond + 1, box.right + beyond + 1
        part = page.ink[top:bottom, left:right].copy()
        y0, y1 = max(0, box.top - _MASK - top), box.bottom + _MASK + 1 - top
        x0, x1 = max(0, box.left - _MASK - left), box.right + _MASK + 1 - left
        clean[top + y0 : top + y1, left + x0 : left + x1] = 250
        part[y0:y1, x0:x1] = 0
        for x, y, w, h in _strokes(part, (x0, y0, x1, y1)):
            clean[top + y : top + y + h, left + x : left + x + w] = 250
    return clean


def _strokes(part: Picture, hole: tuple[int, int, int, int]) -> list[tuple[int, int, int, int]]:
    """What is left of strokes that begin in the box: they touch it and end before the next word."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=8)
    x0, y0, x1, y1 = hole
    height, width = part.shape
    found = []
    for x, y, w, h, _ in stats[1:count].tolist():
        touches = x <= x1 and x + w >= x0 and y <= y1 and y + h >= y0
        crumb = max(w, h) < _CRUMB * (y1 - y0)
        ends_here = x > 0 and y > 0 and x + w < width and y + h < height
        letter = x >= x1 - 1 and h > 0.7 * (y1 - y0) and y >= y0 - 2 and y + h <= y1 + 2
        if (touches or crumb) and ends_here and not letter:
            found.append((x, y, w, h))
    return found
