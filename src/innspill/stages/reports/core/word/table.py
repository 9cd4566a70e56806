"""Tables of the report: written element by element, since python-docx is slow at long ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml.ns import qn

from innspill.stages.reports.core.word.ooxml import clean, element

TWIPS = 567
"""Twentieths of a point in a centimetre."""

KEPT_WHOLE = 14
"""Tables of at most so many rows stand on one page."""

HEAD, LINE, STRONG_LINE = "E9EEF3", "C9D1DA", "1E2B3C"


def add_table(
    caption: str, header: Sequence[str], rows: Sequence[Sequence[str]],
    widths: Sequence[float], *, numeric: int | None, strong: Sequence[int],
) -> tuple[Any, list[Any]]:  # fmt: skip
    """A table (w:tbl), and the first paragraph of each row of it.

    The first row is marked as header and repeated on each page; no row is split over two pages.
    `widths` are centimetres.
    """
    table = element("w:tbl")
    table.append(_properties(caption))
    grid = element("w:tblGrid")
    for width in widths:
        grid.append(element("w:gridCol", w=round(width * TWIPS)))
    table.append(grid)
    table.append(_row(header, widths, numeric, head=True, keep=True))
    for index, row in enumerate(rows):
        whole = len(rows) <= KEPT_WHOLE and index < len(rows) - 1
        table.append(_row(row, widths, numeric, strong=index in strong, keep=whole))
    made = table.findall(qn("w:tr"))[1:]
    return table, [row.find(qn("w:tc")).find(qn("w:p")) for row in made]


def _properties(caption: str) -> Any:
    made = element("w:tblPr")
    made.append(element("w:tblW", w=5000, type="pct"))
    borders = element("w:tblBorders")
    for side, colour, size in (
        ("top", STRONG_LINE, 8),
        ("bottom", STRONG_LINE, 8),
        ("insideH", LINE, 4),
    ):
        borders.append(element(f"w:{side}", val="single", sz=size, space=0, color=colour))
    made.append(borders)
    made.append(element("w:tblLayout", type="fixed"))
    margins = element("w:tblCellMar")
    for side, width in (("top", 40), ("left", 70), ("bottom", 40), ("right", 70)):
        margins.append(element(f"w:{side}", w=width, type="dxa"))
    made.append(margins)
    made.append(element("w:tblLook", val="0020", firstRow=1, lastRow=0, noVBand=1, noHBand=1))
    made.append(element("w:tblCaption", val=clean(caption)[:250]))
    return made


def _row(
    cells: Sequence[str], widths: Sequence[float], numeric: int | None, *,
    head: bool = False, strong: bool = False, keep: bool = False,
) -> Any:  # fmt: skip
    row = element("w:tr")
    properties = element("w:trPr")
    properties.append(element("w:cantSplit"))
    if head:
        properties.append(element("w:tblHeader"))
    row.append(properties)
    for column, (text, width) in enumerate(zip(cells, widths, strict=True)):
        right = numeric is not None and column >= numeric
        cell = _cell(text, width, head=head, strong=strong, right=right)
        if keep:
            for properties in cell.iter(qn("w:pPr")):
                properties.insert(1, element("w:keepNext"))
        row.append(cell)
    return row


def _cell(text: str, width: float, *, head: bool, strong: bool, right: bool) -> Any:
    cell = element("w:tc")
    properties = element("w:tcPr")
    properties.append(element("w:tcW", w=round(width * TWIPS), type="dxa"))
    if head:
        properties.append(element("w:shd", val="clear", color="auto", fill=HEAD))
        properties.append(element("w:vAlign", val="bottom"))
    cell.append(properties)
    for line in clean(text).split("\n") or [""]:
        cell.append(_paragraph(line, bold=head or strong, right=right, small=head and right))
    return cell


def _paragraph(text: str, *, bold: bool, right: bool, small: bool) -> Any:
    paragraph = element("w:p")
    properties = element("w:pPr")
    properties.append(element("w:pStyle", val="InnspillCell"))
    if right:
        properties.append(element("w:jc", val="right"))
    paragraph.append(properties)
    run = element("w:r")
    if bold:
        look = element("w:rPr")
        look.append(element("w:b"))
        if small:
            look.append(element("w:sz", val=16))
        run.append(look)
    shown = element("w:t")
    shown.text = text.replace("\t", " ")
    shown.set(qn("xml:space"), "preserve")
    run.append(shown)
    paragraph.append(run)
    return paragraph
