"""What the headers of a mail say that intake needs: who, about what, and whether a program sent it.

The mail itself is stored before anything here looks at it, and whatever it holds this gives an
answer: a header that cannot be read is one that is not there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from email.utils import getaddresses
from typing import Literal

Automatic = Literal["", "auto-submitted", "bounce", "list"]
_MOST_HEADERS = 200_000
"""Bytes of the head that are looked at."""
_LONGEST = 10_000
"""Characters of one header that are looked at."""
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_BULK = frozenset({"bulk", "list", "junk"})
_ID = re.compile(r"<([^<>\s]{3,250})>")
_FAULTS = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    RecursionError,
    MessageError,
)


@dataclass(frozen=True, slots=True)
class Envelope:
    """The headers of one mail. Empty is what it does not say."""

    message_id: str = ""
    sender: str = ""
    """The address of From."""
    name: str = ""
    """The name of From."""
    recipients: tuple[str, ...] = ()
    """The addresses that it was sent to, as far as the headers tell, in small letters."""
    subject: str = ""
    answers: tuple[str, ...] = ()
    """The Message-IDs that it refers to."""
    automatic: Automatic = ""
    """Why no program may answer it; empty where one may."""


def envelope_of(raw: bytes) -> Envelope:
    """The envelope of a mail. Never raises."""
    end = _END_OF_HEAD.search(raw, 0, _MOST_HEADERS)
    head = raw[: end.end() if end else _MOST_HEADERS]
    try:
        message = BytesHeaderParser(policy=compat32).parsebytes(head, headersonly=True)
    except _FAULTS:
        return Envelope()
    name, sender = next(iter(_people(message, "From")), ("", ""))
    return Envelope(
        message_id=next(iter(_ids(message, "Message-ID")), ""),
        sender=sender,
        name=name,
        recipients=tuple(
            dict.fromkeys(
                address.lower()
                for header in ("Delivered-To", "X-Original-To", "To", "Cc")
                for _, address in _people(message, header)
            )
        ),
        subject=_text(message, "Subject"),
        answers=tuple(dict.fromkeys((*_ids(message, "In-Reply-To"), *_ids(message, "References")))),
        automatic=_automatic(message, sender),
    )


def _automatic(message: Message, sender: str) -> Automatic:
    """RFC 3834: what a program sent is not answered by a program; nor are lists and bounces."""
    returned = [value.strip() for value in message.get_all("Return-Path", [])]
    kind = message.get_content_type()
    if "<>" in returned or kind == "multipart/report" or not sender:
        return "bounce"
    if sender.partition("@")[0].lower() in {"mailer-daemon", "postmaster"}:
        return "bounce"
    if _text(message, "Precedence").lower() in _BULK or message.get("List-Id") is not None:
        return "list"
    if _text(message, "Auto-Submitted").lower() not in {"", "no"}:
        return "auto-submitted"
    return "auto-submitted" if message.get("X-Autoreply") is not None else ""


def _people(message: Message, header: str) -> list[tuple[str, str]]:
    """Names and addresses in a header; what cannot be an address is left out."""
    try:
        found = getaddresses([str(value)[:_LONGEST] for value in message.get_all(header, [])[:20]])
    except _FAULTS:
        return []
    return [(_decoded(name), address) for name, address in found[:200] if "@" in address]


def _ids(message: Message, header: str) -> list[str]:
    return [
        each for value in message.get_all(header, [])[:5] for each in _ID.findall(str(value))[:100]
    ]


def _text(message: Message, header: str) -> str:
    return _decoded(str(message.get(header, "")))


def _decoded(value: str) -> str:
    try:
        said = str(make_header(decode_header(value[:2_000])))
    except _FAULTS:
        said = value[:2_000]
    return " ".join(said.split())
