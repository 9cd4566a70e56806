"""Two who decide at the same instant, on any engine: one stands, and both texts are kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from innspill.stages.deciding import actions, queries
from innspill.stages.deciding.core.values import Decided, Target
from tests.stages.conftest import NOW
from tests.stages.register.test_at_once import at_once

from .conftest import OWN, build

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_at_the_same_instant_one_stands_and_the_other_waits() -> None:
    case = build()
    row, free = case.row(OWN[0]), case.row(OWN[1])
    done: list[Decided] = []

    def say(reason: str, who: str, *targets: Target) -> Callable[[], object]:
        by = getattr(case.staff, who)
        return lambda: done.append(
            actions.decide(
                case.id, dict.fromkeys(targets), outcome="noted", reason=reason, by=by, now=NOW
            )
        )

    at_once(
        say("Den ene.", "caseworker", row.target),
        say("Den andre.", "lead", row.target, free.target),
    )
    assert sorted(len(each.lost) for each in done) == [0, 1]
    shown = queries.target_shown(case.id, row.target)
    assert shown.word is not None
    assert {shown.word.reason, *(each.reason for each in shown.waiting)} == {
        "Den ene.",
        "Den andre.",
    }
    assert len(shown.waiting) == 1
    assert case.row(OWN[1]).disposition is not None
