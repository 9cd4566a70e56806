"""Whether a tick box is ticked: by the ink inside its outline, never by what OCR made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from innspill.stages.reading.core.formats.scan.outlines import Outline

Picture = NDArray[Any]

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
    left, top, side = min(_ROUND, outline.left), min(_ROUND, outline.top), outline.side
    width, height = outline.right - outline.left, outline.bottom - outline.top
    line = _inner_edge(dark, left, top, width, height)
    off = max(line + 1, 0.24 * side) if outline.round else line + 1 + 0.03 * side
    core = max(off + 1, 0.24 * side)
    return Ink(
        _inset(dark, left, top, width, height, off),
        _inset(dark, left, top, width, height, core),
        _lightest((paper - smooth) / max(contrast, 1.0), left, top, width, height, core),
    )


def _lightest(darkness: Picture, left: int, top: int, width: int, height: int, by: float) -> float:
    """How dark the lightest tenth of the core is."""
    x, y, off = left, top, round(by)
    part = darkness[y + off : y + height - off + 1, x + off : x + width - off + 1]
    return float(np.percentile(part, 10)) if part.size else 0.0


def _part(grey: Picture, box: Outline, off: int) -> Picture:
    return grey[
        max(0, box.top - off) : box.bottom + off + 1, max(0, box.left - off) : box.right + off + 1
    ]


def _inset(dark: Picture, left: int, top: int, width: int, height: int, by: float) -> float:
    return _mean(dark, left + by, top + by, left + width - by + 1, top + height - by + 1)


def _mean(dark: Picture, left: float, top: float, right: float, bottom: float) -> float:
    part = dark[
        max(0, round(top)) : max(0, round(bottom)), max(0, round(left)) : max(0, round(right))
    ]
    return float(part.mean()) if part.size else 0.0


def _inner_edge(dark: Picture, left: int, top: int, width: int, height: int) -> float:
    """How far inwards the outline's line ends: of the four sides the second thinnest.

    Ticks that cross a side make it look thicker; a side that is not drawn at all looks thin.
    """
    most = max(3, round(0.28 * min(width, height)))
    x0, x1 = left + width // 4, left + width - width // 4
    y0, y1 = top + height // 4, top + height - height // 4
    steps = range(-2, most)
    sides = (
        [_mean(dark, x0, top + at, x1, top + at + 1) for at in steps],
        [_mean(dark, x0, top + height - at, x1, top + height - at + 1) for at in steps],
        [_mean(dark, left + at, y0, left + at + 1, y1) for at in steps],
        [_mean(dark, left + width - at, y0, left + width - at + 1, y1) for at in steps],
    )
    return float(sorted(_end_of_line(side) for side in sides)[1] - 2)


def _end_of_line(profile: list[float]) -> int:
    """The first step after the line that is white again, or the last step."""
    drawn = next((at for at, dark in enumerate(profile) if dark > _LINE), 0)
    rest = range(drawn, len(profile))
    return next((at for at in rest if profile[at] < _LINE), len(profile))
