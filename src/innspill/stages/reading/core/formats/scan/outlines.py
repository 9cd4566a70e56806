"""Where the outlines of tick boxes stand on a page: squares and circles, whatever is drawn in them.

The sides are looked for one by one, not the outline as one shape: a tick that goes over the edge,
a cross inside, or a table's line along one side leaves the sides as they are. A letter has no four
straight sides, and the cells of a table have sides that run on beyond the corners.
"""

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
OF_TEXT = 0.84
_SMALL_OF_TEXT = 0.6
"""A box is at least this share of the height of letters: smaller squares are bullets. Squares
below the first share are boxes only where there is no doubt."""
_COVERED = 0.93
"""The share of each side that must be drawn. Measured: 0.96 or more in 99 of 100 scanned boxes,
and below 0.95 in 95 of 100 places where letters look like one."""
_ALL_COVERED = 3.9
_RATIOS = (1.0, 0.92, 1.08, 0.85, 1.16)
_WHITE_AROUND, _WHITE_IF_SMALL = 0.42, 0.12
"""At most so much of the ring around a box is ink."""
_RUNS_ON = 0.45
"""A line that goes on this share of a side beyond a corner is a table's."""
_BESIDE = 0.13
"""Letters of one word stand closer than this share of a box."""
_INNER_LINE = 0.6
_LEAST_GAP, _THICK, _SPECKS = 3, 4, 0.12
_WITHIN = 0.75
"""An outline in a much larger one is the box, and the larger one its frame."""
_MOST_CORNERS = 150_000
_ROUND_OF_TEXT = 1.0
"""Round boxes are larger than an O."""
_ROUND_POINTS = 40
_ROUND_COVERED = 0.95
_ROUND_AROUND, _RING_INSIDE, _RING_CLOSED = 0.18, 0.35, 0.96


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
        self.ink = ink
        self.height, self.width = ink.shape
        self.letters = letters
        self.smallest = round(max(SMALLEST * dpi / 72, _SMALL_OF_TEXT * letters, 8))
        self.least = round(max(self.smallest, OF_TEXT * letters))
        self.most = round(LARGEST * dpi / 72)

    @cached_property
    def area(self) -> Picture:
        """Sums of ink over rectangles."""
        return cv2.integral(self.ink)

    @cached_property
    def down(self) -> Picture:
        """Sums along columns; a column counts with its neighbours, for a line is seldom upright."""
        band = cv2.dilate(self.ink, np.ones((1, 3), np.uint8))
        return np.pad(np.cumsum(band, axis=0, dtype=np.int32), ((1, 0), (0, 0)))

    @cached_property
    def along(self) -> Picture:
        """Sums along rows, each with its neighbours."""
        band = cv2.dilate(self.ink, np.ones((3, 1), np.uint8))
        return np.pad(np.cumsum(band, axis=1, dtype=np.int32), ((0, 0), (1, 0)))

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
        (x, y), angles = box.middle, np.arange(72) * (2 * np.pi / 72)
        rows = np.rint(y + radius * np.sin(angles)).astype(int)
        columns = np.rint(x + radius * np.cos(angles)).astype(int)
        return np.asarray(self.ink[rows, columns])

    def share(self, left: float, top: float, right: float, bottom: float) -> float:
        """The share of one rectangle that is ink."""
        x0, x1 = (min(max(round(x), 0), self.width) for x in (left, right))
        y0, y1 = (min(max(round(y), 0), self.height) for y in (top, bottom))
        part = self.ink[y0:y1, x0:x1]
        return float(part.mean()) if part.size else 0.0


def outlines_in(page: Page) -> list[Outline]:
    """The outlines of tick boxes on the page, from the top."""
    squares = _best(page, _squares(page, page.least, page.most))
    small = _best(page, _squares(page, page.smallest, page.least - 1, white=_WHITE_IF_SMALL))
    squares += [one for one in small if not any(one.overlaps(other) for other in squares)]
    circles = [one for one in _best(page, _circles(page))]
    kept = squares + [one for one in circles if not any(one.overlaps(s) for s in squares)]
    return sorted(kept, key=lambda one: (one.top, one.left))


def _squares(
    page: Page, least: int, most: int, white: float = _WHITE_AROUND
) -> list[tuple[float, Outline]]:
    """The squares with sides from `least` to `most` pixels and at most `white` ink around."""
    ys, xs = _corners(page, least)
    found: list[tuple[float, Outline]] = []
    for side in range(least, most + 1):
        for ratio in _RATIOS:
            height = round(side * ratio)
            fits = (xs + side < page.width - 6) & (ys + height < page.height - 6)
            x, y = xs[fits & (xs > 6) & (ys > 6)], ys[fits & (xs > 6) & (ys > 6)]
            for start, length, check in (
                (0, height, "left"), (side, height, "right"), (0, side, "top"), (height, side, "bottom"),
            ):  # fmt: skip
                if check in ("left", "right"):
                    good = page.upright(x + start, y, length) >= _COVERED
                else:
                    good = page.level(x, y + start, length) >= _COVERED
                x, y = x[good], y[good]
            found += _scored(page, x, y, side, height, white)
    return found


def _corners(page: Page, length: int) -> tuple[Places, Places]:
    """Where an upper left corner of the smallest box may be."""
    rows, columns = page.height - length, page.width - length
    if rows <= 0 or columns <= 0:
        return np.zeros(0, np.intp), np.zeros(0, np.intp)
    cut = max(1, length // 10)
    need = _COVERED * (length - 2 * cut)
    down = (
        page.down[length - cut : length - cut + rows, :columns]
        - page.down[cut : cut + rows, :columns]
    )
    along = (
        page.along[:rows, length - cut : length - cut + columns]
        - page.along[:rows, cut : cut + columns]
    )
    ys, xs = np.nonzero((down >= need) & (along >= need))
    return (ys[:0], xs[:0]) if len(ys) > _MOST_CORNERS else (ys, xs)


def _scored(
    page: Page, x: Places, y: Places, side: int, height: int, white: float
) -> list[tuple[float, Outline]]:
    """The squares with white around them, with how well each is drawn."""
    if not len(x):
        return []
    sides = (
        page.upright(x, y, height) + page.upright(x + side, y, height)
        + page.level(x, y, side) + page.level(x, y + height, side)
    )  # fmt: skip
    outer = page.inked(x - 5, y - 5, x + side + 6, y + height + 6)
    inner = page.inked(x - 2, y - 2, x + side + 3, y + height + 3)
    ring = (side + 11) * (height + 11) - (side + 5) * (height + 5)
    dark = (outer - inner) / ring
    # Of outlines a pixel apart the one that runs along the middle of the line.
    exact = (
        page.inked(x, y, x + side + 1, y + 1)
        + page.inked(x, y + height, x + side + 1, y + height + 1)
    ) / (side + 1) + (
        page.inked(x, y, x + 1, y + height + 1)
        + page.inked(x + side, y, x + side + 1, y + height + 1)
    ) / (height + 1)
    score = sides + exact / 2 - dark - 0.3 * abs(side - height) / side
    good = (sides >= _ALL_COVERED) & (dark <= white)
    return [
        (float(s), Outline(int(a), int(b), int(a) + side, int(b) + height))
        for s, a, b in zip(score[good], x[good], y[good], strict=True)
    ]


def _circles(page: Page) -> list[tuple[float, Outline]]:
    """Round outlines: four points at right angles first, then all around."""
    near = cv2.dilate(page.ink, np.ones((3, 3), np.uint8))
    angles = np.arange(_ROUND_POINTS) * (2 * np.pi / _ROUND_POINTS)
    found: list[tuple[float, Outline]] = []
    for radius in range(
        max(5, round(_ROUND_OF_TEXT * page.letters / 2), page.least // 2), page.most // 2 + 1
    ):
        if page.height <= 2 * radius + 12 or page.width <= 2 * radius + 12:
            break
        rows, columns = page.height - 2 * radius, page.width - 2 * radius
        r, d = radius, 2 * radius
        cross = near[:rows, r : r + columns] & near[d : d + rows, r : r + columns]
        cross &= near[r : r + rows, :columns]
        cross &= near[r : r + rows, d : d + columns]
        ys, xs = np.nonzero(cross)
        ys, xs = ys + r, xs + r
        inside = (
            (ys > r + 8) & (xs > r + 8) & (ys < page.height - r - 8) & (xs < page.width - r - 8)
        )
        ys, xs = ys[inside], xs[inside]
        seen = np.zeros(len(ys))
        for part in (slice(None, None, 5), slice(None)):
            dy = np.rint(radius * np.sin(angles[part])).astype(int)
            dx = np.rint(radius * np.cos(angles[part])).astype(int)
            seen = near[ys[:, None] + dy, xs[:, None] + dx].mean(axis=1)
            good = seen >= _ROUND_COVERED - 0.01
            ys, xs, seen = ys[good], xs[good], seen[good]
        found += _round_scored(page, xs, ys, radius, seen)
    return found


def _round_scored(
    page: Page, xs: Places, ys: Places, radius: int, seen: NDArray[np.float64]
) -> list[tuple[float, Outline]]:
    angles = np.arange(_ROUND_POINTS) * (2 * np.pi / _ROUND_POINTS)
    found = []
    for x, y, drawn in zip(xs, ys, seen, strict=True):
        around = max(
            page.ink[
                np.rint(y + (radius + off) * np.sin(angles)).astype(int),
                np.rint(x + (radius + off) * np.cos(angles)).astype(int),
            ].mean()
            for off in (4, 6)
        )
        if around <= _ROUND_AROUND:
            outline = Outline(
                int(x) - radius, int(y) - radius, int(x) + radius, int(y) + radius, True
            )
            found.append((float(drawn - around) * 4, outline))
    return found


def _best(page: Page, found: list[tuple[float, Outline]]) -> list[Outline]:
    """Of outlines on each other the best drawn one, where it is neither a letter nor a cell."""
    kept: list[Outline] = []
    for _, outline in sorted(found, key=lambda one: (-round(one[0], 2), -one[1].side)):
        at = next((at for at, other in enumerate(kept) if outline.overlaps(other)), None)
        if at is None:
            kept.append(outline)
        elif kept[at].side * _WITHIN > outline.side and _white_around(page, outline):
            kept[at] = outline
    return [
        one for one in kept
        if not _is_cell(page, one) and _stands_free(page, one) and (one.round or _has_corners(page, one))
    ]  # fmt: skip


def _white_around(page: Page, box: Outline) -> bool:
    around = [
        page.share(box.left - 6, box.top - 6, box.right + 7, box.top - 3),
        page.share(box.left - 6, box.bottom + 4, box.right + 7, box.bottom + 7),
        page.share(box.left - 6, box.top - 6, box.left - 3, box.bottom + 7),
        page.share(box.right + 4, box.top - 6, box.right + 7, box.bottom + 7),
    ]
    return max(around) < _SPECKS


def _is_cell(page: Page, box: Outline) -> bool:
    """Whether the lines run on beyond the corners, as those of a table do, on several sides."""
    reach, off = max(6, _RUNS_ON * box.side), 4
    on = 0
    for x in (box.left, box.right):
        on += _runs(page, x - 1, box.top - reach, x + 2, box.top - off, axis=1)
        on += _runs(page, x - 1, box.bottom + off, x + 2, box.bottom + reach, axis=1)
    for y in (box.top, box.bottom):
        on += _runs(page, box.left - reach, y - 1, box.left - off, y + 2, axis=0)
        on += _runs(page, box.right + off, y - 1, box.right + reach, y + 2, axis=0)
    return on > 2


def _runs(page: Page, left: float, top: float, right: float, bottom: float, axis: int) -> bool:
    part = page.ink[max(0, round(top)) : round(bottom), max(0, round(left)) : round(right)]
    return bool(part.size) and float(part.any(axis=axis).mean()) > 0.95


def _stands_free(page: Page, box: Outline) -> bool:
    """Whether there is white beside it on both sides: letters that touch can look like a box."""
    low, high = round(box.top + 0.25 * box.side), round(box.bottom - 0.25 * box.side) + 1
    share = _BESIDE if page.is_thin(box) else 2 * _BESIDE
    gap = max(_LEAST_GAP, round(share * box.side))
    before = page.ink[low:high, max(0, box.left - gap - _THICK) : box.left]
    after = page.ink[low:high, box.right + 1 : box.right + 1 + gap + _THICK]
    return _is_free(before[:, ::-1], gap) and _is_free(after, gap)


def _is_free(beside: Picture, gap: int) -> bool:
    """Whether `gap` white columns follow the outline's own line, within reach."""
    if not beside.size:
        return True
    white = beside.mean(axis=0) <= _SPECKS
    first = int(np.argmax(white))
    return bool(white[first]) and bool(white[first : first + gap].all())


def _has_corners(page: Page, box: Outline) -> bool:
    reach = 1 + round(0.07 * box.side)
    return all(
        page.ink[y - reach : y + reach + 1, x - reach : x + reach + 1].any()
        for x in (box.left, box.right) for y in (box.top, box.bottom)
    )  # fmt: skip
