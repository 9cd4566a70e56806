"""What may be personal beyond what is found: noted for who reads, and in nobody's way."""

import pytest

from innspill.stages.publication.core.noting import apart, noted_in
from innspill.stages.publication.core.perhaps import perhaps
from innspill.stages.publication.core.personal_data import find
from tests.core.length import costs_its_length

STORY = (
    "Mannen min fikk demens for fire år siden. I januar begynte han å glemme. "
    "Først var det småting. Han la bilnøklene i fryseren.\n"
)


def noted_beyond(text: str, *, private: bool) -> list[str]:
    found = find(text, private=private)
    return [text[each.start : each.end] for each in apart(noted_in(text, private=private), found)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Vi vil ikke ha mer støy. Det sier også Wærnqvist, som har bodd her lengst.", "Wærnqvist"),
        ("Tone på senteret hadde kakao klar. Vi er for forslaget.", "Tone"),
        ("Kirkebakken er 4 m bred. Den er skolevei for 60 barn.", "Kirkebakken"),
        ("Planen skal stoppe ved grensa. Den går ved garden Øvre Kvamme.", "Øvre Kvamme"),
        ("Det var den 4. mai 1951, og det husker bygda.", "4. mai 1951"),
    ],
)
def test_a_private_persons_names_homes_and_old_days_are_noted_where_they_are_not_found(text, word):
    assert any(word in each for each in noted_beyond(text, private=True))


def test_the_rest_of_a_story_is_noted_though_no_word_of_it_is_of_illness():
    noted = " ".join(noted_beyond(STORY, private=True))
    found = find(STORY, private=True)
    told = noted + " ".join(STORY[each.start : each.end] for each in found)
    assert "begynte han å glemme" in told
    assert "bilnøklene i fryseren" in told


@pytest.mark.parametrize(
    "text",
    [
        "Vi støtter forslaget. Lov av 17. juni 2005 nr. 62 gjelder fra 1. januar 2024.",
        "Utbyggingen i Nordmarka og på Grefsen går for fort. Departementet må svare.",
        "Kommunen må legge fram en plan. Ingen busser går etter klokka seks.",
        "Forskriften § 3 er uklar. Helsedirektoratet og Statens vegvesen har ansvaret.",
    ],
)
def test_what_is_said_of_the_matter_is_not_noted(text):
    assert noted_beyond(text, private=True) == []
    assert noted_beyond(text, private=False) == []


def test_what_is_noted_is_unsure_and_who_signs_for_a_body_is_not():
    text = "Laget sier ja. Det mener Aslaug Wærnqvist òg.\n\nMed hilsen\nKari Moen\nleder"
    kinds = {text[each.start : each.end]: each.doubtful for each in noted_in(text, private=False)}
    assert kinds["Kari Moen"] is False
    assert all(doubtful for words, doubtful in kinds.items() if words != "Kari Moen")


@pytest.mark.parametrize(
    "piece", ["Åse-Kåre ", "på gard ", "lov av den ", "1. mai 1951 ", "Kirkebakken ", "(–«", "A. "]
)
@pytest.mark.parametrize("private", [True, False])
def test_hostile_text_costs_no_more_than_its_length(piece, private):
    assert costs_its_length(lambda text: perhaps(text, private=private), piece)
