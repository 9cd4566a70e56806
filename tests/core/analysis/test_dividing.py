"""Where points begin and end, and what makes none, in letters as people send them."""

from __future__ import annotations

import pytest

from innspill.stages.analysis.core.comments import points
from innspill.stages.analysis.core.dividing.features import Where
from innspill.stages.analysis.core.dividing.units import units
from tests.core.length import costs_its_length

LETTER = Where(index=4, of=9, general=True, names=("lier kommune",))


def texts(text: str, where: Where | None = None) -> list[str]:
    return [text[each.span.start : each.span.end] for each in points(text, where=where)]


def test_a_heading_on_a_line_of_its_own_is_told_from_the_text_under_it():
    text = "Til kapittel 3\nVi mener at kapitlet mangler tall for de små kommunene."
    assert [(each.is_remark, each.remainder) for each in points(text, where=LETTER)] == [
        (False, "heading"),
        (True, ""),
    ]


def test_lines_broken_by_their_width_are_one_point_and_lines_that_somebody_set_are_several():
    wrapped = (
        "Vi savner en omtale av hvordan kommunene skal få dekket\n"
        "Utgiftene som følger med de nye kravene om opplæring av\n"
        "alle ansatte i helsetjenesten."
    )
    assert len(list(units(wrapped))) == 1
    assert texts("Kravet i § 3 er uklart.\nGrensen i § 4 bør senkes.", LETTER) == [
        "Kravet i § 3 er uklart.",
        "Grensen i § 4 bør senkes.",
    ]


def test_each_row_of_a_table_is_a_point_and_the_lines_of_one_measure_are_together():
    assert len(texts("Skytjeneste | NHN | alle | ny\nVakttelefon | KS | kommuner | drift")) == 2
    assert len(texts("Tiltak: Vakttelefon\nAnsvarlig: KS\nRelevant for: kommuner")) == 1


def test_two_answers_in_one_block_are_two_points_where_the_attitude_goes_over():
    assert texts("Målet er svært bra. Likevel savner vi en plan for hvem som skal betale.") == [
        "Målet er svært bra.",
        "Likevel savner vi en plan for hvem som skal betale.",
    ]


@pytest.mark.parametrize(
    "text", ["Med vennlig hilsen\nKari Nordmann\nrådgiver", "Vennleg helsing\nOla Dahl"]
)
def test_a_signature_makes_no_point(text):
    last = Where(index=8, of=9, general=True)
    assert {each.remainder for each in points(text, where=last)} == {"signature"}


@pytest.mark.parametrize(
    "text",
    [
        "Øvelsene må holdes lokalt, for reisen til fylkesbyen tar en hel dag for våre folk.",
        "Vi støtter planen.",
        "Vi er imot forslaget i kapittel 3.",
    ],
)
@pytest.mark.parametrize("where", [Where(general=True), Where(of=3, general=True)])
def test_a_sentence_that_asks_or_takes_sides_is_no_greeting_wherever_it_stands(text, where):
    assert [each.is_remark for each in points(text, where=where)] == [True]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Protokolltilførsel fra SV: Planen burde vært stanset for lenge siden.", "sender"),
        ("Mindretallet (2 medlemmer) ville at hele kapitlet skulle strykes.", "sender"),
        ("Berit Moen (Sp) fremmet følgende tilleggsforslag: «Veien må utsettes.»", "sender"),
        ("Eldrerådet drøftet saken 4. mai.", "sender"),
        ("Uttalelsen er vedtatt mot én stemme.", "sender"),
        ("Vi svarer bare på det som gjelder idretten.", "sender"),
        ("Tenk på miljøet før du skriver ut denne e-posten.", "stray"),
        ("Kontakt oss på 913 40 662 eller post@laget.example.", "signature"),
        ("Unnskyld at det ble så langt.", "greeting"),
        ("Museet takker for anledningen til å uttale seg.", "greeting"),
        ("Departementet har sendt forslag til ny jaktlov på høring.", "reference"),
        ("[^2]: Tallene er fra årsmeldingen.", "reference"),
        ("Når det gjelder kapittel 4, har laget ingen merknader.", "nothing"),
        ("Til kapittel 2 og 3 har vi ikke noe å bemerke.", "nothing"),
        ("IV.", "heading"),
        ("Tiltak | Ansvarlig | Frist", "heading"),
    ],
)
def test_how_an_answer_came_to_be_is_told_by_rule(text, kind):
    assert [each.remainder for each in points(text, where=LETTER)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Mindretallet i utvalget mente at grensen er for høy, og det mener vi også.",
        "Regjeringen la fram forslag om dette i 2020 uten at det hjalp.",
        "Nav behandlet saken i åtte måneder før noen svarte.",
        "Utkastet er utarbeidet uten at kommunene ble spurt.",
        "Dette er ikke drøftet i høringsnotatet.",
    ],
)
def test_what_others_did_may_be_the_point(text):
    assert [each.is_remark for each in points(text, where=LETTER)] == [True]


def test_a_body_tells_who_it_is_before_it_comes_to_the_point():
    text = "Kystlaget er en frivillig organisasjon med 400 medlemmer. Vi ble stiftet i 1987."
    begun = Where(index=2, of=9, general=True)
    assert [each.remainder for each in points(text, where=begun)] == ["sender"]


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "men ",
        ". ",
        "\n",
        "- ",
        "1. ",
        "| ",
        ": ",
        "§ 1 ",
        "X: \n",
        "for det andre ",
        "(",
        "Nei! ",
    ],
)
def test_a_hostile_text_costs_no_more_than_its_length(piece):
    assert costs_its_length(lambda text: points(text, where=LETTER), piece)
