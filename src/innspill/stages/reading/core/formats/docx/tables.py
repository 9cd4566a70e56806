"""Where things stand in a Word document, and the shape of its tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from innspill.stages.reading.core.formats.docx.controls import SDT_CONTENT, Control, read_control
from innspill.stages.reading.core.formats.docx.gather import Setting
from innspill.stages.reading.core.formats.docx.numbering import Numbering
from innspill.stages.reading.core.formats.docx.package import VAL, W, child, is_on, number
from innspill.stages.reading.core.values import Block, BlockKind, Cell, Hidden

_SDT = W + "sdt"
_MOST_COLUMNS = 63
"""As many as Word allows; a larger span is damage or an attack."""
_LOOKED_THROUGH = frozenset(W + name for name in ("customXml", "ins", "moveTo", "smartTag"))
_GONE = frozenset((W + "del", W + "moveFrom"))
_SPAN, _MERGE, _DELETED_CELL = W + "gridSpan", W + "vMerge", W + "cellDel"
_SKIPPED, _HIDDEN_ROW = W + "gridBefore", W + "hidden"


@dataclass(slots=True)
class Book:
    """Everything found in one document so far."""

    setting: Setting
    numbering: Numbering
    blocks: list[Block] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    comments: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    """Comment id → (block, place) where its range begins and ends."""
    tables: int = 0
    frames: int = 0


@dataclass(slots=True)
class Place:
    """Where in the document paragraphs stand: what their names begin with and what they are."""

    prefix: str = ""
    kind: BlockKind | None = None
    cell: Cell | None = None
    mark: str | None = None
    tag: str | None = None
    away: str | None = None
    """Where nothing here is shown: the kind of hidden text it is."""


@dataclass(slots=True)
class Part:
    """A row of a table or a cell of a row: its element, where it stands, the tick box around it."""

    element: etree._Element
    place: Place
    around: Control | None = None


def parts_of(
    parent: etree._Element, wanted: str, place: Place, around: Control | None = None
) -> Iterator[Part]:
    """The rows of a table, or cells of a row, also those inside controls."""
    for node in parent:
        tag = node.tag
        if tag == wanted:
            yield Part(node, place, around)
        elif tag == _SDT:
            content = child(node, SDT_CONTENT)
            if content is not None:
                control = read_control(node)
                box = control if control.checkbox is not None else around
                yield from parts_of(content, wanted, _inside(place, control), box)
        elif tag in _LOOKED_THROUGH:
            yield from parts_of(node, wanted, place, around)
        elif tag in _GONE:
            yield from parts_of(node, wanted, _away(place, "deleted"), around)


def _inside(place: Place, control: Control) -> Place:
    if control.checkbox is not None:
        return place
    if control.prompt:
        return _away(place, "placeholder")
    return replace(place, tag=control.name) if control.name else place


def _away(place: Place, kind: str) -> Place:
    return replace(place, away=place.away or kind)


def read_row(row: Part) -> tuple[int, Place]:
    """How many columns a row leaves out at its beginning, and where its cells stand."""
    properties = child(row.element, W + "trPr")
    if properties is None:
        return 0, row.place
    skipped, place = 0, row.place
    for node in properties:
        tag = node.tag
        if tag == _SKIPPED:
            skipped = max(number(node.get(VAL), 0, _MOST_COLUMNS), 0)
        elif tag == W + "del":
            place = _away(place, "deleted")
        elif tag == _HIDDEN_ROW and is_on(node):
            place = _away(place, "hidden")
    return skipped, place


def read_cell(cell: Part) -> tuple[int, Place]:
    """How many columns a cell covers, and where its paragraphs stand."""
    columns, place = 1, cell.place
    properties = child(cell.element, W + "tcPr")
    for node in properties if properties is not None else ():
        tag = node.tag
        if tag == _SPAN:
            columns = max(number(node.get(VAL), 1, _MOST_COLUMNS), 1)
        elif tag == _MERGE:
            # Word shows nothing of a cell that goes on from the one above it.
            if (node.get(VAL) or "continue") == "continue":
                place = _away(place, "merged-cell")
        elif tag == _DELETED_CELL:
            place = _away(place, "deleted")
    return columns, place
