"""Typed and pasted text becomes data: nothing unseen, and nothing that can be seen is lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from innspill.stages.drafting.core.cleaning import clean, clean_line


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ett.\r\n\r\nTo.", "Ett.\n\nTo."),
        ("Ett.\rTo.", "Ett.\nTo."),
        ("Linje\x0bbrutt i Word", "Linje\nbrutt i Word"),
        ("Avsnitt\u2029nytt", "Avsnitt\n\nnytt"),
        ("Ett.\n\n\n\n\nTo.", "Ett.\n\nTo."),
        ("\n  Innrykk står.  \n", "  Innrykk står."),
        ("10\u00a0000 kr og 5\u202f%", "10 000 kr og 5 %"),
        ("be\u00adred\u00adskap", "beredskap"),
        ("null\x00 og \x1b[31mrødt", "null og [31mrødt"),
        ("snudd \u202etxt.exe", "snudd txt.exe"),
        ("a\u030a og Å", "å og Å"),
        ("\uf0b7\tEtt punkt", "•\tEtt punkt"),
        ("a\tb\tc", "a\tb\tc"),
        ("\ufeffBOM", "BOM"),
        ("halv \ud83d", "halv ?"),
        ("familie 👨\u200d👩\u200d👧", "familie 👨\u200d👩\u200d👧"),
        ("<b>{{ 7*7 }}</b> =1+1", "<b>{{ 7*7 }}</b> =1+1"),
    ],
)
def test_what_is_pasted_is_kept_as_people_see_it(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(exclude_categories=("Co", "Cs"))))
def test_no_letter_digit_or_sign_is_ever_lost(text: str) -> None:
    def seen(said: str) -> list[str]:
        normal = unicodedata.normalize("NFC", said)
        return [c for c in normal if unicodedata.category(c)[0] in "LNPS"]

    assert seen(clean(text)) == seen(text)


@given(st.text())
def test_what_is_left_can_stand_in_a_word_file(text: str) -> None:
    etree.Element("t").text = clean(text)


def test_a_hundred_thousand_words_are_kept_whole() -> None:
    text = "Dette er et langt svar. " * 20_000
    assert clean(text) == text.rstrip()


def test_a_name_stands_on_one_line() -> None:
    assert clean_line("  Fjordvik\r\n kommune\u00a0") == "Fjordvik kommune"
