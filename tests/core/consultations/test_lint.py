"""Remarks on a definition: what readers may trip over."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from innspill.stages.consultations.core.definition import SCHEMA, Definition
from innspill.stages.consultations.core.lint import lint

BOTH = {"nb": "Tekst", "nn": "Tekst"}


def definition(*questions: dict[str, Any], **more: Any) -> Definition:
    """A definition with nothing to remark on, but for what is given."""
    given: dict[str, Any] = {
        "schema": SCHEMA, "case_number": "26/1", "title": BOTH, "owner": "Etaten",
        "status": "open", "opens": date(2026, 1, 5), "deadline": date(2026, 4, 6),
        "contact": {"name": "Anne Berg", "email": "a@etaten.example"},
        "submit_email": "post@etaten.example",
        "papers": [{"id": "p", "title": BOTH, "chapters": [{"id": "1", "title": BOTH}]}],
        "bodies": [{"name": "Alle", "members": [{"name": "KS"}]}],
        "questions": list(questions) or [asked("1", "Er rådene gode?")],
    }  # fmt: skip
    return Definition.model_validate(given | more)


def asked(identity: str, text: str, effect: str = "supports", **more: Any) -> dict[str, Any]:
    other = "criticises" if effect == "supports" else "supports"
    yes = {"id": "yes", "text": {"nb": "Ja", "nn": "Ja"}, "effect": effect}
    no = {"id": "no", "text": {"nb": "Nei", "nn": "Nei"}, "effect": other}
    return {"id": identity, "text": {"nb": text, "nn": text}, "choices": [yes, no], **more}


def codes(checked: Definition) -> list[str]:
    return [remark.code for remark in lint(checked)]


def test_a_careful_definition_gets_no_remarks() -> None:
    assert lint(definition()) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Er tiltakene hensiktsmessige, og er de realistiske å gjennomføre?",
        "Er målet klart? Hva mangler?",
        "Støtter dere forslaget, og hvordan bør det innføres?",
        "Are the measures useful, and are they realistic?",
    ],
)
def test_two_questions_in_one_are_noticed(text: str) -> None:
    assert codes(definition(asked("1", text))) == ["double-barrelled"]


@pytest.mark.parametrize(
    "text",
    [
        "Er det mangler i form av tiltak som ikke er beskrevet, eller mangler i beskrivelser?",
        "Beskriver målene et passende og dekkende målbilde? Utdyp gjerne.",
        "Er rådene om skole og vei lette å følge?",
    ],
)
def test_a_long_question_is_not_a_double_one(text: str) -> None:
    assert codes(definition(asked("1", text))) == []


def test_a_leading_question_is_noticed() -> None:
    assert codes(definition(asked("1", "Er dere enige i at veien må bygges?"))) == ["leading"]


def test_yes_that_praises_here_and_blames_there_is_noticed() -> None:
    mixed = definition(
        asked("1", "Er det mangler?", "criticises"), asked("2", "Er det dekkende?"),
        asked("3", "Er det mulig?"),
    )  # fmt: skip
    (remark,) = lint(mixed)
    assert remark.code == "mixed-polarity"
    assert "criticism in question 1 and support in questions 2 and 3" in str(remark)


def test_missing_nynorsk_is_told_with_its_places() -> None:
    (remark,) = lint(definition(title={"nb": "Bare bokmål"}))
    assert str(remark).startswith("language: nynorsk is missing in title; ")
    only = {"nb": "Tekst"}
    (remark,) = lint(
        definition(
            {"id": "1", "text": only}, title=only,
            papers=[{"id": "p", "title": only, "chapters": []}],
        )
    )  # fmt: skip
    assert "missing everywhere" in str(remark)


@pytest.mark.parametrize(
    ("opens", "deadline", "told"),
    [
        (date(2026, 1, 5), date(2026, 2, 5), "a reason must be stored"),
        (date(2026, 1, 5), date(2026, 3, 20), "is short"),
        (date(2025, 11, 30), date(2026, 2, 27), "is short"),
        (date(2026, 1, 5), date(2026, 1, 4), "before the opening"),
        (None, date(2026, 4, 1), "the day is missing"),
        (date(2026, 1, 5), None, "there is none"),
    ],
)
def test_a_deadline_shorter_than_the_rule_is_noticed(
    opens: date | None, deadline: date | None, told: str
) -> None:
    (remark,) = lint(definition(opens=opens, deadline=deadline))
    assert told in str(remark)


def test_three_months_to_the_last_day_of_a_short_month_are_enough() -> None:
    assert lint(definition(opens=date(2025, 11, 30), deadline=date(2026, 2, 28))) == ()


def test_loose_ends_are_noticed() -> None:
    loose = definition(
        asked("1", "Er kapittel 9 godt?", refers_to=["chapter 9"]),
        contact={"name": "Anne Berg"},
        submit_email=None,
        page_questions=[{"id": "1", "text": BOTH}],
        bodies=[
            {"name": "A", "members": [{"name": "KS"}]},
            {"name": "B", "members": [{"name": "KS"}]},
        ],
    )
    assert codes(loose) == [
        "no-contact-email", "no-submit-email", "unknown-reference", "unmapped-page-question",
        "invited-twice",
    ]  # fmt: skip
    neutral = asked("1", "Har dere en plan?")
    for choice in neutral["choices"]:
        choice["effect"] = "neutral"
    assert codes(definition(neutral)) == ["no-effect"]
