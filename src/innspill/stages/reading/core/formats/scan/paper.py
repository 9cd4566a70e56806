"""A page that was seen, as a page of a PDF: its words, boxes and tables in points, and back again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

import numpy as np

from innspill.stages.reading.core.formats.characters import show
from innspill.stages.reading.core.formats.pdf.boxes import add_box
from innspill.stages.reading.core.formats.pdf.drawn import Shape
from innspill.stages.reading.core.formats.pdf.geometry import Rect, View
from innspill.stages.reading.core.formats.pdf.layout import arrange
from innspill.stages.reading.core.formats.pdf.page import Page
from innspill.stages.reading.core.formats.pdf.rows import Rows
from innspill.stages.reading.core.formats.pdf.tables import tables_in
from innspill.stages.reading.core.formats.pdf.words import Ticking, Word
from innspill.stages.reading.core.formats.scan.expected import missed
from innspill.stages.reading.core.formats.scan.ink import Ticked
from innspill.stages.reading.core.formats.scan.page import SeenPage
from innspill.stages.reading.core.formats.scan.straighten import Matrix
from innspill.stages.reading.core.tools import Recognised
from innspill.stages.reading.core.values import Area, Block, Box, SeenWord

_BELOW = frozenset("gjpqyQ,;()[]{}|/\\@§_$")
_TALL = re.compile(r"[A-ZÆØÅ0-9bdfhkltß]")
_OF_CAPITAL, _OF_SMALL = 0.72, 0.53
"""How high capital and small letters are, of the letter size."""
_SAME_SIZE = 0.14
_STROKES = "'’‘`´|/\\.,:;*\"~^-"
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE = re.compile(r"s\d+l(\d+)")


@dataclass(slots=True)
class Paper:
    """A recognised page: the picture as seen until it is finished, and the same as a page with lines.

    `scale` is the points of one pixel; `lost` counts boxes that should be there and are not.
    """

    seen: SeenPage | None
    page: Page
    scale: float
    given_height: float
    given: Matrix
    """From the pixels of the upright picture to points of the page given, counted from its top."""
    lost: int = 0
    confidence: dict[int, int] = field(default_factory=dict)
    """For each word by its identity: how sure the recogniser is."""
    boxes: list[tuple[Word, Ticked]] = field(default_factory=list)

    def finish(self) -> None:
        """Put the lines together, and look for boxes that should be there."""
        arrange(self.page)
        expected = missed(self.page.lines)
        found = []
        for rect in expected:
            box = self._look_at(rect)
            if box is not None:
                found.append((rect, box))
        self.lost = len(expected) - len(found)
        if found:
            for rect, box in found:
                self._add(rect, box)
            self.page.lines = [line for line in self.page.lines if line.view is not None]
            arrange(self.page)
        # A document has many pages, and their pictures are large.
        self.seen = None

    def _look_at(self, rect: Rect) -> Ticked | None:
        scale, height = self.scale, self.page.height
        if self.seen is None:
            return None
        return self.seen.box_at(
            rect.left / scale, (height - rect.top) / scale,
            rect.right / scale, (height - rect.bottom) / scale,
        )  # fmt: skip

    def add_boxes(self, boxes: Iterable[Ticked]) -> None:
        """Put the boxes among the words of the page."""
        for box in boxes:
            one = box.outline
            self._add(self.rect(one.left, one.top, one.right, one.bottom), box)

    def _add(self, rect: Rect, box: Ticked) -> None:
        # What the recogniser made of the box is no word.
        kept = [
            word for word in self.page.words
            if word.box is not None or len(word.text) > 2 or not rect.has((word.middle, word.base + 0.3 * word.size))
        ]  # fmt: skip
        for word in kept:
            if word.box is None and _begins_beside(word, rect):
                # A stroke of the tick that reaches the label is no part of it.
                word.text = word.text.lstrip(_STROKES) or word.text
        self.page.words = kept
        add_box(self.page, Rows(kept), rect, Ticking(box.ticked, "pixels", unsure=box.unsure))
        self.boxes.append((self.page.words[-1], box))

    def rect(self, left: float, top: float, right: float, bottom: float) -> Rect:
        """A rectangle of pixels in points from the lower left corner."""
        scale, height = self.scale, self.page.height
        return Rect(left * scale, height - bottom * scale, right * scale, height - top * scale)

    def area(self, area: Area) -> Area:
        """Where a place of the upright page stands on the page as it was given."""
        scale, height = self.scale, self.page.height
        corners = (
            np.array(
                [
                    [x / scale, (height - y) / scale, 1.0]
                    for x in (area.left, area.right)
                    for y in (area.bottom, area.top)
                ]
            )
            @ self.given.T
        )
        xs, ys = corners[:, 0] / corners[:, 2], corners[:, 1] / corners[:, 2]
        sides = (xs.min(), self.given_height - ys.max(), xs.max(), self.given_height - ys.min())
        return Area(*(round(float(side), 1) for side in sides))

    def told(self, block: Block) -> Block:
        """The block of this page with its words' confidence, its place, and boxes from pixels."""
        boxes = tuple(
            box if box.technique == "pixels" else Box(box.at, box.ticked, "pixels", unsure=True)
            for box in block.boxes
        )
        area = self.area(block.area) if block.area else None
        return replace(block, boxes=boxes, area=area, words=tuple(self._words(block)))

    def _words(self, block: Block) -> Iterator[SeenWord]:
        place = _LINE.fullmatch(block.id)
        if place is None or int(place[1]) > len(self.page.lines):
            return
        line = self.page.lines[int(place[1]) - 1]
        text, starts = line.spelled()
        shown = show(text)
        if shown.text != block.text:
            return
        for word, start in zip(line.words, starts, strict=True):
            sure = self.confidence.get(id(word))
            begin, end = shown.place(start), shown.place(start + len(word.text))
            if sure is not None and begin < end <= len(block.text):
                yield SeenWord(begin, end, sure)


def _begins_beside(word: Word, box: Rect) -> bool:
    middle = box.middle[1]
    level = word.base - 0.3 * word.size <= middle <= word.base + word.size
    return level and -0.3 * box.width <= word.left - box.right <= box.width


def paper_of(
    seen: SeenPage, number: int, scale: float, given_height: float, given: Matrix | None = None
) -> Paper:
    """The page as `seen`, with its lines still to be put together.

    `given` leads from the pixels that were seen to points of the page given, `given_height` high;
    without it that is by `scale`, the points of one pixel.
    """
    rows, columns = seen.grey.shape
    height, width = rows * scale, columns * scale
    view = View(Rect(0.0, 0.0, width, height))
    page = Page(number, height, [], view=view, shown=view)
    way = np.diag([scale, scale, 1.0]) if given is None else given
    paper = Paper(seen, page, scale, given_height, way @ seen.back)
    page.words = _words(seen.words, paper)
    page.tables = tables_in(
        Shape(paper.rect(*rule), "line", at) for at, rule in enumerate(seen.rules)
    )
    paper.add_boxes(seen.boxes)
    return paper


def _words(words: Sequence[Recognised], paper: Paper) -> list[Word]:
    """The words with one baseline and letter size for each line of the recogniser."""
    lines: dict[int, list[Recognised]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    measured = [(line, *_measures(line)) for line in lines.values()]
    usual = median([size for _, _, size in measured]) if measured else 0.0
    found: list[Word] = []
    for line, base, size in measured:
        # Letters are measured to the pixel only: nearly the same size is the same.
        snapped = usual if abs(size - usual) <= _SAME_SIZE * usual else size
        for one in line:
            text = _UNSHOWABLE.sub("\ufffd", one.text)
            written = Word(
                text, one.left * paper.scale, one.right * paper.scale,
                paper.page.height - base * paper.scale, snapped * paper.scale,
            )  # fmt: skip
            paper.confidence[id(written)] = one.confidence
            found.append(written)
    return found


def _measures(line: Sequence[Recognised]) -> tuple[float, float]:
    """The baseline and the letter size of a line, in pixels."""
    on_base = [word.bottom for word in line if not _BELOW & set(word.text)]
    base = (
        median(on_base) if on_base else median(w.bottom - 0.22 * (w.bottom - w.top) for w in line)
    )
    tall = [base - word.top for word in line if _TALL.search(word.text)]
    small = [base - word.top for word in line]
    size = median(tall) / _OF_CAPITAL if tall else median(small) / _OF_SMALL
    return float(base), max(float(size), 1.0)
