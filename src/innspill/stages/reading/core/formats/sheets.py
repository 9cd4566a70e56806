"""Spreadsheets (.xlsx, .xlsm): every cell with something in it, as its program shows it.

A cell is named by its place, counted from 1: "a2r12c3" stands on the second sheet of the file, in
row 12 and column 3 (C). Sheets count as they lie in the file, hidden ones too; their names stand,
one a line, in the property "sheets". What is hidden is set apart, never dropped.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock

from innspill.shared.errors import Unreadable
from innspill.shared.values import Origin
from innspill.stages.reading.core.formats.guard import Package, check_xml, parse_xml
from innspill.stages.reading.core.formats.sheet_cells import Sheets, shown_value
from innspill.stages.reading.core.formats.sheet_rescue import without_looks
from innspill.stages.reading.core.values import Document, Emphasis, EmphasisKind

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_CELLS = 400_000
MOST_ROWS = 150_000
_UNCOUNTED = re.compile(rb"<f\b[^>]*?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_STUMBLES = (
    ValueError, TypeError, LookupError, AttributeError, ArithmeticError, OSError, EOFError,
    SyntaxError, RuntimeError, AssertionError, zipfile.BadZipFile, zlib.error, struct.error,
)  # fmt: skip
"""What the library raises for damaged workbooks; a part that is no XML is a SyntaxError."""
_XML_STARTS = (b"<", b"<\0", b"\0<", b"\xff\xfe", b"\xfe\xff")
_WORKBOOK = "xl/workbook.xml"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def read_sheets(data: bytes, package: Package) -> Document:
    """The spreadsheet `data`, whose members `package` reads under limits.

    Raises `Unreadable` where it holds more than any answer sheet does, or is damaged.
    """
    uncounted = _checked(package)
    flags = ["formulas"] if uncounted else []
    try:
        book, sheets = _read_book(data)
    except Unreadable as error:
        if error.code != "damaged":
            raise
        # Programs write looks that the library refuses; what the cells say is readable without.
        book, sheets = _read_book(without_looks(package))
        flags.append("damaged-part")
    if len(book.sheetnames) < _sheets_named(package) and "damaged-part" not in flags:
        flags.append("damaged-part")
    _read_drawings(sheets, package)
    flags += sheets.flags()
    if any(name.startswith("xl/ctrlProps/") for name in package.names):
        flags.append("sheet-controls")
    properties = {"sheets": "\n".join(sheets.names)}
    if book.properties.creator:
        properties["creator"] = book.properties.creator
    if book.properties.title:
        properties["title"] = book.properties.title
    return Document(
        MEDIA_TYPE, tuple(sheets.blocks), tuple(sheets.hidden), properties, tuple(flags)
    )


def _read_book(data: bytes) -> tuple[Any, Sheets]:
    """The workbook and its cells. Raises `Unreadable` for whatever the library stumbles over."""
    sheets = Sheets()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), data_only=True, rich_text=True, keep_links=False)
        for sheet in book.worksheets:
            sheets.begin(sheet.title, hidden=sheet.sheet_state != "visible")
            _read_one(sheets, sheet)
    except _STUMBLES as error:
        said = f"The spreadsheet is damaged ({type(error).__name__})."
        raise Unreadable("damaged", said) from error
    return book, sheets


def _sheets_named(package: Package) -> int:
    """How many sheets the workbook names; the library passes over those that are not in the file."""
    if _WORKBOOK not in package:
        return 0
    root = parse_xml(package.read(_WORKBOOK), _WORKBOOK)
    return sum(1 for _ in root.iterfind("{*}sheets/{*}sheet"))


def _checked(package: Package) -> int:
    """Refuses what would cost too much; how many formulas have no result in the file."""
    uncounted = cells = rows = 0
    for name in package.names:
        try:
            part = package.read(name)
        except Unreadable as error:
            if error.code == "damaged" and not name.endswith((".xml", ".rels")):
                continue  # a picture, say
            raise
        # The workbook says which parts are sheets, and may call them anything.
        if not part[:9].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_XML_STARTS):
            continue
        check_xml(part, name)
        cells += part.count(b"<c ") + part.count(b"<c>")
        rows += part.count(b"<row")
        uncounted += len(_UNCOUNTED.findall(part))
    if cells > MOST_CELLS or rows > MOST_ROWS:
        raise Unreadable("too-big", "The spreadsheet has more cells than any answer sheet has.")
    return uncounted


def _read_one(sheets: Sheets, sheet: Any) -> None:
    hidden_columns = _hidden_columns(sheet)
    hidden_rows = {at for at, row in sheet.row_dimensions.items() if row.hidden}
    # The cells that the file has, not the rectangle that it claims: that may be a whole world.
    for (row, column), cell in sorted(sheet._cells.items()):  # noqa: SLF001 -- there is no other list of them
        text = shown_value(cell.value, cell.number_format)
        hidden = "hidden-row" if row in hidden_rows else None
        hidden = "hidden-column" if column in hidden_columns else hidden
        emphases = _emphases(cell, text) if text else ()
        block = sheets.put(row, column, text, hidden=hidden, emphases=emphases)
        if cell.comment is not None:
            origin = (Origin(block.id, len(block.text), len(block.text)),) if block else ()
            sheets.hide("comment", str(cell.comment.text or ""), origin)


def _hidden_columns(sheet: Any) -> frozenset[int]:
    found: set[int] = set()
    for column in sheet.column_dimensions.values():
        if column.hidden:
            found |= set(range(column.min or 1, min((column.max or 1), 16_384) + 1))
    return frozenset(found)


def _emphases(cell: Any, text: str) -> Iterator[Emphasis]:
    """What is struck out, bold or underlined, in the whole cell or a part; or on coloured ground."""
    if cell.has_style:
        kinds = list(_of_font(cell.font))
        fill = cell.fill
        if fill is not None and fill.fill_type == "solid" and _is_colour(fill.fgColor):
            kinds.append("highlighted")
        yield from (Emphasis(0, len(text), kind) for kind in kinds)
    if isinstance(cell.value, CellRichText):
        at = 0
        for run in cell.value:
            length = len(str(run))
            if isinstance(run, TextBlock):
                yield from (Emphasis(at, at + length, kind) for kind in _of_font(run.font))
            at += length


def _of_font(font: Any) -> Iterator[EmphasisKind]:
    if font is None:
        return
    if getattr(font, "strike", None):
        yield "struck-out"
    if getattr(font, "b", None):
        yield "bold"
    if getattr(font, "u", None) not in (None, "none"):
        yield "underlined"


def _is_colour(colour: Any) -> bool:
    return colour is not None and not (colour.type == "rgb" and colour.rgb in _WHITE)


_WHITE = ("FFFFFFFF", "00FFFFFF", "00000000")


def _read_drawings(sheets: Sheets, package: Package) -> None:
    """Text in boxes that lie on the sheets."""
    for name in package.names:
        if not (name.startswith("xl/drawings/drawing") and name.endswith(".xml")):
            continue
        root = parse_xml(package.read(name), name)
        for paragraph in root.iter(f"{_DRAWING}p"):
            sheets.put_box("".join(_texts(paragraph.iter(f"{_DRAWING}t"))))


def _texts(nodes: Iterable[Any]) -> Iterator[str]:
    return (node.text or "" for node in nodes)
