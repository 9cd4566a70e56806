"""Labels: what a person may say, when the machine's word is kept, and how sure the figure is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innspill.stages.analysis.core.labels import (
    is_a_value,
    keeps,
    machine_word,
    quality_of,
    standing_themes,
    wilson,
)
from innspill.stages.analysis.core.reasons import gives_no_reason
from innspill.stages.analysis.core.searching import found_in, has_words
from innspill.stages.analysis.core.shares import weight


@pytest.mark.parametrize(
    ("kind", "value", "allowed"),
    [
        ("stance", "opposes", True), ("stance", "angry", False), ("stance", "", False),
        ("link", "chapter 5|section 10-9", True), ("link", "", True), ("link", "kapittel 5", False),
        ("link", "chapter", False), ("theme", "3|7", True), ("theme", "", True),
        ("theme", "8", False), ("proposal", "yes", True), ("mention", "perhaps", False),
        ("colour", "red", False), ("link", "|".join(["chapter 5"] * 40), False),
    ],
)  # fmt: skip
def test_only_what_means_something_can_be_said(kind: str, value: str, allowed: bool) -> None:
    assert is_a_value(kind, value, {"3", "7"}) is allowed


def test_of_the_places_that_the_machine_names_the_likeliest_is_its_word() -> None:
    assert machine_word("link", "chapter 5|annex A") == "chapter 5"
    assert keeps("link", "chapter 5|annex A", "chapter 5")
    assert not keeps("link", "chapter 5|annex A", "annex A")
    assert keeps("theme", "3|7", "7|3")
    assert keeps("proposal", "Vi foreslår noe", "yes")
    assert not keeps("proposal", "Vi foreslår noe", "changed")


def test_where_the_machine_abstains_or_saw_nothing_it_is_not_measured() -> None:
    words = [
        ("supports", "supports"),
        ("supports", "opposes"),
        ("unclear", "opposes"),
        ("", "added"),
    ]
    found = quality_of("stance", words)
    assert (found.kept, found.n, found.abstained, found.added) == (1, 2, 1, 1)


def test_the_interval_is_wilson_s() -> None:
    low, high = wilson(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_share_lies_in_its_interval(both: tuple[int, int]) -> None:
    kept, n = both
    low, high = wilson(kept, n)
    assert 0 <= low <= kept / n <= high <= 1


def test_a_comment_follows_its_theme_into_what_it_was_merged_with() -> None:
    moved = {1: 2, 2: 3, 3: 3, 4: None, 5: 3, 6: 7, 7: 6}
    assert standing_themes("1|5|4", moved) == (3,)
    assert standing_themes("6|99|x|", moved) == ()


@pytest.mark.parametrize(
    ("count", "of", "word"),
    [
        (0, 40, ""), (1, 40, "few"), (4, 40, "few"), (5, 40, "several"), (10, 40, "several"),
        (11, 40, "many"), (20, 40, "many"), (21, 40, "most"), (40, 40, "most"), (2, 5, "few"),
        (3, 5, "most"), (3, 4, ""),
    ],
)  # fmt: skip
def test_words_stand_for_numbers_by_stated_thresholds(count: int, of: int, word: str) -> None:
    assert weight(count, of) == word


def test_a_side_taken_in_few_words_gives_no_reason() -> None:
    assert gives_no_reason("Ja, vi støtter forslaget.", "supports")
    assert not gives_no_reason("Ja, fordi det trengs.", "supports")
    assert gives_no_reason("Nei takk.", "opposes")
    assert not gives_no_reason("Vi viser til kapittel 5.", "neutral")
    assert not gives_no_reason("Nye lyktestolper ødelegger stjernehimmelen.", "opposes")
    assert not gives_no_reason("Vi støtter forslaget om en felles vaktordning for alle kommuner.", "supports")  # fmt: skip


def test_words_are_found_from_their_beginning_whatever_the_case() -> None:
    text = "Økonomi og ØKONOMISKE rammer i § 10-9"
    assert has_words(text, "økonomi rammer")
    assert not has_words(text, "økonomi konomi")
    assert [text[span.start : span.end] for span in found_in(text, "økonomi §")] == [
        "Økonomi", "ØKONOMISKE", "§",
    ]  # fmt: skip
    assert found_in(text, " ") == ()
