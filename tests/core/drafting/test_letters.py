"""The letters say what happened, in each language, and give no text a meaning that it has not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from innspill.stages.consultations.core.definition import LANGUAGES, Language
from innspill.stages.consultations.core.files import load
from innspill.stages.drafting.core.letters import (
    LetterText,
    Occasion,
    receipt_letter,
    taken_back_letter,
)
from tests.conftest import SAMPLES

HEARING = load(SAMPLES / "trygt-vann" / "consultation.yaml")
LINK = "https://horing.example/utkast/12-owner-abc"
AT = datetime(2026, 3, 19, 11, 5, tzinfo=UTC)


def about(language: Language, *, link: str = LINK) -> Occasion:
    return Occasion(HEARING, language, AT + timedelta(days=1), link)


def receipt(occasion: Occasion, *, at: datetime = AT, again: bool = False) -> LetterText:
    return receipt_letter(
        occasion, number=17, received_at=at, names="Fjordvik kommune {0}", again=again
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_receipt_says_who_what_when_and_under_which_number(language: Language) -> None:
    letter = receipt(about(language))
    for part in (HEARING.case_number, "17", "Fjordvik kommune {0}", "2026", "12", "05", LINK):
        assert part in letter.text
    assert "{" not in letter.text.replace("{0}", "")
    assert about(language).title in letter.subject


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_letter_differs_by_language_and_ends_with_the_owner(language: Language) -> None:
    for letter in (
        receipt(about(language)),
        taken_back_letter(about(language), number=17, at=AT),
    ):
        assert letter.text.endswith(f"{HEARING.owner}\n")
        assert LINK in letter.text


def test_the_three_languages_say_it_each_in_its_own_way() -> None:
    assert len({receipt(about(language)).text for language in LANGUAGES}) == 3
    assert "høyringsfristen" in receipt(about("nn"), at=AT + timedelta(days=1)).text


def test_what_came_late_is_told_so_and_what_came_in_time_is_not() -> None:
    assert "etter høringsfristen" not in receipt(about("nb")).text
    assert "etter høringsfristen" in receipt(about("nb"), at=AT + timedelta(days=1)).text


def test_a_new_version_is_told_as_one() -> None:
    assert "i stedet for det forrige" in receipt(about("nb"), again=True).text


def test_without_a_link_the_letter_points_to_the_one_that_they_have() -> None:
    assert "lenken du fikk" in receipt(about("nb", link="")).text


def test_braces_in_titles_are_letters_like_others() -> None:
    odd = HEARING.model_copy(update={"title": {"nb": "Plan {x} {0}"}, "owner": "Etaten {y}"})
    letter = receipt(replace(about("nb"), definition=odd))
    assert "Plan {x} {0}" in letter.text
    assert "Etaten {y}" in letter.text
