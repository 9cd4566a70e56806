"""Mails to a subscriber that come back: the subscription ends, and the address is deleted."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from pytest_django.fixtures import Settings

from innspill.pipeline import mail_in, wiring, work
from innspill.shared.journal.models import JournalEntry
from innspill.shared.post.models import Mail
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions as publishing
from innspill.stages.publication.models import Subscription
from tests.interfaces.portal.published.test_subscribing import (
    ADDRESS,
    DAY,
    NOW,
    at,
    confirmed,
    kept_anywhere,
    post,
)
from tests.mail_server import MailServer
from tests.stages.conftest import Staff

__all__ = ["post"]
NOBODY = "550 5.1.1 <kari@avisa.example>: User unknown"
BUSY = "552 5.2.2 <kari@avisa.example>: mailbox full"


def comes_back(says: str) -> None:
    """The last mail to the subscriber comes back by mail."""
    mail = Mail.objects.filter(to=ADDRESS).latest("id")
    status = says.split()[1]
    notice = (
        "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nTo: horing@etat.example\n"
        "Subject: Undelivered Mail\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; {ADDRESS}\nAction: failed\nStatus: {status}\n"
        f"Diagnostic-Code: smtp; {says}\n\n"
        f"--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <{mail.message_id}>\n\n--b--\n"
    )
    mail_in.take_in(notice.encode(), now=NOW, store=wiring.store())


def told(published: ConsultationShown, staff: Staff, day: int) -> None:
    """Something new is told on that day."""
    moment = NOW + day * DAY
    Subscription.objects.update(result_told_at=None)
    publishing.publish_result(published.id, content={"nb": {}}, files={}, by=staff.lead, now=moment)
    with at(moment + timedelta(hours=1)):
        work.run_until_idle()


def test_mails_that_come_back_in_a_row_end_a_subscription(
    client: Client, published: ConsultationShown, post: MailServer, staff: Staff
) -> None:  # fmt: skip
    confirmed(client, published, post)
    for day, says in ((1, NOBODY), (3, BUSY), (5, NOBODY)):
        told(published, staff, day)
        comes_back(says)
        work.run_until_idle()
        assert Subscription.objects.count() == 1, "not twice in a row that nobody has the address"
    told(published, staff, 7)
    comes_back(NOBODY)
    work.run_until_idle()
    assert Subscription.objects.count() == 0
    left = [
        each for each in kept_anywhere(ADDRESS) if not each.startswith(("Delivery", "Envelope"))
    ]
    assert left == []
    line = JournalEntry.objects.get(verb="subscription-ended")
    assert line.detail["because"] == "returned"
    assert ADDRESS not in str(JournalEntry.objects.values_list("subject", "detail"))


def test_how_often_is_a_setting(
    client: Client, published: ConsultationShown, post: MailServer, staff: Staff,
    settings: Settings,
) -> None:  # fmt: skip
    settings.RETURNS_END_SUBSCRIPTION = 1
    confirmed(client, published, post)
    told(published, staff, 1)
    comes_back(NOBODY)
    work.run_until_idle()
    assert Subscription.objects.count() == 0
