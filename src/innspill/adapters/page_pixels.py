"""A page's picture made anew: white, with nothing on it but the words that may be shown.

Nothing is painted over: what is not carried over was never there. So no picture, signature,
letterhead or handwriting is in it, nor what a transparent box would let through.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from innspill.stages.publication.core.rebuilding.judging import Verdict
from innspill.stages.publication.core.rebuilding.sheets import JudgedWord, box_of, runs_of

Picture = NDArray[Any]
Box = tuple[int, int, int, int]
WHITE, _MASK, _EDGE = 255, 228, 120
_AROUND, _BEYOND = 1, 3
"""Pixels around a word that go with it, and around what is withheld that go too."""
_OF_A_LINE = 4
"""Where words were recognised in pixels, their boxes are not sure: a part of their height as well."""
_TONES = 17
"""Sixteen tones of grey: letters look the same, and the picture takes half the room."""


def made_anew(page: Picture, words: Sequence[JudgedWord]) -> Picture:
    """A picture of the size of `page` (grey, or with colours) with the shown words of it alone."""
    picture = np.full_like(page, WHITE)
    for word, verdict in words:
        if verdict is Verdict.SHOWN:
            part = _inside(picture, (word.left, word.top, word.right, word.bottom), _AROUND)
            picture[part] = page[part]
    for verdict, run in runs_of(words):
        if verdict is Verdict.LEFT_OUT:
            for word in run:
                box = (word.left, word.top, word.right, word.bottom)
                picture[_inside(picture, box, _AROUND)] = WHITE
    for box, beyond in masks_among(words):
        picture[_inside(picture, box, beyond)] = _EDGE
        picture[_inside(picture, box, beyond - 1)] = _MASK
    return picture


def masks_among(words: Sequence[JudgedWord]) -> Iterable[tuple[Box, int]]:
    """The boxes of what is withheld, one for each stretch of a line, and how far beyond them."""
    for verdict, run in runs_of(words):
        if verdict is Verdict.WITHHELD:
            box = box_of(run)
            high = (box[3] - box[1]) // _OF_A_LINE if any(word.seen for word in run) else 0
            yield box, max(_BEYOND, high)


def png_of(picture: Picture) -> bytes:
    """The grey picture as PNG, which says nothing besides its pixels."""
    few = (picture // _TONES * _TONES).astype(np.uint8)
    done, png = cv2.imencode(".png", few, [cv2.IMWRITE_PNG_COMPRESSION, 9])
    if not done:
        raise ValueError("the picture of a page could not be written")
    return bytes(png.tobytes())


def _inside(picture: Picture, box: Box, more: int) -> tuple[slice, slice]:
    height, width = picture.shape[:2]
    left, top = max(0, box[0] - more), max(0, box[1] - more)
    right, bottom = min(width, box[2] + more), min(height, box[3] + more)
    return slice(top, max(bottom, top)), slice(left, max(right, left))
