"""Senders on no list, as they are registered with a copy of Enhetsregisteret at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from innspill.pipeline import wiring
from innspill.shared.ports import UnitFound
from innspill.stages.intake import queries as arrived
from innspill.stages.reading import actions as reading
from innspill.stages.register import actions, queries
from tests.stages.conftest import NOW, HandIn
from tests.stages.register.conftest import Rows

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class FewUnits:
    """A register of a handful of units, found by their very name."""

    units: tuple[UnitFound, ...]

    def named(self, name: str, *, most: int = 8) -> Sequence[UnitFound]:
        return [unit for unit in self.units if unit.name.casefold() == name.casefold()][:most]

    def numbered(self, number: str) -> UnitFound | None:
        return next((unit for unit in self.units if unit.number == number), None)


UNITS = FewUnits((
    UnitFound("974760673", "Vannlaget i dalen", form="FLI"),
    UnitFound("123456785", "Storhamn Rør", form="AS"),
    UnitFound("999999999", "Kari Nordmann", form="ENK"),
))  # fmt: skip


def registered(hand_in: HandIn, sender: str) -> None:
    receipt = hand_in("svar.txt", f"Vi er enige. {sender}".encode(), sender=sender)
    delivery = arrived.by_number(receipt.number).id
    reading.read_next(delivery, read_delivery=wiring.reader(), store=wiring.store(), now=NOW)
    actions.register_next(delivery, store=wiring.store(), now=NOW, units=UNITS)


def test_one_unit_that_is_meant_for_sure_gives_its_number(hand_in: HandIn, rows: Rows) -> None:
    registered(hand_in, "Vannlaget i dalen")
    (sender,) = rows()[0].senders
    assert (sender.number, sender.kind) == ("974760673", "organisation")
    assert "is in Enhetsregisteret" in sender.grounds


def test_a_name_that_might_be_a_person_s_is_an_organisation_s_there(
    hand_in: HandIn, rows: Rows
) -> None:
    registered(hand_in, "Storhamn Rør")
    (sender,) = rows()[0].senders
    assert (sender.number, sender.kind) == ("123456785", "organisation")
    assert rows()[0].sender_is_sure


def test_a_person_with_a_firm_of_her_own_stays_a_person(hand_in: HandIn, rows: Rows) -> None:
    registered(hand_in, "Kari Nordmann")
    (sender,) = rows()[0].senders
    assert (sender.number, sender.kind) == ("", "person")


def test_an_invited_body_is_not_looked_up(hand_in: HandIn, rows: Rows) -> None:
    registered(hand_in, "Fjordvik kommune")
    assert "is in Enhetsregisteret" not in rows()[0].senders[0].grounds


def test_units_are_among_the_candidates(hand_in: HandIn, rows: Rows) -> None:
    registered(hand_in, "Vannlaget i dalen")
    (first, *_) = queries.candidates(rows()[0].id, UNITS)
    assert (first.name, first.number) == ("Vannlaget i dalen", "974760673")
