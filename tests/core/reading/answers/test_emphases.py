"""Choices told by how they look, and ticks that their looks contradict."""

from __future__ import annotations

import pytest

from innspill.shared.values import Certainty
from innspill.stages.reading.core.formats.characters import show
from innspill.stages.reading.core.values import Answer, Block, Box, Emphasis, EmphasisKind
from tests.core.reading.answers.hearing import (
    EMPTY_LINE,
    QUESTION_1,
    QUESTION_2,
    answer,
    paragraphs,
    read,
)

LINE = "Ja   Nei   Har ingen kommentar"


def line(text: str, *looks: tuple[str, EmphasisKind]) -> Block:
    shown = show(text)
    emphases = tuple(
        Emphasis(shown.text.index(part), shown.text.index(part) + len(part), kind)
        for part, kind in looks
    )
    return Block("line", "paragraph", shown.text, shown.boxes, emphases=emphases)


def first(*blocks: Block) -> Answer:
    before, after = (
        paragraphs("1) " + QUESTION_1),
        paragraphs("2) " + QUESTION_2, EMPTY_LINE, start=9),
    )
    return answer(read((*before, *blocks, *after)), "1")


@pytest.mark.parametrize("kind", ["highlighted", "bold", "underlined"])
@pytest.mark.parametrize("text", [LINE, EMPTY_LINE])
def test_the_one_choice_that_is_set_apart_is_the_choice(kind: EmphasisKind, text: str) -> None:
    found = first(line(text, ("Nei", kind)), *paragraphs("For lavt.", start=5))
    assert (found.ticks, found.choice, found.text) == (("no",), "no", "For lavt.")
    assert "emphasised-choice" in found.flags
    assert found.certainty is Certainty.LIKELY


def test_choices_that_all_look_alike_say_nothing() -> None:
    found = first(line(LINE, (LINE, "bold")))
    assert (found.ticks, found.flags) == ((), ())


def test_two_choices_set_apart_are_two_choices() -> None:
    found = first(line(LINE, ("Ja", "highlighted"), ("Nei", "highlighted")))
    assert (found.ticks, found.choice) == (("yes", "no"), None)
    assert {"emphasised-choice", "contradictory-ticks"} <= set(found.flags)
    assert found.certainty is Certainty.UNSURE


def test_the_choice_left_when_all_others_are_struck_out_is_the_choice() -> None:
    found = first(line(LINE, ("Ja", "struck-out"), ("Har ingen kommentar", "struck-out")))
    assert (found.ticks, found.choice) == (("no",), "no")
    assert "struck-out-choice" in found.flags
    assert found.certainty is Certainty.LIKELY


@pytest.mark.parametrize("struck", [("Ja",), ("Ja", "Nei", "Har ingen kommentar")])
def test_too_few_or_all_choices_struck_out_settle_nothing(struck: tuple[str, ...]) -> None:
    found = first(line(LINE, *((each, "struck-out") for each in struck)))
    assert found.ticks == ()
    assert "struck-out-choice" in found.flags
    assert found.certainty is Certainty.UNSURE


def test_a_choice_alone_and_struck_out_was_not_typed_as_an_answer() -> None:
    found = first(line("Ja", ("Ja", "struck-out")))
    assert found.ticks == ()
    assert "struck-out-choice" in found.flags


def test_a_tick_that_is_struck_out_is_kept_but_settles_nothing() -> None:
    found = first(line("☒ Ja  ☐ Nei  ☐ Har ingen kommentar", ("☒ Ja", "struck-out")))
    assert (found.ticks, found.choice) == (("yes",), None)
    assert "struck-out-tick" in found.flags
    assert found.certainty is Certainty.UNSURE


def test_another_choice_struck_out_beside_a_tick_is_flagged() -> None:
    found = first(line("☐ Ja  ☒ Nei  ☐ Har ingen kommentar", ("Ja", "struck-out")))
    assert (found.ticks, found.choice) == (("no",), "no")
    assert "struck-out-tick" in found.flags


def test_another_choice_set_apart_than_the_one_ticked_is_flagged() -> None:
    found = first(line("☒ Ja  ☐ Nei  ☐ Har ingen kommentar", ("Nei", "highlighted")))
    assert found.ticks == ("yes",)
    assert "emphasised-choice" in found.flags
    assert found.certainty is Certainty.UNSURE


def test_a_label_in_bold_beside_its_own_tick_changes_nothing() -> None:
    found = first(line("☒ Ja  ☐ Nei  ☐ Har ingen kommentar", ("Ja", "bold")))
    assert (found.choice, found.flags) == ("yes", ())


def test_words_struck_out_in_an_answer_are_still_read_and_flagged() -> None:
    text = Block("t", "paragraph", "Lavt og løst.", emphases=(Emphasis(0, 4, "struck-out"),))
    found = first(line("☒ Ja  ☐ Nei  ☐ Har ingen kommentar"), text)
    assert found.text == "Lavt og løst."
    assert "struck-out-text" in found.flags


def test_a_tick_that_pixels_left_open_is_kept_but_settles_nothing() -> None:
    boxes = (Box(0, True, "pixels", unsure=True), Box(5, False, "pixels"))
    found = first(Block("t", "paragraph", "☒ Ja ☐ Nei", boxes))
    assert (found.ticks, found.choice) == (("yes",), None)
    assert "tick-unclear" in found.flags
    assert found.certainty is Certainty.UNSURE


def test_an_emphasised_choice_in_a_control_that_says_otherwise_is_flagged() -> None:
    boxes = (Box(0, True, "control", tag="q1_yes"), Box(6, False, "control", tag="q1_no"))
    looks = (Emphasis(2, 4, "struck-out"),)
    found = first(Block("t", "paragraph", "☒ Ja  ☐ Nei", boxes, emphases=looks))
    assert (found.ticks, found.choice) == (("yes",), None)
    assert "struck-out-tick" in found.flags
