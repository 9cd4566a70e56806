"""Our own Word form, filled in by script as people do it in Word, and read from its bytes."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.word_form import build_form
from innspill.stages.reading.core.answers.accounting import account
from innspill.stages.reading.core.files import read_file
from innspill.stages.reading.core.responses import read_responses
from innspill.stages.reading.core.values import ResponseRead
from tests.core.reading.answers.hearing import BRIDGES, answer

CHECKED = "{http://schemas.microsoft.com/office/word/2010/wordml}checked"
STATE = "{http://schemas.microsoft.com/office/word/2010/wordml}val"


def filled(change: Callable[[Any], None]) -> ResponseRead:
    document = Document(io.BytesIO(build_form(BRIDGES, "nb")))
    change(document)
    saved = io.BytesIO()
    document.save(saved)
    (found,) = read_responses(read_file("svar.docx", saved.getvalue()), BRIDGES)
    assert account(found).complete
    return found


def control(document: Any, tag: str) -> Any:
    return next(
        each
        for each in document.element.body.iter(qn("w:sdt"))
        if each.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) == tag
    )


def tick(document: Any, tag: str) -> None:
    box = control(document, tag)
    next(box.iter(CHECKED)).set(STATE, "1")
    next(box.iter(qn("w:t"))).text = "☒"


def write(document: Any, tag: str, text: str) -> None:
    field = control(document, tag)
    properties = field.find(qn("w:sdtPr"))
    properties.remove(properties.find(qn("w:showingPlcHdr")))
    next(field.iter(qn("w:t"))).text = text


def unwrap(document: Any) -> None:
    """Takes all controls away and leaves what they hold, as copying to a new file does."""
    for each in list(document.element.body.iter(qn("w:sdt"))):
        for child in list(each.find(qn("w:sdtContent"))):
            each.addprevious(child)
        each.getparent().remove(each)


def test_controls_that_were_ticked_and_written_in_are_read_without_doubt() -> None:
    def change(document: Any) -> None:
        tick(document, "q1_no")
        write(document, "q1_text", "Rekkverket er for lavt.")
        write(document, "q3_text", "Brøyt oftere.")

    found = filled(change)
    first = answer(found, "1")
    assert (first.choice, first.text) == ("no", "Rekkverket er for lavt.")
    assert (first.certainty, first.flags) == (Certainty.CERTAIN, ())
    assert first.grounds[0] == "stands in the control of this question"
    assert answer(found, "3").text == "Brøyt oftere."
    assert [answer(found, each).text for each in "24"] == ["", ""]


def test_the_form_copied_to_a_file_without_controls_is_read_by_its_words() -> None:
    def change(document: Any) -> None:
        tick(document, "q1_yes")
        tick(document, "q2_none")
        write(document, "q4_text", "Takk for jobben.")
        unwrap(document)

    found = filled(change)
    assert [answer(found, each).choice for each in "12"] == ["yes", "none"]
    assert answer(found, "4").text == "Takk for jobben."
    assert [answer(found, each).text for each in "123"] == ["", "", ""]


@pytest.mark.parametrize("typed", ["Nei", "Nei, for lavt.", "Svar: Nei"])
def test_a_choice_written_in_the_answers_field_instead_of_ticked_is_flagged(typed: str) -> None:
    def change(document: Any) -> None:
        write(document, "q1_text", typed)

    first = answer(filled(change), "1")
    assert first.ticks == ("no",)
    assert "typed-choice" in first.flags
