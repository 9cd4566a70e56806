"""Tiny pages drawn in the test, as pictures: text, tick boxes, and marks made by hand.

The font that comes with Pillow has no æ, ø or å.
"""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from innspill.adapters.tesseract import tesseract
from innspill.stages.reading.core.formats.scan.ink import Ticked
from innspill.stages.reading.core.formats.scan.page import boxes_beside
from innspill.stages.reading.core.tools import Tools

DPI = 200
SIDE = 26


class Paper:
    """A page of 200 dots per inch to draw on."""

    def __init__(self, width: int = 1300, height: int = 700) -> None:
        self.picture = Image.new("L", (width, height), 255)
        self.draw = ImageDraw.Draw(self.picture)
        self.font = ImageFont.load_default(30)

    def write(self, left: int, top: int, text: str) -> Paper:
        """Text with its upper edge at `top`."""
        self.draw.text((left, top), text, 0, self.font)
        return self

    def box(self, left: int, top: int, mark: str = "", *, side: int = SIDE) -> Paper:
        """An empty box with a mark made over it."""
        right, bottom = left + side, top + side
        self.draw.rectangle((left, top, right, bottom), outline=0, width=2)
        pen = {"fill": 150 if mark == "pencil" else 20, "width": 4}
        if mark in ("cross", "pencil"):
            self.draw.line((left + 3, top + 2, right - 3, bottom - 2), **pen)
            self.draw.line((right - 4, top + 3, left + 2, bottom - 3), **pen)
        elif mark == "overshooting":
            self.draw.line((left - 8, top - 9, right + 7, bottom + 8), **pen)
            self.draw.line((right + 8, top - 7, left - 7, bottom + 9), **pen)
        elif mark == "check":
            tip = (right + 6, top - 8)
            self.draw.line((left + 4, top + 13, left + 11, bottom - 4, *tip), **pen)
        elif mark == "filled":
            self.draw.rectangle((left, top, right, bottom), fill=20)
        elif mark == "dot":
            self.draw.ellipse((left + 3, top + 3, left + 7, top + 7), fill=0)
        return self

    def png(self) -> bytes:
        """The page as a file."""
        return saved(self.picture, "PNG", dpi=(DPI, DPI))


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    """The picture as a file of this kind."""
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def boxes_on(paper: Paper | Image.Image) -> list[Ticked]:
    """The boxes found in the pixels of the page, its words unknown, from the left."""
    picture = paper.picture if isinstance(paper, Paper) else paper
    grey: NDArray[Any] = np.array(picture)
    found = boxes_beside(grey, DPI, lambda _: ()).boxes
    return sorted(found, key=lambda box: box.outline.left)


def recogniser() -> Tools:
    """The real recogniser; the test is skipped where it is not installed."""
    found = tesseract()
    if found is None:
        pytest.skip("tesseract is not installed")
    return Tools(found)


def form_page(*marks: str) -> Paper:
    """A page of the form of the bridges: two questions with three choices each, and marks."""
    paper = Paper(1400, 800)
    paper.write(80, 60, "1. Is the advice on railings (chapter 2) easy to follow?")
    paper.write(80, 380, "2. Mangler det bruer i oversikten (vedlegg A) eller er noe feil?")
    labels = ("Ja", "Nei", "Har ingen kommentar")
    for at, mark in enumerate(marks):
        top = 130 + 320 * (at // 3) + 60 * (at % 3)
        paper.box(90, top + 6, mark).write(140, top, labels[at % 3])
    paper.write(80, 320, "Rekkverkene er for lave, og alle bruer trenger lys.")
    return paper
