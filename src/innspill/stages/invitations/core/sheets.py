"""Lists in .xlsx and .csv: columns by their headings in bokmål, nynorsk or English."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from innspill.shared.errors import BadInput
from innspill.stages.invitations.core.entries import Entry, Parsed, Problem, Reader

_HEADINGS = {
    "name": "navn namn name instans høringsinstans høyringsinstans virksomhet verksemd organisasjon "
    "organisation organization mottaker mottakar recipient body enhet eining",
    "group": "gruppe group kategori category type",
    "number": "organisasjonsnummer organisasjonsnr orgnr orgnummer organisationnumber "
    "organizationnumber orgnumber",
    "email": "epost epostadresse email mail emailaddress mailadresse",
    "address": "adresse postadresse address postaladdress",
    "box": "postboks pobox boks gateadresse gate street",
    "postcode": "postnummer postnr postcode zip zipcode",
    "place": "poststed poststad sted stad by city place",
    "language": "målform maalform skriftspråk språk språkform language writtenform",
}  # fmt: skip
COLUMNS = {heading: part for part, words in _HEADINGS.items() for heading in words.split()}
_SEARCHED = 10
"""How far down the headings may stand: lists have titles above them."""
_LARGEST = 100_000_000
_MOST_ROWS = 20_000
_XLSX = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    lacks_value: bool = False


_Row = Sequence[_Cell]


def read_sheet(name: str, data: bytes, group: str = "") -> Parsed:
    """The entries of a workbook's first sheet with a name column, or of a CSV file.

    `group` is for rows that name none. Formulas count with the value that they had when the file
    was saved. Raises BadInput where the file is neither, is damaged or endless.
    """
    if data.startswith(_XLSX):
        return _read(_first_with_names(_workbook_rows(name, data)), group)
    if name.lower().endswith((".xls", ".ods")) or b"\x00" in data[:4000]:
        raise BadInput("is neither .xlsx nor .csv", where=name, todo="Save it as .xlsx.")
    return _read(_csv_rows(data), group)


def _first_with_names(sheets: Iterable[list[_Row]]) -> list[_Row]:
    first: list[_Row] | None = None
    for rows in sheets:
        if _headings(rows) is not None:
            return rows
        first = first if first is not None else rows
    return first or []


def _workbook_rows(name: str, data: bytes) -> Iterator[list[_Row]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _LARGEST:
                raise BadInput("is too large when unpacked", where=name, todo="Split the list.")
        written = load_workbook(io.BytesIO(data), read_only=True)
        counted = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise BadInput(
            "cannot be read as .xlsx", where=name, todo="Save it anew in Excel."
        ) from error
    for sheet, values in zip(written.worksheets, counted.worksheets, strict=True):
        rows: list[_Row] = []
        pairs = zip(sheet.iter_rows(), values.iter_rows(values_only=True), strict=False)
        for formulas, row in pairs:
            if len(rows) >= _MOST_ROWS:
                raise BadInput(
                    f"has more than {_MOST_ROWS} rows", where=name, todo="Split the list."
                )
            rows.append([
                _Cell(_as_text(value), value is None and getattr(cell, "data_type", "") == "f")
                for cell, value in zip(formulas, row, strict=False)
            ])  # fmt: skip
        yield rows


def _csv_rows(data: bytes) -> list[_Row]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    head = text.split("\n", 1)[0]
    sign = max(";\t,", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    try:
        found: list[_Row] = [[_Cell(" ".join(cell.split())) for cell in row] for row in rows]
        return found[:_MOST_ROWS]
    except csv.Error as error:
        raise BadInput(f"line {rows.line_num} cannot be read: {error}") from error


def _read(rows: list[_Row], group: str) -> Parsed:
    found = _headings(rows)
    if found is None:
        return Parsed((), (Problem("no-name-column"),))
    at, columns, ignored = found
    reader = Reader()
    for line, row in enumerate(rows[at + 1 :], start=at + 2):
        if any(cell.text or cell.lacks_value for cell in row):
            _take(reader, row, columns, line, group)
    return reader.done(ignored)


def _take(reader: Reader, row: _Row, columns: dict[str, int], line: int, group: str) -> None:
    cells = {part: f"{get_column_letter(at + 1)}{line}" for part, at in columns.items()}
    said: dict[str, str] = {}
    for part, at in columns.items():
        cell = row[at] if at < len(row) else _Cell("")
        if cell.lacks_value:
            reader.problems.append(Problem("no-value", line, cells[part]))
            return
        said[part] = cell.text
    if not any(said.values()):
        return
    entry = Entry(
        name=said["name"],
        group=said.get("group") or group,
        number=said.get("number", ""),
        email=said.get("email", "").removeprefix("mailto:"),
        address=_address(said),
        language=said.get("language", ""),
        line=line,
    )
    reader.take(entry, cells)


def _address(said: dict[str, str]) -> str:
    postcode = said.get("postcode", "")
    if postcode.isdigit():
        # Sheets drop the zeros of 0030 OSLO.
        postcode = postcode.zfill(4)
    place = f"{postcode} {said.get('place', '')}".strip()
    return ", ".join(filter(None, [said.get("address", ""), said.get("box", ""), place]))[:300]


def _headings(rows: Sequence[_Row]) -> tuple[int, dict[str, int], list[str]] | None:
    """The row of headings, the column of each part, and the headings that mean nothing to us."""
    for at, row in enumerate(rows[:_SEARCHED]):
        columns: dict[str, int] = {}
        ignored = []
        for place, cell in enumerate(row):
            part = COLUMNS.get(re.sub(r"[\W_]+", "", cell.text.lower()))
            if part is None:
                ignored += [cell.text] if cell.text else []
            else:
                columns.setdefault(part, place)
        if "name" in columns:
            return at, columns, ignored
    return None


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split())
