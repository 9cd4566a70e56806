"""A stretch of an RTF file that reads on its own: the body, a header, a note, a text box."""

from __future__ import annotations

from dataclasses import dataclass, field

from innspill.stages.reading.core.formats.manuscript import ORDINARY, Paragraph, Role

DEEPEST_TABLE = 30


@dataclass(slots=True)
class Piece:
    """A paragraph with its role."""

    paragraph: Paragraph
    role: Role


@dataclass(frozen=True, slots=True)
class CellShape:
    """Where a cell ends, in twips, and whether it only goes on from one beside or above it."""

    right: int
    goes_on: bool = False


@dataclass(slots=True)
class Row:
    """A table row: the items of each cell, and the cells' shapes as far as they are told."""

    cells: list[list[Piece | Table]]
    shapes: list[CellShape]


@dataclass(slots=True)
class Table:
    """A table, or what of it is read so far; the last list of `open_cells` is the present cell."""

    rows: list[Row] = field(default_factory=list)
    open_cells: list[list[Piece | Table]] = field(default_factory=lambda: [[]])

    def end_cell(self) -> None:
        """What comes next is in the next cell."""
        self.open_cells.append([])

    def end_row(self, shapes: list[CellShape]) -> None:
        """What comes next is in the next row."""
        cells = self.open_cells if self.open_cells[-1] else self.open_cells[:-1]
        if cells:
            self.rows.append(Row(cells, list(shapes)))
        self.open_cells = [[]]


@dataclass(slots=True)
class Flow:
    """Paragraphs and tables as gathered so far."""

    kind: str
    items: list[Piece | Table] = field(default_factory=list)
    paragraph: Paragraph = field(default_factory=Paragraph)
    label: str | None = None
    """The list number of the paragraph being read."""
    tables: list[Table] = field(default_factory=list)
    """The open tables, the outermost first."""
    reference: str = ""
    """For a comment: its name."""
    at_end: bool = False
    """For a note: whether it is an endnote."""

    def end_paragraph(self, depth: int, role: Role = ORDINARY) -> None:
        """The paragraph ends, `depth` tables deep."""
        self.in_tables(depth)
        items = self.tables[-1].open_cells[-1] if self.tables else self.items
        items.append(Piece(self.paragraph, role))
        self.paragraph, self.label = Paragraph(), None

    def in_tables(self, depth: int) -> None:
        """We are `depth` tables deep now: open or close as many as it takes."""
        while len(self.tables) > depth:
            self.tables.pop().end_row([])
        while len(self.tables) < min(depth, DEEPEST_TABLE):
            table = Table()
            items = self.tables[-1].open_cells[-1] if self.tables else self.items
            items.append(table)
            self.tables.append(table)

    def end(self, depth: int) -> None:
        """Nothing more comes; the last paragraph stands `depth` tables deep."""
        if not is_empty(self.paragraph):
            self.end_paragraph(depth)
        self.in_tables(0)

    def text(self) -> str:
        """All the text, its paragraphs parted by line breaks."""
        return "\n".join(text for text in _texts(self.items) if text.strip())


def is_empty(paragraph: Paragraph) -> bool:
    """Whether nothing at all was put into `paragraph`."""
    return not (
        paragraph.parts or paragraph.away or paragraph.notes
        or paragraph.frames or paragraph.comments
    )  # fmt: skip


def _texts(items: list[Piece | Table]) -> list[str]:
    found: list[str] = []
    for item in items:
        if isinstance(item, Piece):
            found.append(item.paragraph.text)
        else:
            for row in item.rows:
                for cell in row.cells:
                    found += _texts(cell)
    return found
