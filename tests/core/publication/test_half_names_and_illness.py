"""Persons named by half a name, illness told in half a sentence, and addresses that were misread."""

import pytest

from innspill.shared.words.family_names import FAMILY, SONS
from innspill.shared.words.given_names import DOUBLE, GIVEN, THINGS
from innspill.stages.publication.core.personal_data import find
from tests.core.length import costs_its_length


def found(text, kind, *, private):
    """The words of `text` that are withheld as `kind`."""
    return [text[e.start : e.end] for e in find(text, private=private) if e.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bente ba om å få det protokollert.", ["Bente"]),
        ("Ho Gunnvor på 91 går tur her.", ["Gunnvor"]),
        ("Traseen går over bruka til Arne, Inger-Johanne og Sjur.", ["Arne", "Inger-Johanne og Sjur"]),
        ("Til stede: Jostein, Terje (kom 19.30), havnesjef Odd.", ["Jostein", "Terje"]),
        ("Mindretalet (Bråten og Lillesund) ville vente.", ["Bråten", "Lillesund"]),
        ("Det var Olav Brekke som ordna samband.", ["Olav Brekke"]),
        ("Brevet frå enkefru Nesheim er datert 1951.", ["Nesheim"]),
        ("Sjå til Hauge sitt brev.", ["Hauge"]),
        ("Martinsen mener at dette er feil.", ["Martinsen"]),
        ("Odd mener at dette er feil.", ["Odd"]),
        ("Vesle Tor (7) går denne vegen.", ["Tor"]),
    ],
)  # fmt: skip
def test_half_a_name_is_a_name_in_what_a_body_wrote(text, names):
    assert found(text, "name", private=False) == names


@pytest.mark.parametrize(
    "text",
    [
        "Med vennlig hilsen\nKari Moen\nrådgiver",
        "Saksbehandler/telefon: Jostein Aas",
        "mvh Rolf, daglig leder",
        "Planleggjar Ida frå kommunen orienterte.",
        "Representanten Solberg (H) la fram forslaget.",
        "Etter ekstremvêret «Gyda» var nettet borte.",
        "Ifølge Hansen (2019) er dette dyrt.",
        "Hansen Kjøtt AS er imot.",
        "Endre § 3. Even om kort tid. Ask og storm.",
        "Storm er meldt. Mark og eng må vernes.",
        "Vi er medlem av Apotekforeningen.",
        "Naturvernforbundet i Fjordvik og Strandheim",
        "Veien går forbi Hauge og Bakken.",
        "Kommunen bruker tjenester hos Digdir.",
    ],
)
def test_who_has_an_office_and_what_is_a_place_a_storm_or_a_word_is_left(text):
    assert found(text, "name", private=False) == []


def test_a_name_in_great_letters_on_a_line_of_its_own_is_seen_in_a_private_persons_text():
    assert found("Nei takk.\n\nMAGNAR\n", "name", private=True) == ["MAGNAR"]
    assert found("Nei takk.\n\nVEDLEGG\n", "name", private=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "Forfall: Rune (lungebetennelse).",
        "E-post sidan rådmannen er sjuk og fristen er i dag.",
        "Ein elev hos oss fekk diabetes i fjor.",
        "Ho braut lårhalsen i fjor haust.",
        "Det er fordi eg er sjuk.",
    ],
)
def test_illness_of_one_person_is_seen_in_what_a_body_wrote(text):
    assert [each.kind for each in find(text, private=False) if each.doubtful] == ["health"]


@pytest.mark.parametrize(
    "text",
    [
        "Sønnen vår på 7 (født 14.05.2018) har en muskelsykdom og sitter i rullestol.",
        "Ein elev av meg ble påkjørt på Rv 15\nog har aldri blitt seg sjøl igjen.",
        "Eg skriv på maskin for øynene er ikkje det dei var.",
        "Har hatt vond rygg siden 2019.",
        "Dattera mi fekk hjernerysting på skulen.",
        "Mor bor på sykehjem i Strandgata.",
        "Eg får ikkje sove om natta av støyen.",
    ],
)
def test_illness_in_plain_words_is_seen_in_a_private_persons_text(text):
    withheld = found(text, "health", private=True)
    assert [each.strip() for each in withheld] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Pasienten må få vite at han kan klage på diagnosen.",
        "Vi mener at personer med diabetes må få hjelp.",
        "Sykkelveien er dårlig. Prisene falt i fjor.",
        "Det må vere klart kven som eig han.",
        "Vi har funne rom for alle.",
    ],
)
def test_illness_of_anybody_and_words_like_it_are_left_in_what_a_body_wrote(text):
    assert find(text, private=False) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Skriv til ola.nordmannQfylke.no i dag",
        "Skriv til siv.strandØfirma.no i dag",
        "Skriv til bente.hansenskole.example i dag",
        "E-post: kariOnordfjord.no",
        "E-post: kari.moen|firma.no",
    ],
)
@pytest.mark.parametrize("private", [True, False])
def test_an_address_whose_sign_was_misread_is_found_by_its_place(text, private):
    assert len(found(text, "email", private=private)) == 1


@pytest.mark.parametrize(
    "text",
    ["Se www.kommune.no og FAQ.no.", "E-post: www.fylke.no", "post©kommune.no", "E-post: postOfylke.no",
     "Snåsa.kommune.no", "live.nrk.no"],
)  # fmt: skip
def test_a_host_and_a_bodys_general_address_are_no_persons_address(text):
    assert found(text, "email", private=False) == []


def test_the_lists_of_names_are_long_and_do_not_take_words_for_names():
    assert len(GIVEN - DOUBLE) >= 1500
    assert len(FAMILY) >= 1000
    assert {"Endre", "August", "Storm", "Hans", "Inga", "Kai", "Myra"} <= DOUBLE
    assert not THINGS & SONS
    assert all(name.endswith(("sen", "son", "zen", "ssøn")) for name in SONS)
    assert {"Bente", "Gunnvor", "Máret", "Ánte", "Fadumo", "Krzysztof", "Oleksandr"} <= GIVEN


@pytest.mark.parametrize(
    "piece",
    ["Ho Kari ", "Til stede: Kari, ", "medlem (Kari og ", "e-post: aO", "kari.a", "kne er ikke ", "Kari\n", "MAGNAR\n",
     ". ", "\n ", "bruka til Arne, ", "aØ", "ein elev på 1 "],
)  # fmt: skip
@pytest.mark.parametrize("private", [True, False])
def test_hostile_text_of_half_names_and_illness_costs_no_more_than_its_length(piece, private):
    assert costs_its_length(lambda text: find(text, private=private), piece)
