"""What is searched for is data: words, stems, questions, marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innspill.stages.publication.core.searching.asking import MOST_WORDS, asked_for
from innspill.stages.publication.core.searching.marking import LENGTH, marked, snippet
from innspill.stages.publication.core.searching.words import stem_of, tokens
from innspill.stages.publication.core.values import MASK

PAIRS = [
    ("kommunar", "kommuner"), ("kommunane", "kommunene"), ("helsetenester", "helsetjenester"),
    ("tryggleik", "trygghet"), ("beredskapsplanar", "beredskapsplan"), ("moglegheiter", "mulighet"),
    ("høyringa", "høringen"), ("drikkevatnet", "drikkevann"), ("vasskjelder", "vannkilde"),
    ("innbyggjarane", "innbyggerne"), ("verksemder", "virksomhetene"), ("skular", "skolene"),
    ("løysingar", "løsning"), ("rettleiing", "veiledning"), ("styrkje", "styrker"),
    ("kravet", "krava"), ("tilbodet", "tilbud"), ("ÅSGÅRD", "åsgård"), ("café", "cafe"),
]  # fmt: skip
APART = [
    ("plan", "planet"),
    ("lov", "love"),
    ("vann", "vant"),
    ("syk", "sykkel"),
    ("skole", "skjold"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_forms_and_written_languages_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize(("one", "other"), [APART[2], APART[3], APART[4]])
def test_other_words_have_another_stem(one: str, other: str) -> None:
    assert stem_of(one) != stem_of(other)


def test_a_withheld_span_and_a_footnote_mark_are_no_words() -> None:
    assert [each.stem for each in tokens(f"Ring {MASK} nå[^12].")] == [stem_of("ring"), "nå"]


def test_words_phrases_and_what_must_not_be_there_are_told_apart() -> None:
    asked = asked_for('vann "felles driftssentral" -fylke –kommune e-post')
    assert [each.stems for each in asked.wanted if not each.is_phrase] == [("vann",), ("epost",)]
    assert [len(each.stems) for each in asked.wanted if each.is_phrase] == [2]
    assert len(asked.unwanted) == 2


@given(st.text(max_size=500))
def test_anything_written_is_a_question_of_few_plain_words(written: str) -> None:
    asked = asked_for(written)
    stems = [stem for term in (*asked.wanted, *asked.unwanted) for stem in term.stems]
    assert len(stems) <= MOST_WORDS
    assert all(stem.isalnum() for stem in stems)


@given(st.text(max_size=900), st.text(min_size=1, max_size=12))
def test_marks_are_spans_of_the_text_and_a_snippet_is_a_stretch_of_it(text: str, word: str) -> None:
    sought = [tuple(frozenset({stem}) for stem in term.stems) for term in asked_for(word).wanted]
    spans = marked(text, sought).spans
    assert all(0 <= start < end <= len(text) for start, end in spans)
    shown = snippet(text, spans)
    assert shown.text in text
    assert len(shown.text) <= LENGTH + 60
