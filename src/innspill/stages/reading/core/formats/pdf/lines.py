"""From the visual lines of a PDF to blocks: boxes, marks and emphases at their characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from innspill.stages.reading.core.formats.blocks import block_of
from innspill.stages.reading.core.formats.pdf.cells import Cells, rows_whole
from innspill.stages.reading.core.formats.pdf.emphases import emphases_in
from innspill.stages.reading.core.formats.pdf.geometry import Rect
from innspill.stages.reading.core.formats.pdf.margins import Margins, marks_in, note_mark
from innspill.stages.reading.core.formats.pdf.page import Page
from innspill.stages.reading.core.formats.pdf.visual_lines import VisualLine
from innspill.stages.reading.core.values import Area, Block, BlockKind, Box, Cell

_DIVIDED = re.compile(r"[^\W\d_]-$")


@dataclass(slots=True)
class _Footnote:
    """A footnote being put together from its lines."""

    mark: str
    lines: list[str]
    name: str
    rect: Rect


def blocks_of(pages: list[Page]) -> list[Block]:
    """The blocks of the pages: one per line ("s2l14": page 2, line 14), footnotes put together."""
    margins = Margins.of(pages)
    cells = Cells()
    blocks: list[Block] = []
    for page in pages:
        cells.turn_to(page, margins)
        blocks += _page_blocks(page, margins, cells)
    return rows_whole(blocks, cells.divided)


def _page_blocks(page: Page, margins: Margins, cells: Cells) -> Iterator[Block]:
    notes: list[_Footnote] = []
    foot = margins.notes_from(page)
    bold = _tells_by_bold(page)
    for at, line in enumerate(page.lines):
        name = f"s{page.number}l{at + 1}"
        kind = margins.kind(page, line)
        if kind == "paragraph" and at >= foot:
            _take_note_line(line, notes, name)
            continue
        block = _block(page, line, name, kind, cells.of(line), bold=bold)
        if block is not None:
            yield block
    for note in notes:
        text = _unwrapped(note.lines)
        block, _ = block_of(note.name, "footnote", text, page=page.number, mark=note.mark)
        if block is not None:
            yield replace(block, area=_area(page, note.rect))


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
    return replace(block, emphases=emphases, area=_area(page, line.rect, line))


def _area(page: Page, rect: Rect, line: VisualLine | None = None) -> Area:
    view = line.view if line is not None and line.view is not None else page.view
    return view.area(rect, page.shown)


def _tells_by_bold(page: Page) -> bool:
    """Whether bold letters are the exception on the page, so that they say something."""
    letters = bold = 0
    for line in page.lines:
        for word in line.words:
            letters += len(word.text)
            bold += len(word.text) * (word.look is not None and word.look.font.bold)
    return 0 < bold * 2 <= letters


def _take_note_line(line: VisualLine, notes: list[_Footnote], name: str) -> None:
    mark = note_mark(line)
    if mark is not None and (not notes or int(mark) == int(notes[-1].mark) + 1):
        rest = line.text.lstrip()[len(mark) :].lstrip()
        notes.append(_Footnote(mark, [rest], name, line.rect))
    else:
        notes[-1].lines.append(line.text)
        notes[-1].rect = notes[-1].rect.joined(line.rect)


def _unwrapped(lines: Iterable[str]) -> str:
    """The lines of a footnote as one; a word that was divided keeps its hyphen."""
    text = ""
    for line in lines:
        parted = "" if _DIVIDED.search(text) and line.strip()[:1].islower() else " "
        text += (parted if text else "") + line.strip()
    return text
