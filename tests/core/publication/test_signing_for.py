"""Who signs for a body, leads it or answers for it: noted, and withheld by nobody but a person."""

import pytest

from innspill.stages.publication.core.noting import apart
from innspill.stages.publication.core.personal_data import find
from innspill.stages.publication.core.signing_for import signing_for
from tests.core.length import costs_its_length


def names(text: str) -> list[str]:
    return [text[each.start : each.end] for each in signing_for(text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Vi sier ja.\n\nMed hilsen\nSolvika vel\nKari Moen\nstyreleder", ["Kari Moen"]),
        ("Vi sier ja.\n\nXela Ytterhorn\ndaglig leder", ["Xela Ytterhorn"]),
        ("Hilsen\nStrandheim seilforening v/M. Ulriksen, havnekomiteen", ["M. Ulriksen"]),
        ("Kontaktperson: Live Gran, tlf. 22 33 44 55", ["Live Gran"]),
        ("Leiar Torbjørn Hessevik\nNestleiar Randi Nave", ["Torbjørn Hessevik", "Randi Nave"]),
        ("Styret v/ Xela Ytterhorn og Kari Moen", ["Xela Ytterhorn og Kari Moen"]),
        ("Signatur:\nXela Ytterhorn\nleder i Dyrevernlaget", ["Xela Ytterhorn"]),
        ("Underskrift:\nKari Moen\n", ["Kari Moen"]),
        ("Odd Lie          Turid Ruud", ["Odd Lie", "Turid Ruud"]),
        ("Åse Fjellvang (e.f.)\nkommunedirektør", ["Åse Fjellvang"]),
    ],
)
def test_who_signs_or_answers_for_a_body_is_noted_and_not_found(text, who):
    assert names(text) == who
    assert [each for each in find(text, private=False) if each.kind in {"name", "signature"}] == []


@pytest.mark.parametrize(
    "text",
    [
        "Fiskeoppsynet ved Myra og ved Sykehuset Innlandet støtter planen.",
        "Hilsen\nNorges Bondelag",
        "Nordvest Gjenvinning AS\nOrg.nr. 955 123 987",
        "Representanten Synnøve Garmo (SV) fremmet forslag.",
        "Signatur:\nleder i Dyrevernlaget Poten",
        "Oslo, 3. mars\nBergen, 4. mars",
    ],
)
def test_places_bodies_and_politicians_are_not_noted(text):
    assert names(text) == []


def test_a_list_of_names_that_was_gathered_is_withheld_in_what_a_body_sends():
    lines = ["Kari Moen", "Odd Lie", "Xela Ytterhorn", "Turid Ruud"]
    text = "Underskrifter:\n" + "\n".join(lines)
    found = find(text, private=False)
    covered = "".join(text[each.start : each.end] for each in found)
    assert all(line in covered for line in lines)
    assert list(apart(signing_for(text), found)) == []


@pytest.mark.parametrize(
    "piece",
    ["v/ ", "v/ Kari ", "leder ", "leder i a", "Signatur:\n", "Kari\nleder\n", "Kari   ", "Mvh ", "ved Kari Moen og ",
     "\t", "Kari Moen (", "for a "],
)  # fmt: skip
def test_hostile_signatures_cost_no_more_than_their_length(piece):
    assert costs_its_length(signing_for, piece)
