"""Questions keep their meaning when they are moved, and paragraphs when they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innspill.stages.consultations.core import arranging
from innspill.stages.consultations.core.arranging import OutOfOrder
from innspill.stages.consultations.core.definition import (
    SCHEMA,
    Choice,
    Condition,
    Definition,
    Language,
    Question,
    Text,
)
from innspill.stages.consultations.core.page_text import paragraphs_in, typed

BOXES = (Choice(id="yes", text={"nb": "Ja"}), Choice(id="no", text={"nb": "Nei"}))


def hearing(*texts: str, status: str = "draft", only: dict[str, str] | None = None) -> Definition:
    """A hearing with these questions; `only` says which depends on which."""
    questions = tuple(
        Question(
            id=str(number),
            text={"nb": text},
            choices=BOXES,
            condition=Condition(question=only[text], choices=("yes",))
            if only and text in only
            else None,
        )
        for number, text in enumerate(texts, start=1)
    )
    return Definition(
        schema=SCHEMA, case_number="1", title={}, owner="E", status=status, questions=questions
    )


def asked(definition: Definition) -> list[tuple[str, str]]:
    return [(question.id, question.text["nb"]) for question in definition.questions]


def test_a_draft_is_numbered_anew_and_an_open_hearing_never() -> None:
    draft = arranging.stepped(hearing("a", "b", "c"), "3", -1)
    assert asked(draft) == [("1", "a"), ("2", "c"), ("3", "b")]
    opened = arranging.stepped(hearing("a", "b", "c", status="open"), "3", -1)
    assert asked(opened) == [("1", "a"), ("3", "c"), ("2", "b")]


def test_conditions_follow_the_number_of_the_question_they_name() -> None:
    moved = arranging.moved(hearing("a", "b", "c", only={"c": "1"}), "2", 0)
    assert asked(moved) == [("1", "b"), ("2", "a"), ("3", "c")]
    condition = moved.questions[2].condition
    assert condition is not None
    assert condition.question == "2"


@pytest.mark.parametrize("change", ["before", "without"])
def test_no_question_comes_before_or_without_the_one_it_depends_on(change: str) -> None:
    definition = hearing("a", "b", only={"b": "1"})
    done = {
        "before": lambda: arranging.moved(definition, "2", 0),
        "without": lambda: arranging.removed(definition, "1"),
    }[change]
    with pytest.raises(OutOfOrder) as refused:
        done()
    assert (refused.value.question, refused.value.depends_on) == ("2", "1")


def test_a_copy_stands_right_after_and_gets_an_id_of_its_own() -> None:
    draft, copy = arranging.doubled(hearing("a", "b"), "1")
    assert (asked(draft), copy) == ([("1", "a"), ("2", "a"), ("3", "b")], "2")
    opened, late = arranging.doubled(hearing("a", "b", status="open"), "1")
    assert (asked(opened), late) == ([("1", "a"), ("3", "a"), ("2", "b")], "3")


def test_nothing_is_moved_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        arranging.moved(hearing("a"), "7", 0)


LINE = st.text(st.characters(whitelist_categories=["L", "N"]), min_size=1, max_size=12)
PARAGRAPH = st.one_of(LINE, LINE.map(lambda line: f"• {line}"))


LANGUAGES: tuple[Language, ...] = ("nb", "nn", "en")
BOTH = st.dictionaries(st.sampled_from(LANGUAGES), PARAGRAPH, min_size=1)


@given(st.lists(BOTH, max_size=8))
def test_paragraphs_come_back_as_they_stood(paragraphs: list[Text]) -> None:
    fields = {language: typed(paragraphs, language) for language in LANGUAGES}
    assert paragraphs_in(fields) == tuple(paragraphs)


def test_what_is_missing_in_one_language_is_missing_at_its_place() -> None:
    both = paragraphs_in({"nb": "En\n\nTo", "nn": "Ein"})
    assert both == ({"nb": "En", "nn": "Ein"}, {"nb": "To"})
