"""report.xlsx: the figures of the report as a workbook, no cell of a response ever a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter

from innspill.stages.reports.core.excel import sheets as excel_sheets
from innspill.stages.reports.core.excel.sheets import Sheet, Value
from innspill.stages.reports.core.left import Left
from innspill.stages.reports.core.paper_words import PaperWords, paper_words_in
from innspill.stages.reports.core.values import Figures, ReportInput
from innspill.stages.reports.core.words import words_in

PROPERTY = "innspill-report"
"""The workbook's own property that says which report it is of, as in the Word file."""

MAKER_TIME = datetime(2000, 1, 1)  # noqa: DTZ001  the format has no time zone
"""Written as the time of making where nobody said one: the bytes stay equal for equal input."""

LINE_POINTS, MOST_POINTS = 13, 409
"""The height of a line of the workbook, and the most that a row can have in Excel."""

MOST_CHARACTERS = 32_767
"""The most that Excel holds in one cell (Microsoft, "Excel specifications and limits")."""


@dataclass(frozen=True, slots=True)
class Formats:
    """The looks of cells."""

    header: Any
    text: Any
    one_line: Any
    number: Any
    day: Any
    strong: Any
    strong_number: Any
    editable: Any


def write_excel(
    figures: Figures, report: ReportInput, *, left: Sequence[Left] = (), made_from: str = ""
) -> bytes:
    """The workbook: overview, responses, questions by group, matrix, remarks, proposals.

    It says what is `left`, and which report it is of (`Report.made_from`), where that is known.

    Strings are written as strings whatever they begin with, and nothing becomes a link. Equal
    input gives equal bytes.
    """
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "dd.mm.yyyy",
    }
    with xlsxwriter.Workbook(buffer, options) as workbook:
        workbook.set_properties(
            {
                "title": figures.title,
                "subject": figures.case_number,
                "author": figures.owner,
                "created": _made(figures),
            }
        )
        if made_from:
            workbook.set_custom_property(PROPERTY, made_from)
        formats = _formats(workbook)
        for sheet in excel_sheets.sheets(figures, report, left):
            _write(workbook.add_worksheet(sheet.name), sheet, formats, figures.language)
    return buffer.getvalue()


def _made(figures: Figures) -> datetime:
    if figures.made_at is None:
        return MAKER_TIME
    return datetime.fromisoformat(figures.made_at).replace(tzinfo=None)


def _formats(workbook: Any) -> Formats:
    base = {"valign": "top", "font_name": "Arial", "font_size": 10}
    wrapped = base | {"text_wrap": True}
    head = {"bold": True, "bg_color": "#1E2B3C", "font_color": "#FFFFFF", "valign": "vcenter"}
    strong = {"bold": True, "top": 1}
    return Formats(
        header=workbook.add_format(wrapped | head),
        text=workbook.add_format(wrapped),
        one_line=workbook.add_format(base),
        number=workbook.add_format(base | {"num_format": "0", "align": "left"}),
        day=workbook.add_format(base | {"num_format": "dd.mm.yyyy", "align": "left"}),
        strong=workbook.add_format(wrapped | strong),
        editable=workbook.add_format(wrapped | {"locked": False, "bg_color": "#FFFBE6"}),
        strong_number=workbook.add_format(base | strong | {"num_format": "0", "align": "left"}),
    )


def _write(worksheet: Any, sheet: Sheet, formats: Formats, language: str) -> None:
    for column, width in enumerate(sheet.widths):
        worksheet.set_column(column, column, width)
    for column, name in enumerate(sheet.header):
        worksheet.write_string(0, column, name, formats.header)
    worksheet.set_row(0, 32)
    worksheet.freeze_panes(1, sheet.frozen)
    for number, row in enumerate(sheet.rows, start=1):
        texts = [fitting(each, language) if isinstance(each, str) else each for each in row]
        worksheet.set_row(number, _height(texts, sheet))
        for column, value in enumerate(texts):
            look = _look(formats, value, strong=number - 1 in sheet.strong)
            if column == sheet.in_one_line:
                look = formats.one_line
            if column in sheet.editable:
                look = formats.editable
            _cell(worksheet, (number, column), value, look)
    if sheet.filtered and sheet.rows:
        worksheet.autofilter(0, 0, len(sheet.rows), len(sheet.header) - 1)
    if sheet.editable and sheet.rows:
        _open_for_work(worksheet, sheet, paper_words_in(language))
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(0)
    worksheet.set_footer("&L&A&R&P / &N")


def _open_for_work(worksheet: Any, sheet: Sheet, words: PaperWords) -> None:
    """Some columns may be changed, the others not by accident: there is no password."""
    worksheet.protect(
        "",
        {
            "format_cells": True, "format_columns": True, "format_rows": True, "sort": True,
            "autofilter": True,
        },
    )  # fmt: skip
    if sheet.choices:
        column, choices = sheet.choices
        worksheet.data_validation(
            1, column, len(sheet.rows), column,
            {
                "validate": "list", "source": list(choices), "input_title": words.choose_title,
                "input_message": words.choose, "error_title": words.choose_title,
                "error_message": words.choose_wrong, "ignore_blank": True,
            },
        )  # fmt: skip


def _height(row: Sequence[Value], sheet: Sheet) -> float:
    """Points that the row's longest text needs: not every program works it out by itself."""
    lines = 1
    for column, value in enumerate(row):
        if isinstance(value, str) and column != sheet.in_one_line:
            width = sheet.widths[column]
            needed = (max(1, -(-len(line) // width)) for line in value.split("\n"))
            lines = max(lines, sum(needed))
    return min(LINE_POINTS * lines + 3, MOST_POINTS)


def _look(formats: Formats, value: Value, *, strong: bool) -> Any:
    if isinstance(value, date):
        return formats.day
    if isinstance(value, int):
        return formats.strong_number if strong else formats.number
    return formats.strong if strong else formats.text


def _cell(worksheet: Any, at: tuple[int, int], value: Value, look: Any) -> None:
    if isinstance(value, date):
        worksheet.write_datetime(*at, datetime(value.year, value.month, value.day), look)  # noqa: DTZ001
    elif isinstance(value, int):
        worksheet.write_number(*at, value, look)
    elif value is not None:
        worksheet.write_string(*at, value, look)


def fitting(text: str, language: str) -> str:
    """`text`, cut to what a cell holds, saying so: Excel would drop the whole cell silently."""
    if _length(text) <= MOST_CHARACTERS:
        return text
    note = f" {words_in(language).cut}"
    kept = text[: MOST_CHARACTERS - len(note)]
    while _length(kept) + len(note) > MOST_CHARACTERS:
        kept = kept[: len(kept) - (_length(kept) + len(note) - MOST_CHARACTERS + 1) // 2]
    return kept + note


def _length(text: str) -> int:
    """In UTF-16 units, as Excel counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
