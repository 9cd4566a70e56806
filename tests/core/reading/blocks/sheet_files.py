"""Spreadsheets made in the test, by the library that most programs write them with."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from openpyxl import Workbook


def workbook(
    *sheets: tuple[str, Sequence[Sequence[Any]]], then: Callable[[Workbook], None] | None = None
) -> bytes:
    """An .xlsx with `sheets` (name and rows); `then` may change it before it is saved."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if then is not None:
        then(book)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
