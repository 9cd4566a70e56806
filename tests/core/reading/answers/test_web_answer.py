"""What the web form hands in is read as it was given; what came with it is attached to it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.definition import Definition, Language
from innspill.stages.consultations.core.filled import (
    MEDIA_TYPE,
    FileGiven,
    FilledForm,
    SenderGiven,
    to_bytes,
)
from innspill.stages.consultations.core.form_words import words_in
from innspill.stages.consultations.core.plain_form import build_text
from innspill.stages.consultations.core.word_form import build_form
from innspill.stages.reading.core.answers.accounting import account
from innspill.stages.reading.core.formats import sniff
from innspill.stages.reading.core.responses import read_delivery
from innspill.stages.reading.core.result import as_json, from_json
from innspill.stages.reading.core.values import ResponseRead
from innspill.stages.register.core.adhering import adherence
from tests.core.consultations.forms import BRIDGES, DEFINITION, FILLED, answer
from tests.core.reading.answers.hearing import answer as answer_to

QUESTIONS = DEFINITION.questions


def read_all(
    *files: tuple[str, bytes], definition: Definition = DEFINITION
) -> tuple[ResponseRead, ...]:
    found = read_delivery(files, definition)
    assert all(account(each).complete for each in found)
    return found


def read(
    form: FilledForm, *more: tuple[str, bytes], definition: Definition = DEFINITION
) -> ResponseRead:
    (found,) = read_all(("svar.json", to_bytes(form)), *more, definition=definition)
    return found


def form(**fields: Any) -> FilledForm:
    given = {"senders": (SenderGiven(name="Nordvik kommune"),), **fields}
    return FilledForm(case_number="26/117", title="Bruer for alle", **given)


def test_it_is_known_by_its_first_words() -> None:
    assert sniff.sniff(to_bytes(FILLED)).media_type == sniff.WEB_ANSWER == MEDIA_TYPE
    compact = json.dumps(json.loads(to_bytes(FILLED)), separators=(",", ":")).encode()
    assert sniff.sniff(b"\xef\xbb\xbf" + compact).media_type == MEDIA_TYPE
    assert sniff.sniff(b'{"schema": "innspill/read/1"}').media_type == sniff.TEXT


def test_ticks_texts_and_measures_are_certain() -> None:
    found = read(FILLED)
    assert found.kind == "form"
    assert [each.ticks for each in found.answers[:3]] == [("no",), ("height", "light"), ("4",)]
    first = answer_to(found, "1")
    assert first.text == "Rekkverket er for lavt.\nDet bør være 1,4 meter.\n\nSe s. 4."
    assert (first.certainty, first.flags, first.choice) == (Certainty.CERTAIN, (), "no")
    assert answer_to(found, "2").choice is None
    assert all(not each.flags for each in found.answers)
    measures = answer_to(found, "4").measures
    assert [(m.name, m.responsible) for m in measures] == [
        ("Varmekabler", "Kommunen"), ("Lys med sensor", "Veieier"),
    ]  # fmt: skip
    assert measures[0].description == "I bruer brattere enn 1:20.\nGjelder nye bruer."


def test_a_choice_written_in_words_is_text_where_boxes_were_shown() -> None:
    found = read(form(answers=(answer(QUESTIONS[0], text="Nei, for lavt."),)))
    first = answer_to(found, "1")
    assert (first.ticks, first.text, first.flags) == ((), "Nei, for lavt.", ())


def test_senders_case_and_language_are_as_they_were_given() -> None:
    found = read(FILLED.model_copy(update={"language": "nn"}))
    assert (found.sender.name, found.sender.organisation_number) == ("Nordvik kommune", "974760673")
    assert found.sender.certainty is Certainty.CERTAIN
    assert found.sender.grounds == ("given in the web form",)
    assert [(each.name, each.organisation_number) for each in found.further_senders] == [
        ("Sørvik kommune", "974683520"), ("Kari Nordmann", None),
    ]  # fmt: skip
    assert {each.certainty for each in found.further_senders} == {Certainty.CERTAIN}
    assert (found.case_number.value, found.case_number.matches) == ("26/117", True)
    assert found.language == "nn"
    assert "joint-response" not in found.flags
    assert "sender-inferred" not in found.flags


def test_other_bodies_in_the_text_are_no_senders() -> None:
    text = "Bergen kommune slutter seg til uttalelsen fra Oslo kommune.\n\nMed hilsen\nKari"
    found = read(form(answers=(answer(QUESTIONS[5], text=text),)))
    assert [each.name for each in found.candidates] == ["Nordvik kommune"]
    assert (found.adherence, found.on_behalf_of, found.further_senders) == ((), (), ())


def test_who_supports_another_says_whose_answer() -> None:
    found = read(form(supports="Norsk gangveiforening, avdeling Nord"))
    (joined,) = found.adherence
    assert (joined.to, joined.whole) == ("Norsk gangveiforening, avdeling Nord", True)
    assert joined.certainty is Certainty.CERTAIN
    assert found.flags == ("adheres",)
    assert adherence(found, DEFINITION) == "Norsk gangveiforening, avdeling Nord"


def test_no_remarks_is_said_outright() -> None:
    found = read(form(no_remarks=True))
    assert found.flags == ("no-remarks",)


def test_a_comment_beside_the_questions_has_no_question() -> None:
    found = read(form(comment="Takk.\n\nVi møter gjerne."))
    assert [each.text for each in found.unplaced][-2:] == ["Takk.", "Vi møter gjerne."]
    assert "empty-form" not in found.flags


def test_a_wrong_organisation_number_is_flagged_and_not_taken() -> None:
    found = read(form(senders=(SenderGiven(name="KS", number="123456789"),), no_remarks=True))
    assert found.sender.organisation_number is None
    assert "organisation-number-wrong" in found.flags


def test_what_came_with_it_is_attached_and_no_response_of_its_own() -> None:
    other = build_form(DEFINITION, "nb", FILLED)
    found = read(
        FILLED,
        ("rekkverk.txt", b"Tegning av rekkverk"),
        ("vedtak.txt", b"%PDF-1.4 damaged"),
        ("svar.docx", other),
    )
    assert found.properties["attachments"] == "rekkverk.txt, svar.docx, vedtak.txt"
    assert {"attachment", "attachment-unread"} <= set(found.flags)
    assert "attachment-missing" not in found.flags
    assert "Tegning av rekkverk" in [each.text for each in found.unplaced]
    assert answer_to(found, "1").text.startswith("Rekkverket er for lavt.")


def test_a_file_that_is_named_and_did_not_come_is_missed() -> None:
    named = form(files=(FileGiven(name="vedtak.pdf"),), no_remarks=True)
    assert "attachment-missing" in read(named).flags
    assert "attachment-missing" not in read(named, ("vedtak.pdf", b"Vedtak")).flags


def test_several_ticks_on_a_scale_contradict_each_other() -> None:
    found = read(form(answers=(answer(QUESTIONS[2], "1", "5"),)))
    assert answer_to(found, "3").flags == ("contradictory-ticks",)


def test_a_box_that_said_something_else_is_flagged_and_its_words_are_kept() -> None:
    given = answer(QUESTIONS[0], "yes")
    told = given.offered[0].model_copy(update={"text": "Nei, aldri i livet"})
    found = read(form(answers=(given.model_copy(update={"offered": (told,)}),)))
    assert answer_to(found, "1").flags == ("edited-wording",)
    assert any("aldri i livet" in each.text for each in found.unplaced)


def test_an_answer_to_a_question_that_is_gone_is_kept_without_a_place() -> None:
    gone = answer(QUESTIONS[5], text="Mitt svar").model_copy(update={"question": "99"})
    found = read(form(answers=(gone,)))
    assert any(each.text == "Mitt svar" for each in found.unplaced)


@pytest.mark.parametrize(
    "data",
    [
        b'{"schema": "innspill/answer/1"',
        b'{"schema": "innspill/answer/1", "case_number": 1, "title": null}',
        b'{"schema": "innspill/answer/1", "case_number": "1", "title": "x", "evil": true}',
        b'{"schema": "innspill/answer/1", "a": ' + b"[" * 100_000,
        b'{"schema": "innspill/answer/1", "case_number": "\\ud800", "title": "\\u0000"}',
        to_bytes(FILLED)[:-400],
        to_bytes(FILLED).replace(b"Rekkverket", b"\xff\xfe\x00"),
    ],
)
def test_a_damaged_answer_is_kept_as_text_and_flagged(data: bytes) -> None:
    (found,) = read_all(("svar.json", data))
    assert "damaged" in found.flags or found.problem


def test_an_enemys_answer_is_read_without_harm() -> None:
    nasty = "q1_yes\u202e{{7*7}}<script>=cmd|' /C calc'!A0\x00\ud7ff"
    questions = ("1", "1", "q1", "../../etc", nasty)
    given = tuple(
        answer(QUESTIONS[0], "yes", text=nasty).model_copy(
            update={"question": each, "asked": nasty}
        )
        for each in questions
    )
    found = read(form(answers=given, supports=nasty, comment=nasty, contact=nasty))
    assert found.kind == "form"
    assert answer_to(found, "1").ticks == ("yes",)


def test_each_of_two_web_answers_is_a_response() -> None:
    other = form(no_remarks=True, senders=(SenderGiven(name="KS"),))
    found = read_all(("a.json", to_bytes(FILLED)), ("b.json", to_bytes(other)))
    assert [each.sender.name for each in found] == ["Nordvik kommune", "KS"]


def test_a_changed_wording_of_the_hearing_still_knows_its_question() -> None:
    asked = [
        {**q, "text": {"nb": f"{q['text']['nb']} Skriv gjerne."}} for q in BRIDGES["questions"]
    ]
    found = read(FILLED, definition=Definition.model_validate({**BRIDGES, "questions": asked}))
    assert answer_to(found, "1").ticks == ("no",)


@pytest.mark.parametrize("wish", ["none", "anonymous", "not-on-web"])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_same_wish_is_read_from_the_web_the_word_and_the_plain_form(
    wish: str, language: Language
) -> None:
    wished = FILLED.model_copy(update={"wish": wish, "language": language})
    files = (
        ("svar.json", to_bytes(wished)),
        ("svar.docx", build_form(DEFINITION, language, wished)),
        ("svar.txt", build_text(DEFINITION, language, wished).encode()),
    )
    for name, data in files:
        (found,) = read_all((name, data))
        assert found.wish == wish, name
        lines = words_in(language).wishes.values()
        assert not [each for each in found.unplaced if any(line in each.text for line in lines)]
        assert from_json(as_json(found), found.blocks).wish == wish
        assert ("wish" in as_json(found)) is (wish != "none")


def test_a_form_without_a_wish_is_the_same_file_as_before_there_were_any() -> None:
    assert b"wish" not in to_bytes(FILLED)
