"""Remarks on a definition: what readers may trip over."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from innspill.stages.consultations.core.definition import SCHEMA, Definition
from innspill.stages.consultations.core.lint import lint, missing_places

BOTH = {"nb": "Tekst", "nn": "Tekst"}


def definition(*questions: dict[str, Any], **more: Any) -> Definition:
    """A definition with nothing to remark on, but for what is given."""
    given: dict[str, Any] = {
        "schema": SCHEMA, "case_number": "26/1", "title": BOTH, "owner": "Etaten",
        "status": "open", "opens": date(2026, 1, 5), "deadline": date(2026, 4, 13),
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
    none = {"id": "none", "text": {"nb": "Har ingen kommentar", "nn": "Har ingen kommentar"}}
    return {"id": identity, "text": {"nb": text, "nn": text}, "choices": [yes, no, none], **more}


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
    effect = "criticises" if "mangler" in text else "supports"
    assert codes(definition(asked("1", text, effect))) == []


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
        (date(2026, 8, 31), date(2026, 11, 27), "is short"),
        (date(2026, 1, 8), date(2026, 1, 7), "before the opening"),
        (None, date(2026, 4, 1), "the day is missing"),
        (date(2026, 1, 5), None, "there is none"),
    ],
)
def test_a_deadline_shorter_than_the_rule_is_noticed(
    opens: date | None, deadline: date | None, told: str
) -> None:
    (remark,) = lint(definition(opens=opens, deadline=deadline))
    assert told in str(remark)


def test_three_months_to_the_last_day_of_a_short_month_are_enough_by_the_rule() -> None:
    found = lint(definition(opens=date(2025, 11, 30), deadline=date(2026, 2, 28)))
    assert [remark.code for remark in found] == ["closed-day", "across-holiday"]


def test_a_short_deadline_needs_its_reason_and_no_more() -> None:
    short = {"opens": date(2026, 1, 5), "deadline": date(2026, 2, 5)}
    (remark,) = lint(definition(**short))
    assert (remark.code, remark.level) == ("no-short-reason", "must")
    assert remark.values["days"] == "31"
    reason = {"nb": "Reglene må gjelde fra påske.", "nn": "Reglane må gjelde frå påske."}
    assert lint(definition(**short, short_reason=reason)) == ()


@pytest.mark.parametrize(
    ("rule", "deadline", "told"),
    [
        ("fvl-1967-37", date(2026, 2, 2), []),
        ("fvl-1967-37", date(2026, 1, 30), ["short-deadline"]),
        ("fvl-2025-95", date(2026, 3, 27), ["no-short-reason"]),
        ("fvl-2025-95", date(2026, 4, 13), []),
        ("own", date(2026, 1, 9), []),
    ],
)
def test_each_rule_asks_for_its_own_length(rule: str, deadline: date, told: list[str]) -> None:
    assert codes(definition(rule=rule, deadline=deadline)) == told


def test_a_deadline_across_a_holiday_is_told_with_a_better_day() -> None:
    (remark,) = lint(definition(opens=date(2026, 5, 4), deadline=date(2026, 8, 4)))
    assert remark.code == "across-holiday"
    assert remark.values == {"holidays": "summer", "weeks": "3", "advised": "2026-08-25"}


def test_a_state_body_must_have_both_written_forms() -> None:
    for state_body, level in ((False, "should"), (True, "must")):
        (remark,) = lint(definition(title={"nb": "Bare bokmål"}, state_body=state_body))
        assert (remark.level, remark.values["places"]) == (level, "title")
    half = definition(title={"nb": "Bare bokmål"}, summary={"nn": "Berre nynorsk"})
    assert missing_places(half, "nn") == ("title",)
    assert missing_places(half, "nb") == ("summary",)


def test_another_deadline_in_the_text_is_noticed() -> None:
    old = "Høringsfristen er 9. september 2022."
    assert codes(definition(summary={"nb": old, "nn": old})) == ["other-deadline"]
    right = "Høringsfristen er 13. april 2026."
    assert codes(definition(summary={"nb": right, "nn": right})) == []


def test_an_abbreviation_is_told_once_where_it_is_used_first_unexplained() -> None:
    text = "Er NIS2 og EOS-avvik godt omtalt i notatet?"
    (nis, eos) = lint(definition(asked("1", text), asked("2", text)))
    assert (nis.place, nis.values["word"], eos.values["word"]) == ("question 1", "NIS2", "EOS")
    glossary = [
        {"word": word, "explanation": {"nb": "En regel.", "nn": "Ein regel."}}
        for word in ("NIS2", "EOS-avvik")
    ]
    assert lint(definition(asked("1", text), glossary=glossary)) == ()
    told = "Regler om sikre nett (NIS2) og EOS-avvik (feil i elektroniske systemer) er nye."
    assert lint(definition(asked("1", text), summary={"nb": told, "nn": told})) == ()


@pytest.mark.parametrize(
    "text", ["Er EU, NAV og PDF kjent?", "Er kapittel II klart?", "ER ALT DETTE KLART FOR DERE?"]
)
def test_everyday_abbreviations_numerals_and_shouting_are_left_alone(text: str) -> None:
    assert "abbreviation" not in codes(definition(asked("1", text)))


def test_long_sentences_are_named_once_for_both_languages() -> None:
    long = " ".join(["Ordet"] + ["ord"] * 25) + "."
    (remark,) = lint(definition(summary={"nb": long, "nn": long}))
    assert (remark.code, remark.place, remark.values["words"]) == ("long-sentence", "summary", "26")
    just = " ".join(["Ordet"] + ["ord"] * 24) + "."
    assert lint(definition(summary={"nb": just, "nn": just})) == ()


def test_a_heavy_word_comes_with_a_plainer_one() -> None:
    (remark,) = lint(definition(asked("1", "Har dere merknader vedrørende fristen?")))
    assert (remark.code, dict(remark.values)) == (
        "heavy-word", {"word": "vedrørende", "plainer": "om"},
    )  # fmt: skip


def choice(identity: str, effect: str = "neutral") -> dict[str, Any]:
    return {"id": identity, "text": {"nb": identity, "nn": identity}, "effect": effect}


def scale(*choices: dict[str, Any]) -> dict[str, Any]:
    listed = [*choices, {"id": "none", "text": {"nb": "Vet ikke", "nn": "Veit ikkje"}}]
    return asked("1", "Hvor enig er du?", kind="scale", choices=listed)


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        ([choice("a", "supports"), choice("b"), choice("c", "criticises")], []),
        ([choice("a", "supports"), choice("b", "criticises")], ["scale-no-middle"]),
        (
            [choice("a", "supports"), choice("b", "supports"), choice("c", "criticises")],
            ["scale-unbalanced"],
        ),
    ],
)
def test_a_scale_has_a_middle_and_even_ends(choices: list[dict[str, Any]], told: list[str]) -> None:
    assert codes(definition(scale(*choices))) == told


def test_questions_that_leave_no_choice_are_noticed() -> None:
    question = asked("1", "Er rådene gode?")
    assert codes(definition(question | {"choices": question["choices"][:2]})) == ["no-way-out"]
    assert codes(definition(question | {"choices": question["choices"][:1]})) == ["one-choice"]
    twice = [*question["choices"], {"id": "more", "text": {"nb": "Ja", "nn": "Ja"}}]
    assert codes(definition(question | {"choices": twice})) == ["same-choice-twice"]


def test_an_effect_against_the_wording_is_noticed() -> None:
    assert codes(definition(asked("1", "Er det mangler i notatet?"))) == ["effect-unlikely"]


def test_a_question_that_nobody_can_come_to_is_noticed() -> None:
    groups = [{"id": one, "name": BOTH} for one in ("kommuner", "skoler")]
    first = asked("1", "Er rådene gode?", for_groups=["kommuner"])
    condition = {"question": "1", "choices": ["yes"]}
    met = asked("2", "Er de nyttige?", condition=condition)
    unmet = asked("3", "Er de nyttige?", condition=condition, for_groups=["skoler"])
    after = asked("4", "Er de nyttige?", condition=condition | {"question": "3"})
    found = lint(definition(first, met, unmet, after, target_groups=groups))
    assert [(one.code, one.place) for one in found] == [
        ("never-asked", "question 3"), ("never-asked", "question 4"),
    ]  # fmt: skip


def test_days_in_the_wrong_order_must_be_put_right() -> None:
    found = lint(definition(assessment_from=date(2026, 4, 13), finishes=date(2026, 4, 1)))
    assert [(one.code, one.level) for one in found] == [
        ("assessment-first", "must"), ("finish-first", "must"),
    ]  # fmt: skip


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
