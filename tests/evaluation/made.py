"""Small answers with labels, made for the scorers' tests."""

from __future__ import annotations

from typing import Any

from evaluation.answers import Written, parse
from evaluation.labels import Labels, resolve
from evaluation.measuring.figures import Tally, figure
from evaluation.measuring.pairs import Pair

TEXT = """id: x01
sender: Nordlia vel
kind: velforening
language: nb
private: yes
---
[general]
Vi viser til høringen.

Turveien er bra. Kommunen bør kartlegge bekkene før vedtak, jf. pbl. § 11-9. Ring 41 23 45 67.

[question 1: yes]
Skolen må bli liggende.

[question 2: none]
"""
RAW: dict[str, Any] = {
    "id": "x01",
    "whole": "reservations",
    "segments": [
        {"at": "g0", "kind": "reference"},
        {"at": "g1", "kind": "comment", "stance": "supports", "links": ["chapter 2"], "themes": ["sti"]},
        {
            "at": "g1", "from": "Kommunen bør kartlegge", "kind": "comment", "stance": "reservations",
            "links": ["section 3", "chapter 2"], "themes": ["flom", "sti"],
            "proposals": [
                {"quote": "Kommunen bør kartlegge bekkene før vedtak", "actor": "Kommunen",
                 "object": "bekkene", "deadline": "før vedtak", "funding": "", "wording": ""}
            ],
        },
        {"at": "q1", "kind": "comment", "stance": "opposes", "links": [], "themes": ["skole"]},
    ],
    "answers": {"1": {"stance": "reservations", "disagrees": True}, "2": {"stance": "no-comment"}},
    "mentions": [{"quote": "pbl. § 11-9", "kind": "law"}, {"quote": "pbl.", "kind": "abbreviation"}],
    "personal": [{"quote": "41 23 45 67", "kind": "phone"}],
}  # fmt: skip
EMPTY = Labels(segments=())


def written() -> Written:
    return parse(TEXT, "x01")


def truth() -> Labels:
    return resolve(RAW, written())


def perfect() -> list[Pair]:
    return [Pair(written(), truth(), truth())]


def nothing_said() -> list[Pair]:
    return [Pair(written(), truth(), EMPTY)]


def values(tallies: list[Tally]) -> dict[str, float]:
    """Each measure that has a true case, by name."""
    figures = [figure([each]) for each in tallies]
    return {each.name: each.value for each in figures if each.cases}
