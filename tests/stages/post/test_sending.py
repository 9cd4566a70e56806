"""A mail that is queued goes out once, waits where it must, and says what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from innspill.adapters.smtp_outbox import SmtpOutbox
from innspill.pipeline import returned_mails, wiring, work
from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal.models import JournalEntry
from innspill.shared.ports import Enclosure, Letter
from innspill.shared.post import actions, queries
from innspill.shared.post.models import Mail
from tests import mail_server
from tests.mail_server import MailServer
from tests.stages.conftest import NOW, HandIn

pytestmark = pytest.mark.django_db
TO = "post@kommune.example"


@pytest.fixture(scope="module")
def listening() -> Iterator[MailServer]:
    with mail_server.running() as server:
        yield server


@pytest.fixture
def server(listening: MailServer, settings: Settings) -> MailServer:
    listening.does.__init__()  # type: ignore[misc]
    settings.SMTP, settings.MAIL_FROM = listening.url, "horing@etat.example"
    wiring._postman.cache_clear()
    return listening


def queue(to: str = TO, **more: object) -> int:
    fields: dict[str, object] = {"subject": "Kvittering", "text": "Takk.\n", "about": "draft 1"}
    return actions.queue(to=to, now=NOW, store=wiring.store(), **(fields | more))  # type: ignore[arg-type]


def state_of(mail: int, later: timedelta = timedelta()) -> str:
    return queries.by_ids([mail])[mail].state(NOW + later)


def test_the_step_sends_what_waits_and_only_once(server: MailServer) -> None:
    file = Enclosure("Svar på høring.pdf", "application/pdf", b"%PDF-1.7 ...")
    mail = queue(enclosures=[file], from_name="Etaten")
    assert queries.to_send(NOW) == [mail]
    work.run_until_idle()
    work.run_until_idle()
    assert len(server.does.taken) == 1
    [part] = server.does.taken[0].iter_attachments()
    assert (part.get_filename(), part.get_payload(decode=True)) == (file.name, file.data)
    assert state_of(mail) == "sent"


def test_without_a_server_mails_wait_and_go_out_when_there_is_one(
    settings: Settings, listening: MailServer
) -> None:
    mail = queue()
    work.run_until_idle()
    assert (state_of(mail), queries.waiting(), queries.is_set_up()) == ("waiting", 1, False)
    settings.SMTP, settings.MAIL_FROM = listening.url, "horing@etat.example"
    work.run_until_idle()
    assert state_of(mail) == "sent"


def test_what_is_put_off_is_tried_again_after_a_growing_pause(
    server: MailServer, settings: Settings
) -> None:
    server.does.replies[TO] = ["451 4.7.1 Try later", "451 4.7.1 Try later", "250 OK"]
    mail = queue()
    waits, at = [], NOW
    for _ in range(3):
        settings.NOW = at.isoformat()
        work.run_until_idle()
        row = Mail.objects.get(pk=mail)
        if row.next_try_at:
            waits.append(row.next_try_at - at)
            at = row.next_try_at
    assert waits == [timedelta(minutes=1), timedelta(minutes=5)]
    assert (state_of(mail), row.tries, len(server.does.taken)) == ("sent", 3, 1)


def test_after_days_without_luck_it_is_given_up_and_says_so(
    server: MailServer, settings: Settings
) -> None:
    server.does.replies[TO] = ["451 4.7.1 Never mind"]
    mail, at = queue(), NOW
    while Mail.objects.get(pk=mail).next_try_at:
        at = Mail.objects.get(pk=mail).next_try_at or at
        settings.NOW = at.isoformat()
        work.run_until_idle()
    assert state_of(mail) == "refused"
    assert "gave up after 10 tries: 451" in Mail.objects.get(pk=mail).problem
    assert timedelta(days=2) < at - NOW < timedelta(days=4)


def test_one_refused_address_does_not_hold_the_others_up(server: MailServer) -> None:
    server.does.replies["borte@kommune.example"] = ["550 5.1.1 No such user"]
    gone, here = queue("borte@kommune.example"), queue()
    work.run_until_idle()
    assert (state_of(gone), state_of(here)) == ("refused", "sent")
    assert Mail.objects.get(pk=gone).problem == "550 5.1.1 No such user"
    assert queries.failed() == 1


class Dies:
    """A postman that is struck down after the server took the mail."""

    def send(self, letter: Letter) -> None:
        raise KeyboardInterrupt


def test_a_mail_that_may_have_gone_out_is_never_sent_again_by_itself(
    server: MailServer, settings: Settings
) -> None:
    mail = queue()
    with pytest.raises(KeyboardInterrupt):
        actions.send_next(mail, postman=Dies(), store=wiring.store(), now=NOW)
    settings.NOW = (NOW + timedelta(days=1)).isoformat()
    work.run_until_idle()
    assert server.does.taken == []
    assert (state_of(mail), state_of(mail, timedelta(hours=1))) == ("sending", "unsure")
    assert queries.unsure(NOW + timedelta(hours=1)) == 1
    actions.send_again(mail, actor="leder", now=NOW + timedelta(days=1))
    work.run_until_idle()
    assert len(server.does.taken) == 1
    with pytest.raises(Conflict):
        actions.send_again(mail, actor="leder", now=NOW + timedelta(days=2))


def test_a_receipt_whose_sender_died_goes_again_by_itself_with_the_same_message_id(
    server: MailServer, settings: Settings
) -> None:
    mail = queue(about="delivery 7")
    with pytest.raises(KeyboardInterrupt):
        actions.send_next(mail, postman=Dies(), store=wiring.store(), now=NOW)
    settings.NOW = (NOW + queries.IN_HAND).isoformat()
    work.run_until_idle()
    assert server.does.taken == []
    settings.NOW = (NOW + queries.IN_HAND + timedelta(seconds=1)).isoformat()
    work.run_until_idle()
    row = Mail.objects.get(pk=mail)
    assert [taken["Message-ID"] for taken in server.does.taken] == [f"<{row.message_id}>"]
    assert (state_of(mail, timedelta(hours=1)), row.tries) == ("sent", 2)


def test_a_receipt_that_kills_its_sender_each_time_is_not_tried_for_ever() -> None:
    mail = queue(about="delivery 8")
    dead = 0
    for hour in range(20):
        with suppress(Conflict):
            try:
                actions.send_next(
                    mail, postman=Dies(), store=wiring.store(), now=NOW + timedelta(hours=hour)
                )
            except KeyboardInterrupt:
                dead += 1
    assert dead == queries.MOST_TRIES + 1
    assert queries.unsure(NOW + timedelta(days=1)) == 1


def test_two_workers_never_have_the_same_mail(server: MailServer) -> None:
    mail = queue()
    Mail.objects.filter(pk=mail).update(trying_since=NOW)
    with pytest.raises(Conflict):
        actions.send_next(mail, postman=wiring.postman(), store=wiring.store(), now=NOW)
    assert server.does.taken == []


def test_a_wrong_address_is_said_before_anything_is_queued() -> None:
    good = actions.Written(TO, "Emne", "Tekst", "recipient 1")
    for wrong in ("ingen alfakrøll", "a@b", "a@b.no\nBcc: c@d.no", ""):
        with pytest.raises(BadInput, match="no e-mail address"):
            actions.queue_many([good, actions.Written(wrong, "Emne", "Tekst", "x")], now=NOW)
    assert Mail.objects.count() == 0


def test_a_subject_is_one_line_and_the_journal_knows_no_address() -> None:
    mail = queue(subject="Høring\r\nBcc: alle@example.com")
    assert Mail.objects.get(pk=mail).subject == "Høring Bcc: alle@example.com"
    lines = JournalEntry.objects.filter(verb="mail-queued")
    assert lines.count() == 1
    assert "example" not in str(lines.values_list("detail", "subject"))


def test_mails_are_found_by_what_they_are_about() -> None:
    for about in ("draft 1", "draft 1 receipt", "draft 12"):
        queue(about=about)
    assert [mail.about for mail in queries.of("draft 1")] == ["draft 1", "draft 1 receipt"]


def returned(mail: int) -> bytes:
    message_id = Mail.objects.get(pk=mail).message_id
    return (
        "From: MAILER-DAEMON@mx.example\r\nTo: horing@etat.example\r\nSubject: Undelivered Mail\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nNo such user.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        f"Final-Recipient: rfc822; {TO}\r\nAction: failed\r\nStatus: 5.1.1\r\n"
        "Diagnostic-Code: smtp; 550 5.1.1 User unknown\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{message_id}>\r\n\r\n--b--\r\n"
    ).encode()


def test_a_notice_given_as_a_file_marks_the_mail(server: MailServer, tmp_path: Path) -> None:
    mail = queue()
    work.run_until_idle()
    file = tmp_path / "retur.eml"
    file.write_bytes(returned(mail))
    assert returned_mails.take_in(file, now=NOW) == (1, 1, 1)
    assert state_of(mail) == "returned"
    assert Mail.objects.get(pk=mail).problem == "550 5.1.1 User unknown"
    assert returned_mails.take_in(file, now=NOW) == (0, 1, 1)


def test_a_notice_that_comes_in_as_a_delivery_marks_the_mail_too(
    server: MailServer, hand_in: HandIn
) -> None:
    mail = queue()
    work.run_until_idle()
    hand_in("retur.eml", returned(mail))
    work.run_until_idle()
    assert state_of(mail) == "returned"


def test_a_notice_about_somebody_else_s_mail_marks_nothing() -> None:
    mail = queue()
    assert not actions.came_back("gjettet@etat.example", "550", NOW)
    assert state_of(mail) == "waiting"


def test_the_connection_of_the_process_is_one(server: MailServer) -> None:
    assert isinstance(wiring.postman(), SmtpOutbox)
    for _ in range(3):
        queue()
    work.run_until_idle()
    assert server.does.connections == 1
