"""Workbook, matrix and answers: the same figures as data, and nothing in them runs."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from reports_material import (
    answer,
    comment,
    full_report,
    report,
    response,
    sender,
)

from innspill.shared.cells import BOM, guarded
from innspill.stages.analysis.core.values import Analysis
from innspill.stages.reports.core.answers_csv import answers_csv
from innspill.stages.reports.core.excel.workbook import MOST_CHARACTERS, fitting, write_excel
from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.matrix import matrix_csv
from innspill.stages.reports.core.values import ReportInput

FORMULAS = ["=1+1", "@SUM(A1)", "+1", "-1", "\t=1+1", '=HYPERLINK("http://x","y")', " =1"]  # fmt: skip
LEGELAGET = sender("Legelaget", "Foreninger", "Legelaget", "invited")


def rows_of(text: str) -> list[dict[str, str]]:
    assert text.startswith(BOM)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))


def workbook(made: ReportInput) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(write_excel(count(made), made)))


def spoken(text: str) -> ReportInput:
    named = sender(text, None, None, "open")
    found = (comment("24/17-1", text),)
    given = response(1, named, answers=[answer("1", text=text)], general=(text,))
    return report(given, analysis=Analysis(found, (), ()))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_response_becomes_a_formula(text: str) -> None:
    book = workbook(spoken(text))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    texts = [row[4].value for row in book["Merknader"].iter_rows(min_row=2)]
    assert [each.strip() for each in texts] == [text.strip()]
    assert not any(cell.hyperlink for row in book["Merknader"].iter_rows() for cell in row)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_a_csv_file_starts_as_a_formula(text: str) -> None:
    for made in (answers_csv(spoken(text)), matrix_csv(spoken(text))):
        for row in csv.reader(io.StringIO(made.removeprefix(BOM), newline="")):
            assert not any(cell.strip().startswith(("=", "+", "-", "@")) for cell in row)


def test_ordinary_words_are_left_as_they_are() -> None:
    assert guarded("Ja = bra") == "Ja = bra"
    assert guarded("") == ""


def test_the_matrix_says_for_each_response_what_it_said_to_each_question() -> None:
    rows = {row["reference"]: row for row in rows_of(matrix_csv(full_report()))}
    assert list(rows) == ["24/17-1", "24/17-2", "24/17-3", "24/17-4", "24/17-6"]
    said = {key: (row["question 1"], row["question 2"]) for key, row in rows.items()}
    assert said["24/17-1"] == ("yes", "text")
    assert said["24/17-2"] == ("unclear", "")
    assert said["24/17-6"] == ("no-comment", "")


def test_answers_of_responses_that_wait_keep_their_ticks_but_not_their_text() -> None:
    row = next(row for row in rows_of(answers_csv(full_report())) if row["state"] == "waiting")
    assert (row["choice"], row["text"]) == ("no", "")
    assert "Hemmelig" not in answers_csv(full_report())


def test_every_answer_stands_with_all_its_ticks() -> None:
    rows = rows_of(answers_csv(full_report()))
    two = next(row for row in rows if row["reference"] == "24/17-2")
    assert (two["ticks"], two["choice"], two["late"]) == ("yes|no", "", "true")


def test_the_workbook_holds_the_same_figures_as_the_report() -> None:
    made = full_report()
    book = workbook(made)
    assert book.sheetnames == ["Oversikt", "Svar", "Spørsmål", "Matrise", "Merknader", "Forslag"]
    rows = {(row[0], row[2]): row[3:] for row in list(book["Spørsmål"].values)[1:]}
    figures = count(made)
    for question in figures.questions:
        for tally in (*question.groups, question.total):
            respondents, *parts = rows[(question.question, tally.group)]
            assert respondents == tally.respondents == sum(part or 0 for part in parts)
    assert "Hemmelig tekst" not in str([*book["Merknader"].values, *book["Forslag"].values])


def test_header_rows_stay_in_sight_and_can_be_filtered() -> None:
    for sheet in workbook(full_report()).worksheets[1:]:
        assert sheet.freeze_panes.endswith("2")
        assert sheet.auto_filter.ref is not None


def test_equal_input_gives_an_equal_workbook() -> None:
    made = full_report("nn")
    assert write_excel(count(made), made) == write_excel(count(made), made)


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    kept = fitting("😀" * 20_000, "nb")
    assert len(kept.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    assert kept.endswith("answers.csv.]")
    assert fitting("kort", "nb") == "kort"


def test_a_hearing_that_nobody_answered_has_a_workbook_too() -> None:
    assert workbook(report()).sheetnames[0] == "Oversikt"


def test_what_people_work_on_in_the_comment_sheet_is_open_and_the_rest_is_not() -> None:
    book = workbook(full_report())
    sheet = book["Merknader"]
    assert sheet.protection.sheet
    assert [cell.value for cell in sheet[1]][:9] == [
        "Id", "Referanse", "Avsender", "Spørsmål", "Merknad", "Vurdering", "Begrunnelse",
        "Ansvarlig", "Sett",
    ]  # fmt: skip
    assert [cell.protection.locked for cell in sheet[2]][:9] == [*[True] * 5, *[False] * 3, True]
    (choices,) = sheet.data_validations.dataValidation
    assert str(choices.sqref).startswith("F2")
    assert choices.formula1.strip('"').split(",")[0] == "Tatt til følge"
    assert not book["Svar"].protection.sheet
