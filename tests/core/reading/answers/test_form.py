"""Questions found in a form, and what stands under them."""

from __future__ import annotations

from innspill.shared.values import Certainty
from innspill.stages.reading.core.values import Block, Box, Cell
from tests.core.reading.answers.hearing import (
    EMPTY_LINE,
    QUESTION_1,
    QUESTION_2,
    QUESTION_3,
    QUESTION_4,
    TEXT,
    answer,
    lines,
    paragraphs,
    read,
)

FORM = paragraphs(
    "Svarskjema: Bruer for alle",
    "1) " + QUESTION_1,
    "☒ Ja  ☐ Nei  ☐ Har ingen kommentar",
    "Rekkverket er fint.",
    "2) " + QUESTION_2,
    EMPTY_LINE,
    "Oppgi bruas navn og kommune:",
    "3) " + QUESTION_3,
    "Brøyt oftere.",
    "Strø også.",
    "4) " + QUESTION_4,
    "Takk for jobben.",
)


def test_every_question_of_a_form_has_its_answer() -> None:
    found = read(FORM)
    assert found.kind == "form"
    assert [each.text for each in found.answers] == [
        "Rekkverket er fint.",
        "",
        "Brøyt oftere.\n\nStrø også.",
        "Takk for jobben.",
    ]
    assert found.unplaced == ()


def test_numbers_may_be_gone_or_wrong_because_the_words_decide() -> None:
    found = read(paragraphs(QUESTION_3, "Brøyt.", "7. " + QUESTION_1, "Lavt rekkverk."))
    assert answer(found, "3").text == "Brøyt."
    assert answer(found, "1").text == "Lavt rekkverk."
    assert "question-not-found" in answer(found, "2").flags


def test_a_question_whose_wording_was_changed_a_little_is_found_with_less_certainty() -> None:
    changed = QUESTION_2.replace("Mangler det bruer", "Mangler det noen bruer")
    found = answer(read(paragraphs(QUESTION_1, "Ja.", changed, "Storbrua mangler.")), "2")
    assert found.text == "Storbrua mangler."
    assert found.certainty is Certainty.LIKELY
    assert "edited-wording" in found.flags


def test_a_question_cut_short_is_found_by_its_number() -> None:
    cut = "3) Tilbakemelding på kapittel 3: Brøytingen er for sen."
    found = answer(read(paragraphs("1) " + QUESTION_1, "Nei.", "2) " + QUESTION_2, cut)), "3")
    assert found.text == "Brøytingen er for sen."
    assert "shortened-wording" in found.flags


def test_words_on_the_line_of_the_question_are_the_answer() -> None:
    text = (
        f"1) {QUESTION_1}\n\nLavt rekkverk.\n\n"
        "3) Tilbakemelding på kapittel 3: Vedlikehold om vinteren Ingen\n\ninnspill\n\n"
        f"4) {QUESTION_4} Ingen innspill\n"
    )
    found = read(lines(text), TEXT)
    for question in ("3", "4"):
        assert answer(found, question).text == "Ingen innspill"
        assert answer(found, question).no_comment


def test_guidance_of_the_form_is_never_an_answer() -> None:
    found = read(FORM)
    wording = [passage.text for passage in found.form_wording]
    assert "Oppgi bruas navn og kommune:" in wording
    assert answer(found, "2").text == ""


def test_what_a_person_typed_after_the_guidance_is_the_answer() -> None:
    guided = "Oppgi bruas navn og kommune: Lillebrua, Sandvik"
    found = read(paragraphs(QUESTION_1, EMPTY_LINE, QUESTION_2, EMPTY_LINE, guided))
    assert answer(found, "2").text == "Lillebrua, Sandvik"


def test_a_sentence_like_the_guidance_is_still_what_a_person_typed() -> None:
    typed = "Oppgi bruas navn og kommuner i en egen kolonne."
    found = read(paragraphs(QUESTION_1, EMPTY_LINE, QUESTION_2, EMPTY_LINE, typed))
    assert answer(found, "2").text == typed


def test_who_signs_at_the_end_of_a_form_is_no_part_of_the_last_answer() -> None:
    signed = paragraphs("Med vennlig hilsen", "Kari Aas", "Sandvik kommune", start=20)
    found = read((*FORM, *signed))
    assert answer(found, "4").text == "Takk for jobben."
    assert [passage.text for passage in found.unplaced] == [
        "Med vennlig hilsen", "Kari Aas", "Sandvik kommune",
    ]  # fmt: skip


def test_controls_with_a_name_say_which_question_they_answer() -> None:
    box = Box(0, ticked=True, technique="control", tag="q2_no")
    blocks = (
        Block("a", "paragraph", "Sandvik kommune", tag="sender_name"),
        Block("b", "paragraph", "☒ Nei", (box,)),
        Block("c", "paragraph", "Alt er med.", tag="q2_text"),
    )
    found = read(blocks)
    assert found.kind == "form"
    assert (answer(found, "2").choice, answer(found, "2").text) == ("no", "Alt er med.")
    assert found.sender.name == "Sandvik kommune"
    assert found.sender.certainty is Certainty.CERTAIN


def test_a_form_laid_out_as_a_table_ends_with_its_table() -> None:
    texts = [["1", QUESTION_1], ["", "Lavt rekkverk."], ["2", QUESTION_2], ["", "Storbrua."]]
    cells = tuple(
        Block(f"c{row}{column}", "cell", text, cell=Cell(0, row, column))
        for row, line in enumerate(texts)
        for column, text in enumerate(line)
    )
    found = read((*cells, *paragraphs("Sendt fra rådhuset.")))
    assert answer(found, "1").text == "Lavt rekkverk."
    assert answer(found, "2").text == "Storbrua."
    assert [passage.text for passage in found.unplaced] == ["Sendt fra rådhuset."]


def test_a_form_that_nobody_filled_in_says_so() -> None:
    blocks = paragraphs("1) " + QUESTION_1, EMPTY_LINE, "2) " + QUESTION_2, EMPTY_LINE)
    assert "empty-form" in read(blocks).flags
    assert "empty-form" not in read(FORM).flags


def test_our_own_form_printed_to_paper_still_says_who_sent_it() -> None:
    head = paragraphs("Navn på organisasjon eller person", "Kari Aas", start=30)
    found = read((*head, *FORM))
    assert (found.sender.name, found.sender.certainty) == ("Kari Aas", Certainty.CERTAIN)
