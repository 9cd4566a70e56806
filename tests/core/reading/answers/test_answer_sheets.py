"""Answer sheets: whose answers stand where, and every cell accounted for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.values import ResponseRead
from tests.core.reading.answers.hearing import (
    QUESTION_1,
    QUESTION_2,
    QUESTION_3,
    answer,
    file_of,
    lines,
    read_files,
)
from tests.core.reading.blocks.sheet_files import workbook

ONE_A_ROW = [
    ["Høringssvar, sak 24/615"],
    [],
    ["Virksomhet", "Organisasjonsnummer", "Dato", QUESTION_1, "Spørsmål 1 – kommentar", QUESTION_2,
     "Spørsmål 3"],
    ["Sandvik kommune", 974761076, "3. mars 2026", "Ja", "Ja, men smalt.", None, "Lyset må stå på."],
    ["Fjell kommune", None, None, "Ja; Nei", None, "Storbrua mangler.", None],
    [None, None, None, None, None, None, None],
]  # fmt: skip


def read(*rows: Sequence[Any], name: str = "Svar") -> tuple[ResponseRead, ...]:
    return read_files(*read_file("svar.xlsx", workbook((name, rows))))


def test_each_row_is_a_response_with_the_way_in_as_its_file() -> None:
    first, second = read(*ONE_A_ROW)
    assert (first.file, second.file) == ("svar.xlsx!/Svar!/rad 4", "svar.xlsx!/Svar!/rad 5")
    assert (first.kind, first.sender.name) == ("form", "Sandvik kommune")
    assert (first.sender.organisation_number, first.dated) == ("974761076", "2026-03-03")
    assert (answer(first, "1").ticks, answer(first, "1").text) == (("yes",), "Ja, men smalt.")
    assert answer(first, "3").text == "Lyset må stå på."
    assert first.sha256 != second.sha256
    assert first.properties["file_sha256"] == second.properties["file_sha256"]


def test_two_choices_in_one_cell_are_two_ticks() -> None:
    given = answer(read(*ONE_A_ROW)[1], "1")
    assert (given.ticks, given.choice) == (("yes", "no"), None)
    assert "contradictory-ticks" in given.flags


def test_nothing_on_the_sheet_is_lost() -> None:
    found = read(*ONE_A_ROW, ["Sum", None, None])
    (sheet,) = read_file("svar.xlsx", workbook(("Svar", [*ONE_A_ROW, ["Sum", None, None]])))
    assert sheet.document is not None
    held = {block.id for each in found for block in each.blocks}
    assert held == {block.id for block in sheet.document.blocks}
    assert [p.text for p in found[0].unplaced][-1] == "Sum"


def test_crosses_below_the_choices_of_a_question_are_ticks() -> None:
    first, second = read(
        ["Navn", QUESTION_1, None, None, None, QUESTION_2],
        [None, "Ja", "Nei", "Har ingen kommentar", "Kommentar"],
        ["Sandvik kommune", None, "x", None, "Smalt", "To bruer"],
        ["Fjell kommune", "x", "X"],
    )
    assert (answer(first, "1").ticks, answer(first, "1").text) == (("no",), "Smalt")
    assert answer(first, "2").text == "To bruer"
    assert answer(second, "1").ticks == ("yes", "no")
    assert first.sender.name == "Sandvik kommune"


def test_rows_of_one_answer_each_are_gathered_by_their_sender() -> None:
    first, second = read(
        ["Avsender", "Spørsmål", "Svar", "Kommentar"],
        ["Sandvik kommune", 1, "Ja", "Bra"],
        ["Fjell kommune", "Spørsmål 1", "Nei", None],
        ["Sandvik kommune", 2, None, "Storbrua"],
        [None, 3, None, "Lyset"],
    )
    assert (first.sender.name, second.sender.name) == ("Sandvik kommune", "Fjell kommune")
    assert answer(first, "1").ticks == ("yes",)
    assert [answer(first, each).text for each in "123"] == ["Bra", "Storbrua", "Lyset"]
    assert "sheet-sender-above" in first.flags
    assert answer(second, "1").ticks == ("no",)


def test_a_form_in_a_sheet_is_one_response() -> None:
    (found,) = read(
        ["Avsender", "Sandvik kommune"],
        ["Nr.", "Spørsmål", "Svar", "Kommentar"],
        [1, QUESTION_1, "Nei", "For smalt"],
        [2, QUESTION_2, None, "Storbrua"],
        [3, QUESTION_3, "Lys"],
    )
    assert (found.file, found.sender.name) == ("svar.xlsx", "Sandvik kommune")
    assert (answer(found, "1").ticks, answer(found, "1").text) == (("no",), "For smalt")
    assert [answer(found, each).text for each in "23"] == ["Storbrua", "Lys"]


def test_choices_listed_below_their_question_are_the_forms_and_the_cross_is_the_tick() -> None:
    (found,) = read(
        [QUESTION_1], ["Ja", None], ["Nei", "x"], ["Har ingen kommentar", None],
        ["Kommentar", "For smalt"], [QUESTION_2], ["Storbrua mangler."],
    )  # fmt: skip
    assert (answer(found, "1").ticks, answer(found, "1").text) == (("no",), "For smalt")
    assert answer(found, "2").text == "Storbrua mangler."


@pytest.mark.parametrize(
    "rows",
    [
        [["Måned", "Antall"], ["Mars", 4]],
        [[None, "Sandvik kommune", "Fjell kommune"], [QUESTION_1, "Ja", "Nei"], [QUESTION_2, "a", "b"]],
    ],
)  # fmt: skip
def test_a_sheet_that_is_not_understood_says_so_and_answers_nothing(rows: list[list[Any]]) -> None:
    (found,) = read(*rows)
    assert "sheet-not-understood" in found.flags
    assert found.answers == ()


def test_a_sheet_for_each_respondent_gives_a_response_for_each() -> None:
    form = [[QUESTION_1, "Ja"], [QUESTION_2, "Storbrua"]]
    data = workbook(("Sandvik", [["Avsender", "Sandvik kommune"], *form]), ("Fjell", form))
    found = read_files(*read_file("svar.xlsx", data))
    assert [each.file for each in found] == ["svar.xlsx!/Sandvik", "svar.xlsx!/Fjell"]
    assert [answer(each, "2").text for each in found] == ["Storbrua", "Storbrua"]


def test_a_table_as_text_is_an_answer_sheet_too() -> None:
    text = f"Virksomhet;{QUESTION_1};Spørsmål 2\nSandvik kommune;Ja;Storbrua\nFjell kommune;Nei;\n"
    found = read_files(*read_file("svar.csv", text.encode("cp1252")))
    assert [each.file for each in found] == ["svar.csv!/rad 2", "svar.csv!/rad 3"]
    assert [answer(each, "1").choice for each in found] == ["yes", "no"]


def test_an_answer_sheet_in_a_mail_gives_its_responses_under_the_cover() -> None:
    cover = file_of(lines("Hei, vedlagt følger svarene våre."), "message/rfc822", "post.eml")
    (sheet,) = read_file("post.eml!/svar.xlsx", workbook(("Svar", ONE_A_ROW)))
    found = read_files(cover, sheet)
    assert [each.sender.name for each in found] == ["Sandvik kommune", "Fjell kommune"]
    assert all(each.cover for each in found)
