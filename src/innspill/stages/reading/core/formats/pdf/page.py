"""One page of a PDF: what can be seen on it, put together to lines in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from innspill.stages.reading.core.formats.pdf.drawn import Drawn, drawn_on
from innspill.stages.reading.core.formats.pdf.geometry import Rect, View, shown_view
from innspill.stages.reading.core.formats.pdf.seen import sight_of
from innspill.stages.reading.core.formats.pdf.tables import Table, tables_in
from innspill.stages.reading.core.formats.pdf.visual_lines import (
    VisualLine,
    lines_of,
    without_copies,
)
from innspill.stages.reading.core.formats.pdf.words import Word, words_on
from innspill.stages.reading.core.values import EmphasisKind

_NOWHERE = Rect(0.0, 0.0, 0.0, 0.0)
_UNSEEN = View(_NOWHERE)


@dataclass(frozen=True, slots=True)
class Aside:
    """What the page holds but does not show as its text: a comment, invisible words."""

    kind: str
    text: str
    rect: Rect = _NOWHERE


@dataclass(frozen=True, slots=True)
class Emphasised:
    """A place on the page where words are set apart."""

    rect: Rect
    kind: EmphasisKind


@dataclass(slots=True)
class Page:
    """A page: its number from 1, height in points, lines in reading order."""

    number: int
    height: float
    lines: list[VisualLine]
    unmapped: int = 0
    """About how many characters the file gives no letter for."""
    invisible: bool = False
    """Whether text is invisible: laid behind a scan by OCR."""
    cut: bool = False
    """Whether the page held more than is read of one page."""
    asides: list[Aside] = field(default_factory=list)
    emphasised: list[Emphasised] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    """What is seen, not yet put together to lines: boxes and fields are added here."""
    drawn: Drawn = field(default_factory=Drawn)
    tables: list[Table] = field(default_factory=list)
    view: View = _UNSEEN
    """How the page is seen by who reads most of its text."""
    shown: View = _UNSEEN
    """How programs show the page."""


def read_page(handle: Any, number: int) -> Page:
    """What can be seen on the pypdfium2 page `handle`; its words are still to be arranged."""
    shown = shown_view(handle)
    text_page = handle.get_textpage()
    try:
        found = words_on(text_page, shown.page)
        turns = found.by_turn
        most = max(turns, key=lambda turn: len(turns[turn]), default=shown.turn)
        view = View(shown.page, most)
        drawn = drawn_on(handle)
        page = Page(number, view.height, [], found.unmapped, cut=found.cut, view=view, shown=shown)
        for turn, words in sorted(turns.items()):
            _take(handle, page, words, drawn, View(shown.page, turn))
    finally:
        text_page.close()
    page.drawn = drawn.seen_in(view)
    page.tables = tables_in(page.drawn.shapes)
    return page


def _take(handle: Any, page: Page, words: list[Word], drawn: Drawn, view: View) -> None:
    """Put the words that run in one direction where they belong on `page`."""
    sight = sight_of(handle, words, drawn.seen_in(view), view, page.shown)
    page.invisible = page.invisible or bool(sight.from_ocr)
    seen = without_copies([*sight.seen, *sight.from_ocr])
    if view.turn == page.view.turn:
        page.words = seen
    else:
        lines = lines_of(seen)
        for line in lines:
            line.view = view
        page.lines += lines
    for line in lines_of(sight.unseen):
        page.asides.append(Aside("invisible", line.text, line.rect))
