"""Those who wait for their turn are recorded together, and each has the receipt of its own."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection, connections
from django.test.utils import CaptureQueriesContext

from innspill.pipeline import wiring
from innspill.shared.journal import queries as journal
from innspill.shared.journal import signing
from innspill.shared.journal.verifying import check_receipt
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions, queries
from innspill.stages.intake.actions import recording
from innspill.stages.intake.core.receipt import Receipt
from innspill.stages.intake.models import Delivery, Item
from tests.stages.conftest import NOW, Staff

pytestmark = pytest.mark.django_db(transaction=True)
Slug = str


@pytest.fixture
def slug(staff: Staff, hearing: ConsultationShown) -> Slug:
    """An open hearing."""
    del staff
    return hearing.slug


def sent(slug: Slug | None, key: str, *, version_of: str = "", channel: str = "upload") -> Receipt:
    """One delivery whose only file is its key."""
    return actions.receive(
        consultation_slug=slug, channel=channel, files=[("svar.txt", key.encode())],
        idempotency_key=f"{version_of}{key}", version_of=version_of, now=NOW, store=wiring.store(),
    )  # fmt: skip


def all_at_once(each: list[Callable[[], Receipt]]) -> list[Receipt]:
    """The receipts of all, of which none got its turn before all waited for it."""

    def apart(one: Callable[[], Receipt]) -> Receipt:
        until = time.monotonic() + 20
        try:
            while True:
                try:
                    return one()
                except OperationalError as error:  # a database in memory waits for no lock
                    if "locked" not in str(error) or time.monotonic() > until:
                        raise
                    time.sleep(0.01)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(each)) as hands:
        with recording._turn:
            given = [hands.submit(apart, one) for one in each]
            until = time.monotonic() + 20
            while len(recording._waiting) < len(each) and time.monotonic() < until:
                time.sleep(0.01)
        return [one.result(30) for one in given]


def test_each_of_many_has_its_own_number_and_a_receipt_that_holds(slug: Slug) -> None:
    receipts = all_at_once([lambda k=f"{k}": sent(slug, k) for k in range(12)])  # type: ignore[misc]
    assert sorted(receipt.number for receipt in receipts) == list(range(1, 13))
    for receipt in receipts:
        assert check_receipt(receipt.content, signing.public_key())  # else it raises Fault
        assert queries.by_number(receipt.number).receipt == receipt.content
        kept = Item.objects.filter(delivery__number=receipt.number)
        assert [item.sha256 for item in kept] == [receipt.files[0].sha256]
    assert not journal.check().faults


def test_many_cost_as_many_statements_as_one(slug: Slug) -> None:
    signing.public_key()  # which asks, once, whether there was another
    rows = [_arrived(slug, f"{k}") for k in range(20)]
    with CaptureQueriesContext(connection) as alone:
        recording._record_some(rows[:1])
    with CaptureQueriesContext(connection) as together:
        recording._record_some(rows[1:])
    assert all(row.receipt for row in rows)
    assert len(together) == len(alone)


def test_the_same_sent_twice_at_once_is_one_delivery(slug: Slug) -> None:
    receipts = all_at_once([lambda: sent(slug, "the same")] * 5)
    assert {receipt.number for receipt in receipts} == {1}
    assert Delivery.objects.count() == 1


def test_of_two_versions_of_one_form_the_later_replaces_the_other(slug: Slug) -> None:
    def version(key: str) -> Callable[[], Receipt]:
        return lambda: sent(slug, key, version_of="draft 1 ", channel="web")

    receipts = all_at_once([version("a"), version("b"), version("c")])
    replaced = Delivery.objects.order_by("number").values_list("replaces__number", flat=True)
    assert (len(receipts), list(replaced)) == (3, [None, 1, 2])


def test_what_is_wrong_with_one_is_no_fault_of_the_others(slug: Slug) -> None:
    known = _arrived(slug, "0")
    recording._record_some([known])
    rows = [_arrived(slug, key) for key in ("1", "0", "2")]
    recording._record_some(rows)
    assert [row.receipt and row.receipt.number for row in rows] == [2, None, 3]
    assert type(rows[1].fault).__name__ == "IntegrityError"


def test_without_a_known_hearing_each_lies_in_its_tray(slug: Slug) -> None:
    all_at_once([lambda k=f"{k}": sent(None, k) for k in range(3)] + [lambda: sent(slug, "x")])  # type: ignore[misc]
    assert Delivery.objects.filter(set_aside__reason="unknown-hearing").count() == 3
    assert Delivery.objects.count() == 4


def test_whose_recording_is_broken_off_does_not_wait_without_end(
    slug: Slug, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_several: object) -> None:
        raise KeyboardInterrupt

    rows = [_arrived(slug, key) for key in ("1", "2")]
    monkeypatch.setattr(recording, "_record", stopped)
    with pytest.raises(KeyboardInterrupt):
        recording._record_some(rows)
    assert all(isinstance(row.fault, InterruptedError) for row in rows)
    assert not Delivery.objects.exists()


def _arrived(slug: Slug, key: str) -> recording.Arrived:
    from innspill.stages.consultations import queries as consultations
    from innspill.stages.intake.core.receipt import FileReceived

    file = FileReceived("svar.txt", wiring.store().put(key.encode()), len(key))
    row = Delivery(
        consultation_id=consultations.id_of(slug), channel="upload", received_at=NOW, stored_at=NOW,
        idempotency_key=key,
    )  # fmt: skip
    return recording.Arrived(row, (file,), "")
