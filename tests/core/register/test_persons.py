"""Persons told from organisations by their names: which, how sure, and why."""

from __future__ import annotations

import pytest

from innspill.shared.values import Certainty
from innspill.stages.register.core.persons import calls_itself_private, kind_of

CERTAIN, LIKELY, UNSURE = Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNSURE
WORD = ("organisation", CERTAIN, "the name has a word of an organisation")
PRIVATE = ("person", CERTAIN, "calls itself a private person")
GIVEN = ("person", LIKELY, "the name begins with a given name")
MAY_BEGIN = ("person", UNSURE, "the name is or begins with a given name")
BUILT = ("organisation", LIKELY, "the name is built as no person's is")
MAY_BE = ("person", UNSURE, "the name may be a person's")
SHAPE = ("organisation", LIKELY, "the name has not the shape of a person's")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Granmo kommune", WORD), ("GRANMO KOMMUNE", WORD), ("Kari Kommune", WORD), ("Per DA", WORD),
        ("Ola Nordmann AS", WORD), ("Rør Ltd", WORD), ("Rør ltd", MAY_BE),
        ("Privatperson", PRIVATE), ("privat person.", PRIVATE), ("Innbygger", PRIVATE),
        ("INNBYGGAR", PRIVATE), ("Innbygger Zwart", MAY_BE),
        ("Ola Nordmann", GIVEN), (" ola  nordmann ", GIVEN), ("OLA NORDMANN", GIVEN), ("Ola,Nordmann", GIVEN),
        ("Anne-Marie Aas", GIVEN), ("Marie-Zo Aas", GIVEN), ("Zo-Marie Aas", GIVEN), ("Ola N. M. Aas", GIVEN),
        ("Ola N. M. B. Aas", MAY_BEGIN), ("Ola", MAY_BEGIN), ("Aas, Kari", MAY_BE),
        ("Zlatan", MAY_BE), ("Xenia Zwart", MAY_BE), ("Xenia Y Zwart", MAY_BE), ("", MAY_BE), ("A", MAY_BE),
        ("7", MAY_BE), ("Xenia Y Zwart Zed", SHAPE), ("Vel vel vel vel", SHAPE),
        ("NRK", BUILT), ("XY", BUILT), ("Nordic7", BUILT), ("Zwart mot alt", BUILT), ("Zwart MOT alt", BUILT),
        ("x & y", BUILT), ("Ro ved Bu", BUILT),
    ],
)  # fmt: skip
def test_the_shape_of_a_name_tells_what_it_is_and_how_surely(name, kind):
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    "word",
    [
        "kommunen", "fylket", "direktorat", "departement", "tilsynet", "myndigheten", "instituttet", "senteret",
        "sentralen", "universitet", "høgskolen", "høyskolen", "høgskulen", "skolen", "skulen", "barnehage",
        "vannetaten", "vannverket", "vesenet", "selskap", "forbund", "forening", "foreining", "laget", "rådet",
        "utvalget", "utval", "nemnda", "organisasjon", "nettverk", "sykehus", "sjukehus", "klinikk", "apotek",
        "legekontor", "ombudet", "gruppa", "allianse", "klubben", "samarbeid", "forum", "stiftelse", "stifting",
        "bank", "foretak", "føretak", "krets", "styret", "bedrift", "aksjon", "bevegelse", "fond", "union",
        "norge", "noreg", "norsk", "norske", "nasjonale", "landets", "helse", "avdeling", "statsforvalteren",
        "statsforvaltaren", "fylkesmannen", "museum", "bibliotek", "partiet", "tinget", "venstre", "høyre",
        "kirke", "menighet", "vassverk", "kraft", "energi", "data", "digital", "consulting", "teknologi",
        "systemer",
    ],
)  # fmt: skip
def test_a_word_of_organisations_makes_a_given_name_no_persons(word):
    assert kind_of(f"Ola {word}") == WORD


def test_who_says_so_writes_as_a_private_person():
    for text in (
        "Jeg skriver som privatperson.",
        "Eg er ein innbyggar",
        "Jeg er en privat person her",
    ):
        assert calls_itself_private(text), text
    for text in (
        "Privatpersoner må betale.",
        "som privatpersoner flest",
        "Rom for privatperson",
        "",
    ):
        assert not calls_itself_private(text), text


@pytest.mark.parametrize("name", ["XANDRIEL FJELLTOPP", "XANDRIEL MYR FJELLTOPP"])
def test_a_name_in_capitals_waits_for_a_person_where_nobody_knows_the_given_name(name: str) -> None:
    kind, certainty, _ = kind_of(name)
    assert (kind, certainty) == ("person", Certainty.UNSURE)
    assert kind_of("NVE")[0] == "organisation"
