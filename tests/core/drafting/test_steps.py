"""A form as steps: by chapter where questions refer to one, by handfuls where they do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.files import load
from innspill.stages.drafting.core.steps import (
    HANDFUL,
    asked,
    chapter_at,
    step_with,
    steps_of,
)
from innspill.stages.drafting.core.values import Content
from tests.conftest import SAMPLES

YES = Content(ticks=("yes",))


def hearing(*questions: dict[str, object]) -> Definition:
    chapters = [
        {"id": "1", "title": {"nb": "Innledning"}},
        {"id": "2", "title": {"nb": "Mål"}},
        {"id": "1", "kind": "focus-area", "within": "2", "title": {"nb": "Opplæring"}},
        {"id": "2", "kind": "focus-area", "within": "2", "title": {"nb": "Tilsyn"}},
        {"id": "A", "kind": "annex", "title": {"nb": "Tiltak"}},
    ]
    return Definition.model_validate(
        {
            "schema": "innspill/consultation/1",
            "case_number": "26/1",
            "title": {"nb": "Prøve"},
            "owner": "Direktoratet",
            "status": "open",
            "papers": [{"id": "p", "title": {"nb": "Planen"}, "chapters": chapters}],
            "questions": [{"text": {"nb": "Hva?"}, "kind": "text", **each} for each in questions],
        }
    )


def at(identity: str, *references: str) -> dict[str, object]:
    return {"id": identity, "refers_to": list(references)}


def choosing(identity: str, condition: tuple[str, str] | None = None) -> dict[str, object]:
    return {
        "id": identity,
        "kind": "choice",
        "choices": [{"id": "yes", "text": {"nb": "Ja"}}, {"id": "no", "text": {"nb": "Nei"}}],
        "condition": {"question": condition[0], "choices": [condition[1]]} if condition else None,
    }


def shape(definition: Definition) -> list[tuple[str, list[str]]]:
    return [(step.key, [q.id for q in step.questions]) for step in steps_of(definition)]


def test_questions_of_one_chapter_that_stand_together_are_one_step():
    definition = hearing(
        at("1", "chapter 1"), at("2", "chapter 2"), at("3", "chapter 2"), at("4", "annex A")
    )
    assert shape(definition) == [
        ("avsender", []),
        ("kapittel-1", ["1"]),
        ("kapittel-2", ["2", "3"]),
        ("vedlegg-a", ["4"]),
        ("gjennomgang", []),
    ]
    assert [step.number for step in steps_of(definition)] == [1, 2, 3, 4, 5]


def test_a_focus_area_counts_as_the_chapter_that_it_lies_in():
    definition = hearing(at("1", "focus-area 1"), at("2", "chapter 2"), at("3", "focus-area 2"))
    (step,) = steps_of(definition)[1:-1]
    assert (step.key, step.title) == ("kapittel-2", {"nb": "Mål"})


def test_a_chapter_that_comes_back_later_is_a_step_again_with_a_key_of_its_own():
    definition = hearing(at("1", "chapter 1"), at("2", "chapter 2"), at("3", "chapter 1"))
    assert [key for key, _ in shape(definition)][1:-1] == [
        "kapittel-1",
        "kapittel-2",
        "kapittel-1-2",
    ]


def test_without_references_the_form_is_parted_into_even_handfuls():
    definition = hearing(*(at(str(number)) for number in range(1, 8)))
    assert [len(questions) for _, questions in shape(definition)] == [0, 4, 3, 0]


def test_a_hearing_without_questions_has_who_and_review():
    assert [step.kind for step in steps_of(hearing())] == ["who", "review"]


def test_the_sample_hearing_has_its_questions_each_in_one_step():
    definition = load(SAMPLES / "trygt-vann" / "consultation.yaml")
    steps = steps_of(definition)
    placed = [question.id for step in steps for question in step.questions]
    assert placed == [question.id for question in definition.questions]
    assert len({step.key for step in steps}) == len(steps)
    assert len(steps) > 4
    assert step_with(steps, definition.questions[0].id) == steps[1]


def test_a_reference_leads_to_its_chapter():
    found = chapter_at(hearing(), "focus-area 2")
    assert found is not None
    assert found[1].title == {"nb": "Tilsyn"}
    assert chapter_at(hearing(), "chapter 9") is None


def test_a_conditional_question_is_asked_of_those_who_ticked_the_box():
    definition = hearing(choosing("1"), choosing("2", ("1", "yes")), choosing("3", ("2", "yes")))
    assert [q.id for q in asked(definition, {})] == ["1"]
    assert [q.id for q in asked(definition, {"1": YES})] == ["1", "2"]
    assert [q.id for q in asked(definition, {"1": YES, "2": YES})] == ["1", "2", "3"]


def test_a_question_that_is_not_asked_opens_no_other():
    definition = hearing(choosing("1"), choosing("2", ("1", "yes")), choosing("3", ("2", "yes")))
    assert [q.id for q in asked(definition, {"2": YES})] == ["1"]


REFERENCES = st.sampled_from(
    ["chapter 1", "chapter 2", "focus-area 1", "focus-area 2", "annex A", "chapter 9"]
)


@given(st.lists(st.lists(REFERENCES, max_size=2), max_size=30))
def test_every_question_of_any_form_stands_in_exactly_one_step_in_order(many: list[list[str]]):
    definition = hearing(*(at(str(n), *refers) for n, refers in enumerate(many)))
    steps = steps_of(definition)
    assert [q.id for step in steps for q in step.questions] == [q.id for q in definition.questions]
    assert len({step.key for step in steps}) == len(steps)
    assert all(
        len(s.questions) <= HANDFUL for s in steps if s.kind == "questions" and not s.chapter
    )


@pytest.mark.parametrize("name", ["Å/ø 1", "..", "<b>"])
def test_a_key_is_fit_for_an_address_whatever_the_chapter_is_called(name: str):
    definition = hearing(at(name))
    key = steps_of(definition)[1].key
    assert key.isascii()
    assert all(character.isalnum() or character in "-_" for character in key)
