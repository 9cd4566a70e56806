"""The register as a workbook: what somebody wrote is text in every cell, never a formula or a link."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter

Cell = str | int | date | None
MOST_CHARACTERS = 32_767
"""The most that Excel holds in one cell (Microsoft, "Excel specifications and limits")."""
LINE_POINTS, MOST_POINTS = 13, 409
"""The height of a line, and the most that a row can have in Excel."""


@dataclass(frozen=True, slots=True)
class RegisterSheet:
    """One sheet: its name, the head, how wide each column is, and the rows."""

    name: str
    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]


def write_register(
    sheets: Sequence[RegisterSheet], *, title: str, author: str, made: date
) -> bytes:
    """The workbook. Equal input gives equal bytes."""
    buffer = io.BytesIO()
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False, "default_date_format": "dd.mm.yyyy",
    }  # fmt: skip
    with xlsxwriter.Workbook(buffer, options) as workbook:
        created = datetime(made.year, made.month, made.day)  # noqa: DTZ001  the format has no zone
        workbook.set_properties({"title": title, "author": author, "created": created})
        base = {"valign": "top", "font_name": "Arial", "font_size": 10}
        looks = {
            "head": workbook.add_format(
                base | {"bold": True, "text_wrap": True, "bg_color": "#1E2B3C",
                        "font_color": "#FFFFFF", "valign": "vcenter"}
            ),
            "text": workbook.add_format(base | {"text_wrap": True}),
            "number": workbook.add_format(base | {"num_format": "0", "align": "left"}),
            "day": workbook.add_format(base | {"num_format": "dd.mm.yyyy", "align": "left"}),
        }  # fmt: skip
        for sheet in sheets:
            _write(workbook.add_worksheet(sheet.name), sheet, looks)
    return buffer.getvalue()


def _write(worksheet: Any, sheet: RegisterSheet, looks: dict[str, Any]) -> None:
    for column, (name, width) in enumerate(zip(sheet.head, sheet.widths, strict=True)):
        worksheet.set_column(column, column, width)
        worksheet.write_string(0, column, name, looks["head"])
    worksheet.set_row(0, 32)
    worksheet.freeze_panes(1, 1)
    for number, row in enumerate(sheet.rows, start=1):
        worksheet.set_row(number, _height(row, sheet.widths))
        for column, value in enumerate(row):
            _cell(worksheet, (number, column), value, looks)
    if sheet.rows:
        worksheet.autofilter(0, 0, len(sheet.rows), len(sheet.head) - 1)
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(0)
    worksheet.set_footer("&L&A&R&P / &N")


def _cell(worksheet: Any, at: tuple[int, int], value: Cell, looks: dict[str, Any]) -> None:
    if isinstance(value, date):
        day = datetime(value.year, value.month, value.day)  # noqa: DTZ001  the format has no zone
        worksheet.write_datetime(*at, day, looks["day"])
    elif isinstance(value, int):
        worksheet.write_number(*at, value, looks["number"])
    elif value is not None:
        worksheet.write_string(*at, value[: MOST_CHARACTERS // 2], looks["text"])


def _height(row: Sequence[Cell], widths: Sequence[int]) -> float:
    """Points that the row's longest text needs: not every program works it out by itself."""
    lines = 1
    for value, width in zip(row, widths, strict=True):
        if isinstance(value, str):
            lines = max(lines, sum(-(-len(line) // width) or 1 for line in value.split("\n")))
    return min(LINE_POINTS * lines + 3, MOST_POINTS)
