"""Running heads and page numbers: words on the page that belong to no paragraph."""

from __future__ import annotations

import re
from collections import Counter

from innspill.stages.reading.core.answers.ledger import UNPLACED, Ledger
from innspill.stages.reading.core.answers.stream import Stream, key_of

_SIDE = frozenset({"header", "footer", "quoted", "signature"})
_PAGE_NUMBER = re.compile(
    r"\s*(?:(?:side|page|s\.)\s*)?\d{1,3}(?:\s*(?:av|of|/)\s*\d{1,3})?\s*|\s*-\s*\d{1,3}\s*-\s*",
    re.IGNORECASE,
)
_ENOUGH_PAGES = 3


def claim_side_lines(stream: Stream, ledger: Ledger) -> None:
    """Gives heads, feet, page numbers, quoted mail and signatures to what is unplaced."""
    for index, block in enumerate(stream.blocks):
        if block.kind in _SIDE:
            ledger.claim(stream.span_of(index), UNPLACED)
    for index in _running(stream):
        ledger.claim(stream.span_of(index), UNPLACED)


def _running(stream: Stream) -> list[int]:
    """First and last lines of pages that are a page number or the same on most pages."""
    edges: list[int] = []
    blocks = stream.blocks
    for index, block in enumerate(blocks):
        if block.page is None:
            continue
        first = index == 0 or blocks[index - 1].page != block.page
        last = index + 1 == len(blocks) or blocks[index + 1].page != block.page
        if first or last:
            edges.append(index)
    shapes = Counter(_shape(blocks[index].text) for index in edges)
    pages = len({block.page for block in blocks if block.page is not None})
    return [
        index
        for index in edges
        if _PAGE_NUMBER.fullmatch(blocks[index].text)
        or (pages >= _ENOUGH_PAGES and shapes[_shape(blocks[index].text)] >= pages - 1)
    ]


def _shape(text: str) -> str:
    """`text` without its digits, which differ from page to page."""
    return re.sub(r"\d+", "#", key_of(text))
