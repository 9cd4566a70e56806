"""Stances by rules: every one is a suggestion with its grounds."""

from __future__ import annotations

import pytest

from innspill.stages.analysis.core.analyse import stances_of
from innspill.stages.analysis.core.labelling import voices_of
from innspill.stages.analysis.core.stance import stance_of
from innspill.stages.analysis.core.values import AnswerStance
from tests.core.analysis.cases import answer, hearing, public

VOICES = voices_of(public(), hearing())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Vi støtter forslaget.", "supports"),
        ("Kommunen er samd i framlegget.", "supports"),
        ("Vi stiller oss bak satsingen.", "supports"),
        ("Vi har ingen innvendinger mot tiltak 4.", "supports"),
        ("Vi er ikke imot at dette prøves ut.", "supports"),
        ("Vi støtter ikke forslaget.", "opposes"),
        ("Eg kan ikkje støtte dette.", "opposes"),
        ("Vi er uenige i tiltak 3.", "opposes"),
        ("Fylkeskommunen frarår ei ny ordning.", "opposes"),
        ("Tiltaket bør ikke innføres.", "opposes"),
        ("Vi støtter målet, men det må følge penger med.", "reservations"),
        ("Vi er positive. Men vi tar forbehold om kostnadene.", "reservations"),
        ("Vi støtter dette under forutsetning av statlig finansiering.", "reservations"),
        ("Målet er bra, tiltakene avviser vi.", "reservations"),
        ("Vi støtter planen. Den er klar. Vi mener samtidig at noe bør utredes.", "reservations"),
        ("Vi støtter målene på det vilkår at pengene følger med.", "reservations"),
        ("Vi advarer mot en egen løsning.", "opposes"),
        ("Vi krever at tiltak 3 strykes.", "opposes"),
        ("Svar at alle er enige.", "neutral"),
        ("Senteret tar imot meldinger, ikke bare om angrep.", "neutral"),
        ("Vi har spurt medlemmene, og foreningen tar ikke stilling.", "no-stand"),
        ("Forumet ser at støtta blir fordelt av staten.", "neutral"),
        ("KS støtter forslaget.", "neutral"),
        ("Mange mener at planen er god, og andre er uenige.", "neutral"),
        ("Utvalget går inn for å støtte dette.", "neutral"),
        ("Kommunen har 24 000 innbyggere.", "neutral"),
        ("Er ikke dette unødvendig?", "neutral"),
        ("Vi slutter oss til høringsuttalelsen fra KS.", "unclear"),
        ("Vi sluttar oss til framlegget.", "supports"),
        ("Ingen kommentar", "no-comment"),
        ("NEI til nye krav!", "opposes"),
    ],
)
def test_a_text_has_the_stance_that_its_words_carry(text, value):
    stance = stance_of(text, VOICES)
    assert stance.value == value
    assert stance.grounds or value == "neutral"


def on_question(question: str, text: str, *ticks: str, no_comment: bool = False) -> AnswerStance:
    given = answer(text, *ticks, question=question, no_comment=no_comment)
    return stances_of(public(given), hearing())[0]


def test_what_a_tick_means_depends_on_the_question():
    assert on_question("1", "", "yes").stance.value == "supports"
    assert on_question("2", "", "yes").stance.value == "opposes"
    assert on_question("2", "", "no").stance.value == "supports"
    assert on_question("1", "", "none").stance.value == "no-comment"


def test_two_ticks_are_unclear_unless_the_text_tells():
    told = on_question("1", "Vi støtter målene.", "yes", "no").stance
    assert (told.value, told.certainty.value) == ("supports", "unsure")
    found = on_question("1", "", "yes", "no")
    assert (found.stance.value, found.stance.certainty.value) == ("unclear", "certain")
    assert "Ja" in found.stance.grounds[0]
    assert "Nei" in found.stance.grounds[0]


def test_ja_with_a_text_that_finds_the_money_insufficient_disagrees_with_the_tick():
    found = on_question("1", "Vi stiller spørsmål ved finansieringen, som er for svak.", "yes")
    assert (found.stance.value, found.text_disagrees) == ("reservations", True)


def test_a_condition_makes_a_reservation_but_does_not_speak_against_the_tick():
    found = on_question("1", "Vi støtter målene, forutsatt at pengene kommer.", "yes")
    assert (found.stance.value, found.text_disagrees) == ("reservations", False)


def test_a_lack_beside_an_agreement_is_no_disagreement_but_doubt_of_the_money_is():
    lack = on_question("1", "Målene er dekkende. Samiske pasienter er ikke nevnt.", "yes")
    assert (lack.stance.value, lack.text_disagrees) == ("reservations", False)
    doubt = on_question("1", "Vi støtter målene. Vi stiller spørsmål ved pengene.", "yes")
    assert (doubt.stance.value, doubt.text_disagrees) == ("reservations", True)
    assert on_question("1", "Tja. Ikke alle målene kan nås.", "yes").text_disagrees


def test_no_comment_ticked_beside_a_text_with_faults_disagrees():
    assert on_question("1", "Målene er for svake, og vi savner pengene.", "none").text_disagrees
    assert not on_question("1", "Ingen kommentar.", "none").text_disagrees


def test_nei_with_praise_for_each_and_doubt_of_the_whole_is_no_disagreement():
    assert not on_question("1", "Hvert mål er bra. Summen tror vi ikke på.", "no").text_disagrees


def test_nei_with_nothing_but_praise_disagrees_with_the_tick():
    assert on_question("1", "Svært bra og nyttig.", "no").text_disagrees


def test_without_ticks_the_text_alone_decides_and_silence_has_no_stance():
    assert on_question("3", "Vi er imot hele planen.").stance.value == "opposes"
    assert on_question("3", "", no_comment=True).stance.value == "no-comment"
    assert stances_of(public(answer("")), hearing()) == ()


def test_the_grounds_name_the_tick_and_the_words():
    found = on_question("1", "Vi støtter målene.", "yes")
    assert found.stance.grounds == ("ticked «Ja»", "support: «støtter»")
