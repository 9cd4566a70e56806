"""Mail hygiene: nothing of ours starts a loop, answers a program, or carries another's header."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.header import Header
from email.message import EmailMessage
from typing import Any

import pytest
from django.test import override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innspill.adapters.smtp_outbox import message_of
from innspill.pipeline import mail_in, wiring, work
from innspill.shared.ports import Letter
from innspill.shared.post import queries as post
from innspill.shared.post.models import Mail
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake.models import Delivery
from tests import mail_server
from tests.conftest import SAMPLES
from tests.stages.conftest import NOW

pytestmark = pytest.mark.django_db(transaction=True)
OURS = "innspill@narmiljo.example"
HEARING = "post@narmiljo.example"


@pytest.fixture
def hearing(db: None) -> ConsultationShown:
    definition = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    return consultations.load(definition.model_copy(update={"opens": None}), now=NOW)


def mail(sender: str = "kari@b.example", number: int = 1, *headers: str) -> bytes:
    head = [*headers, f"From: {sender}", f"To: {HEARING}", f"Message-ID: <{number}@b.example>",
            "Subject: Svar 26/2051"]  # fmt: skip
    return "\r\n".join([*head, "", "Hei"]).encode()


def answered(raw: bytes) -> bool:
    number = mail_in.take_in(raw, now=NOW, store=wiring.store()).number
    assert Delivery.objects.filter(number=number).exists()
    return bool(post.of(f"delivery {number}"))


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated; x=y",
        "Auto-Submitted: AUTO-NOTIFIED (se)", "X-Autorespond: yes", "Precedence: auto_reply",
        "Precedence: BULK", "Precedence: junk", "List-Id: <alle.b.example>",
        "List-Unsubscribe: <mailto:a@b.example>", "Return-Path: <>", "Return-Path: < >",
        "Content-Type: multipart/report; report-type=delivery-status",
    ],
)  # fmt: skip
def test_what_programs_lists_and_mail_servers_send_is_stored_and_not_answered(
    hearing: ConsultationShown, header: str
) -> None:
    assert not answered(mail("kari@b.example", 1, header))
    assert answered(mail("kari@b.example", 2, "Auto-Submitted: no"))


@pytest.mark.parametrize("sender", ["MAILER-DAEMON@b.example", "postmaster@b.example", ""])
def test_mail_servers_get_no_answer(hearing: ConsultationShown, sender: str) -> None:
    assert not answered(mail(sender))


@pytest.mark.parametrize("sender", [OURS, OURS.upper(), HEARING, f"Oss <{OURS}>"])
def test_our_own_addresses_get_no_answer(hearing: ConsultationShown, sender: str) -> None:
    with override_settings(MAIL_FROM=OURS):
        assert not answered(mail(sender))


def test_one_delivery_gets_one_receipt_and_an_address_only_so_many_a_day(
    hearing: ConsultationShown,
) -> None:
    for _ in range(3):
        answered(mail())
    assert Mail.objects.count() == 1
    for number in range(2, mail_in.MOST_A_DAY + 4):
        answered(mail("Kari <KARI@b.example>", number))
    assert Mail.objects.count() == mail_in.MOST_A_DAY
    tomorrow = NOW + timedelta(days=1, seconds=1)
    mail_in.take_in(mail(number=99), now=tomorrow, store=wiring.store())
    assert Mail.objects.count() == mail_in.MOST_A_DAY + 1


def test_our_own_receipt_that_comes_in_is_stored_and_starts_nothing(
    hearing: ConsultationShown,
) -> None:
    with (
        mail_server.running() as server,
        override_settings(SMTP=server.url, MAIL_FROM=OURS),
    ):
        assert answered(mail())
        assert answered(mail("ola@b.example").replace(b"Message-ID: <1@b.example>\r\n", b""))
        work.run_until_idle()
        assert len(server.does.taken) == 2
        assert server.does.senders == ["<>", "<>"]
        for receipt in server.does.taken:
            assert receipt["Auto-Submitted"] == "auto-replied"
            assert not answered(receipt.as_bytes())


def test_two_that_take_each_other_s_receipts_in_stop_at_once(hearing: ConsultationShown) -> None:
    # The other's receipts are as ours, but for its addresses: what an Innspill elsewhere sends.
    with (
        mail_server.running() as server,
        override_settings(SMTP=server.url, MAIL_FROM=OURS),
    ):
        going: list[bytes] = [mail("post@annet.example")]
        passed = 0
        while going and passed < 10:
            passed += 1
            mail_in.take_in(going.pop(), now=NOW, store=wiring.store())
            work.run_until_idle()
            for sent in server.does.taken[passed - 1 :]:
                theirs: EmailMessage = message_from_bytes(sent.as_bytes(), policy=policy.default)  # type: ignore[assignment]
                theirs.replace_header("From", "post@annet.example")
                theirs.replace_header("To", HEARING)
                theirs.replace_header("Message-ID", f"<{passed}@annet.example>")
                going.append(theirs.as_bytes())
    assert passed == 2
    assert Mail.objects.count() == 1
    assert Delivery.objects.count() == 2


def test_programs_that_hide_what_they_are_stop_after_a_day_s_receipts(
    hearing: ConsultationShown,
) -> None:
    going = [answered(mail("post@annet.example", number)) for number in range(60)]
    assert sum(going) == mail_in.MOST_A_DAY


ODD = st.text(
    st.sampled_from('a \r\n\x00\x0b\x85\u2028<>@",;:=?\\(') | st.characters(codec="utf-8"),
    max_size=60,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(subject=ODD, name=ODD, number=st.integers(0))
def test_nothing_in_a_mail_becomes_a_header_of_its_receipt(
    hearing: ConsultationShown, subject: str, name: str, number: int
) -> None:
    raw = (
        f"Message-ID: <{number}{abs(hash(subject + name))}@b.example>\r\n"
        f"From: {Header(name, 'utf-8', maxlinelen=10_000).encode()} <kari@b.example>\r\n"
        f"To: {HEARING}\r\nSubject: {Header(subject, 'utf-8', maxlinelen=10_000).encode()}\r\n\r\nHei"
    ).encode()
    receipt = mail_in.take_in(raw, now=NOW + timedelta(days=2 * Delivery.objects.count()),
                              store=wiring.store())  # fmt: skip
    (sent,) = post.of(f"delivery {receipt.number}")
    assert sent.subject == " ".join(sent.subject.split())
    letter = Mail.objects.get(pk=sent.id)
    built = message_of(
        Letter(to=letter.to, subject=letter.subject, text=letter.text,
               message_id=letter.message_id, answers=letter.answers),
        sender=OURS, clock=wiring.clock(),
    )  # fmt: skip
    read = message_from_bytes(built.as_bytes(), policy=policy.default)
    assert set(read.keys()) == set(built.keys())
    assert read["To"] == "kari@b.example"
    assert read["Bcc"] is None


@pytest.mark.parametrize(
    "word",
    [b"=?utf-8?q?a=00b?=", b"=?unicode_escape?q?=5Cud800?=", b"=?utf-7?q?+2AA-x?=", b"a\x00b"],
)
def test_a_mail_whose_words_no_database_takes_is_stored_all_the_same(word: bytes) -> None:
    head = b"From: %b <kari@b.example>\r\nSubject: %b\r\nMessage-ID: <1\x00@b.example>\r\n"
    raw = head % (word, word) + b"In-Reply-To: <a\x00b@c.example>\r\n\r\nHei"
    number = mail_in.take_in(raw, now=NOW, store=wiring.store()).number
    row = Delivery.objects.get(number=number)
    stored = (row.asked_for, row.claimed_sender, row.set_aside.explanation)
    assert not [text for text in stored if "\x00" in text or not text.encode()]
    (letter,) = post.of(f"delivery {number}")
    assert "\x00" not in letter.subject


class _Mailbox:
    """A mailbox in which lies one mail that cannot be taken in."""

    def __init__(self, mails: dict[str, bytes]) -> None:
        self.mails = mails

    def waiting(self) -> Iterator[tuple[str, bytes]]:
        yield from list(self.mails.items())

    def put_away(self, place: str) -> None:
        del self.mails[place]


def test_a_mail_that_cannot_be_taken_in_lies_there_and_keeps_no_other_waiting(
    hearing: ConsultationShown, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = mail_in.take_in

    def take_in(raw: bytes, **told: Any) -> Any:
        if b"<2@" in raw:
            raise ValueError("no mail like others")
        return before(raw, **told)

    monkeypatch.setattr(mail_in, "take_in", take_in)
    box = _Mailbox({str(number): mail(number=number) for number in (1, 2, 3)})
    with pytest.raises(ValueError, match="no mail like others"):
        mail_in.fetch(box, clock=wiring.clock(), store=wiring.store())
    assert list(box.mails) == ["2"]
    assert Delivery.objects.count() == 2
