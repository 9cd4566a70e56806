"""Figures of counts: right values, and intervals that come from drawing answers."""

from __future__ import annotations

import pytest
from evaluation.measuring.figures import classed, crossed, figure, tally
from sklearn.metrics import cohen_kappa_score, f1_score, normalized_mutual_info_score

TRUE = [*"aaaaaabbbbbbbcccccc"]
SAID = [*"aaabcabbbabbbcccacx"]


def test_f1_and_share_are_of_the_sums_not_the_mean_of_answers() -> None:
    assert figure([tally("", "f1", [(1, 1, 1), (0, 3, 9)])]).value == pytest.approx(2 / 14)
    assert figure([tally("", "share", [(1, 1), (1, 9)])]).value == pytest.approx(0.2)


def test_macro_f1_is_as_scikit_learn_has_it() -> None:
    row = classed("abc", zip(TRUE, SAID, strict=True))
    expected = f1_score(TRUE, SAID, average="macro", labels=["a", "b", "c"])
    assert figure([tally("", "macro", [row])]).value == pytest.approx(expected)


def test_a_class_that_is_all_but_absent_has_no_part_in_a_macro_mean() -> None:
    row = classed("abd", [("a", "a")] * 5 + [("b", "b")] * 5 + [("d", "a")])
    assert figure([tally("", "macro", [row])]).value == pytest.approx((10 / 11 + 1) / 2)


def test_kappa_and_mutual_information_are_as_scikit_learn_has_them() -> None:
    row = crossed("abcx", zip(TRUE, SAID, strict=True))
    kappa, nmi = (figure([tally("", how, [row], (4, 4))]).value for how in ("kappa", "nmi"))
    assert kappa == pytest.approx(cohen_kappa_score(TRUE, SAID))
    assert nmi == pytest.approx(normalized_mutual_info_score(TRUE, SAID))


def test_the_interval_is_of_answers_drawn_and_not_of_comments() -> None:
    together = figure([tally("", "share", [(20, 20), (0, 20)])])
    apart = figure([tally("", "share", [(1, 1)] * 20 + [(0, 1)] * 20)])
    assert (together.low, together.high) == (0, 1)
    assert 0.3 < apart.low < 0.5 < apart.high < 0.7


def test_hearings_put_together_are_counted_as_one() -> None:
    one, other = tally("", "share", [(1, 1)]), tally("", "share", [(0, 3)])
    assert figure([one, other]).value == 0.25
    assert figure([one, other]).cases == 4
