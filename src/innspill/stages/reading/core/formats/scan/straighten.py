"""A page set straight before it is read: evenly lit, upright to a tenth of a degree."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[Any]
Matrix = NDArray[np.float64]

MOST_SKEW = 15.0
_SMALL = 900
"""The skew is measured on a picture of this many pixels."""
_LEAST_SKEW = 0.05
_CLEARLY = 1.01


def even(grey: Picture) -> Picture:
    """`grey` with its paper white everywhere: shadows and the dark rim of a photo taken away."""
    height, width = grey.shape
    scale = min(1.0, 400 / max(height, width))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    paper = cv2.dilate(small, np.ones((9, 9), np.uint8))
    paper = cv2.GaussianBlur(cv2.medianBlur(paper, 11), (0, 0), 5)
    paper = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    # A dark picture or a black rim is not lifted to paper.
    return cv2.divide(grey, np.maximum(paper, 60), scale=250)


def skew_of(grey: Picture) -> tuple[float, float]:
    """By how many degrees the lines of the page are turned, and how clear that is."""
    scale = min(1.0, _SMALL / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = (small < 190).astype(np.float32)
    level = _sharpness(ink)
    coarse = np.arange(-MOST_SKEW, MOST_SKEW + 0.1, 1.0)
    best, _ = _clearest(ink, coarse)
    best, _ = _clearest(ink, best + np.arange(-0.8, 0.81, 0.2))
    best, sharp = _clearest(ink, best + np.arange(-0.15, 0.16, 0.05))
    # A page without lines of text is as level in one direction as in any other.
    return (best, sharp) if sharp > level * _CLEARLY else (0.0, level)


def _clearest(ink: Picture, angles: NDArray[np.float64]) -> tuple[float, float]:
    sharp = [_sharpness(turned(ink, float(angle), 0)[0]) for angle in angles]
    at = int(np.argmax(sharp))
    return float(angles[at]), sharp[at]


def _sharpness(ink: Picture) -> float:
    """How sharply rows with ink part from rows without: greatest when lines are level."""
    rows = ink.sum(axis=1)
    return float(np.square(np.diff(rows)).sum() / (rows.sum() + 1.0))


def turned(picture: Picture, degrees: float, border: int = 255) -> tuple[Picture, Matrix]:
    """`picture` turned back by `degrees` about its middle, and the matrix that did it."""
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    full = np.vstack([matrix, [0.0, 0.0, 1.0]])
    if abs(degrees) < _LEAST_SKEW:
        return picture, np.eye(3)
    way = cv2.INTER_CUBIC if picture.dtype == np.uint8 else cv2.INTER_LINEAR
    return cv2.warpAffine(picture, matrix, (width, height), flags=way, borderValue=border), full


def upright(picture: Picture, quarter: int) -> tuple[Picture, Matrix]:
    """`picture` turned by quarter turns against the clock, and the matrix that did it."""
    height, width = picture.shape[:2]
    matrices = {
        0: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        1: [[0, 1, 0], [-1, 0, width - 1], [0, 0, 1]],
        2: [[-1, 0, width - 1], [0, -1, height - 1], [0, 0, 1]],
        3: [[0, -1, height - 1], [1, 0, 0], [0, 0, 1]],
    }
    return np.ascontiguousarray(np.rot90(picture, quarter)), np.array(matrices[quarter % 4], float)
