"""Two of one body at the same instant: one stands, whoever registers first, on any engine."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import OperationalError, connection, connections

from innspill.pipeline import wiring
from innspill.shared.people.models import Owner
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.intake import actions as intake
from innspill.stages.intake import queries as arrived
from innspill.stages.reading import actions as reading
from innspill.stages.register import actions, queries
from innspill.stages.register.models import ResponseSender
from tests.stages.conftest import IN_TIME, NOW, RESPONSES, Staff, staff_at

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*todo: Callable[[], object]) -> None:
    """Does all of it in threads that begin at the same moment; what one raises is raised here."""
    start = threading.Barrier(len(todo))
    raised: list[BaseException] = []

    def run(one: Callable[[], object]) -> None:
        try:
            start.wait(10)
            _until_free(one)
        except BaseException as error:  # noqa: BLE001 - handed to the test
            raised.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(one,)) for one in todo]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    if raised:
        raise raised[0]


def _until_free(one: Callable[[], object]) -> None:
    """Tries again while a database in memory, which waits for no lock, is another's."""
    until = time.monotonic() + 30
    while True:
        try:
            one()
        except OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            connection.close_if_unusable_or_obsolete()
            time.sleep(0.01)
        else:
            return


def received(slug: str, text: str, *, sender: str = "Fjordvik kommune") -> int:
    """A response that was read and not registered; all came at the same instant."""
    receipt = intake.receive(
        consultation_slug=slug, channel="upload", files=[("svar.txt", text.encode())],
        claimed_sender=sender, idempotency_key=f"{text} {sender}", now=IN_TIME,
        store=wiring.store(),
    )  # fmt: skip
    delivery = arrived.by_number(receipt.number).id
    reading.read_next(delivery, read_delivery=wiring.reader(), store=wiring.store(), now=IN_TIME)
    return delivery


def register(delivery: int) -> Callable[[], object]:
    return lambda: actions.register_next(delivery, store=wiring.store(), now=NOW)


@pytest.fixture
def slug() -> str:
    return consultations.load(load(RESPONSES.parent / "consultation.yaml"), now=NOW).slug


@pytest.fixture
def people(slug: str) -> Staff:
    """Those who work for the hearing's owner."""
    return staff_at(Owner.objects.get(consultations__slug=slug))


def stand(slug: str) -> list[str]:
    rows = queries.responses(slug, list(Owner.objects.all()))
    return sorted(row.standing for row in rows)


def test_of_two_registered_at_once_one_stands(slug: str) -> None:
    deliveries = [received(slug, text) for text in ("Vi er enige.", "Vi er uenige.")]
    at_once(*(register(delivery) for delivery in deliveries))
    assert stand(slug) == ["current", "superseded"]
    assert ResponseSender.objects.filter(lead=True).count() == 1
    numbers = [row.number for row in queries.responses(slug, list(Owner.objects.all()))]
    assert numbers == [1, 2]


def test_the_same_bytes_at_once_are_one_response(slug: str) -> None:
    text = "Vi er enige i alt."
    deliveries = [received(slug, text), received_again(slug, text)]
    at_once(*(register(delivery) for delivery in deliveries))
    assert stand(slug) == ["current"]


def received_again(slug: str, text: str) -> int:
    receipt = intake.receive(
        consultation_slug=slug, channel="upload", files=[("svar.txt", text.encode())],
        claimed_sender="Fjordvik kommune", idempotency_key="again", now=IN_TIME + timedelta(1),
        store=wiring.store(),
    )  # fmt: skip
    delivery = arrived.by_number(receipt.number).id
    reading.read_next(delivery, read_delivery=wiring.reader(), store=wiring.store(), now=IN_TIME)
    return delivery


def test_a_new_version_while_another_is_settled_and_withdrawn_ends_with_one_standing(
    slug: str, people: Staff
) -> None:
    first = received(slug, "Vi er enige.", sender="Granmo kommune")
    actions.register_next(first, store=wiring.store(), now=NOW)
    (row,) = queries.responses(slug, list(Owner.objects.all()))
    second = received(slug, "Vi er uenige.")
    names = ["Fjordvik kommune"]
    at_once(
        register(second),
        lambda: actions.settle_sender(row.id, names=names, by=people.caseworker, now=NOW),
    )
    assert stand(slug) == ["current", "superseded"]
    third = received(slug, "Vi vil vente.")
    current = next(
        each for each in queries.responses(slug, list(Owner.objects.all()))
        if each.standing == "current"
    )  # fmt: skip
    at_once(
        register(third),
        lambda: actions.withdraw(current.id, reason="", by=people.lead, now=NOW),
    )
    assert stand(slug) == ["current", "superseded", "withdrawn"]
