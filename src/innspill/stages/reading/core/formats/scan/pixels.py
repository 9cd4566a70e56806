"""A page's pixels: which are ink, how high its letters are, and sums that make looking quick."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[Any]
Places = NDArray[np.intp]

SMALLEST, LARGEST = 4.5, 26.0
"""The sides of a tick box, in points."""
_OF_TEXT, _SMALL_OF_TEXT = 0.84, 0.6
"""A box is at least the second share of the height of letters: smaller squares are bullets. Below
the first share squares are boxes only where there is no doubt."""
_INNER_LINE = 0.6
_RING_INSIDE, _RING_CLOSED, _RING_POINTS = 0.35, 0.96, 72


@dataclass(frozen=True, slots=True)
class Outline:
    """A square or a circle: its line on each side in pixels, and how it was found."""

    left: int
    top: int
    right: int
    bottom: int
    round: bool = False
    sure: bool = True
    """False where it was expected there, and only part of its outline is to be seen."""

    @property
    def side(self) -> float:
        """Its width and height, on average."""
        return (self.right - self.left + self.bottom - self.top) / 2

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def overlaps(self, other: Outline) -> bool:
        """Whether the middle of one lies in the other."""
        return self._holds(other.middle) or other._holds(self.middle)

    def _holds(self, point: tuple[float, float]) -> bool:
        x, y = point
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def ink_of(grey: Picture) -> Picture:
    """Where the evenly lit page `grey` is darker than its surroundings: 1, else 0."""
    smooth = cv2.GaussianBlur(grey, (0, 0), 0.8)
    local = cv2.adaptiveThreshold(
        smooth, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 41, 14
    )
    # Inside large dark areas nothing is darker than its surroundings.
    return cv2.bitwise_or(local, (smooth < 110).astype(np.uint8))


def text_height(ink: Picture) -> float:
    """About the height of capital letters on the page, in pixels; 0 where there is hardly any."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    if count < 12:
        return 0.0
    width, height = stats[1:, cv2.CC_STAT_WIDTH], stats[1:, cv2.CC_STAT_HEIGHT]
    letters = height[(height >= 7) & (height <= 120) & (width <= 3 * height) & (width >= 2)]
    return float(np.percentile(letters, 70)) if len(letters) >= 8 else 0.0


class Page:
    """A page's ink, with the sums that make looking for outlines quick."""

    def __init__(self, ink: Picture, dpi: int, letters: float) -> None:
        """`ink` as `ink_of` gives it; `letters` is the height of the text in pixels."""
        self.ink = ink  # no side is longer than sums of two bytes can count
        self.height, self.width = ink.shape
        self.letters = letters
        self.smallest = round(max(SMALLEST * dpi / 72, _SMALL_OF_TEXT * letters, 8))
        self.least = round(max(self.smallest, _OF_TEXT * letters))
        self.most = round(LARGEST * dpi / 72)

    def forget_sums(self) -> None:
        """Free what only the search for outlines needs: far more than the page itself."""
        for name in ("area", "down", "along"):
            self.__dict__.pop(name, None)

    @cached_property
    def area(self) -> Picture:
        """Sums of ink over rectangles."""
        return cv2.integral(self.ink)

    @cached_property
    def down(self) -> Picture:
        """Sums along columns; a column counts with its neighbours, for a line is seldom upright."""
        band = cv2.dilate(self.ink, np.ones((1, 3), np.uint8))
        return np.pad(np.cumsum(band, axis=0, dtype=np.int16), ((1, 0), (0, 0)))

    @cached_property
    def along(self) -> Picture:
        """Sums along rows, each with its neighbours."""
        band = cv2.dilate(self.ink, np.ones((3, 1), np.uint8))
        return np.pad(np.cumsum(band, axis=1, dtype=np.int16), ((0, 0), (1, 0)))

    def upright(self, x: Places, top: Places, length: int) -> NDArray[np.float64]:
        """The share that is drawn of the upright sides at `x` from `top`, corners left out."""
        cut = max(1, length // 10)
        ends = self.down[top + length - cut, x] - self.down[top + cut, x]
        return np.asarray(ends / (length - 2 * cut))

    def level(self, left: Places, y: Places, length: int) -> NDArray[np.float64]:
        """The share that is drawn of the level sides at `y` from `left`, corners left out."""
        cut = max(1, length // 10)
        ends = self.along[y, left + length - cut] - self.along[y, left + cut]
        return np.asarray(ends / (length - 2 * cut))

    def inked(self, left: Places, top: Places, right: Places, bottom: Places) -> Places:
        """How many pixels of the rectangles are ink; their edges are within the page."""
        area = self.area
        found = area[bottom, right] - area[top, right] - area[bottom, left] + area[top, left]
        return np.asarray(found)

    def is_thin(self, box: Outline) -> bool:
        """Whether it is a square drawn in a thin line, as no bold letter is."""
        step = max(3, round(0.16 * box.side))
        left, right, top, bottom = (
            box.left + step,
            box.right - step,
            box.top + step,
            box.bottom - step,
        )
        drawn = [
            self.share(left, top, left + 1, bottom), self.share(right, top, right + 1, bottom),
            self.share(left, top, right, top + 1), self.share(left, bottom, right, bottom + 1),
        ]  # fmt: skip
        return not box.round and right - left > 2 and sorted(drawn)[2] < _INNER_LINE

    def is_ring(self, box: Outline) -> bool:
        """Whether it is a closed circle in a thin line, with a clear inside but for a tick."""
        if not box.round:
            return False
        radius = box.side / 2
        line = np.maximum.reduce([self._around(box, radius + off) for off in (-1, 0, 1)])
        inside = self._around(box, radius - max(4.0, 0.25 * radius))
        return float(line.mean()) >= _RING_CLOSED and float(inside.mean()) < _RING_INSIDE

    def _around(self, box: Outline, radius: float) -> Picture:
        """The pixels of ink on a circle around the middle of `box`."""
        (x, y), angles = box.middle, np.arange(_RING_POINTS) * (2 * np.pi / _RING_POINTS)
        rows = np.rint(y + radius * np.sin(angles)).astype(int)
        columns = np.rint(x + radius * np.cos(angles)).astype(int)
        return np.asarray(self.ink[rows, columns])

    def share(self, left: float, top: float, right: float, bottom: float) -> float:
        """The share of one rectangle that is ink."""
        x0, x1 = (min(max(round(x), 0), self.width) for x in (left, right))
        y0, y1 = (min(max(round(y), 0), self.height) for y in (top, bottom))
        part = self.ink[y0:y1, x0:x1]
        return float(part.mean()) if part.size else 0.0
