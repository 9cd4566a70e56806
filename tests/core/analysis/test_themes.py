"""What many comments are about is found whatever their order, length and number of senders."""

from __future__ import annotations

import time
from random import Random

import pytest
from sklearn.metrics import normalized_mutual_info_score

from innspill.stages.analysis.core.folding import fold
from innspill.stages.analysis.core.themes import find
from innspill.stages.analysis.core.themes.describe import MainPlace, description, label_and_phrases
from innspill.stages.analysis.core.themes.find import themes_of
from innspill.stages.analysis.core.themes.nouns import Nouns, nouns_of
from innspill.stages.analysis.core.themes.phrases import Phrase, Voices, grown
from innspill.stages.analysis.core.themes.words import content_words, runs
from innspill.stages.analysis.core.values import Themes
from tests.core.analysis.theme_comments import comments


def _first(themes: Themes, total: int) -> list[int]:
    out = [-1] * total
    for number, theme in enumerate(themes.found):
        for at in theme.members:
            out[at] = number if out[at] == -1 else out[at]
    return out


def _as_texts(themes: Themes, texts: list[str]) -> list[tuple[str, list[str]]]:
    return [(t.label, sorted(texts[at] for at in t.members)) for t in themes.found]


def test_comments_on_five_subjects_become_themes_that_are_those_subjects():
    texts, subjects = comments()
    themes = themes_of(texts)
    agreement = normalized_mutual_info_score(subjects, _first(themes, len(texts)))
    assert agreement > 0.7
    assert len(themes.left) <= 0.15 * len(texts)


def test_the_order_in_which_comments_came_changes_nothing():
    texts, _ = comments()
    known = _as_texts(themes_of(texts), texts)
    for seed in range(3):
        shuffled = Random(seed).sample(texts, len(texts))
        assert _as_texts(themes_of(shuffled), shuffled) == known


def test_one_who_sends_the_same_a_hundred_times_does_not_move_the_themes():
    texts, _ = comments()
    many = texts + [texts[0]] * 100
    assert [t.label for t in themes_of(many).found] == [t.label for t in themes_of(texts).found]
    assert sum(len(t.members) for t in themes_of(many).found) >= 150


def test_a_comment_that_says_its_say_three_times_over_is_in_the_same_theme():
    texts, _ = comments()
    longer = [" ".join([text] * 3) if at % 4 == 0 else text for at, text in enumerate(texts)]
    agreement = normalized_mutual_info_score(
        _first(themes_of(texts), len(texts)), _first(themes_of(longer), len(longer))
    )
    assert agreement > 0.9


def test_every_comment_is_in_a_theme_or_among_those_left():
    texts, _ = comments()
    texts += ["", "   ", "!!!", "Ja.", "Ikke noe mer herfra."]
    themes = themes_of(texts)
    placed = {at for theme in themes.found for at in theme.members}
    assert placed | set(themes.left) == set(range(len(texts)))
    assert not placed & set(themes.left)


def test_the_label_and_the_sentence_stand_in_the_comments():
    texts, _ = comments()
    for theme in themes_of(texts).found:
        own = [texts[at] for at in theme.members]
        assert any(fold(theme.label) in fold(text) for text in own)
        assert any(theme.description in text for text in own)
        assert all(any(fold(each) in fold(text) for text in own) for each in theme.phrases)


def test_the_sentence_speaks_of_what_the_label_names():
    texts = [
        "Kravene til leverandøren bør stå i avtalen mellom partene i hele landet.",
        "Ordningen med kurs bør gjelde hver leverandør i hele landet fra nyttår.",
    ]
    centre = {"krav": 0.4, "avtale": 0.4, "kurs": 0.5, "landet": 0.1, "leverandør": 0.1}
    assert description(texts, centre, "nb") == texts[0]
    assert description(texts, centre, "nb", "Teknologi: kurs") == texts[1]


def test_the_sentence_has_no_marks_of_notes_that_are_not_beside_it():
    text = "Kravene[^1] til leverandøren bør stå i avtalen mellom partene i hele landet.[^12]"
    shown = "Kravene til leverandøren bør stå i avtalen mellom partene i hele landet."
    assert description([text], {"krav": 0.4}, "nb") == shown


def test_no_two_themes_have_the_same_label():
    texts, _ = comments(each=20)
    labels = [theme.label.casefold() for theme in themes_of(texts).found]
    assert len(set(labels)) == len(labels)


def test_no_theme_is_named_after_a_person():
    texts, _ = comments()
    named = [
        f"{begin} Ingebjørg {middle} ved Ingebjørg sin {end}."
        for begin in ("Vi støtter", "Spør")
        for middle in ("Nilsen", "om hagen")
        for end in ("hage", "eiendom")
    ]
    for theme in themes_of(texts + named).found:
        assert not any("ingebjørg" in each.casefold() for each in (theme.label, *theme.phrases))


def test_a_word_grows_to_a_phrase_where_that_is_nearly_as_good():
    word = Phrase("flytting", ("flytting",), 1.0)
    phrase = Phrase("flytting av småbåthavna", ("flytting", "småbåthavn"), 0.5)
    rare = Phrase("flytting av moloen", ("flytting", "molo"), 0.2)
    beside = Phrase("flytting småbåthavna", ("flytting", "småbåthavn"), 0.5)
    other = Phrase("molo ved havna", ("molo", "havn"), 0.9)
    nouns = _nouns([])
    assert grown(word, [word, other, beside, phrase, rare], nouns) == phrase
    assert grown(word, [word, other, beside, rare], nouns) == word


def test_a_short_word_grows_to_what_sort_of_it_or_to_a_compound():
    nouns = _nouns([])
    word = Phrase("utstyr", ("utstyr",), 1.0)
    sort = Phrase("medisinsk utstyr", ("medisinsk", "utstyr"), 0.5)
    compound = Phrase("lekeutstyr", ("lekeutstyr",), 0.6)
    rare = Phrase("turutstyr", ("turutstyr",), 0.1)
    assert grown(word, [word, compound, sort], nouns) == sort
    assert grown(word, [word, rare, compound], nouns) == compound
    long = Phrase("matlevering", ("matlevering",), 1.0)
    assert (
        grown(long, [long, Phrase("god matlevering", ("god", "matlevering"), 0.9)], nouns) == long
    )


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("gamle", "adjective"), ("gratis", "adjective"), ("anslagsvis", "other"),
        ("innfører", "other"), ("spør", "other"), ("manglende", "adjective"), ("naust", "noun"), ("verneombudet", "noun"),
        ("psykiatrisk", "adjective"), ("mangler", ""), ("fiskeværet", "noun"),
    ],
)  # fmt: skip
def test_a_dictionary_tells_the_kind_of_a_word_where_it_leaves_no_doubt(word: str, kind: str):
    assert _nouns([]).kind(word) == kind


def test_what_is_never_a_noun_names_no_theme_however_people_use_it():
    texts = ["Det er mot de gamle.", "Vi er for den gamle.", "Det gjelder en gamle i naust."]
    nouns = _nouns(texts)
    assert not nouns.is_noun("gamle")
    assert nouns.is_noun("naust")
    assert nouns_of([["Gamle", "Gamle"], ["i", "Gamle"]], "nb").is_noun(
        "Gamle"
    )  # a name of a place


@pytest.mark.parametrize(
    ("word", "place", "label"),
    [
        ("etasjer", "Boligområdet Nesholmen", "Boligområdet Nesholmen: etasjer"),
        ("hytter", "Hyttefelt Lauvdalen", "Hyttefelt Lauvdalen"),
        ("sykkelvei", "Gang- og sykkelvei langs Rv 15", "Gang- og sykkelvei langs Rv 15"),
        ("gebyr", "Overtredelsesgebyr", "Overtredelsesgebyr"),
        (
            "etasjer",
            "Et område med et navn som er langt og som det ikke er plass til her",
            "Etasjer",
        ),
    ],
)
def test_a_word_alone_is_named_with_the_place_it_is_said_of(word: str, place: str, label: str):
    texts = [f"Vi vil ha færre {word} her.", f"For mange {word}, mener vi.", f"Om {word} igjen."]
    voices = Voices(texts, ["a", "b", "c"], [True] * 3)
    centre = {content_words(word, "nb")[0]: 1.0}
    taken: set[str] = set()
    found, phrases = label_and_phrases(
        voices, centre, _nouns(texts), taken, MainPlace(place, is_of_most=True)
    )
    assert found == label
    assert phrases[0] == word
    # the place is taken now, and another theme of it is named by its own word
    again, _ = label_and_phrases(
        voices,
        {"vei": 1.0},
        _nouns(texts),
        {place.casefold()},
        MainPlace(place, is_of_most=True),
    )
    assert again.casefold() != place.casefold()


@pytest.mark.parametrize(
    ("word", "label"), [("etasjer", "Nesholmen: etasjer"), ("rekkefølgekrav", "Rekkefølgekrav")]
)
def test_a_third_of_the_comments_tell_the_place_of_a_short_word_alone(word: str, label: str):
    texts = [f"Vi vil ha færre {word} her.", f"For mange {word}, mener vi."]
    place = MainPlace("Nesholmen", is_of_most=False)
    centre = {content_words(word, "nb")[0]: 1.0}
    voices = Voices(texts, ["a", "b"], [True] * 2)
    assert label_and_phrases(voices, centre, _nouns(texts), set(), place)[0] == label
    assert label_and_phrases(voices, centre, _nouns(texts), set())[0] == word.capitalize()


def test_a_word_alone_stands_as_a_heading_would_have_it():
    texts = [
        "Vi mener leverandøren må svare for feil.", "Krav til leverandøren mangler.",
        "Kravet gjelder leverandøren.", "Etter forvaltningsloven skal det begrunnes.",
        "Se forvaltningsloven.", "En leverandør må svare.",
    ]  # fmt: skip
    voices = Voices(texts, list("abcdef"), [True] * 6)
    nouns = _nouns(texts)
    label, _ = label_and_phrases(voices, {"leverandør": 1.0}, nouns, set())
    assert label == "Leverandør"
    law = content_words("forvaltningsloven", "nb")[0]
    assert label_and_phrases(voices, {law: 1.0}, nouns, set())[0] == "Forvaltningsloven"


def test_what_a_scan_misread_and_numbers_of_chapters_name_no_theme():
    texts = ["Vi er mot te1efon i skolen.", "Del VII om te1efon.", "Ny te1efon og VII."]
    nouns = _nouns(texts)
    assert not nouns.is_noun("te1efon")
    assert not nouns.is_noun("VII")
    assert nouns.is_noun("E39")


def _nouns(texts: list[str]) -> Nouns:
    return nouns_of((run for text in texts for run in runs(text)), "nb")


def test_a_view_that_one_alone_holds_is_left_and_not_forced_into_a_theme():
    texts, _ = comments()
    alone = "Brannstasjonens redningsdykkere mangler dykkerflasker."
    themes = themes_of([*texts, alone])
    assert themes.left == (len(texts),)


def test_what_one_sender_alone_comes_back_to_is_no_theme():
    texts, _ = comments()
    senders = [f"sender {at}" for at in range(len(texts))]
    long = [
        f"Redningsdykkerne trenger {each}." for each in ("dykkerflasker", "dykkerbåt", "tørrdrakt")
    ]
    alone = themes_of(texts + long, senders=[*senders, "dykker", "dykker", "dykker"])
    assert alone.left == tuple(range(len(texts), len(texts) + 3))
    three = themes_of(texts + long, senders=[*senders, "dykker", "båt", "drakt"])
    assert len(three.found) == len(alone.found) + 1
    assert not three.left


def test_where_only_one_has_answered_that_one_has_themes():
    texts, _ = comments()
    assert len(themes_of(texts, senders=["one"] * len(texts)).found) >= 4


def test_what_many_send_in_the_same_words_is_never_left():
    texts, _ = comments()
    campaign = "Bevar redningsdykkerne ved brannstasjonen."
    themes = themes_of([*texts, *[campaign] * 40])
    assert not set(themes.left) & set(range(len(texts), len(texts) + 40))


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["Vi støtter forslaget om ny skole."],
        ["Ja"] * 3,
        ["Kommunen bør bygge skole.", "Hvalfangst ødelegger turismen."],
    ],
)
def test_hearings_with_hardly_any_comments_have_themes_or_none_without_trouble(texts):
    themes = themes_of(texts)
    placed = {at for theme in themes.found for at in theme.members}
    assert sorted(placed | set(themes.left)) == list(range(len(texts)))


def test_ten_comments_on_two_subjects_are_two_themes():
    texts, subjects = comments(each=5)
    texts, subjects = texts[:10], subjects[:10]
    themes = themes_of(texts)
    assert normalized_mutual_info_score(subjects, _first(themes, 10)) > 0.6


@pytest.mark.parametrize(
    ("bokmal", "nynorsk"),
    [
        ("Virksomhetene mangler sikkerhet", "Verksemdene manglar tryggleik"),
        ("skoleveien til elevene", "skulevegen til elevane"),
        ("byggegrensen mot sjøen", "byggjegrensa mot sjøen"),
        ("tjenestene til innbyggerne", "tenestene til innbyggjarane"),
        ("leverandører og øvelser", "leverandørar og øvingar"),
    ],
)
def test_both_forms_of_norwegian_count_as_the_same_words(bokmal, nynorsk):
    assert content_words(bokmal, "nb") == content_words(nynorsk, "nb")
    assert content_words(bokmal, "nn") == content_words(nynorsk, "nn")


def test_those_against_most_are_the_contrary_examples():
    texts, _ = comments()
    stances = ["supports"] * len(texts)
    stances[5] = "opposes"
    themes = themes_of(texts, stances=stances)
    assert {at for theme in themes.found for at in theme.contrary} == {5}


def test_the_first_examples_come_from_different_groups():
    texts, _ = comments()
    groups = ["Kommuner" if at % 3 else "Foreninger" for at in range(len(texts))]
    for theme in themes_of(texts, groups=groups).found:
        if {groups[at] for at in theme.members} == {"Kommuner", "Foreninger"}:
            assert {groups[at] for at in theme.members[:2]} == {"Kommuner", "Foreninger"}


def test_the_heading_above_tells_what_a_short_comment_is_about():
    texts, subjects = comments()
    short = ["Dette er ikke bra.", "Her må dere gjøre mer.", "Må tas med.", "Vi er enige."]
    contexts = [*subjects, *["støy"] * 4]
    found = _first(themes_of(texts + short, contexts=contexts), len(texts) + 4)
    noise = {found[at] for at, subject in enumerate(subjects) if subject == "støy"}
    assert set(found[-4:]) <= noise


def test_beyond_the_sample_comments_go_to_the_theme_that_is_nearest(monkeypatch):
    texts, subjects = comments(each=18)
    monkeypatch.setattr(find, "MOST_CLUSTERED", 60)
    agreement = normalized_mutual_info_score(subjects, _first(themes_of(texts), len(texts)))
    assert agreement > 0.7


def test_vectors_of_a_model_decide_where_they_are_given():
    texts = [f"Tekst nummer {word}." for word in ("en", "to", "tre", "fire", "fem", "seks")]
    vectors = [[1.0, 0.0]] * 3 + [[0.0, 1.0]] * 3
    first = _first(themes_of(texts, vectors=vectors), 6)
    assert len(set(first[:3])) == len(set(first[3:])) == 1
    assert first[0] != first[3]


def test_hostile_texts_cost_no_more_than_their_length():
    hostile = ["a" * 60_000, "å-" * 30_000, "ord " * 15_000, "(" * 60_000, "1.a" * 20_000]
    began = time.process_time()
    themes = themes_of(hostile)
    assert time.process_time() - began < 5
    assert all("<" not in theme.label for theme in themes.found)
