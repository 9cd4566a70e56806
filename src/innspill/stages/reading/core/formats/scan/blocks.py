"""The blocks of pages that were recognised, and what makes them doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from innspill.stages.reading.core.formats.scan.lines import Line, written
from innspill.stages.reading.core.formats.scan.page import SeenPage
from innspill.stages.reading.core.values import Area, Block, BlockKind, SeenWord

_UNSURE_WORD = 60
_UNSURE_SHARE, _UNSURE_MEAN = 0.2, 75.0
_MARGIN = 0.11
_PAGE_NUMBER = re.compile(
    r"\s*(?:(?:side|page|s\.)\s*)?[-–]?\s*\d{1,4}\s*[-–]?\s*(?:(?:av|of|/)\s*\d{1,4})?\s*",
    re.IGNORECASE,
)


def page_blocks(page: SeenPage, number: int, height: float, scale: float) -> Iterator[Block]:
    """The blocks of page `number`, one per line ("s2l14").

    `height` is the page's in points, `scale` the points of one pixel of the picture given.
    """
    for at, line in enumerate(page.lines, start=1):
        done = written(line, page.letters)
        if not done.text.strip():
            continue
        area = _area(page, line, height, scale)
        yield Block(
            f"s{number}l{at}", _kind(done.text, area, height), done.text, tuple(done.boxes),
            page=number, area=area, words=tuple(done.words),
        )  # fmt: skip


def _kind(text: str, area: Area, height: float) -> BlockKind:
    if _PAGE_NUMBER.fullmatch(text):
        if area.top < height * _MARGIN:
            return "footer"
        if area.bottom > height * (1 - _MARGIN):
            return "header"
    return "paragraph"


def _area(page: SeenPage, line: Line, height: float, scale: float) -> Area:
    """Where the line stands on the page as it was given, which may lie askew."""
    xs, ys = (line.left, line.right), (line.top, line.bottom)
    corners = np.array([[x, y, 1.0] for x in xs for y in ys])
    there = corners @ page.back.T
    there = there[:, :2] / there[:, 2:]
    left, top = there.min(axis=0)
    right, bottom = there.max(axis=0)
    places = (left * scale, height - bottom * scale, right * scale, height - top * scale)
    return Area(*(round(float(place), 2) for place in places))


def doubts(blocks: Sequence[Block], missed: int) -> tuple[str, ...]:
    """The flags of a document with these recognised blocks, where `missed` boxes were not found."""
    words = [word for block in blocks for word in block.words]
    found = {
        "text-from-ocr": bool(words),
        "low-confidence": _is_low(words),
        "tick-unclear": any(box.unsure for block in blocks for box in block.boxes),
        "box-not-found": missed > 0,
    }
    return tuple(flag for flag, stands in found.items() if stands)


def _is_low(words: Sequence[SeenWord]) -> bool:
    letters = sum(word.end - word.start for word in words)
    if not letters:
        return False
    mean = sum((word.end - word.start) * word.confidence for word in words) / letters
    unsure = sum(word.end - word.start for word in words if word.confidence < _UNSURE_WORD)
    return mean < _UNSURE_MEAN or unsure > _UNSURE_SHARE * letters


def settle_solid(pages: Sequence[SeenPage]) -> None:
    """Make boxes that are dark all over unsure where the others are ticked with strokes.

    Who fills in boxes fills them all; one among crosses is a cross that was scribbled over.
    """
    ticks = [piece for page in pages for line in page.lines for piece in line.pieces if piece.box]
    stroked = any(p.box and p.box.ticked and not p.box.solid for p in ticks)
    for piece in ticks:
        if piece.box is not None and piece.box.solid and stroked:
            piece.box = replace(piece.box, unsure=True)
