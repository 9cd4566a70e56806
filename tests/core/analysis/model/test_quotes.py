"""A quote stands in a text word for word, or not at all."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innspill.stages.analysis.core.model.quotes import folded, place_of

TEXT = (
    "Vi støtter ikke forslaget om å flytte «ansvaret» til kommunene – det er for dyrt.\n"
    "Statsfor\u00advalteren bør få i oppgave å  samle alle krav. Vi er uenig i fristen på §\u00a05."
)


def words(quote: str, text: str = TEXT) -> str | None:
    found = place_of(quote, folded(text))
    return None if found is None else text[found.start : found.end]


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("Vi støtter ikke forslaget", "Vi støtter ikke forslaget"),
        ("VI STØTTER IKKE\nFORSLAGET", "Vi støtter ikke forslaget"),
        ('å flytte "ansvaret" til kommunene - det er for dyrt', "å flytte «ansvaret» til kommunene – det er for dyrt"),
        ("Statsforvalteren bør få i oppgave å samle", "Statsfor\u00advalteren bør få i oppgave å  samle"),
        ("fristen på § 5", "fristen på §\u00a05"),
        ("«uenig i fristen»", "uenig i fristen"),
        (unicodedata.normalize("NFD", "bør få i oppgave å"), "bør få i oppgave å"),
    ],
)  # fmt: skip
def test_dress_alone_is_no_difference(quote: str, stands: str) -> None:
    assert words(quote) == stands


@pytest.mark.parametrize(
    "quote",
    [
        "Vi støtter forslaget",
        "Vi støtter ikkje forslaget",
        "enig i fristen",
        "Vi støtter ikke forslagene",
        "forslaget ikke støtter Vi",
        "det er dyrt",
        "",
        "…",
        "– « »",
        "Vi støtter ikke forslag",
    ],
)
def test_one_other_word_a_lost_negation_or_half_a_word_is_no_quote(quote: str) -> None:
    assert words(quote) is None


def test_an_ellipsis_parts_a_quote_whose_parts_come_in_order_and_shows_what_it_left_out() -> None:
    assert words("Vi støtter … forslaget") == "Vi støtter ikke forslaget"
    assert words("Statsforvalteren bør [...] samle alle krav").endswith("samle alle krav")  # type: ignore[union-attr]
    assert words("samle alle krav … Statsforvalteren bør") is None
    assert words("Vi støtter … alle forslag") is None
    assert words("Ja … kanskje", "Ja … kanskje") == "Ja … kanskje"


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_copied_out_of_a_text_at_its_words_stands_there(
    before: str, quote: str, after: str
) -> None:
    text = f"{before} {quote} {after}"
    found = place_of(quote, folded(text))
    if any(letter.isalnum() for letter in folded(quote.strip()).text):
        assert found is not None
        assert folded(text[found.start : found.end]).text.strip() in folded(text).text
    elif found is not None:
        assert 0 <= found.start < found.end <= len(text)


def test_hostile_text_costs_no_more_than_its_length() -> None:
    source = folded("a" * 200_000 + " " + "a b " * 50_000)
    began = time.process_time()
    for quote in ("a" * 50_000 + "b", "…".join(["a b"] * 500) + "… c", "…" * 50_000):
        assert place_of(quote, source) is None
    assert time.process_time() - began < 5
