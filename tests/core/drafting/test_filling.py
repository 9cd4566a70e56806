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
from innspill.stages.drafting.core.missing import hints, missing
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


def codes(about: About = FJORDVIK, **given: object) -> list[str]:
    contents = given.pop("contents", {q.id: Content(text="Ja.") for q in HEARING.questions})
    return [hint.code for hint in hints(HEARING, about, contents, **given)]  # type: ignore[arg-type]


def test_a_whole_answer_gives_no_hint() -> None:
    assert codes() == []


def test_the_review_points_out_what_is_left_open() -> None:
    found = hints(HEARING, FJORDVIK, {FIRST.id: Content(text="Ja.")})
    assert [hint.code for hint in found] == ["unanswered"]
    assert found[0].questions == tuple(q.id for q in HEARING.questions[1:])
    assert codes(contents={}) == ["nothing-said"]


def test_no_remarks_and_joining_another_are_answers() -> None:
    joining = About(FJORDVIK.senders, email=FJORDVIK.email, supports="KS")
    assert codes(contents={}, no_remarks=True) == []
    assert codes(joining, contents={}) == []
    assert codes(no_remarks=True) == ["no-remarks-and-answers"]


def test_numbers_and_addresses_that_cannot_be_right_are_pointed_out() -> None:
    about = About(senders=(SenderGiven(name="A", number="123 456 786"),), email="post@")
    assert codes(about) == ["number-wrong", "email-wrong"]
    right = About(senders=(SenderGiven(name="A", number="974 760 673"),))
    assert codes(right) == ["no-email"]


def test_proposals_that_nobody_settled_are_pointed_out() -> None:
    assert codes(proposals_at=["1", "1"]) == ["open-proposals"]
