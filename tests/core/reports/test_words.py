"""The words of reports: all there in each language, with the same blanks to fill in."""

from __future__ import annotations

from dataclasses import fields
from string import Formatter

import pytest

from innspill.stages.reports.core.words import (
    Words,
    day,
    moment,
    number,
    per_cent,
    short_day,
    words_in,
)
from innspill.stages.reports.core.words.told import Part, ToldWords
from innspill.stages.reports.core.words.told_in import told_words


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", ["nn", "en"])
def test_each_text_has_the_same_blanks_in_each_language(language: str) -> None:
    for each in fields(Words):
        here, there = getattr(words_in("nb"), each.name), getattr(words_in(language), each.name)
        if isinstance(here, str):
            assert blanks(here) == blanks(there), each.name
            assert there.strip(), each.name
        if isinstance(here, dict):
            assert set(here) == set(there), each.name
        if isinstance(here, tuple):
            assert len(here) == len(there), each.name


def test_nynorsk_has_no_words_that_only_bokmaal_has() -> None:
    only_bokmaal = {
        "ikke", "fra", "hvem", "hva", "hver", "hvert", "noen", "kommet", "høring", "høringssvar",
        "avsender", "spørsmålene", "svarene", "uten", "bare", "mottatt", "disse", "de", "jeg",
        "ble", "gjengitt", "flere", "andel", "antall", "sto", "slutter", "venter", "summene",
    }  # fmt: skip
    texts = [str(getattr(words_in("nn"), each.name)) for each in fields(Words)]
    found = {word.strip("«»().,:;'\"{}[]").lower() for text in texts for word in text.split()}
    assert found & only_bokmaal == set()


def test_english_is_quoted_as_english_is() -> None:
    texts = str([*(getattr(words_in("en"), each.name) for each in fields(Words)), told_words("en")])
    assert not set("«»") & set(texts)


def test_days_and_numbers_are_written_as_people_write_them() -> None:
    assert day("2022-09-09", "nb") == "9. september 2022"
    assert day("2022-02-09", "nn") == "9. februar 2022"
    assert day("2022-09-09", "en") == "9 September 2022"
    assert short_day("2022-09-09T12:00Z", "nb") == "09.09.2022"
    assert moment("2024-06-04T00:30+02:00", "nb") == "4. juni 2024 kl. 00.30"
    assert (day(None, "nb"), short_day(None, "nb"), moment(None, "nb")) == ("", "", "")
    assert number(1234, "nb") == "1\N{NO-BREAK SPACE}234"
    assert number(1234, "en") == "1,234"
    assert per_cent(50, "nn") == "50\N{NO-BREAK SPACE}%"


def test_an_unknown_language_gets_bokmaal() -> None:
    assert words_in("se") is words_in("nb")


@pytest.mark.parametrize("language", ["nn", "en"])
def test_each_sentence_has_the_same_blanks_for_several_in_each_language(language: str) -> None:
    for each in fields(ToldWords):
        here = flat(getattr(told_words("nb"), each.name))
        there = flat(getattr(told_words(language), each.name))
        assert [blanks(text) for text in here] == [blanks(text) for text in there], each.name
        assert all(text.strip() for text in there), each.name


def flat(value: object) -> list[str]:
    """The texts for several in a value of the sentences: those for one may say the number in words."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Part):
        return [value.all[1], value.some[1]]
    if isinstance(value, dict):
        return [text for name in sorted(value) for text in flat(value[name])[-1:]]
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str):
        return [value[1]]
    return [text for each in value for text in flat(each)]  # type: ignore[attr-defined]
