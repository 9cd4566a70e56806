"""Boxes and the choices they belong to."""

from __future__ import annotations

import pytest

from innspill.shared.values import Certainty
from innspill.stages.reading.core.values import Block, Box, Cell
from tests.core.reading.answers.hearing import (
    EMPTY_LINE,
    QUESTION_1,
    QUESTION_2,
    QUESTION_3,
    answer,
    paragraphs,
    read,
)


def form(line: str, *more: str) -> tuple[Block, ...]:
    return paragraphs("1) " + QUESTION_1, line, *more, "2) " + QUESTION_2, EMPTY_LINE)


def test_two_ticks_on_one_question_are_a_fact_not_a_choice() -> None:
    found = answer(read(form("☒ Ja ☒ Nei ☐ Har ingen kommentar")), "1")
    assert found.ticks == ("yes", "no")
    assert found.choice is None
    assert "contradictory-ticks" in found.flags


def test_one_tick_settles_the_choice() -> None:
    found = answer(read(form("☐ Ja ☒ Nei ☐ Har ingen kommentar")), "1")
    assert (found.ticks, found.choice, found.flags) == (("no",), "no", ())
    assert found.certainty is Certainty.CERTAIN


def test_no_tick_is_no_choice() -> None:
    found = answer(read(form(EMPTY_LINE)), "1")
    assert (found.ticks, found.choice, found.text) == ((), None, "")


@pytest.mark.parametrize(
    ("line", "ticks"),
    [
        ("Ja ☐ Nei ☒ Har ingen kommentar ☐", ("no",)),
        ("☒Ja/☐Nei/☐Har ingen kommentar", ("yes",)),
        ("[x] Ja [ ] Nei [ ] Har ingen kommentar", ("yes",)),
        ("☐ JA  ☐ NEI  ☒ HAR INGEN KOMMENTAR", ("none",)),
        ("☐ Yes  ☒ No  ☐ No comment", ("no",)),
    ],
)
def test_a_box_belongs_to_the_label_beside_it(line: str, ticks: tuple[str, ...]) -> None:
    assert answer(read(form(line)), "1").ticks == ticks


def test_choices_may_stand_below_each_other() -> None:
    found = answer(read(form("☐ Ja", "☒ Nei", "☐ Har ingen kommentar", "Rekkverket er løst.")), "1")
    assert found.ticks == ("no",)
    assert found.text == "Rekkverket er løst."


@pytest.mark.parametrize(
    ("line", "ticks"),
    [
        ("Ja", ("yes",)),
        ("Nei.", ("no",)),
        ("X Ja   Nei   Har ingen kommentar", ("yes",)),
        ("Ja   Nei x   Har ingen kommentar", ("no",)),
        ("Ja   Nei   Har ingen kommentar", ()),
    ],
)
def test_a_choice_may_be_typed(line: str, ticks: tuple[str, ...]) -> None:
    found = answer(read(form(line, "Skiltene er for små.")), "1")
    assert found.ticks == ticks
    assert found.text == "Skiltene er for små."
    assert found.certainty is (Certainty.LIKELY if ticks else Certainty.CERTAIN)
    assert ("typed-choice" in found.flags) == bool(ticks)


def test_a_choice_typed_before_its_reason_keeps_every_word() -> None:
    found = answer(read(form("Nei, for rekkverket er for lavt.")), "1")
    assert found.ticks == ("no",)
    assert found.text == "Nei, for rekkverket er for lavt."


def test_a_sentence_that_begins_like_a_label_ticks_nothing() -> None:
    found = answer(read(form("Ja visst er rådene gode nok når det er tørt.")), "1")
    assert found.ticks == ()


def test_state_and_glyph_that_disagree_are_flagged() -> None:
    box = Box(0, ticked=True, technique="control", conflict=True)
    blocks = (
        *paragraphs("1) " + QUESTION_1),
        Block("t", "paragraph", "☐ Ja", (box,)),
        *paragraphs("2) " + QUESTION_2, start=5),
    )
    found = answer(read(blocks), "1")
    assert found.ticks == ("yes",)
    assert "tick-state-conflict" in found.flags
    assert found.certainty is Certainty.UNSURE


def test_a_ticked_box_without_a_label_is_flagged_and_stays_in_the_text() -> None:
    found = answer(read(form("☐ Ja ☐ Nei", "☒ Kanskje")), "1")
    assert found.ticks == ()
    assert "unpaired-box" in found.flags
    assert "☒ Kanskje" in found.text


def test_boxes_in_a_grid_take_the_label_above_their_column() -> None:
    def cell(row: int, column: int, text: str) -> Block:
        boxes = (Box(0, text == "☒", "glyph"),) if text in "☒☐" else ()
        return Block(f"c{row}{column}", "cell", text, boxes, cell=Cell(0, row, column))

    rows = [
        ["Spørsmål", "Ja", "Nei", "Har ingen kommentar"],
        [QUESTION_1, "☐", "☒", "☐"],
        [QUESTION_2, "☒", "☐", "☐"],
    ]
    blocks = tuple(cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    found = read((*blocks, *paragraphs(QUESTION_3, "Brøyt oftere.")))
    assert [answer(found, question).ticks for question in "12"] == [("no",), ("yes",)]
    assert answer(found, "3").text == "Brøyt oftere."


def table(*rows: list[str]) -> tuple[Block, ...]:
    return tuple(
        Block(f"c{row}-{column}", "cell", text, cell=Cell(0, row, column))
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
        if text
    )


def test_a_cross_typed_in_a_cell_belongs_to_the_label_of_its_row() -> None:
    cells = table([QUESTION_1], ["", "Ja"], ["X", "Nei"], ["", "Har ingen kommentar"])
    found = answer(read((*cells, *paragraphs(QUESTION_2, "Nei"))), "1")
    assert (found.choice, found.text) == ("no", "")
    assert found.certainty is Certainty.LIKELY
    assert "typed-choice" in found.flags


def test_a_cross_typed_in_a_grid_belongs_to_the_label_of_its_column() -> None:
    head = ["Spørsmål", "Ja", "Nei", "Har ingen kommentar"]
    cells = table(head, [QUESTION_1, "", "x"], [QUESTION_2, "x"])
    found = read((*cells, *paragraphs(QUESTION_3, "Brøyt.")))
    assert [answer(found, question).ticks for question in "12"] == [("no",), ("yes",)]


def test_a_cross_between_two_labels_is_flagged_and_not_guessed_at() -> None:
    cells = table([QUESTION_1], ["Ja", "X", "Nei"])
    found = answer(read((*cells, *paragraphs(QUESTION_2, "Nei"))), "1")
    assert found.ticks == ()
    assert "unpaired-box" in found.flags


def test_a_choice_written_below_boxes_left_empty_counts_as_typed() -> None:
    found = answer(read(form(EMPTY_LINE, "Nei, rekkverket er løst.")), "1")
    assert found.ticks == ("no",)
    assert "typed-choice" in found.flags


def test_a_box_that_was_ticked_is_not_overruled_by_what_is_written_below() -> None:
    found = answer(read(form("☒ Ja ☐ Nei ☐ Har ingen kommentar", "Nei, egentlig ikke.")), "1")
    assert (found.ticks, found.text) == (("yes",), "Nei, egentlig ikke.")
