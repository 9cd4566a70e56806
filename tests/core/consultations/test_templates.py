"""Ready-made hearings: complete in three languages, and nothing to remark on."""

from __future__ import annotations

from datetime import date

import pytest

from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.definition import LANGUAGES, Contact
from innspill.stages.consultations.core.files import dumps, loads
from innspill.stages.consultations.core.lint import lint, missing_places
from innspill.stages.consultations.core.lint_remark import texts_of
from innspill.stages.consultations.core.periods import deadline_advice
from innspill.stages.consultations.core.references import references_in
from innspill.stages.consultations.core.templates import NAMES, from_template, templates

OPENS = date(2027, 9, 6)


@pytest.mark.parametrize("name", NAMES)
def test_a_template_with_its_dates_and_people_gets_no_remarks(name: str) -> None:
    empty = from_template(name, owner="Etat for lek", case_number="27/1")
    filled = from_template(
        name,
        owner="Etat for lek",
        case_number="27/1",
        opens=OPENS,
        deadline=deadline_advice(empty.rule, OPENS).last_day,
        contact=Contact(name="Anne Berg", email="anne@etaten.example"),
        submit_email="post@etaten.example",
    )
    assert [remark.code for remark in lint(filled)] == ["no-bodies"]
    assert (filled.status, filled.owner, filled.case_number) == ("draft", "Etat for lek", "27/1")
    assert loads(dumps(filled)) == filled


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_complete_in_three_languages(name: str) -> None:
    definition = from_template(name, owner="Etat for lek", case_number="27/1")
    chapters = [chapter.title for paper in definition.papers for chapter in paper.chapters]
    for language in LANGUAGES:
        assert missing_places(definition, language) == ()  # type: ignore[arg-type]
        assert all(text.get(language) for text in chapters)  # type: ignore[call-overload]
    for _, text in texts_of(definition):
        assert set(text) == set(LANGUAGES)


@pytest.mark.parametrize("name", NAMES)
def test_the_chapters_that_a_question_names_are_those_that_it_refers_to(name: str) -> None:
    for question in from_template(name, owner="E", case_number="27/1").questions:
        for text in question.text.values():
            assert set(references_in(text)) <= set(question.refers_to)


def test_templates_are_listed_with_what_they_are_for() -> None:
    assert [one.name for one in templates()] == list(NAMES)
    assert all(set(one.title) == set(one.about) == set(LANGUAGES) for one in templates())


def test_a_title_of_ones_own_and_an_unknown_template() -> None:
    title = {"nb": "Lek for alle"}
    assert from_template("lov", owner="E", case_number="1", title=title).title == title  # type: ignore[arg-type]
    with pytest.raises(BadInput, match="no template called 'x'"):
        from_template("x", owner="E", case_number="1")
