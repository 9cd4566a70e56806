"""What the headers of a mail tell intake, whatever is in them."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innspill.stages.intake.core.envelope import envelope_of, is_credible, mail_key

SIX = datetime(2026, 3, 1, 18, 47, 37, tzinfo=UTC)


def mail(*headers: str, sender: str = "Kari <kari@b.example>") -> bytes:
    return "\r\n".join([*headers, f"From: {sender}", "Subject: Svar", "", "Hei"]).encode()


def signs(*headers: str, sender: str = "Kari <kari@b.example>") -> set[str]:
    return set(envelope_of(mail(*headers, sender=sender)).signs)


@pytest.mark.parametrize(
    "said",
    [
        "Sun, 1 Mar 2026 19:47:37 +0100 (CET)",
        "Sun, 01 Mar 2026 19:47:37 +0100",
        "1 Mar 2026 18:47:37 GMT",
        "Sun, 1 Mar 26 13:47:37 EST",
        "Sun, 1 Mar 2026 18:47:37 -0000",
        "Sun,\r\n\t1 Mar 2026 18:47:37 +0000 (Coordinated; Universal (Time))",
        "Sun Mar  1 18:47:37 2026",
    ],
)
def test_the_topmost_received_line_says_when_the_last_server_took_it(said: str) -> None:
    top = (
        f"Received: from mx.b.example (mx.b.example [10.0.0.1]) by post.example with ESMTP; {said}"
    )
    below = "Received: from x by y; Mon, 2 Feb 1998 00:00:00 +0000"
    assert envelope_of(mail(top, below)).relayed_at == SIX


@pytest.mark.parametrize(
    "said",
    ["i går", "", "Sun, 31 Feb 2026 10:00:00 +0000", "Sun, 1 Mar 9999 10:00:00 +0000",
     "Sun, 1 Mar 2026 10:00:00 +9999", "Thu, 1 Jan 1970 00:00:00 +0000", "\x00" * 90],
)  # fmt: skip
def test_a_time_that_cannot_be_is_none(said: str) -> None:
    assert envelope_of(mail(f"Received: from a by b; {said}")).relayed_at is None


def test_a_time_to_come_is_not_believed_beyond_what_clocks_differ() -> None:
    assert is_credible(SIX, SIX - timedelta(minutes=59))
    assert not is_credible(SIX, SIX - timedelta(minutes=61))
    assert not is_credible(None, SIX)


@pytest.mark.parametrize(
    ("headers", "sign"),
    [
        (("Content-Type: multipart/report; report-type=delivery-status; boundary=x",),
         "delivery-report"),
        (('Content-Type: multipart/report;\r\n report-type="Delivery-Status"',), "delivery-report"),
        (("X-Failed-Recipients: a@b.example",), "delivery-report"),
        (("Content-Type: multipart/report; report-type=disposition-notification",), "read-receipt"),
        (("Auto-Submitted: auto-replied (vacation)",), "auto-replied"),
        (("Auto-Submitted: auto-replied; owner-email=x",), "auto-replied"),
        (("X-Autoreply: yes",), "auto-replied"),
        (("Precedence: auto_reply",), "auto-replied"),
        (("Auto-Submitted: auto-generated",), "auto-generated"),
        (("Precedence: bulk",), "list"),
        (("List-Unsubscribe: <mailto:a@b>",), "list"),
        (("X-Spam-Flag: YES",), "marked-spam"),
        (("X-Spam-Status: Yes, score=9.1 required=5.0",), "marked-spam"),
        (("X-MS-Exchange-Organization-SCL: 6",), "marked-spam"),
        (("X-Forefront-Antispam-Report: CIP:1.2.3.4;SFV:SPM;",), "marked-spam"),
        (("Authentication-Results: post.example; spf=pass; dmarc=fail",), "sender-unverified"),
    ],
)  # fmt: skip
def test_what_kind_of_mail_it_is_is_told_by_its_headers(
    headers: tuple[str, ...], sign: str
) -> None:
    assert sign in signs(*headers)


@pytest.mark.parametrize(
    "headers",
    [
        (),
        ("Auto-Submitted: no",),
        ("X-Spam-Flag: NO", "X-Spam-Status: No, score=4.9"),
        ("X-MS-Exchange-Organization-SCL: 1",),
        ("X-Auto-Response-Suppress: All",),
        ("Authentication-Results: post.example; dmarc=pass",),
    ],
)
def test_a_person_s_mail_has_no_sign(headers: tuple[str, ...]) -> None:
    assert signs(*headers) == set()


def test_words_alone_make_no_automatic_answer() -> None:
    away = b"From: a@b.example\r\nSubject: Automatisk svar: Ferie\r\n\r\nHei"
    assert envelope_of(away).signs == ("away",)
    by_exchange = b"Auto-Submitted: auto-generated\r\n" + away
    assert set(envelope_of(by_exchange).signs) == {"away", "auto-generated", "auto-replied"}


def test_somebody_who_writes_from_the_postmaster_s_box_is_no_bounce() -> None:
    assert signs(sender="postmaster@kommune.example") == set()
    assert "delivery-report" in signs("Return-Path: < >", sender="MAILER-DAEMON@x.example")


def test_without_a_message_id_a_mail_is_known_by_its_sender_and_hearing() -> None:
    one, other = mail(), mail(sender="Ola <ola@b.example>")
    keys = {mail_key(envelope_of(raw), slug) for raw in (one, other) for slug in ("a", "b", None)}
    assert len(keys) == 6
    with_id = {mail_key(envelope_of(mail("Message-ID: <1@b>")), slug) for slug in ("a", "b")}
    assert len(with_id) == 1


MANY = 200_000
HOSTILE = {
    "commas": b"From: " + b"," * MANY,
    "brackets": b"".join(b"To: " + b"<" * 9_999 + b"\n" for _ in range(20)),
    "round brackets": b"".join(b"To: " + b"(" * 9_999 + b"\n" for _ in range(20)),
    "square brackets": b"".join(b"Cc: " + b"[" * 9_999 + b"\n" for _ in range(20)),
    "at signs": b"".join(b"To: " + b"@" * 9_999 + b"\n" for _ in range(20)),
    "quotes": b"".join(b"Cc: " + b'"\\' * 4_999 + b"\n" for _ in range(20)),
    "encoded words": b"Subject: " + b"=?utf-8?q?a?= " * (MANY // 14),
    "one encoded word": b"Subject: =?utf-8?q?" + b"=41" * (MANY // 3) + b"?=",
    "headers": b"a:b\n" * (MANY // 4),
    "folds": b"Subject: " + b"a\n " * (MANY // 3),
    "parameters": b"Content-Type: multipart/report" + b"; report-type" * 10_000,
    "answers": b"Subject: " + b"re: " * 50_000,
    "received": b"Received: x;" + b"(" * MANY,
    "8 bits": b"Return-Path: \xff<>\nFrom: " + b"\xff" * MANY + b"\nContent-Type: \xfe",
}


@pytest.mark.parametrize("head", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_headers_cost_little(head: bytes) -> None:
    began = time.process_time()
    envelope_of(head + b"\n\nHei")
    assert time.process_time() - began < 3


NAMES = [b"From", b"To", b"Subject", b"Return-Path", b"Content-Type", b"Received", b"Message-ID",
         b"References", b"Precedence", b"Auto-Submitted", b"X-Spam-Flag"]  # fmt: skip
PIECES = [b"=?utf-8?q?", b"?=", b"<", b">", b"@", b",", b";", b"(", b")", b'"', b"\xff", b"\r\n ",
          b"=?x?b?AA", b"a@b.no", b"\x00", b"report-type=", b"Sun, 1 Mar 2026 "]  # fmt: skip


@given(
    st.lists(st.tuples(st.sampled_from(NAMES), st.lists(st.sampled_from(PIECES) | st.binary(max_size=8))))
)  # fmt: skip
def test_whatever_is_in_the_headers_there_is_an_envelope(
    headers: list[tuple[bytes, list[bytes]]],
) -> None:
    raw = b"".join(name + b": " + b"".join(value) + b"\r\n" for name, value in headers) + b"\r\nHei"
    assert envelope_of(raw) == envelope_of(raw)
