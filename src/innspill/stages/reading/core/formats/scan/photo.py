"""The sheet of paper in a photo: found by its edges and seen as from straight above."""

from __future__ import annotations

import cv2
import numpy as np

from innspill.stages.reading.core.formats.scan.pixels import Picture
from innspill.stages.reading.core.formats.scan.straighten import Matrix

_SMALL = 700
_LEAST_AREA, _MOST_AREA = 0.2, 0.96
_BRIGHTER = 35.0
"""The paper is at least so much lighter than what it lies on, of 255."""
_BEND = 0.02
"""How far its edges may be from straight, as a share of its outline."""
_LONGEST_RATIO = 1.75
_EDGE = 0.01


def sheet_in(grey: Picture) -> tuple[Picture, Matrix] | None:
    """The paper in the photo `grey`, straightened, and the matrix that did it.

    None where no sheet with four clear edges lies on something darker: then the picture is the page.
    """
    scale = min(1.0, _SMALL / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    corners = _corners(cv2.GaussianBlur(small, (0, 0), 2))
    if corners is None:
        return None
    corners = _in_order(corners / scale)
    top, right, bottom, left = (
        float(np.linalg.norm(corners[at] - corners[(at + 1) % 4])) for at in range(4)
    )
    width, height = round(max(top, bottom)), round(max(left, right))
    if not 1 / _LONGEST_RATIO <= width / max(height, 1) <= _LONGEST_RATIO:
        return None
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    straight = cv2.warpPerspective(grey, matrix, (width, height), flags=cv2.INTER_CUBIC)
    return straight, np.asarray(matrix, np.float64)


def _corners(small: Picture) -> Picture | None:
    """The four corners of the largest light shape, where it is a sheet on something darker."""
    _, light = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    light = cv2.morphologyEx(light, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    shapes, _ = cv2.findContours(light, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    largest = max(shapes, key=cv2.contourArea, default=None)
    if largest is None:
        return None
    share = cv2.contourArea(largest) / small.size
    around = cv2.convexHull(largest)
    bent = cv2.approxPolyDP(around, _BEND * cv2.arcLength(around, True), True)
    if not _LEAST_AREA <= share <= _MOST_AREA or len(bent) != 4:
        return None
    # The sheet fills its four corners, and is lighter than what is around it.
    if cv2.contourArea(bent) * 0.95 > cv2.contourArea(largest):
        return None
    inside = cv2.drawContours(np.zeros_like(small), [bent], -1, 1, cv2.FILLED)
    lighter = float(small[inside == 1].mean()) - float(small[inside == 0].mean())
    corners = np.asarray(bent.reshape(4, 2), np.float64)
    return corners if lighter >= _BRIGHTER and not _is_border(corners, small) else None


def _is_border(corners: Picture, small: Picture) -> bool:
    """Whether the corners are those of the picture itself."""
    height, width = small.shape
    x, y = (
        np.minimum(corners[:, 0], width - corners[:, 0]),
        np.minimum(corners[:, 1], height - corners[:, 1]),
    )
    return int(((x < _EDGE * width) & (y < _EDGE * height)).sum()) > 1


def _in_order(corners: Picture) -> Picture:
    """From the upper left corner on, with the clock."""
    sums, differences = corners.sum(axis=1), corners[:, 0] - corners[:, 1]
    order = [sums.argmin(), differences.argmax(), sums.argmax(), differences.argmin()]
    return np.asarray(corners[order])
