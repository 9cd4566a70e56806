"""The whole envelope of a mail, header by header."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from innspill.stages.intake.core.envelope import Envelope, envelope_of, is_credible, mail_key

NOW = datetime(2026, 4, 1, 8, tzinfo=UTC)


def of(*headers: str) -> Envelope:
    return envelope_of("\r\n".join(("From: a@b.no", *headers, "", "Hei.")).encode())


def test_everything_that_a_mail_says_is_read() -> None:
    mail = (
        "From: =?utf-8?q?K=C3=A5ri?=   Aas <Kari@Vann.example>\r\nTo: Post <POST@dir.example>, x\r\n"
        "Cc: b@c.no, post@dir.example\r\nDelivered-To: in@dir.example\r\nX-Original-To: o@dir.example\r\n"
        "Subject: =?utf-8?q?H=C3=B8ring?=\r\n om  vann\r\nMessage-ID: <one@vann.example>\r\n"
        "In-Reply-To: <two@dir.example>\r\nReferences: <three@dir.example> <two@dir.example>\r\n"
        "Received: from a by b (comment; with (another; one)); Wed, 1 Apr 2026 10:00:00 +0200\r\n"
        "Received: from c by a; Wed, 1 Apr 2026 09:00:00 +0200\r\n\r\nSubject: not this\r\n"
    )
    assert envelope_of(mail.encode()) == Envelope(
        message_id="one@vann.example", sender="Kari@Vann.example", name="Kåri Aas",
        recipients=("in@dir.example", "o@dir.example", "post@dir.example", "b@c.no"),
        subject="Høring om vann", answers=("two@dir.example", "three@dir.example"),
        automatic="", signs=(), relayed_at=NOW,
    )  # fmt: skip


def test_a_mail_without_headers_says_nothing() -> None:
    assert envelope_of(b"") == Envelope(automatic="bounce")
    assert envelope_of(b"From: nobody\n\n") == Envelope(automatic="bounce")


@pytest.mark.parametrize(
    ("headers", "automatic", "signs"),
    [
        (["Auto-Submitted: no"], "", ()),
        (["Auto-Submitted: AUTO-REPLIED (vacation); x"], "auto-submitted", ("auto-replied",)),
        (["Auto-Submitted: auto-generated"], "auto-submitted", ("auto-generated",)),
        (["X-Autoreply: yes"], "auto-submitted", ("auto-replied",)),
        (["X-Autorespond: x"], "auto-submitted", ("auto-replied",)),
        (["X-AutoResponder: x"], "auto-submitted", ("auto-replied",)),
        (["Precedence: Auto_Reply"], "auto-submitted", ("auto-replied",)),
        (["Precedence: bulk"], "list", ("list",)), (["Precedence: List"], "list", ("list",)),
        (["Precedence: junk"], "list", ("list",)), (["List-Id: <x>"], "list", ("list",)),
        (["List-Post: <x>"], "list", ("list",)), (["List-Unsubscribe: <x>"], "list", ("list",)),
        (["List-Help: <x>"], "list", ("list",)), (["Precedence: first-class"], "", ()),
        (["Return-Path: < >"], "bounce", ()), (["Return-Path: <a@b.no>"], "", ()),
        (['Content-Type: Multipart/Report; report-type="Delivery-Status"'], "bounce",
         ("delivery-report",)),
        (["Content-Type: multipart/report; report-type=feedback-report"], "bounce",
         ("delivery-report",)),
        (["Content-Type: multipart/report ; Report-Type = disposition-notification"], "bounce",
         ("read-receipt",)),
        (["Content-Type: text/plain; report-type=delivery-status"], "", ()),
        (["X-Failed-Recipients: x@y.no"], "", ("delivery-report",)),
        (["Subject: Automatisk svar: Høring"], "", ("away",)),
        (["Subject: Fravær", "Auto-Submitted: auto-generated"], "auto-submitted",
         ("auto-replied", "auto-generated", "away")),
        (["Subject: Out of office", "Return-Path: <>"], "bounce", ("auto-replied", "away")),
        (["X-Spam-Flag: YES"], "", ("marked-spam",)), (["X-Spam-Status: Yes, score=9"], "", ("marked-spam",)),
        (["X-Spam: true"], "", ("marked-spam",)), (["X-Spam-Flag: no"], "", ()),
        (["X-MS-Exchange-Organization-SCL: 5"], "", ("marked-spam",)),
        (["X-MS-Exchange-Organization-SCL: 4"], "", ()), (["X-MS-Exchange-Organization-SCL: -1"], "", ()),
        (["X-MS-Exchange-Organization-SCL: 0004999"], "", ()),
        (["X-Forefront-Antispam-Report: CIP:1;SFV:SPM;X"], "", ("marked-spam",)),
        (["X-Forefront-Antispam-Report: CIP:1;SFV:NSPM;X"], "", ()),
        (["Authentication-Results: x; dmarc=fail (p=none)"], "", ("sender-unverified",)),
        (["Authentication-Results: x; dmarc=pass"], "", ()),
    ],
)  # fmt: skip
def test_what_a_program_sent_is_told_from_what_a_person_did(
    headers: list[str], automatic: str, signs: tuple[str, ...]
) -> None:
    found = of(*headers)
    assert (found.automatic, found.signs) == (automatic, signs)


@pytest.mark.parametrize("box", ["MAILER-DAEMON", "postmaster", "mail-daemon"])
def test_a_daemon_s_mail_is_a_bounce_where_it_says_so(box: str) -> None:
    raw = f"From: {box}@b.no\nSubject: {{}}\n{{}}\n"
    assert envelope_of(raw.format("Hei", "").encode()).signs == ()
    assert envelope_of(raw.format("Hei", "").encode()).automatic == "bounce"
    for subject, more in (("Undeliverable: Høring", ""), ("Hei", "Return-Path: <>\n")):
        assert envelope_of(raw.format(subject, more).encode()).signs == ("delivery-report",)


@pytest.mark.parametrize(
    ("received", "at"),
    [
        ("x; Wed, 1 Apr 2026 08:00:00 -0000", NOW), ("x; Wed, 1 Apr 2026 08:00:00", NOW),
        ("x; Wed, 1 Apr 2026 10:00:00 +0200 (CEST)", NOW), ("x", None), ("x; yesterday", None),
        ("x; Mon, 1 Jan 1990 00:00:00 +0000", datetime(1990, 1, 1, tzinfo=UTC)),
        ("x; Sun, 31 Dec 1989 23:59:59 +0000", None),
        ("x; Fri, 1 Jan 2100 00:00:00 +0000", datetime(2100, 1, 1, tzinfo=UTC)),
        ("x; Fri, 1 Jan 2100 00:00:01 +0000", None),
    ],
)  # fmt: skip
def test_when_the_last_server_took_it(received: str, at: datetime | None) -> None:
    assert of(f"Received: {received}").relayed_at == at


def test_a_server_s_clock_may_be_an_hour_fast() -> None:
    hour = timedelta(hours=1)
    assert is_credible(NOW + hour, NOW)
    assert not is_credible(NOW + hour + timedelta(seconds=1), NOW)
    assert not is_credible(None, NOW)


def test_what_a_mail_is_known_by() -> None:
    assert mail_key(Envelope(message_id="A@b", sender="X@y.no"), "vann") == "mail:A@b"
    assert mail_key(Envelope(sender="X@y.no"), "vann") == "mail:x@y.no vann"
    assert mail_key(Envelope(sender="X@y.no"), None) == "mail:x@y.no "


def test_only_so_much_of_a_mail_is_looked_at() -> None:
    assert of("Subject: " + "a" * 3_000).subject == "a" * 2_000
    ids = " ".join(f"<{at:03}@b>" for at in range(300))
    assert len(of(f"References: {ids}").answers) == 100
    assert of("In-Reply-To: <ab>", "References: <abc>").answers == ("abc",)
    far = b"From: a@b.no\nX: " + b"x" * 200_000 + b"\nSubject: late\n\n"
    assert (envelope_of(far).sender, envelope_of(far).subject) == ("a@b.no", "")
    many = ", ".join(f"p{at}@b.no" for at in range(300))
    assert len(of(f"To: {many}").recipients) == 200


def test_a_header_in_utf8_as_it_is_is_read_as_it_stands() -> None:
    found = of("Subject: Fråsegn frå Sámediggi", "Cc: Kåre <k@vann.example>")
    assert (found.subject, found.recipients) == ("Fråsegn frå Sámediggi", ("k@vann.example",))
    assert envelope_of("From: Kåre Ås <k@b.no>\n\n".encode()).name == "Kåre Ås"
    old = "From: a@b.no\nSubject: Høring\n\n".encode("latin-1")
    assert envelope_of(old).subject == "H\ufffdring"
