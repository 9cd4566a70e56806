"""From the visual lines of a PDF to blocks: boxes, marks and emphases at their characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from innspill.stages.reading.core.formats.blocks import block_of
from innspill.stages.reading.core.formats.pdf.cells import Cells, rows_whole
from innspill.stages.reading.core.formats.pdf.emphases import emphases_in
from innspill.stages.reading.core.formats.pdf.margins import Margins, marks_in
from innspill.stages.reading.core.formats.pdf.note_blocks import (
    NoteBlocks,
    endnotes_from,
    known_notes_only,
)
from innspill.stages.reading.core.formats.pdf.page import Page
from innspill.stages.reading.core.formats.pdf.visual_lines import VisualLine
from innspill.stages.reading.core.values import Area, Block, BlockKind, Box, Cell


def blocks_of(pages: list[Page]) -> list[Block]:
    """The blocks of the pages: one per line ("s2l14": page 2, line 14), notes put together."""
    margins = Margins.of(pages)
    end = endnotes_from(pages, margins)
    cells = Cells()
    blocks: list[Block] = []
    for page in pages:
        cells.turn_to(page, margins)
        blocks += _page_blocks(page, margins, cells, end)
    return known_notes_only(rows_whole(blocks, cells.divided))


def _page_blocks(
    page: Page, margins: Margins, cells: Cells, end: tuple[int, int]
) -> Iterator[Block]:
    footnotes, endnotes = NoteBlocks(page, "footnote"), NoteBlocks(page, "endnote")
    foot = margins.notes_from(page)
    bold = _tells_by_bold(page)
    for at, line in enumerate(page.lines):
        name = f"s{page.number}l{at + 1}"
        kind = margins.kind(page, line)
        if kind == "paragraph" and (page.number, at) >= end:
            endnotes.take(line, name)
        elif kind == "paragraph" and at >= foot:
            footnotes.take(line, name)
        else:
            block = _block(page, line, name, kind, cells.of(line), bold=bold)
            if block is not None:
                yield block
    yield from footnotes.blocks()
    yield from endnotes.blocks()


def _block(
    page: Page, line: VisualLine, name: str, kind: BlockKind, cell: Cell | None, *, bold: bool
) -> Block | None:
    """The line as a block, with all that stands in it."""
    text, starts = line.spelled()
    boxes = [
        Box(start, word.box.ticked, word.box.technique, word.box.tag, word.box.conflict, word.box.unsure)
        for word, start in zip(line.words, starts, strict=True)
        if word.box is not None
    ]  # fmt: skip
    notes = list(marks_in(line))
    tags = {word.tag for word in line.words}
    tag = tags.pop() if len(tags) == 1 else None
    block, shown = block_of(
        name, kind, text, boxes=boxes, notes=notes, page=page.number, tag=tag, cell=cell
    )
    if block is None:
        return None
    emphases = tuple(
        replace(found, start=shown.place(found.start), end=shown.place(found.end))
        for found in emphases_in(line, page.emphasised, bold=bold)
    )
    return replace(block, emphases=emphases, area=_area(page, line))


def _area(page: Page, line: VisualLine) -> Area:
    return (line.view or page.view).area(line.rect, page.shown)


def _tells_by_bold(page: Page) -> bool:
    """Whether bold letters are the exception on the page, so that they say something."""
    letters = bold = 0
    for line in page.lines:
        for word in line.words:
            letters += len(word.text)
            bold += len(word.text) * (word.look is not None and word.look.font.bold)
    return 0 < bold * 2 <= letters
