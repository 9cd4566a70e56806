"""New comments are held against themes that stand; the themes stay as they are."""

from __future__ import annotations

from innspill.stages.analysis.core.themes.assign import assign
from innspill.stages.analysis.core.themes.find import themes_of
from tests.core.analysis.theme_comments import comments

_TEXTS, _ = comments()
_CENTRES = [theme.centre for theme in themes_of(_TEXTS).found]
_LABELS = [theme.label.casefold() for theme in themes_of(_TEXTS).found]


def _words_of(number: int) -> str:
    return " ".join(_CENTRES[number])


def test_a_comment_on_the_same_subject_in_new_words_goes_to_its_theme():
    nearest = assign(["Hyttefeltet bør ikke komme nær villrein."], _CENTRES)[0][0][0]
    assert "hytte" in _words_of(nearest)


def test_nynorsk_goes_where_bokmal_stands():
    nearest = assign(["Skulen treng fleire elevar."], _CENTRES)[0][0][0]
    assert "skole" in _words_of(nearest)


def test_a_comment_on_two_subjects_is_given_both():
    found = assign(["Flom i elva og støy fra havna plager oss."], _CENTRES)[0]
    words = [_words_of(number) for number, _ in found]
    assert any("flom" in each for each in words)
    assert any("støy" in each for each in words)


def test_what_no_theme_is_about_is_given_none():
    assert assign(["Redningsdykkerne mangler flasker.", "", "Ja"], _CENTRES) == [[], [], []]


def test_the_heading_above_a_new_comment_counts_as_when_themes_were_found():
    texts, subjects = comments()
    found = themes_of(texts, contexts=subjects).found
    centres = [theme.centre for theme in found]
    short = "Dette må dere gjøre mer med, sier vaktmesteren."
    assert assign([short], centres) == [[]]
    noise = assign([short], centres, contexts=["støy"])[0][0][0]
    assert "støy" in {subjects[at] for at in found[noise].members}


def test_a_heading_alone_gives_an_empty_comment_no_theme():
    assert assign(["", "Ja"], _CENTRES, contexts=["støy", "støy"]) == [[], []]


def test_without_themes_nothing_is_assigned():
    assert assign(["Hyttene i Lauvdalen"], []) == [[]]


def test_most_comments_that_made_the_themes_are_given_their_theme_again():
    themes = themes_of(_TEXTS)
    again = assign(_TEXTS, _CENTRES)
    right = sum(
        any(at in themes.found[number].members for number, _ in again[at])
        for at in range(len(_TEXTS))
    )
    assert right >= 0.9 * len(_TEXTS)
