"""Lines and paragraphs: which lines of a text or PDF file belong together.

Word and HTML say where a paragraph ends. Text and PDF only have lines, cut where the page was
full; whether the next line goes on is judged from the gap between them, from how full the line
was, and from how the one ends and the other begins.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from innspill.shared.values import Span
from innspill.stages.reading.core.answers.hyphens import words_in
from innspill.stages.reading.core.answers.stream import Stream
from innspill.stages.reading.core.formats.sniff import PICTURES
from innspill.stages.reading.core.values import Block

LINEWISE = frozenset({"text/plain", "application/pdf", *PICTURES})
"""Media types whose blocks are lines rather than paragraphs."""

_ID = re.compile(r"(?:x\d+)?l(\d+)")
_BULLET = re.compile(
    r"\s*(?:[•◦▪·●○■□*–—\uf0b7\uf0a7-]\s|o\s\s*[A-ZÆØÅ]|\(?[a-z]\)\s|\(?\d{1,2}[.)]\s)"
)
_STOPS = ".!?:;…"
_UNWRAPPED = 160
_FULL = 0.8
_HALF = 0.5
_HEADING = 0.7
_OFTEN = 0.2
_FEW = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """What is usual in one document: how wide a full line is and how far apart lines stand.

    `words` are the words of the document where words may be divided at a line's end.
    """

    linewise: bool
    width: int
    gap: int | None
    words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, stream: Stream, media_type: str) -> Layout:
        """The layout of `stream`, which was read from a file of `media_type`."""
        if media_type not in LINEWISE and not _has_numbered_lines(stream):
            return cls(linewise=False, width=0, gap=None)
        lengths = sorted(len(line.strip()) for line in stream.text.split("\n") if line.strip())
        width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))] if lengths else 0
        gaps = Counter(
            gap
            for before, after in zip(stream.blocks, stream.blocks[1:], strict=False)
            if (gap := gap_between(before, after)) is not None
        )
        return cls(linewise=True, width=width, gap=_usual(gaps), words=words_in(stream.text))


def _has_numbered_lines(stream: Stream) -> bool:
    """Whether the blocks are lines by their names: the text of a mail, but not its HTML."""
    numbered = sum(bool(_ID.fullmatch(block.id)) for block in stream.blocks)
    return numbered * 2 > len(stream.blocks)


def _usual(gaps: Counter[int]) -> int | None:
    """The gap between lines of one paragraph: the smallest that is not an exception."""
    often = [gap for gap, count in gaps.items() if count >= gaps.total() * _OFTEN]
    # A few lines with blank ones between are paragraphs; a whole file of them is a habit.
    return 1 if gaps.total() < _FEW else min(often, default=None)


def gap_between(before: Block, after: Block) -> int | None:
    """How many lines further down `after` stands in its file; None where lines have no number."""
    one, other = _ID.fullmatch(before.id), _ID.fullmatch(after.id)
    return int(other.group(1)) - int(one.group(1)) if one and other else None


def goes_on(stream: Stream, layout: Layout, before: Span, after: Span) -> bool:
    """Whether the paragraph of the line `before` goes on in the line `after`."""
    if not layout.linewise:
        return False
    one, other = stream.block_at(before.start), stream.block_at(after.start)
    text, following = stream.slice(before).strip(), stream.slice(after).strip()
    if not text or not following or (one.cell, one.tag) != (other.cell, other.tag):
        return False
    if _begins_anew(one, other, following):
        return False
    if _is_heading(layout, text, following):
        return False
    line = stream.text[stream.text.rfind("\n", 0, before.start) + 1 : before.end].strip()
    if text[-1] not in _STOPS and (following[0].islower() or text[-1] == ","):
        return len(line) > layout.width * _HALF
    if _apart(stream, layout, before, after):
        return False
    return _is_full(layout, line, following)


def _begins_anew(one: Block, other: Block, following: str) -> bool:
    if one.id != other.id and (other.kind in {"heading", "list-item"} or one.kind == "heading"):
        return True
    return bool(_BULLET.match(following))


def _is_heading(layout: Layout, text: str, following: str) -> bool:
    """Whether `following` is a heading: short, without a stop, after a sentence that is over."""
    short = len(following) < layout.width * _HEADING and following[-1] not in _STOPS + ","
    return short and text[-1] in _STOPS and not following[0].islower()


def _apart(stream: Stream, layout: Layout, before: Span, after: Span) -> bool:
    """Whether more than the usual gap stands between two lines of the file.

    Lines that others stand between (a footnote at the foot of the page) have no gap to judge by.
    """
    first, second = stream.index_at(before.start), stream.index_at(after.start)
    if second != first + 1 or layout.gap is None:
        return False
    gap = gap_between(stream.blocks[first], stream.blocks[second])
    return gap is not None and gap > layout.gap


def _is_full(layout: Layout, text: str, following: str) -> bool:
    """Whether the next word would not have fitted on the line any more."""
    if layout.width > _UNWRAPPED:
        return False
    first_word = following.split(maxsplit=1)[0]
    return len(text) + 1 + len(first_word) > layout.width * _FULL
