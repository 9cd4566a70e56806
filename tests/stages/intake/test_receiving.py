"""Receiving: bytes first, one transaction, a receipt after it; nothing is refused or lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import DatabaseError, transaction

from innspill.pipeline import wiring
from innspill.shared.errors import BadInput
from innspill.shared.values import Sha256, sha256_of
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions, queries
from innspill.stages.intake.models import Delivery, Item
from tests.stages.conftest import NOW, RESPONSES, HandIn, Staff

pytestmark = pytest.mark.django_db


class FullDisk:
    """A byte store on a disk that is full."""

    def put(self, data: bytes) -> Sha256:
        raise OSError(28, "No space left on device")

    def get(self, sha256: Sha256) -> bytes:
        raise KeyError(sha256)


def test_the_bytes_are_kept_exactly_and_the_receipt_says_which(hand_in: HandIn) -> None:
    data = b"From: a\r\n\r\nnot\xff utf-8 \x00"
    receipt = hand_in("rar fil.eml", data)
    assert receipt.files[0].sha256 == sha256_of(data)
    assert wiring.store().get(receipt.files[0].sha256) == data


def test_deliveries_are_numbered_without_gaps(hand_in: HandIn) -> None:
    assert [hand_in(f"{i}.txt", b"hei").number for i in range(4)] == [1, 2, 3, 4]


def test_without_durable_bytes_there_is_no_delivery_and_no_receipt(
    hearing: ConsultationShown,
) -> None:
    with pytest.raises(OSError, match="No space"):
        actions.receive(
            consultation_slug=hearing.slug, channel="upload", files=[("a.txt", b"hei")],
            idempotency_key="k", now=NOW, store=FullDisk(),
        )  # fmt: skip
    assert not Delivery.objects.exists()


def test_a_transaction_that_dies_leaves_nothing_and_the_next_try_gets_the_same_number(
    hand_in: HandIn,
) -> None:
    with transaction.atomic():
        lost = hand_in("a.txt", b"hei")
        transaction.set_rollback(True)
    assert not Delivery.objects.exists()
    again = hand_in("a.txt", b"hei")
    assert again.number == lost.number
    assert wiring.store().get(again.files[0].sha256) == b"hei"


def test_sending_the_same_again_gives_the_same_receipt(hand_in: HandIn) -> None:
    first = hand_in("a.txt", b"hei", key="form-1")
    assert hand_in("a.txt", b"hei", key="form-1") == first
    assert Delivery.objects.count() == 1


def test_the_same_form_with_another_file_is_a_delivery_of_its_own(hand_in: HandIn) -> None:
    first = hand_in("a.txt", b"hei", key="form-1")
    second = hand_in("a.txt", b"hei igjen", key="form-1")
    assert (first.number, second.number) == (1, 2)


def test_the_same_bytes_from_two_senders_are_two_deliveries(hand_in: HandIn) -> None:
    assert hand_in("a.txt", b"hei", sender="A").number == 1
    assert hand_in("a.txt", b"hei", sender="B").number == 2


def test_what_names_no_known_hearing_is_stored_numbered_and_seen(
    hand_in: HandIn, staff: Staff
) -> None:
    from innspill.shared.people.queries import owners_of

    receipt = hand_in("a.txt", b"hei", slug="finnes-ikke")
    shown = queries.delivery(receipt.number, owners_of(staff.reader))
    assert shown is not None
    assert shown.set_aside is not None
    assert (shown.set_aside.reason, shown.asked_for) == ("unknown-hearing", "finnes-ikke")


def test_a_late_response_is_taken_like_any_other(hand_in: HandIn) -> None:
    assert hand_in("a.txt", b"hei", days=400).number == 1


def test_odd_names_are_kept_as_far_as_a_database_can(hand_in: HandIn) -> None:
    receipt = hand_in("../../etc/passwd\x00" + "å" * 400, b"hei")
    assert receipt.files[0].name.startswith("../../etc/passwdå")
    assert len(receipt.files[0].name) == 300


def test_no_file_is_nothing_to_receive(hearing: ConsultationShown) -> None:
    with pytest.raises(BadInput):
        actions.receive(
            consultation_slug=hearing.slug, channel="upload", files=[],
            idempotency_key="k", now=NOW, store=wiring.store(),
        )  # fmt: skip


def test_the_database_refuses_to_change_what_arrived(hand_in: HandIn) -> None:
    hand_in("a.txt", b"hei")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Item.objects.update(sha256="0" * 64)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Delivery.objects.update(claimed_sender="somebody else")


def test_a_folder_is_taken_in_once_however_often_it_is_asked(
    hearing: ConsultationShown, home: Path
) -> None:
    from innspill.pipeline import folder

    def take_in() -> list[int]:
        taken = folder.take_in(
            RESPONSES, consultation_slug=hearing.slug, now=NOW, store=wiring.store()
        )
        return [receipt.number for receipt in taken.receipts]

    first = take_in()
    assert first == list(range(1, len(first) + 1))
    assert take_in() == first
    assert Delivery.objects.get(number=1).received_at < NOW
    assert (home / "bytes").is_dir()


def test_a_name_keeps_nothing_that_a_terminal_or_a_browser_obeys(hand_in: HandIn) -> None:
    receipt = hand_in("\x1b[31msvar\u202etxt\r\nX: 1.doc", b"hei")
    assert receipt.files[0].name == "[31msvartxt X: 1.doc"
