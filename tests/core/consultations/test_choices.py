"""Boxes to tick, and what a tick means."""

from __future__ import annotations

import pytest

from innspill.stages.consultations.core.choices import (
    agreed,
    choices_from,
    leaning_of,
    offered,
)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (" ☒ Ja ☒ Nei   ☐ Har ingen kommentar  ", ("Ja", "Nei", "Har ingen kommentar")),
        ("Ja ☐ Nei ☑", ("Ja", "Nei")),
        ("☐ Helt enig", ("Helt enig",)),
    ],
)
def test_the_words_stand_behind_their_boxes_or_before_them(
    line: str, words: tuple[str, ...]
) -> None:
    assert offered(line) == words


def test_what_somebody_wrote_behind_the_last_box_is_no_choice() -> None:
    usual = ("Ja", "Nei", "Har ingen kommentar")
    written = ("Ja", "Nei", "Har ingen kommentar Vi mener mye om dette")
    assert agreed([usual, written])[written[2]] == "Har ingen kommentar"
    assert agreed([written])[written[2]] == "Har ingen kommentar"


@pytest.mark.parametrize(
    "question",
    [
        "Er det mangler i planen (kapittel 2)?",
        "Er det noe du savner i kapitlet om skoler?",
        "Finnes det vesentlige feil i oversikten?",
        "Mangler det noe i beskrivelsen?",
        "Er det manglar i oversynet?",
        "Are there any gaps in chapter 2?",
        "Er det tiltak som burde vært med i oversikten?",
        "Is anything essential missing?",
    ],
)
def test_yes_to_a_question_for_faults_criticises(question: str) -> None:
    effects = [choice.effect for choice in choices_from(("Ja", "Nei"), question, "nb")]
    assert effects == ["criticises", "supports"]


@pytest.mark.parametrize(
    "question",
    [
        "Er beskrivelsen av manglene (kapittel 3) dekkende?",
        "Er tiltakene hensiktsmessige?",
        "Støtter dere forslaget om et felles register?",
        "Er måla tydelege nok?",
        "Do you agree with the proposal?",
        "Er det mulig å gi tydelige råd der det mangler regler?",
        "Stemmer beskrivelsen av problemene med det dere ser?",
    ],
)
def test_yes_to_a_question_for_approval_supports(question: str) -> None:
    effects = [
        choice.effect
        for choice in choices_from(("Ja", "Nei", "Har ingen kommentar"), question, "nb")
    ]
    assert effects == ["supports", "criticises", "neutral"]


def test_where_the_question_is_neither_nothing_is_guessed() -> None:
    assert leaning_of("Har kommunen en plan for lekeplasser?") == "neutral"
    assert {c.effect for c in choices_from(("Ja", "Nei"), "Har dere svart før?", "nb")} == {
        "neutral"
    }


def test_a_scale_gets_ids_and_effects_from_its_own_words() -> None:
    words = ("Helt enig", "Delvis enig", "Verken eller", "Uenig", "Vet ikke")
    made = choices_from(words, "Barn bør spørres.", "nb")
    assert [choice.id for choice in made] == [
        "helt-enig", "delvis-enig", "verken-eller", "uenig", "none",
    ]  # fmt: skip
    assert [choice.effect for choice in made] == [
        "supports", "supports", "neutral", "criticises", "neutral",
    ]  # fmt: skip
