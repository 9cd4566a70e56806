"""The comment sheet of a workbook that somebody worked on: its rows as they stand.

The columns are found by their headings, in any language that reports have and in any order, on
whichever sheet has them. A formula is the text that was typed.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from innspill.shared.errors import BadInput, Unreadable
from innspill.stages.reading.core.formats.guard import Package, check_xml
from innspill.stages.reports.core.excel.sheets import comment_columns

LARGEST = 50_000_000
MOST_ROWS = 100_000
_PARTS = ("id", "reference", "sender", "question", "text", "outcome", "reason", "responsible",
          "seen")  # fmt: skip
_NEEDED = {"id", "outcome", "reason", "seen"}
_SEARCHED = 10
"""How far down the headings may stand."""
_LANGUAGES = ("nb", "nn", "en")
_BROKEN = (InvalidFileException, KeyError, ValueError, OSError, AttributeError, TypeError,
           IndexError)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: what stands in each column, as text."""

    line: int
    id: str
    reference: str = ""
    text: str = ""
    outcome: str = ""
    reason: str = ""
    responsible: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True)
class SheetRead:
    """The rows of the comment sheet, and the letter of each column."""

    rows: tuple[SheetRow, ...]
    columns: Mapping[str, str]


def read_sheet(name: str, data: bytes) -> SheetRead:
    """The comment sheet. Raises BadInput where the file is no workbook, is damaged or endless, or
    has no such sheet.
    """
    _check(name, data)
    try:
        workbook = load_workbook(io.BytesIO(data), read_only=True)
        for sheet in workbook.worksheets:
            found = _read(name, sheet.iter_rows(values_only=True))
            if found is not None:
                return found
    except _BROKEN as error:
        raise _no_workbook(name) from error
    raise BadInput(
        "has no sheet with comments", where=name,
        todo="Use the workbook of a report, and leave its headings as they are.",
    )  # fmt: skip


def _no_workbook(name: str) -> BadInput:
    return BadInput("cannot be read as .xlsx", where=name, todo="Save it anew in Excel.")


def _check(name: str, data: bytes) -> None:
    if len(data) > LARGEST:
        raise BadInput("is too large", where=name, todo="Take sheets of your own out of it.")
    try:
        package = Package(data)
        for each in package.names:
            if each.lower().endswith((".xml", ".rels")):
                check_xml(package.read(each), each)
    except Unreadable as error:
        raise _no_workbook(name) from error


def _read(name: str, rows: Iterable[Sequence[Any]]) -> SheetRead | None:
    columns: dict[str, int] | None = None
    found: list[SheetRow] = []
    for line, row in enumerate(rows, start=1):
        if line > MOST_ROWS:
            raise BadInput(f"has more than {MOST_ROWS} rows", where=name, todo="Split the list.")
        if columns is None:
            columns = _headings(row)
            if columns is None and line >= _SEARCHED:
                return None
            continue
        said = {part: _text(row[at]) if at < len(row) else "" for part, at in columns.items()}
        said = {part: text for part, text in said.items() if part in SheetRow.__slots__}
        if any(said.values()):
            found.append(SheetRow(line=line, **said))
    if columns is None:
        return None
    letters = {part: get_column_letter(at + 1) for part, at in columns.items()}
    return SheetRead(tuple(found), letters)


def _headings(row: Sequence[Any]) -> dict[str, int] | None:
    """The columns of the parts in a row of headings, in the language that has most of them."""
    places: dict[str, int] = {}
    for at, value in enumerate(row[:200]):
        places.setdefault(_folded(_text(value)), at)
    best: dict[str, int] = {}
    for language in _LANGUAGES:
        names = comment_columns(language)[: len(_PARTS)]
        found = {
            part: places[_folded(heading)]
            for part, heading in zip(_PARTS, names, strict=True)
            if _folded(heading) in places
        }
        best = max(best, found, key=len)
    return best if best.keys() >= _NEEDED else None


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").strip()
