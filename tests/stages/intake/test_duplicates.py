"""Duplicates: one record for one thing that was sent, however often and whichever way it is brought."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from innspill.pipeline import mail_in, wiring
from innspill.shared.journal.models import JournalEntry
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions
from innspill.stages.intake.models import Delivery, Import
from innspill.stages.register.models import Response
from tests.conftest import SAMPLES
from tests.stages.conftest import IN_TIME, NOW, HandIn, Staff

pytestmark = pytest.mark.django_db
TINDVANG = "hoyringssvar_Tindvang_kommune.docx"


@pytest.fixture
def open_hearing(db: None) -> ConsultationShown:
    definition = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    return consultations.load(definition.model_copy(update={"opens": None}), now=NOW)


def mail(sender: str = "kari", message_id: str = "1", to: str = "post", body: str = "Hei") -> bytes:
    named = f"Message-ID: <{message_id}@b.example>\r\n" if message_id else ""
    return (
        f"{named}From: {sender}@b.example\r\nTo: {to}@narmiljo.example\r\nSubject: Svar\r\n\r\n{body}"
    ).encode()


def brought(*mails: bytes) -> list[int]:
    """The numbers that these mails got, each brought in its turn, a minute apart."""
    return [
        mail_in.take_in(each, now=NOW + timedelta(minutes=place), store=wiring.store()).number
        for place, each in enumerate(mails)
    ]


def test_the_same_message_id_with_the_same_bytes_is_one(open_hearing: ConsultationShown) -> None:
    assert brought(mail(), mail(), mail()) == [1, 1, 1]


def test_the_same_message_id_with_other_bytes_is_two(open_hearing: ConsultationShown) -> None:
    assert brought(mail(), mail(body="Hei igjen"), mail(sender="ola")) == [1, 2, 3]


def test_without_an_id_the_bytes_decide_within_sender_and_hearing(
    open_hearing: ConsultationShown,
) -> None:
    lone = mail(message_id="")
    assert brought(lone, lone, mail(message_id="", body="Annet")) == [1, 1, 2]
    assert brought(mail("ola", ""), mail("ola", "", to="noen"), lone) == [3, 4, 1]


def test_what_comes_by_another_channel_is_another_thing(
    open_hearing: ConsultationShown, hand_in: HandIn
) -> None:
    (mailed,) = brought(mail())
    by_hand = hand_in("melding.eml", mail(), slug=open_hearing.slug)
    assert mailed != by_hand.number


def test_the_same_text_from_two_senders_is_two_responses(
    hand_in: HandIn, work_on: object, hearing: ConsultationShown
) -> None:
    from innspill.pipeline import work

    for sender in ("Kari Nordmann", "Ola Nordmann"):
        hand_in("svar.txt", b"Vi vil ha rent vann i alle hus.", sender=sender)
    work.run_until_idle()
    assert Response.objects.count() == 2
    assert set(Response.objects.values_list("standing", flat=True)) == {"current"}


def test_a_form_at_the_desk_that_is_sent_twice_is_one_delivery_and_one_line(
    hearing: ConsultationShown, staff: Staff
) -> None:
    def send(key: str, minutes: int = 0, sender: str = "Tindvang") -> int:
        now = NOW + timedelta(minutes=minutes)
        return actions.register_by_hand(
            hearing.slug, channel="letter", files=[("brev.pdf", b"%PDF")], sender=sender,
            came_at=now, key=key, by=staff.caseworker, now=now, store=wiring.store(),
        ).number  # fmt: skip

    assert [send("a"), send("a", minutes=1), send("b"), send("a", sender="Skogheim")] == [
        1,
        1,
        2,
        3,
    ]
    assert JournalEntry.objects.filter(verb="registered-by-hand").count() == 3


def test_an_archive_that_is_sent_twice_is_one_import(
    hearing: ConsultationShown, staff: Staff
) -> None:
    def send(key: str, data: bytes = b"PK") -> int:
        return actions.begin_import(
            hearing.slug, kind="zip", name="svar.zip", archive=data, key=key, by=staff.caseworker,
            now=NOW, store=wiring.store(),
        )  # fmt: skip

    assert send("a") == send("a") != send("b")
    assert send("a", b"PK annen") not in {send("a"), send("b")}
    assert Import.objects.count() == 3
    assert JournalEntry.objects.filter(verb="import-begun").count() == 3


def test_what_was_rolled_back_is_no_duplicate_of_anything(hand_in: HandIn) -> None:
    with transaction.atomic():
        hand_in("a.txt", b"Hei", key="en")
        transaction.set_rollback(True)
    assert hand_in("a.txt", b"Hei", key="en").number == 1
    assert Delivery.objects.get().received_at == IN_TIME
