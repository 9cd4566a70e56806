"""Running heads and feet, and the footnotes at the foot of a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from innspill.stages.reading.core.formats.pdf.page import Page
from innspill.stages.reading.core.formats.pdf.visual_lines import VisualLine
from innspill.stages.reading.core.formats.pdf.words import Word
from innspill.stages.reading.core.values import BlockKind, NoteRef

_MARGIN = 0.11
"""Running heads and feet stand in this share of the page's height at its top and bottom."""
_ARTIFACT_MARGIN = 0.2
"""The same, where the file itself says that a line belongs to the page."""
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
_REFERENCE = re.compile(r"\d{1,3}|[ivxl]{1,6}")
_UNIT = re.compile(r"(?:^|[\d\s(])(?:[mcdk]?m|da)$")
"""What stands before a raised 2 or 3 that is no mark: 100 m2, 5 km2."""
_MARK = re.compile(r"\s*(\d{1,3})(?=\s|$|[^\d\s.,)])")


@dataclass(slots=True)
class Margins:
    """What is usual in one document: what is repeated on its pages, and its letter size."""

    repeated: set[str] = field(default_factory=set)
    size: float = 0.0

    @classmethod
    def of(cls, pages: list[Page]) -> Margins:
        """The margins of the document that has these pages."""
        return cls(_repeated(pages), _usual_size(pages))

    def kind(self, page: Page, line: VisualLine) -> BlockKind:
        """Whether `line` is a running head, a running foot, or text."""
        if line.view is not None:
            return _turned_kind(line)
        kind = _margin(page, line, _MARGIN)
        if kind and (_PAGE_NUMBER.match(line.text) or _signature(line) in self.repeated):
            return kind
        if line.is_artifact():
            return _margin(page, line, _ARTIFACT_MARGIN) or "paragraph"
        return "paragraph"

    def notes_from(self, page: Page) -> int:
        """The index of the first line of the footnotes at the foot, or one past the last line.

        They begin with the first mark that is raised on the page, or, all in small letters, with
        any.
        """
        marks = {ref.mark for line in page.lines for ref in marks_in(line)}
        raised = {mark for mark in marks if mark.isdecimal()}
        first = min(raised, key=int, default=None)
        start = len(page.lines)
        small = True
        for at in range(len(page.lines) - 1, -1, -1):
            line = page.lines[at]
            if line.view is not None:
                continue
            if line.base > page.height * _FOOT or line.cell is not None:
                break
            if self.kind(page, line) != "paragraph":
                continue
            small = small and line.size <= self.size * _SMALL
            mark = note_mark(line)
            if mark is not None and (small or mark == first):
                start = at
                if mark == first:
                    break
        return start


def marks_in(line: VisualLine) -> Iterator[NoteRef]:
    """Raised small digits right after a word or stop: marks of footnotes; "i", "ii" of endnotes."""
    if min([word.size for word in line.words]) >= line.size * _MARK_SIZE:
        return
    text, starts = line.spelled()
    for word, start in zip(line.words, starts, strict=True):
        if not start or text[start - 1].isspace() or not _is_raised(word, line):
            continue
        if word.text not in {"2", "3"} or not _UNIT.search(text[:start]):
            yield NoteRef(start, start + len(word.text), word.text)


def _is_raised(word: Word, line: VisualLine) -> bool:
    small = word.size < line.size * _MARK_SIZE
    raised = word.base > line.base + _RAISED * line.size
    return small and raised and bool(_REFERENCE.fullmatch(word.text))


def note_mark(line: VisualLine) -> str | None:
    """The mark at the beginning of a footnote's first line: digits, raised or followed by a gap."""
    mark = _MARK.match(line.text)
    return mark[1] if mark else None


def _turned_kind(line: VisualLine) -> BlockKind:
    """A line in the outer margin, written up or down the page, belongs to the page."""
    view = line.view
    share = line.base / view.height if view is not None and view.height else 0.5
    return "header" if share > 1 - _MARGIN or share < _MARGIN else "text-box"


def _margin(page: Page, line: VisualLine, share: float) -> BlockKind | None:
    if line.base > page.height * (1 - share):
        return "header"
    return "footer" if line.base < page.height * share else None


def _signature(line: VisualLine) -> str:
    """The line with its numbers made alike, so that "Side 1" and "Side 2" count as one."""
    return _DIGITS.sub("#", " ".join(line.text.split()))


def _repeated(pages: list[Page]) -> set[str]:
    """What stands in the margin of at least two pages, and of at least half of them."""
    if len(pages) < 2:
        return set()
    counts: Counter[str] = Counter()
    for page in pages:
        lines = (line for line in page.lines if line.view is None)
        counts.update({_signature(line) for line in lines if _margin(page, line, _MARGIN)})
    needed = max(2, len(pages) / 2)
    return {text for text, count in counts.items() if text and count >= needed}


def _usual_size(pages: list[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += sum(len(word.text) for word in line.words)
    return sizes.most_common(1)[0][0] if sizes else 0.0
