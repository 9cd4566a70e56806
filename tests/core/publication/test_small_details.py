"""Addresses, accounts and names in the small forms that private persons write them in."""

from __future__ import annotations

import pytest

from innspill.stages.publication.core.personal_data import find

WITHHELD = (
    ("Helsing\nOddbjørn Haugland\nØvste Myra, 6999 Rissdal", "Øvste Myra, 6999 Rissdal", "address"),
    ("Hilsen Solveig Bakken Ness, Nedre Lund 3", "Nedre Lund 3", "address"),
    (
        "Roar Moe\nTussebekken 31, Østmyr roar@lokalpost.example",
        "Tussebekken 31, Østmyr",
        "address",
    ),
    ("Politiet kom da jeg bodde i Solvegen med barna.", "Solvegen", "address"),
    (
        "Kontonummer for reisen til møtet 12. mars, som dere ba om: 4202 55 18907",
        "4202 55 18907",
        "account",
    ),
    ("Takk for oss.\nmvh vegard", "vegard", "name"),
)
LEFT = (
    "Tiltak 3, Sikkerhet\nVi støtter tiltaket.",
    "Solvegen bør stenges.",
    "mvh styret",
    "Regnskapet viser konto 4202 og 55 18907 kroner.",
)


@pytest.mark.parametrize(("text", "words", "kind"), WITHHELD)
def test_what_a_private_person_writes_of_home_account_and_name_is_withheld(
    text: str, words: str, kind: str
) -> None:
    assert (words, kind) in {
        (text[each.start : each.end], each.kind) for each in find(text, private=True)
    }


@pytest.mark.parametrize("text", LEFT)
def test_what_only_looks_like_it_is_left(text: str) -> None:
    assert find(text, private=True) == ()
