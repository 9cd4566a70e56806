"""Reasons that are offered: the nearest first, each once."""

from __future__ import annotations

from datetime import UTC, datetime

from innspill.stages.deciding.core.suggesting import Candidate, Near, nearness, suggested
from innspill.stages.deciding.core.values import DispositionShown


def candidate(
    number: int, reason: str, near: Near, *, same: bool = False, outcome: str = "noted"
) -> Candidate:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    return Candidate(DispositionShown(outcome, reason, "a", at, id=number), number, near, same)


def test_the_nearest_comes_first_then_the_same_stance_then_the_most_used() -> None:
    found = suggested([
        candidate(1, "tema", "theme"), candidate(2, "sted", "place"),
        candidate(3, "lik", "like"), candidate(4, "tema, samme", "theme", same=True),
        candidate(5, "sted to", "place"), candidate(6, "sted to", "place"),
    ])  # fmt: skip
    assert [each.said.reason for each in found] == ["lik", "sted to", "sted", "tema, samme"]
    assert [each.times for each in found] == [1, 2, 1, 1]


def test_each_reason_is_offered_once_and_none_without_words() -> None:
    found = suggested([
        candidate(1, "Fordi.", "theme"), candidate(2, "Fordi.", "like"),
        candidate(3, "Fordi.", "like", outcome="followed"), candidate(4, "", "like"),
    ])  # fmt: skip
    assert [(each.said.outcome, each.comment_id, each.near) for each in found] == [
        ("noted", 2, "like"), ("followed", 3, "like"),
    ]  # fmt: skip


def test_comments_with_nothing_in_common_are_not_near() -> None:
    assert nearness(like=False, themes=False, places=False) is None
    assert nearness(like=False, themes=True, places=True) == "theme-and-place"
    assert nearness(like=True, themes=False, places=False) == "like"
