"""Whether a tick box is ticked: by the ink inside its outline, never by what OCR made of it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from innspill.stages.reading.core.formats.scan.pixels import Outline, Picture

Rect = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels."""

_FAINTEST = 26.0
"""So much darker than the paper must a pencil's mark be, of 250."""
_NOISE, _OF_CONTRAST = 4.5, 0.2
_LINE = 0.45
_ROUND = 12
"""So many pixels around a box are looked at for paper and noise."""
_EMPTY, _TICKED = 0.02, 0.10
"""Shares of the core that are ink. Measured on scans: empty boxes 0.00, ticks 0.30 and more."""
_EDGE = 0.10
"""An empty core, but more ink than this beside the line: a mark in a corner."""
_SOLID = 0.84
"""From this share of the darkest on it is no stroke: a filled box, or a tick scribbled over."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How much of a box's inside is ink, of its core, and how dark its lightest tenth is."""

    inside: float
    core: float
    solid: float


@dataclass(frozen=True, slots=True)
class Ticked:
    """A box found in the pixels and its state; `unsure` where it could be the other."""

    outline: Outline
    ticked: bool
    unsure: bool = False
    solid: bool = False
    """Whether it is dark all over: filled, or scribbled over."""


def judged(grey: Picture, outline: Outline) -> Ticked:
    """The state of the box with this `outline` on the evenly lit page `grey`."""
    ink = ink_in(grey, outline)
    ticked = ink.core >= _TICKED
    empty = ink.core < _EMPTY and ink.inside < _EDGE
    return Ticked(outline, not empty, not (outline.sure and (ticked or empty)), ink.solid >= _SOLID)


def ink_in(grey: Picture, outline: Outline) -> Ink:
    """How much ink there is in the box; a circle is measured in its square core."""
    smooth = cv2.GaussianBlur(_part(grey, outline, _ROUND), (0, 0), 0.7).astype(np.float32)
    paper = float(np.percentile(smooth, 85))
    noise = float(np.median(np.abs(smooth[smooth > paper - 20] - paper))) * 1.5
    contrast = paper - float(np.percentile(smooth, 3))
    dark = smooth < paper - max(_FAINTEST, _NOISE * noise, _OF_CONTRAST * contrast)
    left, top = min(_ROUND, outline.left), min(_ROUND, outline.top)
    rect = (left, top, left + outline.right - outline.left, top + outline.bottom - outline.top)
    line, side = _inner_edge(dark, rect), outline.side
    off = max(line + 1, 0.24 * side) if outline.round else line + 1 + 0.03 * side
    inner, core = _inset(rect, off), _inset(rect, max(off + 1, 0.24 * side))
    darkness = _within((paper - smooth) / max(contrast, 1.0), core)
    # How dark the lightest tenth is.
    solid = float(np.percentile(darkness, 10)) if darkness.size else 0.0
    return Ink(_mean(dark, inner), _mean(dark, core), solid)


def _part(grey: Picture, box: Outline, off: int) -> Picture:
    return grey[
        max(0, box.top - off) : box.bottom + off + 1, max(0, box.left - off) : box.right + off + 1
    ]


def _inset(rect: Rect, by: float) -> Rect:
    left, top, right, bottom = rect
    return left + by, top + by, right - by + 1, bottom - by + 1


def _within(picture: Picture, rect: Rect) -> Picture:
    left, top, right, bottom = (max(0, round(side)) for side in rect)
    return picture[top:bottom, left:right]


def _mean(dark: Picture, rect: Rect) -> float:
    part = _within(dark, rect)
    return float(part.mean()) if part.size else 0.0


def _inner_edge(dark: Picture, rect: Rect) -> float:
    """How far inwards the outline's line ends: of the four sides the second thinnest.

    Ticks that cross a side make it look thicker; a side that is not drawn at all looks thin.
    """
    left, top, right, bottom = rect
    width, height = right - left, bottom - top
    most = max(3, round(0.28 * min(width, height)))
    x0, x1 = left + width // 4, right - width // 4
    y0, y1 = top + height // 4, bottom - height // 4
    steps = range(-2, most)
    sides = (
        [_mean(dark, (x0, top + at, x1, top + at + 1)) for at in steps],
        [_mean(dark, (x0, bottom - at, x1, bottom - at + 1)) for at in steps],
        [_mean(dark, (left + at, y0, left + at + 1, y1)) for at in steps],
        [_mean(dark, (right - at, y0, right - at + 1, y1)) for at in steps],
    )
    return float(sorted(_end_of_line(side) for side in sides)[1] - 2)


def _end_of_line(profile: list[float]) -> int:
    """The first step after the line that is white again, or the last step."""
    drawn = next((at for at, dark in enumerate(profile) if dark > _LINE), 0)
    rest = range(drawn, len(profile))
    return next((at for at in rest if profile[at] < _LINE), len(profile))
