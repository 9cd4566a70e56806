"""A form whose questions were rewritten: no tick wanders to the question above it unnoticed."""

from __future__ import annotations

import pytest

from innspill.shared.values import Certainty
from innspill.stages.reading.core.values import Block
from tests.core.reading.answers.hearing import QUESTION_1, QUESTION_3, answer, paragraphs, read

YES = "☒ Ja ☐ Nei ☐ Har ingen kommentar"
NO = "☐ Ja ☒ Nei ☐ Har ingen kommentar"


def form(rewritten: str, ticks: str = NO) -> tuple[Block, ...]:
    return paragraphs(
        "1. " + QUESTION_1, YES, "Bra.", rewritten, ticks, "Nybrua.", "3. " + QUESTION_3, "Strø."
    )


@pytest.mark.parametrize(
    "rewritten", ["Spørsmål 2: Bruer som ikke er nevnt", "Ad spm. 2", "Svar på spørsmål 2 –"]
)
def test_a_question_named_by_its_number_is_found_though_its_wording_is_gone(rewritten: str) -> None:
    found = read(form(rewritten))
    assert answer(found, "1").ticks == ("yes",)
    second = answer(found, "2")
    assert second.ticks == ("no",)
    assert second.text.endswith("Nybrua.")
    assert "shortened-wording" in second.flags
    assert second.certainty is not Certainty.CERTAIN


def test_an_answer_that_mentions_another_question_is_no_heading() -> None:
    found = read(form("Spørsmål 2 henger sammen med dette.", "Spørsmål 3: se der."))
    assert "Spørsmål 2 henger sammen med dette." in answer(found, "1").text
    assert "Spørsmål 3: se der." in answer(found, "1").text
    assert "question-not-found" in answer(found, "2").flags


@pytest.mark.parametrize("ticks", [YES, NO])
def test_a_second_row_of_boxes_under_one_question_is_flagged_even_where_both_agree(
    ticks: str,
) -> None:
    found = answer(read(form("Bruer vi savner", ticks)), "1")
    assert "unpaired-box" in found.flags
    assert found.certainty is Certainty.UNSURE
