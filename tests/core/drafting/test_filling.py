"""From a draft to the form filled in, and what has to be there before it is handed in."""

from __future__ import annotations

import pytest

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.core.filled import (
    FileGiven,
    MeasureGiven,
    SenderGiven,
    from_bytes,
    to_bytes,
)
from innspill.stages.drafting.core.filling import fill
from innspill.stages.drafting.core.missing import missing
from innspill.stages.drafting.core.values import About, Content
from tests.conftest import SAMPLES

HEARING = load(SAMPLES / "trygt-vann" / "consultation.yaml")
FIRST = HEARING.questions[0]
FJORDVIK = About(senders=(SenderGiven(name="Fjordvik kommune"),), email="post@fjordvik.example")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_questions_and_boxes_are_in_it_as_they_were_shown(language: str) -> None:
    filled = fill(HEARING, FJORDVIK, {}, language=language)  # type: ignore[arg-type]
    assert [answer.question for answer in filled.answers] == [q.id for q in HEARING.questions]
    first = filled.answers[0]
    assert first.asked == FIRST.text[language]  # type: ignore[index]
    assert [box.text for box in first.offered] == [c.text[language] for c in FIRST.choices]  # type: ignore[index]


def test_ticks_text_and_measures_are_in_it_and_survive_the_file() -> None:
    row = MeasureGiven(name="Øvelse", responsible="Kommunen")
    content = Content(ticks=(FIRST.choices[0].id,), text="Ja.\n\nMen.", measures=(row,))
    filled = fill(
        HEARING, FJORDVIK, {FIRST.id: content}, language="nb", edition=3, no_remarks=False,
        files=[FileGiven(name="vedtak.pdf", kind="decision")],
    )  # fmt: skip
    again = from_bytes(to_bytes(filled))
    assert again == filled
    answer = again.answer(FIRST.id)
    assert answer is not None
    assert (answer.ticks, answer.text, answer.measures) == (content.ticks, content.text, (row,))
    assert (again.edition, again.files[0].kind) == (3, "decision")


def test_an_answer_to_a_question_that_is_gone_goes_along() -> None:
    filled = fill(HEARING, FJORDVIK, {"99": Content(text="Viktig.")}, language="nb")
    answer = filled.answer("99")
    assert answer is not None
    assert answer.text == "Viktig."


def one_each(*, wanted: bool) -> Definition:
    return HEARING.model_copy(update={"one_response_per": "organisation" if wanted else "none"})


def test_a_name_must_be_there_and_nothing_else() -> None:
    assert [must.code for must in missing(one_each(wanted=False), About())] == ["sender"]
    assert [must.code for must in missing(one_each(wanted=True), About())] == ["organisation"]
    assert not missing(one_each(wanted=True), FJORDVIK)


def test_a_private_person_without_a_name_is_not_asked_for_an_organisation() -> None:
    person = About(senders=(SenderGiven(name=" ", kind="person"),))
    assert [must.code for must in missing(one_each(wanted=True), person)] == ["sender"]
