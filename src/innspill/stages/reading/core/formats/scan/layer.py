"""Pages of a PDF that are pictures: recognised, or ticked where others laid their text behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.pdf.boxes import add_box
from innspill.stages.reading.core.formats.pdf.geometry import Rect
from innspill.stages.reading.core.formats.pdf.page import Page
from innspill.stages.reading.core.formats.pdf.rows import Rows
from innspill.stages.reading.core.formats.pdf.words import Ticking
from innspill.stages.reading.core.formats.scan.document import (
    DPI,
    ENGLISH_ONLY,
    MOST_PAGES,
    is_norwegian,
)
from innspill.stages.reading.core.formats.scan.doubts import doubts, settle_solid
from innspill.stages.reading.core.formats.scan.page import boxes_beside, see
from innspill.stages.reading.core.formats.scan.paper import Paper, paper_of
from innspill.stages.reading.core.formats.scan.pixels import Picture
from innspill.stages.reading.core.tools import Recognised, Tools
from innspill.stages.reading.core.values import Block

_MOST_SIDE = 5_000
_SHORTEST_SIDE = 8


@dataclass(slots=True)
class PicturePages:
    """The pages of one PDF that are pictures, and what is known of them."""

    tools: Tools
    papers: list[Paper] = field(default_factory=list)
    left: int = 0
    """How many pages were to be recognised and could not."""

    @property
    def used(self) -> tuple[str, ...]:
        """The programs outside that had a part in it."""
        recogniser = self.tools.recogniser
        return (recogniser.name,) if recogniser is not None and self.papers else ()

    def recognise(self, handle: Any, page: Page) -> Page:
        """The page with its text recognised; as it was where that cannot be done."""
        if self.tools.recogniser is None:
            return page
        if len(self.papers) >= MOST_PAGES:
            self.left += 1
            return page
        try:
            picture, dpi = _rendered(handle)
            seen = see(picture, dpi, self.tools)
        except Unreadable:
            self.left += 1
            return page
        if seen is None:
            return page
        paper = paper_of(
            seen, page.number, handle.get_height() / picture.shape[0], handle.get_height()
        )
        paper.page.asides = page.asides
        paper.page.drawn = page.drawn
        if not seen.turned:
            paper.page.view = paper.page.shown = page.shown
        self.papers.append(paper)
        return paper.page

    def finish(self, page: Page) -> bool:
        """Put the lines of a recognised page together; False where it is none."""
        paper = next((paper for paper in self.papers if paper.page is page), None)
        if paper is None:
            return False
        paper.finish()
        return True

    def told(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """All blocks of the document; those of recognised pages with what is known of them."""
        known = {paper.page.number: paper for paper in self.papers}
        return tuple(known[b.page].told(b) if b.page in known else b for b in blocks)

    def settle(self) -> None:
        """What only all pages together show."""
        settle_solid(self.papers)

    def flags(self, blocks: Sequence[Block]) -> tuple[str, ...]:
        """What makes the recognised pages doubtful."""
        flags = list(doubts(blocks, self.papers))
        if self.left:
            flags.append("pages-not-recognised")
        if any(not is_norwegian(name) for name in self.used):
            flags.append(ENGLISH_ONLY)
        return tuple(flags)


def _rendered(handle: Any) -> tuple[Picture, int]:
    """The pypdfium2 page `handle` as a grey picture without its notes, and its resolution."""
    longest = max(handle.get_width(), handle.get_height(), 1.0)
    scale = min(DPI / 72, _MOST_SIDE / longest)
    bitmap = handle.render(scale=scale, grayscale=True, draw_annots=False, may_draw_forms=False)
    try:
        picture = np.array(bitmap.to_numpy())
    finally:
        bitmap.close()
    if min(picture.shape[:2]) < _SHORTEST_SIDE:
        raise Unreadable("needs-ocr", "The page is too small to show any text.")
    return picture.reshape(picture.shape[:2]), max(1, round(scale * 72))


def add_ticks(handle: Any, page: Page) -> None:
    """Put the boxes in the pixels of a page among the words that OCR laid behind it."""
    if page.view.turn != page.shown.turn:
        return
    picture, dpi = _rendered(handle)
    scale = picture.shape[0] / max(page.height, 1.0)

    def words(matrix: NDArray[np.float64]) -> Sequence[Recognised]:
        return _placed(page, matrix, scale)

    seen = boxes_beside(picture, dpi, words)
    for box in seen.boxes:
        one = box.outline
        corners = np.array([[one.left, one.bottom, 1.0], [one.right, one.top, 1.0]]) @ seen.back.T
        (left, bottom), (right, top) = (corners[:, :2] / scale).tolist()
        rect = Rect(left, page.height - bottom, right, page.height - top)
        page.words = [
            word
            for word in page.words
            if word.box or not rect.has((word.middle, word.base + 0.3 * word.size))
        ]
        add_box(page, Rows(page.words), rect, Ticking(box.ticked, "pixels", unsure=box.unsure))


def _placed(page: Page, matrix: NDArray[np.float64], scale: float) -> list[Recognised]:
    """The words of the page with their places in the pixels of the upright picture."""
    found: list[Recognised] = []
    for number, word in enumerate(page.words):
        rect = word.rect
        edges = np.array([
            [rect.left * scale, (page.height - rect.top) * scale, 1.0],
            [rect.right * scale, (page.height - rect.bottom) * scale, 1.0],
        ]) @ matrix.T  # fmt: skip
        (left, top), (right, bottom) = np.rint(edges[:, :2]).astype(int).tolist()
        found.append(Recognised(word.text, left, top, right, bottom, 100, number, number))
    return found
