"""Tables as text (.csv, .tsv): told from other text by their lines, which have as many fields each."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.plain_text import decode
from innspill.stages.reading.core.formats.sheet_cells import Sheets
from innspill.stages.reading.core.values import Document

MEDIA_TYPE = "text/csv"
_SEPARATOR_LINE = re.compile(r"\s*\"?sep=(.)\"?\s*(?:\r\n|\n|\r)", re.IGNORECASE)
_SEPARATORS = (";", "\t", "|", ",")
_LOOKED_AT = 40
_LONGEST_HEAD = 60
_LARGEST = 20_000
"""In characters: what is looked at to tell a table from other text."""
_MOST_ROWS = 150_000


def is_table(data: bytes) -> bool:
    """Whether the text `data` is a table: a first line of short heads, the others as wide."""
    text = decode(data[: 4 * _LARGEST])[0][:_LARGEST]
    return _separator(text, whole=len(data) <= _LARGEST) is not None


def read_table(data: bytes) -> Document:
    """The table `data`. Cells are named as in spreadsheets ("a1r12c3"), on one sheet.

    Raises `Unreadable` where it has more lines than any answer sheet has.
    """
    text, charset, guessed = decode(data)
    separator = _separator(text[:_LARGEST], whole=len(text) <= _LARGEST) or ";"
    named = _SEPARATOR_LINE.match(text)
    sheets = Sheets()
    sheets.begin("")
    for at, record in enumerate(_records(text[named.end() :] if named else text, separator)):
        if at >= _MOST_ROWS:
            raise Unreadable("too-big", "The table has more lines than any answer sheet has.")
        for column, value in enumerate(record, start=1):
            sheets.put(at + 1, column, value)
    flags = ("charset-guessed",) if guessed else ()
    properties = {"charset": charset, "sheets": ""}
    hidden = tuple(sheets.hidden)
    if named:
        sheets.hide("separator", named[0].strip())
        hidden = tuple(sheets.hidden)
    return Document(MEDIA_TYPE, tuple(sheets.blocks), hidden, properties, flags)


def _records(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise Unreadable("damaged", f"The table cannot be read: {error}.") from error


def _separator(text: str, *, whole: bool) -> str | None:
    """What parts the fields of `text`, where it is a table at all."""
    named = _SEPARATOR_LINE.match(text)
    if named:
        return named[1]
    return next((sign for sign in _SEPARATORS if _fits(text, sign, whole=whole)), None)


def _fits(text: str, separator: str, *, whole: bool) -> bool:
    if separator not in text:
        return False
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        records = list(islice(reader, _LOOKED_AT))
    except csv.Error:
        return False
    if not whole and len(records) < _LOOKED_AT:
        records = records[:-1]
    records = [record for record in records if any(field.strip() for field in record)]
    if len(records) < 2:
        return False
    head, width = records[0], len(records[0])
    fewest = 3 if separator in ",|" else 2
    if width < fewest or any(len(record) != width for record in records):
        return False
    # Prose has its commas anywhere; a table's first line names what stands below.
    return separator in {";", "\t"} or all(len(f) <= _LONGEST_HEAD for f in head)
