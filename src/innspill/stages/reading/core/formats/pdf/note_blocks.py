"""Footnotes and endnotes put together from their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from innspill.stages.reading.core.formats.blocks import block_of
from innspill.stages.reading.core.formats.pdf.geometry import Rect
from innspill.stages.reading.core.formats.pdf.margins import Margins, marks_in, note_mark
from innspill.stages.reading.core.formats.pdf.page import Page
from innspill.stages.reading.core.formats.pdf.visual_lines import VisualLine
from innspill.stages.reading.core.values import Block, BlockKind

_DIVIDED = re.compile(r"[^\W\d_]-$")
_ROMAN = re.compile(r"\s*([ivxl]{1,6})(?=\s)")
_NUMERALS = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(slots=True)
class _Note:
    """A note being put together from its lines."""

    mark: str
    lines: list[str]
    name: str
    rect: Rect


class NoteBlocks:
    """The notes of one page: footnotes at its foot, or the endnotes of the document."""

    def __init__(self, page: Page, kind: BlockKind) -> None:
        self._page, self._kind = page, kind
        self._notes: list[_Note] = []

    def take(self, line: VisualLine, name: str) -> None:
        """Take the next line: it begins a note, or goes on with the last."""
        mark = note_mark(line) if self._kind == "footnote" else roman_mark(line)
        last = self._notes[-1] if self._notes else None
        if mark is not None and (last is None or _number(mark) == _number(last.mark) + 1):
            rest = line.text.lstrip()[len(mark) :].lstrip()
            self._notes.append(_Note(mark, [rest], name, line.rect))
        elif last is not None:
            last.lines.append(line.text)
            last.rect = last.rect.joined(line.rect)
        else:
            # The last endnote of the page before goes on here.
            self._notes.append(_Note("", [line.text], name, line.rect))

    def blocks(self) -> Iterator[Block]:
        """The notes as blocks."""
        for note in self._notes:
            text, page = _unwrapped(note.lines), self._page
            block, _ = block_of(
                note.name, self._kind, text, page=page.number, mark=note.mark or None
            )
            if block is not None:
                yield replace(block, area=page.view.area(note.rect, page.shown))


def endnotes_from(pages: Sequence[Page], margins: Margins) -> tuple[int, int]:
    """The page and the line where the endnotes with "i", "ii" begin; behind the end without any.

    Word and LibreOffice number endnotes so, and put them after all else.
    """
    nowhere = (len(pages) + 1, 0)
    places = [
        (page, at, line)
        for page in pages
        for at, line in enumerate(page.lines)
        if margins.kind(page, line) == "paragraph"
    ]
    first: str | None = None
    found = nowhere
    for page, at, line in places:
        if first is None:
            marks = (ref.mark for ref in marks_in(line) if not ref.mark.isdecimal())
            first = next(marks, None)
        elif roman_mark(line) == first:
            found = (page.number, at)
    return found


def roman_mark(line: VisualLine) -> str | None:
    """The small Roman number that a line begins with."""
    mark = _ROMAN.match(line.text)
    return mark[1] if mark else None


def known_notes_only(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without references to notes that are nowhere: those raised digits are text."""
    known = {block.mark for block in blocks if block.kind in {"footnote", "endnote"}}
    return [
        replace(block, notes=tuple(note for note in block.notes if note.mark in known))
        if any(note.mark not in known for note in block.notes)
        else block
        for block in blocks
    ]


def _number(mark: str) -> int:
    if mark.isdecimal():
        return int(mark)
    values = [_NUMERALS[letter] for letter in mark]
    return sum(
        -value if value < max(values[at:], default=0) else value for at, value in enumerate(values)
    )


def _unwrapped(lines: Iterable[str]) -> str:
    """The lines of a note as one; a word that was divided keeps its hyphen."""
    text = ""
    for line in lines:
        parted = "" if _DIVIDED.search(text) and line.strip()[:1].islower() else " "
        text += (parted if text else "") + line.strip()
    return text
