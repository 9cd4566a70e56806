"""Phones in words, names on last lines, and lives that are told without any word for illness."""

from __future__ import annotations

import pytest

from innspill.stages.publication.core.personal_data import find
from tests.core.length import costs_its_length

FOUND = (
    ("Ring meg gjerne på nitti ni 41 to to 07.", "nitti ni 41 to to 07", "phone"),
    ("Treffes på 4 6 8 2 1 9 0 5", "4 6 8 2 1 9 0 5", "phone"),
    ("Vegen må stenges.\n\nRonny A. Breivold", "Ronny A. Breivold", "name"),
    ("Eg er imot planen.\n\nSkogsarbeidar Tarald Bjåland", "Tarald Bjåland", "name"),
    ("Mannen min har ikke gått trappen på to år, og vi trenger heisen.", "Mannen min", "health"),
    ("Jeg har sonet min dom og vil bare ha et sted å bo.", "Jeg har sonet min dom", "special"),
)
LEFT = (
    "Vi mener at veien bør legges utenom sentrum.",
    "Kommunen har 9 skoler, 41 barnehager og 22 lekeplasser i 07-sonen.",
    "Eldre med demens trenger ro og faste ansatte.",
    "Straffen for å rive et vernet hus bør økes.",
)


@pytest.mark.parametrize(("text", "words", "kind"), FOUND)
def test_what_is_told_in_odd_ways_is_held_until_somebody_has_looked(
    text: str, words: str, kind: str
) -> None:
    at = text.index(words)
    held = [each for each in find(text, private=True) if each.start <= at < each.end]
    assert kind in {each.kind for each in held}, held


@pytest.mark.parametrize(("place", "is_home"), [("Haugen", True), ("Drammen", False)])
def test_a_farm_after_the_name_of_who_signs_is_a_home_and_a_town_is_none(
    place: str, is_home: bool
) -> None:
    found = find(f"Eg er imot planen.\n\nTarald Bjåland, {place}", private=True)
    assert any(each.kind == "address" for each in found) is is_home


@pytest.mark.parametrize("text", LEFT)
def test_what_is_said_of_the_matter_or_of_people_in_general_is_left(text: str) -> None:
    assert not list(find(text, private=False))


@pytest.mark.parametrize(
    "piece",
    ["\n", "\n ", "underskrift\n", "Signatur:\nKari\n", "ni ", "ni-", "4 ", "to og ", "Ronny A. ", "Ronny\n", "H jørdis ", "han mannen min ",
     "så 4 ", "(4", "A.", "Kari-", "og Kari og "],
)  # fmt: skip
@pytest.mark.parametrize("private", [True, False])
def test_hostile_text_costs_no_more_than_its_length(piece: str, private: bool) -> None:
    assert costs_its_length(lambda text: find(text, private=private), piece)
