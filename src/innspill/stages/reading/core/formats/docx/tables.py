"""Where things stand in a Word document, and the shape of its tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from innspill.stages.reading.core.formats.docx.controls import SDT_CONTENT, Control, read_control
from innspill.stages.reading.core.formats.docx.gather import Setting
from innspill.stages.reading.core.formats.docx.numbering import Numbering
from innspill.stages.reading.core.formats.docx.package import VAL, W, child, number
from innspill.stages.reading.core.values import Block, BlockKind, Cell, Hidden

_SDT = W + "sdt"
_MOST_COLUMNS = 63
"""As many as Word allows; a larger span is damage or an attack."""
_LOOKED_THROUGH = frozenset(W + name for name in ("customXml", "ins", "moveTo", "smartTag"))


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


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document paragraphs stand: what their names begin with and what they are."""

    prefix: str = ""
    kind: BlockKind | None = None
    cell: Cell | None = None
    mark: str | None = None
    tag: str | None = None
    away: str | None = None
    """Where nothing here is shown: the kind of hidden text it is."""


def checkbox_around(cell: etree._Element) -> Control | None:
    """The tick box control that holds the whole cell, if one does."""
    content = cell.getparent()
    sdt = content.getparent() if content is not None else None
    if content is None or content.tag != SDT_CONTENT or sdt is None:
        return None
    control = read_control(sdt)
    return control if control.checkbox is not None else None


def parts_of(
    parent: etree._Element, wanted: str, place: Place
) -> Iterator[tuple[etree._Element, Place]]:
    """The rows of a table, or cells of a row, also those inside controls, with their place."""
    for node in parent:
        tag = node.tag
        if tag == wanted:
            yield node, place
        elif tag == _SDT:
            content = child(node, SDT_CONTENT)
            if content is not None:
                yield from parts_of(content, wanted, _inside(place, read_control(node)))
        elif tag in _LOOKED_THROUGH:
            yield from parts_of(node, wanted, place)


def _inside(place: Place, control: Control) -> Place:
    if control.checkbox is not None:
        return place
    if control.prompt:
        return replace(place, away=place.away or "placeholder")
    return replace(place, tag=control.name) if control.name else place


def row_property(row: etree._Element, name: str) -> etree._Element | None:
    """The property `name` of a table's row, None where it has none."""
    properties = child(row, W + "trPr")
    return None if properties is None else child(properties, W + name)


def columns_before(row: etree._Element) -> int:
    """How many columns of the table a row leaves out at its beginning."""
    skipped = row_property(row, "gridBefore")
    return number(skipped.get(VAL), 0, _MOST_COLUMNS) if skipped is not None else 0


def cell_shape(cell: etree._Element) -> tuple[int, bool]:
    """How many columns a cell covers, and whether it only goes on from the cell above it."""
    properties = child(cell, W + "tcPr")
    if properties is None:
        return 1, False
    span = child(properties, W + "gridSpan")
    columns = number(span.get(VAL), 1, _MOST_COLUMNS) if span is not None else 1
    merge = child(properties, W + "vMerge")
    merged = merge is not None and (merge.get(VAL) or "continue") == "continue"
    return max(columns, 1), merged
