"""Who no list of names knows, named once more, and where they live and were born, in bodies' texts."""

import pytest

from innspill.stages.publication.core.personal_data import find
from tests.core.length import costs_its_length

from .finding import found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Priyanka Ramanathan came from Chennai in 2021.", ["Priyanka Ramanathan"]),
        ("Vi viser til brevet fra Xela Ytterhorn, pensjonert lærer.", ["Xela Ytterhorn"]),
        ("Grunneier Sjurd Vøllo har solgt.", ["Sjurd Vøllo"]),
        ("Saken gjelder Bjerkeseths tomt. Brodtkorb protesterte.", ["Bjerkeseths", "Brodtkorb"]),
        ("Til det sa Høydalsvik at veien er smal. Høydalsvik sitt framlegg falt.", ["Høydalsvik"] * 2),
        ("«Veronica», 34, har leilighet.", []),
        ('"Veronica, 34. Jeg har leilighet."', ["Veronica"]),
        ("Naboene Hopstock i nr. 3, Wærnhus i nr. 5 og Lien er enige.", ["Hopstock", "Wærnhus", "Lien"]),
    ],
)  # fmt: skip
def test_whom_no_list_knows_is_told_by_what_only_persons_do_are_or_own(text, names):
    assert found(text, "name") == names


@pytest.mark.parametrize(
    "text",
    [
        "Rektor Ås sa nei.",
        "Grensen på 40 dB om natten er grei.",
        "Planbeskrivelsen sier at staten betaler.",
        "Nordvind Kraft eier fire verk.",
        "Ordfører Mona Fjellheim la fram saken. Fjellheims forslag falt.",
        "Representanten Mona Fjellheim (H) talte. Fjellheims forslag falt.",
        "Trondheim, 30. oktober 2022",
        "Skal Fjellvik kommune sende brev?",
    ],
)
def test_offices_bodies_places_and_bent_words_do_nothing_that_only_persons_do(text):
    assert found(text, "name") == []


def test_who_was_named_in_full_is_asked_about_again_in_a_private_persons_text_too():
    text = "Til stede: Pawel Zielinski, Kari Moen. Zielinski, som eier, er enig.\n\nHilsen\nOdd Brodtkorb"
    assert found(text, "name", private=True)[-2:] == ["Zielinski", "Odd Brodtkorb"]


@pytest.mark.parametrize(
    ("text", "homes", "births"),
    [
        ("Marit Moen i Tinghuslinna 212, 2760 Brandbu, er enke.", ["Tinghuslinna 212, 2760 Brandbu"], []),
        ("Kari Moen bor nå i Myrullveien 4. Hun er enig.", ["Myrullveien 4"], []),
        ("Han er 74 og bur i Tveitovegen 130.", ["Tveitovegen 130"], []),
        ("Moen, Kari    02.05.1968\nSørås, T. A.   30.01.1990\n", [], ["02.05.1968", "30.01.1990"]),
        ("Moen, Kari 02.05.1968 Kløverstien 7, 3919 Porsgrunn", ["Kløverstien 7, 3919 Porsgrunn"], ["02.05.1968"]),
        ("Moen, Kari   911 30 774   Nedre Brekkegata 12 B, 5745 Aurland", ["Nedre Brekkegata 12 B, 5745 Aurland"], []),
        ("Storgata 4, 0155 Oslo\n\nLoven av 18.06.1965 gjelder Kalvøyveien 18.", [], []),
        ("En bruker i Strandveien får kort. Møtet var i Ringgata 48.", [], []),
    ],
)  # fmt: skip
def test_in_a_bodys_text_homes_and_births_are_asked_about_beside_who_is_named(text, homes, births):
    assert found(text, "address") == homes
    assert found(text, "birth-date") == births


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("1. TORE ALVESTAD       Ukjent\n2. MOHAMED A. WARSAME  Ukjent\n", "name", ["TORE ALVESTAD", "MOHAMED A. WARSAME"]),
        ("Navn:  WILHELMSEN, EGIL ARNT\n", "name", ["WILHELMSEN, EGIL ARNT"]),
        ("Vi er beboere i Lillebyveien og Møllestien.", "address", ["Lillebyveien", "Møllestien"]),
        ("Eg bur i det gule huset på Hestneset.", "address", ["Hestneset"]),
        ("Garden vår heiter Kjøsnes og er gammal.", "address", ["Kjøsnes"]),
        ("Jeg fyller 80 den 14. februar 2026 hjemme.", "birth-date", ["14. februar 2026"]),
    ],
)  # fmt: skip
def test_tables_in_great_letters_roads_lived_in_and_birthdays_of_private_persons_are_found(
    text, kind, words
):
    assert found(text, kind, private=True) == words


@pytest.mark.parametrize(
    "piece",
    ["Kari Moen bor i ", "Kari Moen, 02.05.1968 ", "bor i Svingen 1 ", "Moen, Kari  0", "Xa Ya sa ", "Xas tomt ",
     "naboene X, Y og ", "Kari Moen i nr. 3, ", "Moen, K. K. ", "Kari Moen som bor som bor "],
)  # fmt: skip
@pytest.mark.parametrize("private", [True, False])
def test_hostile_names_and_homes_cost_no_more_than_their_length(piece, private):
    assert costs_its_length(lambda text: find(text, private=private), piece)
