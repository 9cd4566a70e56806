"""Cells of CSV files that no spreadsheet takes for a formula, and rows written as RFC 4180 says."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TextIO

BOM = "\ufeff"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
"""First characters that spreadsheets act on (OWASP ASVS 5.0.0, 1.2.10), full-width ones too."""


def guarded(value: str) -> str:
    """`value`, with an apostrophe before it where a spreadsheet could run it as a formula."""
    return f"'{value}" if value.lstrip(" ").startswith(DANGEROUS) else value


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    r"""A CSV file as text: comma, CRLF, quotes where needed, a byte order mark in front.

    Comma and not the semicolon of Norwegian Excel, because RFC 4180 is what archives ask for and
    what programs read without being told; people open report.xlsx, which needs no separator. The
    mark makes Excel read æ, ø and å as UTF-8. Write it with encoding "utf-8" and newline="".
    """
    buffer = io.StringIO(newline="")
    write_csv(buffer, header, rows)
    return buffer.getvalue()


def write_csv(file: TextIO, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """The same, row by row into `file`, which is open with encoding "utf-8" and newline=""."""
    file.write(BOM)
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([guarded(value) for value in row] for row in rows)
