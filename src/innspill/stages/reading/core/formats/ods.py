"""Spreadsheets of OpenDocument (.ods): the same cells under the same names as in those of Excel.

A row or a cell may say that it is repeated a million times; what is empty is never counted out.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from innspill.shared.errors import Unreadable
from innspill.shared.values import Origin
from innspill.stages.reading.core.formats.guard import Package, parse_xml
from innspill.stages.reading.core.formats.sheet_cells import Sheets
from innspill.stages.reading.core.values import Document

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NS = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _TEXT, _OFFICE, _STYLE, _FORM = (
    f"{{{_NS}{name}:1.0}}" for name in ("table", "text", "office", "style", "form")
)
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_MOST_REPEATED = 1_000
_MOST_CELLS = 400_000


def read_ods(package: Package) -> Document:
    """The spreadsheet in `package`.

    Raises `Unreadable` where it is damaged, or repeats what it says more often than any sheet does.
    """
    root = parse_xml(package.read("content.xml"), "content.xml")
    unseen = _hidden_styles(root)
    sheets = Sheets()
    flags: list[str] = []
    for table in root.iterfind(f".//{_OFFICE}spreadsheet/{_TABLE}table"):
        name = table.get(f"{_TABLE}name", "")
        sheets.begin(name, hidden=table.get(f"{_TABLE}style-name") in unseen)
        _read_one(sheets, table)
    if root.find(f".//{_FORM}checkbox") is not None:
        flags.append("sheet-controls")
    properties = {"sheets": "\n".join(sheets.names)}
    return Document(
        MEDIA_TYPE, tuple(sheets.blocks), tuple(sheets.hidden), properties,
        (*flags, *sheets.flags()),
    )  # fmt: skip


def _hidden_styles(root: etree._Element) -> frozenset[str]:
    """The styles of sheets that are not shown."""
    return frozenset(
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        for properties in style.iterchildren(f"{_STYLE}table-properties")
        if properties.get(f"{_TABLE}display") == "false"
    )


def _read_one(sheets: Sheets, table: etree._Element) -> None:
    unseen = _hidden_columns(table)
    row_at = 1
    for row in table.iter(f"{_TABLE}table-row"):
        times = _times(row, "number-rows-repeated")
        cells = list(_cells(row))
        if cells:
            if times > _MOST_REPEATED:
                raise Unreadable("too-big", "The spreadsheet repeats a row without end.")
            hidden = row.get(f"{_TABLE}visibility") in ("collapse", "filter")
            for again in range(times):
                for column, cell in cells:
                    apart = "hidden-row" if hidden else None
                    apart = "hidden-column" if column in unseen else apart
                    _put(sheets, cell, (row_at + again, column), apart)
        row_at += times


def _hidden_columns(table: etree._Element) -> frozenset[int]:
    found: set[int] = set()
    at = 1
    for column in table.iter(f"{_TABLE}table-column"):
        times = _times(column, "number-columns-repeated")
        if column.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            found |= set(range(at, at + min(times, 20_000)))
        at += times
    return frozenset(found)


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of `row` that say something, with their columns."""
    at = 1
    for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        times = _times(cell, "number-columns-repeated")
        if len(cell):
            if times > _MOST_REPEATED:
                raise Unreadable("too-big", "The spreadsheet repeats a cell without end.")
            yield from ((at + again, cell) for again in range(times))
        at += times


def _times(node: etree._Element, name: str) -> int:
    said = node.get(f"{_TABLE}{name}", "1")
    return max(1, int(said)) if said.isascii() and said.isdecimal() and len(said) < 9 else 1


def _put(sheets: Sheets, cell: etree._Element, at: tuple[int, int], apart: str | None) -> None:
    lines = [_line(paragraph) for paragraph in cell.iterchildren(f"{_TEXT}p")]
    block = sheets.put(*at, "\n".join(lines), hidden=apart)
    if sum(map(len, lines)) and len(sheets.blocks) > _MOST_CELLS:
        raise Unreadable("too-big", "The spreadsheet has more cells than any answer sheet has.")
    for note in cell.iterchildren(f"{_OFFICE}annotation"):
        said = "\n".join(_line(paragraph) for paragraph in note.iter(f"{_TEXT}p"))
        origin = (Origin(block.id, len(block.text), len(block.text)),) if block else ()
        sheets.hide("comment", said, origin)


def _line(node: etree._Element) -> str:
    """An element's text, with the spaces, tabs and breaks that stand there as elements."""
    parts = [node.text or ""]
    for child in node:
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            parts.append(" " * min(int(count) if count.isdecimal() else 1, 1_000))
        elif child.tag in _SIGNS:
            parts.append(_SIGNS[child.tag])
        else:
            parts.append(_line(child))
        parts.append(child.tail or "")
    return "".join(parts)
