"""The tables of a document: which cells stand above another, and in its row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from innspill.stages.reading.core.answers.stream import Stream
from innspill.stages.reading.core.values import Cell


@dataclass(frozen=True, slots=True)
class Tables:
    """Indices of blocks by the column and by the row of a table that they stand in."""

    cells: tuple[Cell | None, ...]
    columns: dict[tuple[int, int], list[int]]
    rows: dict[tuple[int, int], list[int]]

    @classmethod
    def of(cls, stream: Stream) -> Tables:
        """The tables of `stream`."""
        columns: dict[tuple[int, int], list[int]] = defaultdict(list)
        rows: dict[tuple[int, int], list[int]] = defaultdict(list)
        for index, block in enumerate(stream.blocks):
            if block.cell:
                columns[block.cell.table, block.cell.column].append(index)
                rows[block.cell.table, block.cell.row].append(index)
        return cls(tuple(block.cell for block in stream.blocks), dict(columns), dict(rows))

    def above(self, index: int) -> Iterator[int]:
        """The blocks over block `index` in its column, the nearest first."""
        cell = self.cells[index]
        if cell is None:
            return
        for other in reversed(self.columns[cell.table, cell.column]):
            over = self.cells[other]
            if over and over.row < cell.row:
                yield other

    def row_of(self, index: int) -> list[int]:
        """The blocks of the row that block `index` stands in, in order; none outside a table."""
        cell = self.cells[index]
        return self.rows[cell.table, cell.row] if cell else []
