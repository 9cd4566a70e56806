"""Cells through a whole document: a table that goes on over pages is one table."""

from __future__ import annotations

from dataclasses import dataclass

from innspill.stages.reading.core.formats.pdf.margins import Margins
from innspill.stages.reading.core.formats.pdf.page import Page
from innspill.stages.reading.core.formats.pdf.tables import Table
from innspill.stages.reading.core.formats.pdf.visual_lines import VisualLine
from innspill.stages.reading.core.values import Block, Cell

_SAME_EDGE = 3.0
_FEWEST_EDGES = 2


@dataclass(frozen=True, slots=True)
class _Open:
    """The table at the foot of a page: its number in the document, and its last row."""

    table: Table
    number: int
    row: int
    texts: dict[int, tuple[str, str]]

    def goes_on_in(self, texts: dict[int, tuple[str, str]]) -> bool:
        """Whether its last row goes on in the row with `texts`: a sentence of it does."""
        return any(
            begun[:1].islower() and not self.texts[column][1].endswith((".", "!", "?", ":"))
            for column, (begun, _) in texts.items()
            if column in self.texts
        )


class Cells:
    """Numbers tables and their rows through the pages of a document."""

    def __init__(self) -> None:
        self._next = 0
        self._numbers: dict[int, tuple[int, int]] = {}
        """For each table of the page: its number in the document, and how many rows before it."""
        self._open: _Open | None = None
        self.divided: list[tuple[int, int]] = []
        """The table and number of each row that begins on one page and ends on the next."""

    def turn_to(self, page: Page, margins: Margins) -> None:
        """Take up the next page."""
        lines = [line for line in page.lines if margins.kind(page, line) == "paragraph"]
        used = {line.cell.table for line in lines if line.cell is not None}
        tables = [table for table in page.tables if table.number in used]
        self._numbers = {}
        for table in tables:
            known = self._continued(table, lines) if table is tables[0] else None
            if known is None:
                known, self._next = (self._next, 0), self._next + 1
            self._numbers[table.number] = known
        self._open = None
        noted = page.lines[margins.notes_from(page) :]
        body = [line for line in lines if not any(line is note for note in noted)]
        if body and body[-1].cell is not None:
            last = next(each for each in tables if body[-1].cell.table == each.number)
            number, before = self._numbers[last.number]
            row = max(
                line.cell.row for line in body if line.cell and line.cell.table == last.number
            )
            texts = _row_texts(body, last.number, row)
            self._open = _Open(last, number, before + row, texts)

    def _continued(self, table: Table, lines: list[VisualLine]) -> tuple[int, int] | None:
        """The table of the page before that `table` goes on with, and the rows before it."""
        first = lines[0].cell
        if self._open is None or first is None or first.table != table.number:
            return None
        known = self._open
        edges = [
            edge
            for edge in table.columns
            if any(abs(edge - other) <= _SAME_EDGE for other in known.table.columns)
        ]
        columns = min(len(table.columns), len(known.table.columns))
        if len(edges) < max(_FEWEST_EDGES, columns - 1):
            return None
        if known.goes_on_in(_row_texts(lines, table.number, first.row)):
            self.divided.append((known.number, known.row))
            return known.number, known.row - first.row
        return known.number, known.row + 1 - first.row

    def of(self, line: VisualLine) -> Cell | None:
        """The cell of `line` in the document."""
        if line.cell is None or line.cell.table not in self._numbers:
            return None
        number, before = self._numbers[line.cell.table]
        return Cell(number, before + line.cell.row, line.cell.column)


def _row_texts(lines: list[VisualLine], table: int, row: int) -> dict[int, tuple[str, str]]:
    """The first and the last line of each cell of a row."""
    texts: dict[int, tuple[str, str]] = {}
    for line in lines:
        if line.cell is not None and (line.cell.table, line.cell.row) == (table, row):
            text = line.text.strip()
            texts[line.cell.column] = texts.get(line.cell.column, (text, ""))[0], text
    return texts


def rows_whole(blocks: list[Block], divided: list[tuple[int, int]]) -> list[Block]:
    """The blocks with each divided row put together again, cell by cell."""
    for row in divided:
        own = [b for b in blocks if b.cell is not None and (b.cell.table, b.cell.row) == row]
        if not own:
            continue
        at = next(index for index, block in enumerate(blocks) if block is own[0])
        others = [b for b in blocks if b.cell is None or (b.cell.table, b.cell.row) != row]
        own.sort(key=lambda block: block.cell.column if block.cell else 0)
        blocks = [*others[:at], *own, *others[at:]]
    return blocks
