"""Ruled lines in the pixels of a page, which part the cells of tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from innspill.stages.reading.core.formats.scan.pixels import Outline, Page, Picture

_LEVEL, _UPRIGHT = 0.42, 0.22
"""The shortest lines, in inches: longer than letters, and than words that touch."""
_THICKEST = 0.05
_MOST = 1_200


def rules_in(page: Page, dpi: int, boxes: Sequence[Outline]) -> list[tuple[int, int, int, int]]:
    """The level and upright lines as (left, top, right, bottom), those of `boxes` left out."""
    ink = page.ink.copy()
    for box in boxes:
        ink[max(0, box.top - 4) : box.bottom + 5, max(0, box.left - 4) : box.right + 5] = 0
    thick = max(3, round(_THICKEST * dpi))
    upright = _lines(ink.T, round(_UPRIGHT * dpi), thick)
    found = [*_lines(ink, round(_LEVEL * dpi), thick), *map(_swapped, upright)]
    return found if len(found) <= _MOST else []


def _lines(ink: Picture, length: int, thick: int) -> Iterator[tuple[int, int, int, int]]:
    """The level lines of at least this length."""
    near = cv2.dilate(np.ascontiguousarray(ink), np.ones((3, 1), np.uint8))
    near = cv2.morphologyEx(near, cv2.MORPH_CLOSE, np.ones((1, 3), np.uint8))
    long = cv2.morphologyEx(near, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(long, connectivity=8)
    for left, top, width, height, _ in stats[1:count].tolist():
        if height <= thick + 2:
            yield left, top, left + width, top + height


def _swapped(line: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    left, top, right, bottom = line
    return top, left, bottom, right
