"""What has changed between two editions, and what may not."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from innspill.stages.consultations.core.changes import Change, changes, forbidden
from innspill.stages.consultations.core.copying import copy_of
from innspill.stages.consultations.core.definition import SCHEMA, Definition
from innspill.stages.consultations.core.files import dumps, loads

SHA, OTHER_SHA = "a" * 64, "b" * 64


def text(words: str) -> dict[str, str]:
    return {"nb": words, "nn": f"{words} (nn)"}


def question(identity: str, words: str, **more: Any) -> dict[str, Any]:
    choices = [
        {"id": "yes", "text": text("Ja"), "effect": "supports"},
        {"id": "no", "text": text("Nei"), "effect": "criticises"},
    ]
    return {"id": identity, "text": text(words), "choices": choices, **more}


CONTENT: dict[str, Any] = {
    "schema": SCHEMA, "case_number": "26/1", "title": text("Lek for alle"), "owner": "Etaten",
    "status": "open", "opens": date(2026, 1, 5), "deadline": date(2026, 4, 13),
    "summary": text("Om lek."),
    "sections": [{"heading": text("Forslaget"), "paragraphs": [text("Første."), text("Andre.")]}],
    "papers": [{
        "id": "p", "title": text("Notat"),
        "chapters": [{"id": "1", "title": text("Lek"), "passages": [text("Barn leker.")]}],
        "files": [{"name": "notat.pdf", "sha256": SHA, "size": 9}],
    }],
    "events": [{"title": text("Møte"), "starts": datetime(2026, 2, 1, 10)}],  # noqa: DTZ001 - local
    "questions": [question("1", "Er rådene gode?"), question("2", "Er rådene klare?")],
    "bodies": [{"name": "Kommuner", "members": [{"name": "Nordvik kommune"}]}],
    "glossary": [{"word": "ROS", "explanation": text("Risiko og sårbarhet")}],
}  # fmt: skip


def made(**changed: Any) -> Definition:
    return Definition.model_validate(CONTENT | changed)


def told(**changed: Any) -> list[tuple[str, str]]:
    return [(one.kind, one.place) for one in changes(made(), made(**changed))]


def test_nothing_changed_is_nothing_told() -> None:
    assert changes(made(), made()) == ()
    spaced = CONTENT["summary"] | {"nb": "Om   lek. "}
    assert told(summary=spaced) == []


def test_a_moved_deadline_comes_first_with_both_days() -> None:
    moved = changes(made(), made(title=text("Lek for barn"), deadline=date(2026, 5, 4)))
    assert moved[0] == Change("deadline", "", "2026-04-13", "2026-05-04")
    assert moved[1] == Change("title", "", text("Lek for alle"), text("Lek for barn"))


@pytest.mark.parametrize(
    ("changed", "kinds"),
    [
        ({"summary": text("Om lek ute.")}, [("summary", "")]),
        ({"sections": []}, [("section-removed", "Forslaget")]),
        (
            {"sections": [{"heading": text("Forslaget"), "paragraphs": [text("Første.")]}]},
            [("section-text", "Forslaget")],
        ),
        ({"events": []}, [("event-removed", "Møte 2026-02-01 10:00")]),
        ({"bodies": []}, [("body-removed", "Nordvik kommune")]),
        (
            {"bodies": [{"name": "Alle", "members": [{"name": "Nordvik kommune"}]}]},
            [("body-group", "Nordvik kommune")],
        ),
        ({"glossary": []}, [("term-removed", "ROS")]),
        ({"submit_email": "post@etaten.example"}, [("submit-email", "")]),
        ({"contact": {"name": "Anne Berg"}}, [("contact", "")]),
        ({"late": {"policy": "forward", "to": "HOD"}}, [("late-policy", "")]),
        ({"phases": {"open": text("Velkommen.")}}, [("phase-text", "open")]),
        ({"papers": []}, [("paper-removed", "p")]),
        (
            {"papers": [{"id": "p", "title": text("Notatet")}]},
            [("paper-title", "p"), ("paper-file-removed", "notat.pdf"), ("chapter-removed", "chapter 1")],
        ),
        (
            {"papers": [CONTENT["papers"][0] | {"files": [{"name": "notat.pdf", "sha256": OTHER_SHA, "size": 9}]}]},
            [("paper-file-replaced", "p")],
        ),
        (
            {"papers": [CONTENT["papers"][0] | {"chapters": [{"id": "1", "title": text("Lek"), "passages": [text("Alle leker.")]}]}]},
            [("chapter-text", "chapter 1")],
        ),
    ],
)  # fmt: skip
def test_each_part_of_the_page_is_told_by_its_kind(
    changed: dict[str, Any], kinds: list[tuple[str, str]]
) -> None:
    assert told(**changed) == kinds


def test_changes_of_questions_say_where_and_what() -> None:
    reworded = question("1", "Er rådene gode nok?", guidance=text("Si hvorfor."))
    reworded["choices"] = [
        {"id": "yes", "text": text("Ja, helt"), "effect": "neutral"},
        *reworded["choices"][1:],
        {"id": "none", "text": text("Vet ikke")},
    ]
    third = question("3", "Annet?", condition={"question": "1", "choices": ["no"]})
    found = changes(made(), made(questions=[question("2", "Er rådene klare?"), reworded, third]))
    assert [(one.kind, one.place) for one in found] == [
        ("question-added", "3"),
        ("question-reworded", "1"),
        ("guidance", "1"),
        ("choice-added", "1 none"),
        ("choice-reworded", "1 yes"),
        ("effect", "1 yes"),
        ("question-order", ""),
    ]
    assert (found[1].before, found[1].after) == (
        text("Er rådene gode?"),
        text("Er rådene gode nok?"),
    )
    assert [one.kind for one in found if not one.is_public] == ["effect"]


def test_a_new_language_is_told_once() -> None:
    def with_english(part: dict[str, Any]) -> dict[str, Any]:
        return part | {"text": part["text"] | {"en": "In English"}}

    title = CONTENT["title"] | {"en": "Play for all"}
    questions = [with_english(one) for one in CONTENT["questions"]]
    assert changes(made(), made(title=title, questions=questions)) == (
        Change("language-added", "", None, "en"),
    )


@pytest.mark.parametrize(
    ("changed", "kinds"),
    [
        ({"questions": [question("1", "Er rådene gode?")]}, ["question-removed"]),
        (
            {"questions": [question("1", "Er rådene klare?"), question("2", "Er rådene gode?")]},
            ["question-renumbered", "question-renumbered"],
        ),
        (
            {"questions": [question("1", "Er rådene gode?", kind="scale"), question("2", "Er rådene klare?")]},
            ["question-kind"],
        ),
        (
            {"questions": [question("1", "Er rådene gode?") | {"choices": []}, question("2", "Er rådene klare?")]},
            ["choice-removed", "choice-removed"],
        ),
        ({"case_number": "26/2"}, ["case-number"]),
        ({"owner": "Et annet organ"}, ["owner"]),
        ({"deadline": date(2026, 5, 4), "summary": text("Annet."), "bodies": []}, []),
        ({"questions": [question("0", "Ny?"), *CONTENT["questions"]]}, []),
    ],
)  # fmt: skip
def test_what_would_take_the_meaning_from_answers_is_forbidden(
    changed: dict[str, Any], kinds: list[str]
) -> None:
    assert [one.kind for one in forbidden(made(), made(**changed))] == kinds


def test_choices_that_swap_their_words_are_forbidden() -> None:
    swapped = question("1", "Er rådene gode?")
    swapped["choices"] = [
        {"id": "yes", "text": text("Nei"), "effect": "supports"},
        {"id": "no", "text": text("Ja"), "effect": "criticises"},
    ]
    found = forbidden(made(), made(questions=[swapped, CONTENT["questions"][1]]))
    assert [(one.kind, one.place) for one in found] == [
        ("choice-renumbered", "1 yes"), ("choice-renumbered", "1 no"),
    ]  # fmt: skip


def test_several_ticks_and_unpublished_responses_may_not_be_taken_back() -> None:
    many = [question("1", "Er rådene gode?", many=True), CONTENT["questions"][1]]
    before = made(questions=many, published="none")
    assert [one.kind for one in forbidden(before, made())] == ["question-many", "publication"]
    assert forbidden(made(), before) == ()


def test_a_copy_is_a_fresh_draft_with_the_questions_and_without_the_old_hearing() -> None:
    old = made(
        form_wording=["Svarskjema"],
        page_questions=[{"id": "1", "text": text("Er rådene gode?")}],
        questions=[question("1", "Er rådene gode?", page_questions=["1"], refers_to=["chapter 1"])],
        phases={"finished": text("Takk for svarene.")},
        short_reason=text("Det hastet."),
        finishes=date(2026, 9, 1),
    )
    new = copy_of(old, case_number="27/9")
    assert (new.case_number, new.status, new.opens, new.deadline) == ("27/9", "draft", None, None)
    assert (new.events, new.phases, new.short_reason, new.finishes) == ((), {}, {}, None)
    assert (new.form_wording, new.page_questions) == ((), ())
    assert [one.page_questions for one in new.questions] == [()]
    assert new.questions[0].refers_to == ("chapter 1",)
    assert [(one.id, one.passages) for one in new.papers[0].chapters] == [("1", ())]
    assert new.papers[0].files == ()
    assert (new.bodies, new.glossary) == (old.bodies, old.glossary)
    assert loads(dumps(new)) == new
