"""What is sent together, and what it costs."""

from __future__ import annotations

from decimal import Decimal

import pytest

from innspill.shared.errors import BadInput
from innspill.stages.analysis.core.model.batches import (
    LONGEST,
    MOST_CHARACTERS,
    MOST_COMMENTS,
    Price,
    batches_of,
    estimate,
    price_of,
    theme_batches,
    tokens_of,
)
from innspill.stages.analysis.core.model.prompts import about_comments
from innspill.stages.analysis.core.model.values import About, Asked, ThemeAsked

ABOUT = About("Høring", {"1": "Støttes målet?"}, "nb")


def comment(key: int, text: str = "Vi støtter.") -> Asked:
    return Asked(f"k{key}", text, "1")


def test_two_responses_never_share_a_call_so_that_one_cannot_steer_the_other() -> None:
    rows = [("a", comment(1)), ("a", comment(2)), ("b", comment(3)), ("c", comment(4))]
    assert [[each.key for each in batch] for batch in batches_of(rows)] == [
        ["k1", "k2"],
        ["k3"],
        ["k4"],
    ]


def test_a_call_holds_so_many_comments_and_so_much_text() -> None:
    many = list(batches_of(("a", comment(key)) for key in range(30)))
    assert [len(batch) for batch in many] == [MOST_COMMENTS, MOST_COMMENTS, 30 - 2 * MOST_COMMENTS]
    long = list(batches_of(("a", comment(key, "x" * 5000)) for key in range(3)))
    assert all(sum(len(each.text) for each in batch) <= MOST_CHARACTERS for batch in long)
    assert [each.key for batch in long for each in batch] == ["k0", "k1", "k2"]


def test_the_estimate_is_the_sum_of_what_would_be_sent() -> None:
    rows = [("a", comment(1)), ("b", comment(2)), ("b", comment(3, "x" * (LONGEST + 1)))]
    found = estimate(ABOUT, rows, [])
    sent = [tokens_of(about_comments(ABOUT, [each])) for each in (comment(1), comment(2))]
    assert (found.comments, found.too_long, found.calls) == (2, 1, 2)
    assert found.tokens_in == sum(sent)
    assert found.tokens_out > 0
    assert estimate(ABOUT, [], []).is_empty


def test_themes_are_asked_about_a_few_at_a_time() -> None:
    themes = [ThemeAsked(str(key), ("Vi støtter.",), ("1",)) for key in range(10)]
    assert [len(batch) for batch in theme_batches(themes)] == [8, 2]
    assert estimate(ABOUT, [], themes).calls == 2


def test_what_it_costs_is_rounded_up_and_never_by_floating_point() -> None:
    price = price_of("0.15/0.60 USD")
    assert price == Price(Decimal("0.15"), Decimal("0.60"), "USD")
    assert price.of(1_000_000, 1_000_000) == Decimal("0.75")
    assert price.of(1, 0) == Decimal("0.001")
    assert price_of("").of(10**9, 10**9) == 0


@pytest.mark.parametrize(
    "said", ["0.15", "0.15/0.60", "a/b USD", "-1/2 USD", "1/2 kroner", "1/2 USD\n3"]
)
def test_a_price_that_is_none_is_refused(said: str) -> None:
    with pytest.raises(BadInput, match="INNSPILL_MODEL_PRICE"):
        price_of(said)
