"""From the visual lines of a PDF to blocks: raised marks, footnotes, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from innspill.stages.reading.core.formats.blocks import block_of
from innspill.stages.reading.core.formats.pdf.page import Char, Page, VisualLine
from innspill.stages.reading.core.values import Block, BlockKind, Box, NoteRef

_MARGIN = 0.11
"""Running heads and feet stand in this share of the page's height at its top and bottom."""
_SMALL = 0.92
"""A footnote is set at most this much of the page's usual letter size."""
_RAISED = 0.1
_MARK_SIZE = 0.85
"""A footnote's mark is set smaller than this share of its line and raised by the one above."""
_FOOT = 0.6
"""Footnotes begin in this lower share of the page."""
_PAGE_NUMBER = re.compile(
    r"\s*(?:(?:side|page|s\.)\s*)?[-–]?\s*\d{1,4}\s*[-–]?\s*(?:(?:av|of|/)\s*\d{1,4})?\s*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class _Footnote:
    """A footnote being put together from its lines."""

    mark: str
    lines: list[str]
    name: str


def blocks_of(pages: list[Page]) -> Iterator[Block]:
    """The blocks of the pages: one per line ("s2l14": page 2, line 14), footnotes put together."""
    repeated = _repeated(pages)
    usual = _usual_size(pages)
    for page in pages:
        yield from _page_blocks(page, repeated, usual)


def _page_blocks(page: Page, repeated: set[str], usual: float) -> Iterator[Block]:
    notes: list[_Footnote] = []
    foot = _notes_from(page, usual)
    for at, line in enumerate(page.lines, start=1):
        name = f"s{page.number}l{at}"
        kind = _margin_kind(page, line, repeated)
        if kind == "paragraph" and at > foot:
            _take_note_line(line, notes, name)
            continue
        text, boxes, refs = _shown(line)
        block, _ = block_of(name, kind, text, boxes=boxes, notes=refs, page=page.number)
        if block is not None:
            yield block
    for note in notes:
        text = _unwrapped(note.lines)
        block, _ = block_of(note.name, "footnote", text, page=page.number, mark=note.mark)
        if block is not None:
            yield block


def _shown(line: VisualLine) -> tuple[str, list[Box], list[NoteRef]]:
    """The line's text, the boxes that are no characters of the file, and its raised marks."""
    boxes: list[Box] = []
    for at, char in enumerate(line.chars):
        if char.ticked is not None:
            if char.technique == "control":
                boxes.append(Box(at, char.ticked, "control", char.tag))
            else:
                boxes.append(Box(at, char.ticked, "symbol"))
    return line.text, boxes, list(_marks(line))


def _marks(line: VisualLine) -> Iterator[NoteRef]:
    """Raised small digits right after a word or stop: marks of footnotes."""
    at, chars = 0, line.chars
    size, base = line.size, line.base
    if min([char.size for char in chars]) >= size * _MARK_SIZE:
        return
    while at < len(chars):
        end = at
        while end < len(chars) and _is_raised(chars[end], size, base):
            end += 1
        mark = "".join(char.text for char in chars[at:end])
        if at and end > at and mark.isdecimal() and not chars[at - 1].text.isspace():
            yield NoteRef(at, end, mark)
        at = max(end, at + 1)


def _is_raised(char: Char, size: float, base: float) -> bool:
    small = char.size < size * _MARK_SIZE
    return char.text.isdecimal() and small and char.base > base + _RAISED * size


def _notes_from(page: Page, usual: float) -> int:
    """The index of the first line of the footnotes at the foot, or one past the last line.

    They begin with the first mark that is raised on the page, or, all in small letters, with any.
    """
    raised = {ref.mark for line in page.lines for ref in _marks(line)}
    first = min(raised, key=int, default=None)
    start = len(page.lines)
    small = True
    for at in range(len(page.lines) - 1, -1, -1):
        line = page.lines[at]
        if line.base > page.height * _FOOT:
            break
        small = small and (line.size <= usual * _SMALL or _margin(page, line) is not None)
        mark = _note_mark(line)
        if mark is not None and (small or mark == first):
            start = at
            if mark == first:
                break
    return start


def _note_mark(line: VisualLine) -> str | None:
    """The mark at the beginning of a footnote's first line: digits, raised or followed by a gap."""
    mark = re.match(r"\s*(\d{1,3})(?=[\s\t]|[^\d\s.,)])", line.text)
    return mark[1] if mark else None


def _take_note_line(line: VisualLine, notes: list[_Footnote], name: str) -> None:
    mark = _note_mark(line)
    if mark is not None and (not notes or int(mark) == int(notes[-1].mark) + 1):
        rest = line.text.lstrip()[len(mark) :].lstrip()
        notes.append(_Footnote(mark, [rest], name))
    else:
        notes[-1].lines.append(line.text)


def _unwrapped(lines: list[str]) -> str:
    return " ".join(line.strip() for line in lines)


def _margin_kind(page: Page, line: VisualLine, repeated: set[str]) -> BlockKind:
    kind = _margin(page, line)
    if kind is not None and (_PAGE_NUMBER.match(line.text) or _signature(line) in repeated):
        return kind
    return "paragraph"


def _margin(page: Page, line: VisualLine) -> BlockKind | None:
    if line.base > page.height * (1 - _MARGIN):
        return "header"
    return "footer" if line.base < page.height * _MARGIN else None


def _signature(line: VisualLine) -> str:
    """The line with its numbers made alike, so that "Side 1" and "Side 2" count as one."""
    return _DIGITS.sub("#", " ".join(line.text.split()))


def _repeated(pages: list[Page]) -> set[str]:
    """What stands in the margin of at least two pages, and of at least half of them."""
    if len(pages) < 2:
        return set()
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_signature(line) for line in page.lines if _margin(page, line)})
    needed = max(2, len(pages) / 2)
    return {text for text, count in counts.items() if text and count >= needed}


def _usual_size(pages: list[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.chars)
    return sizes.most_common(1)[0][0] if sizes else 0.0
