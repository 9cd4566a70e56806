"""Cells through a whole document: a table that goes on over pages is one table."""

from __future__ import annotations

from innspill.stages.reading.core.formats.pdf.margins import Margins
from innspill.stages.reading.core.formats.pdf.page import Page
from innspill.stages.reading.core.formats.pdf.tables import Table
from innspill.stages.reading.core.formats.pdf.visual_lines import VisualLine
from innspill.stages.reading.core.values import Cell

_SAME_EDGE = 3.0
_FEWEST_EDGES = 2


class Cells:
    """Numbers tables and their rows through the pages of a document."""

    def __init__(self) -> None:
        self._next = 0
        self._numbers: dict[int, tuple[int, int]] = {}
        """For each table of the page: its number in the document, and how many rows before it."""
        self._open: tuple[Table, int, int] | None = None
        """The table that reaches down to the foot of the page before: its number, its rows."""

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
            self._open = last, number, before + row

    def _continued(self, table: Table, lines: list[VisualLine]) -> tuple[int, int] | None:
        """The table of the page before that `table` goes on with, and the rows before it."""
        first = lines[0].cell
        if self._open is None or first is None or first.table != table.number:
            return None
        before, number, row = self._open
        edges = [
            edge
            for edge in table.columns
            if any(abs(edge - other) <= _SAME_EDGE for other in before.columns)
        ]
        if len(edges) < max(_FEWEST_EDGES, min(len(table.columns), len(before.columns)) - 1):
            return None
        texts = _row_texts(lines, table.number, first.row)
        same_row = all(text[:1].islower() or text[:1] in "(,.;" for text in texts.values())
        return number, (row if same_row else row + 1) - first.row

    def of(self, line: VisualLine) -> Cell | None:
        """The cell of `line` in the document."""
        if line.cell is None or line.cell.table not in self._numbers:
            return None
        number, before = self._numbers[line.cell.table]
        return Cell(number, before + line.cell.row, line.cell.column)


def _row_texts(lines: list[VisualLine], table: int, row: int) -> dict[int, str]:
    """How each cell of a row begins."""
    texts: dict[int, str] = {}
    for line in lines:
        if line.cell is not None and (line.cell.table, line.cell.row) == (table, row):
            texts.setdefault(line.cell.column, line.text.strip())
    return texts
