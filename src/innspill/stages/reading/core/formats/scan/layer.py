"""Pages of a PDF that are pictures: rendered, recognised, or ticked where others recognised them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from innspill.stages.reading.core.formats.characters import glyph
from innspill.stages.reading.core.formats.pdf.page import Char, Page, VisualLine
from innspill.stages.reading.core.formats.scan.page import SeenPage, see, ticks_on
from innspill.stages.reading.core.formats.scan.straighten import Picture
from innspill.stages.reading.core.tools import Recognised, Tools
from innspill.stages.reading.core.values import Block, Box

DPI = 200
_LEAST_DPI = 60
_MOST_SIDE = 5_000
MARK = "\0pixels "
"""Begins the tag of a box found in pixels, until its block is made: sure or unsure."""
_SURE, _UNSURE = MARK + "sure", MARK + "unsure"


def rendered(handle: Any) -> tuple[Picture, int]:
    """The pypdfium2 page `handle` as a grey picture, and its resolution."""
    points = max(handle.get_width(), handle.get_height(), 1.0)
    dpi = int(min(DPI, max(_LEAST_DPI, _MOST_SIDE * 72 / points)))
    bitmap = handle.render(scale=min(dpi / 72, _MOST_SIDE / points), grayscale=True)
    try:
        picture = np.array(bitmap.to_numpy())
    finally:
        bitmap.close()
    return picture.reshape(picture.shape[:2]), dpi


def see_page(handle: Any, tools: Tools) -> tuple[SeenPage, float]:
    """The page recognised, and the points of one of its pixels. Raises `Unreadable`."""
    picture, dpi = rendered(handle)
    return see(picture, dpi, tools), handle.get_height() / max(picture.shape[0], 1)


def add_ticks(handle: Any, page: Page) -> int:
    """Put the boxes in the pixels of a page into the lines that OCR laid behind it.

    Gives how many boxes should be there and were not found.
    """
    picture, dpi = rendered(handle)
    scale = picture.shape[0] / max(page.height, 1.0)

    def words(matrix: NDArray[np.float64]) -> Sequence[Recognised]:
        return _words(page, matrix, scale)

    seen = ticks_on(picture, dpi, words)
    for box in seen.boxes:
        one = box.outline
        corners = np.array([[one.left, one.bottom, 1.0], [one.right, one.top, 1.0]]) @ seen.back.T
        (left, bottom), (right, top) = corners[:, :2] / scale
        char = Char(
            glyph(box.ticked), float(left), float(right), page.height - float(bottom),
            float(bottom - top), box.ticked, "control", _UNSURE if box.unsure else _SURE,
        )  # fmt: skip
        _put(page, char)
    return seen.missed


def _words(page: Page, matrix: NDArray[np.float64], scale: float) -> Sequence[Recognised]:
    """The words of the page's lines with their places in the pixels of the upright picture."""
    found: list[Recognised] = []
    for number, line in enumerate(page.lines):
        for chars in _parted(line):
            edges = np.array([
                [chars[0].left * scale, (page.height - line.base - 0.75 * line.size) * scale, 1.0],
                [chars[-1].right * scale, (page.height - line.base + 0.2 * line.size) * scale, 1.0],
            ]) @ matrix.T  # fmt: skip
            (left, top), (right, bottom) = np.rint(edges[:, :2]).astype(int).tolist()
            text = "".join(char.text for char in chars)
            found.append(Recognised(text, left, top, right, bottom, 100, number, number))
    return found


def _parted(line: VisualLine) -> list[list[Char]]:
    words: list[list[Char]] = [[]]
    for char in line.chars:
        if char.text.isspace():
            words.append([])
        else:
            words[-1].append(char)
    return [word for word in words if word]


def _put(page: Page, box: Char) -> None:
    """Put the box into its line, in place of the characters that OCR made of it."""
    middle = box.base + box.size / 2
    beside = [
        line for line in page.lines
        if line.size and line.base - 0.4 * line.size <= middle <= line.base + 1.1 * line.size
    ]  # fmt: skip
    if not beside:
        at = next((at for at, line in enumerate(page.lines) if line.base < box.base), len(page.lines))
        page.lines.insert(at, VisualLine([box]))
        return
    line = min(beside, key=lambda one: min(abs(char.left - box.right) for char in one.chars))
    kept = [char for char in line.chars if char.text.isspace() or not _covers(box, char)]
    box.size, box.base = line.size, line.base
    centre = (box.left + box.right) / 2
    at = next(
        (at for at, char in enumerate(kept)
         if not char.text.isspace() and char.left + char.right > 2 * centre),
        len(kept),
    )  # fmt: skip
    line.chars[:] = [*kept[:at], box, Char(" ", box.right, box.right, line.base, line.size), *kept[at:]]


def _covers(box: Char, char: Char) -> bool:
    return char.ticked is None and box.left - 1 <= (char.left + char.right) / 2 <= box.right + 1


def with_pixels(block: Block) -> Block:
    """The block with its boxes that were found in pixels called so."""
    if not any(box.tag and box.tag.startswith(MARK) for box in block.boxes):
        return block
    boxes = tuple(
        Box(box.at, box.ticked, "pixels", unsure=box.tag == _UNSURE)
        if box.tag and box.tag.startswith(MARK) else box
        for box in block.boxes
    )  # fmt: skip
    return replace(block, boxes=boxes)
