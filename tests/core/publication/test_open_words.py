"""Words that are withheld in one response and stand open in another are found, and no others."""

from __future__ import annotations

import time

from innspill.stages.publication.core.open_words import StandingOpen, standing_open


def found(withheld: str, *texts: str) -> list[tuple[tuple[int, int], ...]]:
    """Where the words, withheld in response 1, stand open among texts of responses 2, 3, …"""
    said = standing_open([(1, withheld)], enumerate(texts, start=2))
    return [each.open_in for each in said]


def test_words_are_known_again_whatever_case_blanks_and_signs_and_with_a_genitive() -> None:
    assert found("Kari  Nordmann", "Vi spurte kari\nnordmann.", "KARI-NORDMANNS hus.") == [
        ((2, 1), (3, 1))
    ]
    assert found("Moens", "Naboen Moen sier nei. Moen!") == [((2, 2),)]
    assert found("912 34 567", "Ring 912 34 567.") == [((2, 1),)]


def test_parts_of_words_short_words_and_long_sentences_are_not_looked_for() -> None:
    assert found("Moen", "Moengata er stengt.") == []
    assert found("Bo", "Bo er her.") == []
    assert found(" — ", "— og —") == []
    assert found("Kari Nordmann", "Kari sier nei, Nordmann ja.", "Til slutt Kari") == []
    long = " ".join(f"ord{number}" for number in range(13))
    assert found(long, long) == []


def test_a_response_is_not_held_against_itself_and_every_one_that_withholds_is_named() -> None:
    withheld = [(1, "Kari Nordmann"), (4, "KARI NORDMANN")]
    texts = [(1, "Kari Nordmann"), (4, "Kari Nordmann"), (7, "Kari Nordmann")]
    assert standing_open(withheld, texts) == [StandingOpen("Kari Nordmann", (1, 4), ((7, 1),))]


def test_many_names_that_begin_alike_cost_no_more_than_few() -> None:
    withheld = [(1, f"Kari Etternavn{number}") for number in range(20_000)]
    began = time.perf_counter()
    assert standing_open(withheld, [(2, "Kari " * 100_000)]) == []
    assert time.perf_counter() - began < 5
