"""The judge of docs/peers.md is fair, and Innspill keeps every technique that stands in it."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from tests.conftest import ROOT

sys.path.append(str(ROOT / "benchmarks"))

from table_of_peers import ours
from word_kinds import KINDS, Kind
from word_ticks import BETWEEN, CONFLICT, PATTERN, TECHNIQUES, Technique, judge, label_of


def output(sign: Callable[[bool, int], str], *, inverted: bool = False) -> str:
    """What a reader might give out that writes `sign` for a state and a question."""
    return f" {BETWEEN} ".join(
        f"{sign(bool(ticked) != inverted, question)} {label_of(question, at)}"
        for question, pattern in enumerate(PATTERN)
        for at, ticked in enumerate(pattern)
    )


@pytest.mark.parametrize(
    ("sign", "verdict"),
    [
        (lambda ticked, _: "☒" if ticked else "☐", "kept"),
        (lambda ticked, _: "- [x]" if ticked else "-", "kept"),
        (lambda ticked, _: "\uf0fe" if ticked else "\uf0a8", "raw"),
        (lambda ticked, _: "&#x00FE;" if ticked else "&#x00A8;", "raw"),
        (lambda ticked, _: "☒" if ticked else "--checkbox failed--", "as an error"),
        (lambda ticked, _: "", "lost"),
        (lambda ticked, question: "☒" if ticked and question == 0 else "☐", "3 of 30"),
        (lambda ticked, question: "☒" if ticked == (question < 2) else "☐", "0 of 30"),
    ],
)
def test_a_tick_is_kept_only_where_one_rule_tells_all_of_them(
    sign: Callable[[bool, int], str], verdict: str
) -> None:
    assert judge(output(sign), output(sign, inverted=True)) == verdict


def test_an_option_that_is_not_given_out_is_not_told() -> None:
    assert judge("☒ Jaa", "☐ Jaa") == "2 of 30"


@pytest.mark.parametrize("technique", TECHNIQUES, ids=lambda technique: technique.name)
def test_no_technique_of_ticking_is_lost(technique: Technique) -> None:
    first, inverted = technique.form(), technique.form(inverted=True)
    assert first == technique.form()
    assert judge(ours(first), ours(inverted)) == "kept"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_kind_of_text_is_lost_or_doubled(kind: Kind) -> None:
    assert kind.judge(ours(kind.document)) == "kept"


def test_a_state_that_its_sign_denies_is_a_tick() -> None:
    assert ours(CONFLICT.form()) != ours(CONFLICT.form(inverted=True))
