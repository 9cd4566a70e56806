"""Notices of mails that came back are read as the standard has them, and as odd servers write them."""

from __future__ import annotations

import mailbox
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innspill.shared.bounces import is_no_address, mails_in, notice_in

OURS = "0a1b2c@etat.example"


def report(fields: str, *, original: str = f"Message-ID: <{OURS}>") -> bytes:
    return (
        "Return-Path: <>\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example>\nSubject: Undelivered\n"
        'MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary="=b="\n\n'
        "--=b=\nContent-Type: text/plain; charset=utf-8\n\nSorry, <x@y.no> failed.\n\n"
        "--=b=\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n"
        f"Arrival-Date: Sun, 1 Mar 2026 12:00:00 +0100\n\n{fields}\n\n"
        f"--=b=\nContent-Type: message/rfc822\n\nFrom: horing@etat.example\n{original}\nSubject: Høring\n\nHei\n\n"
        "--=b=--\n"
    ).encode()


def test_a_report_by_the_standard() -> None:
    found = notice_in(report(
        "Final-Recipient: rfc822; post@kommune.example\nAction: failed\nStatus: 5.1.1\n"
        "Remote-MTA: dns; mx\nDiagnostic-Code: smtp; 550 5.1.1 <post@kommune.example>:\n Recipient address rejected"
    ))  # fmt: skip
    assert found is not None
    assert (found.message_ids[0], found.recipient, found.for_good) == (
        OURS,
        "post@kommune.example",
        True,
    )
    assert found.says == "550 5.1.1 <post@kommune.example>: Recipient address rejected"


def test_a_delay_is_no_failure_and_a_delivery_is_no_notice() -> None:
    delayed = notice_in(report("Final-Recipient: rfc822; a@b.no\nAction: delayed\nStatus: 4.4.1"))
    assert delayed is not None
    assert not delayed.for_good
    assert (
        notice_in(report("Final-Recipient: rfc822; a@b.no\nAction: delivered\nStatus: 2.0.0"))
        is None
    )


def test_of_several_recipients_the_one_that_failed_counts() -> None:
    found = notice_in(report(
        "Final-Recipient: rfc822; ok@b.no\nAction: relayed\nStatus: 2.0.0\n\n"
        "Final-Recipient: rfc822; nei@b.no\nAction: failed\nStatus: 5.2.2"
    ))  # fmt: skip
    assert found is not None
    assert (found.recipient, found.says, found.for_good) == ("nei@b.no", "5.2.2", True)


@pytest.mark.parametrize(
    "text",
    [
        # qmail
        ("Return-Path: <>\nFrom: MAILER-DAEMON@qmail.example\nSubject: failure notice\n\n"
        "Hi. This is the qmail-send program.\n<borte@b.no>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n"
        f"--- Below this line is a copy of the message.\n\nMessage-ID: <{OURS}>\nSubject: Høring\n\nHei\n"),
        # Exim
        ("From: Mail Delivery System <Mailer-Daemon@exim.example>\nX-Failed-Recipients: borte@b.no\n"
        "Subject: Mail delivery failed: returning message to sender\n\n"
        f"  borte@b.no\n    550 Unrouteable address\n\n------ copy ------\nMessage-Id: <{OURS}>\n"),
        # Exchange, in Norwegian, answering to the mail
        (f"From: postmaster@kommune.example\nIn-Reply-To: <{OURS}>\nSubject: Kan ikke leveres: Høring\n\n"
        "Kunne ikke levere. Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'\n"),
    ],
)  # fmt: skip
def test_odd_servers_are_understood(text: str) -> None:
    found = notice_in(text.encode())
    assert found is not None
    assert OURS in found.message_ids
    assert found.for_good
    assert "5" in found.says


def test_a_person_s_mail_and_an_answer_from_a_holiday_are_no_notices() -> None:
    answer = f"From: Kari <kari@b.no>\nSubject: SV: Høring\nIn-Reply-To: <{OURS}>\n\nMailen kunne ikke leveres sa han."
    assert notice_in(answer.encode()) is None
    away = f"From: kari@b.no\nSubject: Automatisk svar\nAuto-Submitted: auto-replied\nIn-Reply-To: <{OURS}>\n\nFerie"
    assert notice_in(away.encode()) is None


@given(st.binary(max_size=600))
def test_no_bytes_make_it_stumble(data: bytes) -> None:
    notice_in(data)
    notice_in(report("").replace(b"Sorry", data))


def test_an_mbox_holds_several(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "retur.mbox")
    for status in ("5.1.1", "5.2.2"):
        box.add(report(f"Final-Recipient: rfc822; a@b.no\nAction: failed\nStatus: {status}"))
    box.flush()
    notices = [notice_in(data) for data in mails_in(tmp_path / "retur.mbox")]
    assert [notice.says for notice in notices if notice] == ["5.1.1", "5.2.2"]


@pytest.mark.parametrize(
    ("says", "is_so"),
    [("550 5.1.1 <a@b.no>: User unknown", True), ("5.1.10 recipient not found", True),
     ("550 5.2.1 mailbox disabled", True), ("550 no such user here", True),
     ("User unknown", True), ("550 5.7.1 relaying denied", False), ("552 5.2.2 mailbox full", False),
     ("451 4.1.1 try again", False), ("gave up after 10 tries: timed out", False), ("", False)],
)  # fmt: skip
def test_only_a_word_that_nobody_has_the_address_is_one(says: str, is_so: bool) -> None:
    assert is_no_address(says) is is_so
