"""Where round outlines stand on a page: boxes of which only one may be chosen."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from innspill.stages.reading.core.formats.scan.pixels import Outline, Page, Places

_OF_TEXT = 1.0
"""Round boxes are larger than an O."""
_POINTS = 40
_COVERED, _AROUND = 0.95, 0.18
_MOST = 200_000
"""So many places on one page show no writing but a pattern."""


def circles_in(page: Page) -> list[tuple[float, Outline]]:
    """Round outlines, with how well each is drawn: four points at right angles first, then all around."""
    near = cv2.dilate(page.ink, np.ones((3, 3), np.uint8)).astype(bool)
    angles = np.arange(_POINTS) * (2 * np.pi / _POINTS)
    found: list[tuple[float, Outline]] = []
    for radius in range(
        max(5, round(_OF_TEXT * page.letters / 2), page.least // 2), page.most // 2 + 1
    ):
        if page.height <= 2 * radius + 12 or page.width <= 2 * radius + 12:
            break
        rows, columns = page.height - 2 * radius, page.width - 2 * radius
        r, d = radius, 2 * radius
        cross = near[:rows, r : r + columns] & near[d : d + rows, r : r + columns]
        cross &= near[r : r + rows, :columns]
        cross &= near[r : r + rows, d : d + columns]
        ys, xs = np.nonzero(cross)
        if len(ys) > _MOST:
            continue
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
            good = seen >= _COVERED - 0.01
            ys, xs, seen = ys[good], xs[good], seen[good]
        found += _round_scored(page, xs, ys, radius, seen)
    return found


def _round_scored(
    page: Page, xs: Places, ys: Places, radius: int, seen: NDArray[np.float64]
) -> list[tuple[float, Outline]]:
    angles = np.arange(_POINTS) * (2 * np.pi / _POINTS)
    found = []
    for x, y, drawn in zip(xs, ys, seen, strict=True):
        around = max(
            page.ink[
                np.rint(y + (radius + off) * np.sin(angles)).astype(int),
                np.rint(x + (radius + off) * np.cos(angles)).astype(int),
            ].mean()
            for off in (4, 6)
        )
        if around <= _AROUND:
            outline = Outline(
                int(x) - radius, int(y) - radius, int(x) + radius, int(y) + radius, True
            )
            found.append((float(drawn - around) * 4, outline))
    return found
