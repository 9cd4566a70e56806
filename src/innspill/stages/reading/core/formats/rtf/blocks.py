"""Flows of an RTF file → blocks, named by their place as in other formats."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from innspill.stages.reading.core.formats.manuscript import Manuscript, Place
from innspill.stages.reading.core.formats.rtf.flow import Flow, Piece, Row, Table
from innspill.stages.reading.core.values import Cell

_SAME_EDGE = 20
"""In twips: edges of cells nearer to each other than this are the same."""


class Printer:
    """Puts flows into the manuscript in the order it is asked to."""

    def __init__(self, book: Manuscript) -> None:
        self._book = book

    def flow(self, flow: Flow, place: Place, *, note: bool = False) -> None:
        """The blocks of `flow` at `place`; the first paragraph of a note bears the note's name."""
        self._items(flow.items, place, note=note)

    def _items(self, items: list[Piece | Table], place: Place, *, note: bool = False) -> None:
        paragraphs = 0
        for item in items:
            if isinstance(item, Table):
                self._table(item, place)
                continue
            paragraphs += 1
            first = note and paragraphs == 1
            name = place.prefix if first else f"{place.prefix}p{paragraphs}"
            self._book.add(name, item.paragraph, place, item.role)
            for frame in item.paragraph.frames:
                self._frame(frame, place)

    def _frame(self, frame: Flow, place: Place) -> None:
        self._book.frames += 1
        kind = place.kind or "text-box"
        inner = replace(place, prefix=f"b{self._book.frames}", kind=kind, cell=None)
        self._items(frame.items, inner)

    def _table(self, table: Table, place: Place) -> None:
        at = self._book.tables
        self._book.tables += 1
        edges = _edges(table)
        for row_at, row in enumerate(table.rows):
            for number, cell in enumerate(row.cells):
                column = _column(row, number, edges)
                shape = row.shapes[number] if number < len(row.shapes) else None
                away = place.away
                if shape is not None and shape.goes_on:
                    # Nothing is shown of a cell that goes on from one beside or above it.
                    away = away or "merged-cell"
                name = f"{place.prefix}t{at + 1}r{row_at + 1}c{column + 1}"
                spot = Cell(at, row_at, column)
                self._items(cell, replace(place, prefix=name, cell=spot, away=away))


def _edges(table: Table) -> list[int]:
    """The right edges of the table's columns, from the left."""
    edges: list[int] = []
    for right in sorted({shape.right for row in table.rows for shape in row.shapes}):
        if not edges or right - edges[-1] > _SAME_EDGE:
            edges.append(right)
    return edges


def _column(row: Row, number: int, edges: list[int]) -> int:
    """Which column of the table the cell `number` of a row begins in."""
    told = row.shapes[:number]
    if len(told) < number or any(a.right >= b.right for a, b in pairwise(told)):
        return number
    return max(bisect_right(edges, told[-1].right + _SAME_EDGE // 2), number) if told else 0
