"""Letters: what they say about which question, and what they say in general."""

from __future__ import annotations

from innspill.shared.values import Certainty
from innspill.stages.reading.core.values import ResponseRead
from tests.core.reading.answers.hearing import answer, paragraphs, read

HEAD = (
    "Sandvik kommune",
    "Direktoratet for gangveier",
    "Deres ref.: 24/615",
    "Sandvik, 3. mai 2024",
    "Høringssvar om gangbruer",
)
FOOT = ("Med vennlig hilsen", "Kari Aas", "kommunedirektør")


def letter(*body: str) -> ResponseRead:
    return read(paragraphs(*HEAD, *body, *FOOT))


def unplaced(response: ResponseRead) -> list[str]:
    return [passage.text for passage in response.unplaced]


def test_a_letter_is_no_form_and_has_only_the_answers_it_gives() -> None:
    found = letter("Vi er glade for rådene.", "Til spørsmål 3: Vi brøyter selv.")
    assert found.kind == "letter"
    assert [each.question for each in found.answers] == ["3"]
    assert answer(found, "3").text == "Vi brøyter selv."
    assert "Vi er glade for rådene." in unplaced(found)


def test_a_heading_that_names_a_chapter_opens_a_section() -> None:
    found = letter("Kapittel 2 Rekkverk og lys", "Det er lavt.", "Og mørkt.", "Til slutt", "Takk.")
    assert answer(found, "1").text == "Det er lavt.\n\nOg mørkt."
    assert answer(found, "1").certainty is Certainty.LIKELY
    assert "placed-by-reference" in answer(found, "1").flags
    assert {"Til slutt", "Takk."} <= set(unplaced(found))


def test_a_heading_that_is_a_chapters_title_opens_a_section() -> None:
    found = letter("Vedlikehold om vinteren", "Brøyt oftere.")
    assert answer(found, "3").text == "Brøyt oftere."
    assert "placed-by-heading" in answer(found, "3").flags


def test_a_paragraph_that_names_one_part_is_placed_by_itself() -> None:
    found = letter("Vi savner Storbrua i vedlegg A.", "Ellers er alt bra.")
    assert answer(found, "2").text == "Vi savner Storbrua i vedlegg A."
    assert "Ellers er alt bra." in unplaced(found)


def test_a_paragraph_that_names_several_is_not_guessed_at() -> None:
    found = letter("Både kapittel 2 og vedlegg A er gode.")
    assert found.answers == ()
    assert "Både kapittel 2 og vedlegg A er gode." in unplaced(found)


def test_a_number_that_page_and_form_use_differently_leaves_us_unsure() -> None:
    found = answer(letter("Spørsmål 2: Brøyt oftere."), "2")
    assert found.certainty is Certainty.UNSURE
    assert "question-number-ambiguous" in found.flags


def test_a_question_of_the_page_leads_to_that_of_the_form() -> None:
    found = letter("Hvordan kan bruene holdes åpne gjennom vinteren?", "Brøyt oftere.")
    assert answer(found, "3").text == "Brøyt oftere."
    assert answer(found, "3").certainty is Certainty.LIKELY
    assert "page-question" in answer(found, "3").flags


def test_numbered_paragraphs_one_for_each_question_are_placed_with_doubt() -> None:
    found = letter("1. Nei, for lavt.", "2. Nei.", "3. Brøyt.", "4. Takk.")
    assert [each.text for each in found.answers] == ["Nei, for lavt.", "", "Brøyt.", "Takk."]
    assert {each.certainty for each in found.answers} == {Certainty.UNSURE}


def test_letterhead_and_signature_are_passages_of_their_own_and_no_answer() -> None:
    found = letter("Til spørsmål 3: Vi brøyter selv.")
    assert set(HEAD) | set(FOOT) <= set(unplaced(found))


def test_head_and_foot_tell_sender_date_and_case() -> None:
    found = letter("Alt er bra.")
    assert found.sender.name == "Sandvik kommune"
    assert found.sender.certainty is Certainty.LIKELY
    assert found.dated == "2024-05-03"
    assert (found.case_number.value, found.case_number.matches) == ("24/615", True)
    assert found.flags == ("sender-inferred",)
