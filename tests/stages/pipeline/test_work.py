"""The loop: one thing that fails never stops the others, and a person can see what failed."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import IntegrityError

from innspill.pipeline import work
from innspill.pipeline.steps import STEPS, Action, Step
from innspill.shared.errors import Conflict
from innspill.shared.journal import queries as journal
from innspill.stages.publication import queries as publication
from tests.stages.conftest import HandIn

pytestmark = pytest.mark.django_db


def step(do: Action, *things: int) -> Step:
    left = list(things)
    return Step("tried", "things", lambda: left, do)


def test_a_surprise_is_recorded_on_the_thing_and_the_others_go_on() -> None:
    done = []

    def do(thing: int, *, now: datetime) -> None:
        if thing == 2:
            raise ZeroDivisionError("no such luck")
        done.append(thing)

    tried = step(do, 1, 2, 3)
    for thing in tried.things():
        work.run_one(tried, thing)
    assert done == [1, 3]
    (mishap,) = journal.mishaps()
    assert (mishap.step, mishap.thing) == ("tried", 2)
    assert "no such luck" in mishap.what
    assert tried.things() == [1, 3]
    assert tried.waiting() == 3


def test_a_person_can_let_a_step_try_again() -> None:
    def do(thing: int, *, now: datetime) -> None:
        raise ZeroDivisionError

    tried = step(do, 7)
    work.run_one(tried, 7)
    assert work.try_again() == 1
    assert tried.things() == [7]


@pytest.mark.parametrize("error", [Conflict("somebody was first"), IntegrityError("unique")])
def test_who_comes_second_leaves_no_mark(error: Exception) -> None:
    left = [5]

    def do(thing: int, *, now: datetime) -> None:
        left.clear()  # somebody else has done it meanwhile
        raise error

    assert work.run_one(Step("tried", "things", lambda: left, do), 5) is False
    assert journal.mishaps() == []


def test_all_steps_are_done_when_nothing_waits(hand_in: HandIn) -> None:
    hand_in("fjordvik-kommune.docx")
    hand_in("Svar med passord.docx")
    hand_in("vrient.bin", bytes(range(256)) * 40)
    hand_in("tom.txt", b"")
    assert work.run_until_idle() > 0
    assert [each.waiting() for each in STEPS] == [0] * len(STEPS)
    assert journal.mishaps() == []
    sums = publication.ledger()
    assert (sums.deliveries, sums.unprocessed, sums.adds_up) == (4, 0, True)
    assert work.run_until_idle() == 0


def test_the_sums_hold_after_every_single_thing_done(hand_in: HandIn) -> None:
    for name in ("2026-03-02_Skogheim_kommune_administrasjonen.docx", "Vannet vårt 1.eml",
                 "2026-03-11_Skogheim_kommune_vedtatt.docx", "svar fra Ulvdal.zip"):  # fmt: skip
        hand_in(name)
    seen = []
    work.run_until_idle(lambda *_: seen.append(publication.ledger().adds_up))
    assert len(seen) > 10
    assert all(seen)
