"""What the headers of a mail say that intake needs: who, about what, and whether a program sent it.

The mail itself is stored before anything here looks at it, and whatever it holds this gives an
answer: a header that cannot be read is one that is not there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from email.utils import getaddresses, parsedate_to_datetime
from typing import Literal

from innspill.shared.written import safe_line

Automatic = Literal["", "auto-submitted", "bounce", "list"]
_MOST_HEADERS = 200_000
"""Bytes of the head that are looked at."""
_LONGEST = 10_000
"""Characters of one header that are looked at."""
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_BULK = frozenset({"bulk", "list", "junk"})
_LISTS = {"list-id", "list-post", "list-unsubscribe", "list-help"}
_OWN_WORD = {"x-autoreply", "x-autorespond", "x-autoresponder"}
"""Headers by which older programs say that they answer by themselves."""
_AWAY = re.compile(
    r"(?:(?:re|sv|vs):\s*)*(?:automatisk(?:e)? svar|autosvar|frav[æe]r|fråv[æe]r|ikke til stede|"
    r"ikkje til stades|automatic reply|auto-?reply|out of (?:the )?office)\b",
    re.IGNORECASE,
)
_RETURNED = re.compile(
    r"(?:undeliver|delivery (?:status|failure|has failed)|mail delivery|returned mail|failure not|"
    r"kunne ikke leveres|kan ikke leveres|kunne ikkje leverast|ikke leverbar|uleverbar)",
    re.IGNORECASE,
)
_YES = re.compile(r"(?:yes|true)\b", re.IGNORECASE)
_FORGED = re.compile(r"\bdmarc=fail\b", re.IGNORECASE)
_EXCHANGE_SPAM = 5
_COMMENT = re.compile(r"\([^()]{0,100}\)")
_END_OF_LINE = 2_000
_LONGEST_DATE = 120
_FIRST_MAILS = datetime(1990, 1, 1, tzinfo=UTC)
_LAST_MAILS = datetime(2100, 1, 1, tzinfo=UTC)
_CLOCKS_DIFFER = timedelta(hours=1)
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
    signs: tuple[str, ...] = ()
    """What kind of mail its headers say it is: delivery-report, read-receipt, auto-replied,
    auto-generated, away, list, marked-spam, sender-unverified. Several may hold, mostly none."""
    relayed_at: datetime | None = None
    """When the last mail server took it, by its own Received line."""


def envelope_of(raw: bytes) -> Envelope:
    """The envelope of a mail. Never raises."""
    end = _END_OF_HEAD.search(raw, 0, _MOST_HEADERS)
    head = raw[: end.end() if end else _MOST_HEADERS]
    try:
        message = BytesHeaderParser(policy=compat32).parsebytes(head, headersonly=True)
    except _FAULTS:
        return Envelope()
    name, sender = next(iter(_people(message, "From")), ("", ""))
    subject = _text(message, "Subject")
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
        subject=subject,
        answers=tuple(dict.fromkeys((*_ids(message, "In-Reply-To"), *_ids(message, "References")))),
        automatic=_automatic(message, sender),
        signs=_signs(message, sender, subject),
        relayed_at=_relayed_at(message),
    )


def _automatic(message: Message, sender: str) -> Automatic:
    """RFC 3834: what a program sent is not answered by a program; nor are lists and bounces."""
    if _is_from_nobody(message) or _kind(message) == "multipart/report" or not sender:
        return "bounce"
    if _is_daemon(sender):
        return "bounce"
    if _text(message, "Precedence").lower() in _BULK or _LISTS & _names(message):
        return "list"
    if _submitted(message) not in {"", "no"} or _OWN_WORD & _names(message):
        return "auto-submitted"
    return "auto-submitted" if _text(message, "Precedence").lower() == "auto_reply" else ""


def _signs(message: Message, sender: str, subject: str) -> tuple[str, ...]:
    """What the headers say of what kind of mail it is, for sifting: the codes of `Envelope`."""
    names, report = _names(message), _parameter(message, "report-type")
    is_report = _kind(message) == "multipart/report"
    is_daemon, is_from_nobody = _is_daemon(sender), _is_from_nobody(message)
    is_away, submitted = bool(_AWAY.match(subject)), _submitted(message)
    precedence = _text(message, "Precedence").lower()
    is_returned = is_daemon and (is_from_nobody or bool(_RETURNED.match(subject)))
    is_answer = submitted == "auto-replied" or _OWN_WORD & names or precedence == "auto_reply"
    # Exchange says of an answer from somebody on leave only that a program made it.
    says_so = is_away and (submitted not in {"", "no"} or is_from_nobody)
    told = {
        "delivery-report": (is_report and report in {"delivery-status", "feedback-report"})
        or "x-failed-recipients" in names
        or is_returned,
        "read-receipt": is_report and report == "disposition-notification",
        "auto-replied": bool(is_answer or says_so),
        "auto-generated": submitted not in {"", "no", "auto-replied"},
        "away": is_away,
        "list": bool(precedence in _BULK or _LISTS & names),
        "marked-spam": _is_marked_spam(message),
        "sender-unverified": bool(_FORGED.search(_text(message, "Authentication-Results"))),
    }
    return tuple(sign for sign, is_so in told.items() if is_so)


def _is_marked_spam(message: Message) -> bool:
    """Whether a mail server on the way has called it spam: SpamAssassin, Rspamd or Exchange."""
    said = (_text(message, header) for header in ("X-Spam-Flag", "X-Spam-Status", "X-Spam"))
    if any(_YES.match(value) for value in said):
        return True
    level = _text(message, "X-MS-Exchange-Organization-SCL")
    if level.isascii() and level.isdigit() and int(level[:3]) >= _EXCHANGE_SPAM:
        return True
    return "SFV:SPM" in _text(message, "X-Forefront-Antispam-Report")


def _relayed_at(message: Message) -> datetime | None:
    """The time in the topmost Received line, which the last mail server wrote; None where it has
    none that can be.
    """
    top = next(iter(_values(message, "Received")), "")
    # Comments may hold comments, and those a semicolon.
    plain = _COMMENT.sub(" ", _COMMENT.sub(" ", top[-_END_OF_LINE:]))
    said = plain.rpartition(";")[2][-_LONGEST_DATE:]
    try:
        moment = parsedate_to_datetime(said.strip())
        # "-0000" and no zone at all: Greenwich, as RFC 5322 has it.
        moment = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (*_FAULTS, OverflowError, IndexError):
        return None
    return moment if _FIRST_MAILS <= moment <= _LAST_MAILS else None


def is_credible(moment: datetime | None, now: datetime) -> bool:
    """Whether a mail server may have written this time: not one to come, but for its clock's sake."""
    return moment is not None and moment <= now + _CLOCKS_DIFFER


def mail_key(envelope: Envelope, slug: str | None) -> str:
    """What a mail is known by, beside its bytes: its Message-ID, else its sender and hearing."""
    return f"mail:{envelope.message_id or f'{envelope.sender.lower()} {slug or str()}'}"


def _submitted(message: Message) -> str:
    """Auto-Submitted without parameters and comments, in small letters."""
    found = re.match(r"[\w-]{1,40}", _text(message, "Auto-Submitted").lower())
    return found[0] if found else ""


def _is_from_nobody(message: Message) -> bool:
    """Whether the mail server wrote that the envelope named no sender."""
    return any(value.replace(" ", "") == "<>" for value in _values(message, "Return-Path"))


def _is_daemon(sender: str) -> bool:
    return sender.partition("@")[0].lower() in {"mailer-daemon", "postmaster", "mail-daemon"}


def _names(message: Message) -> set[str]:
    return {name.lower() for name in message}


def _kind(message: Message) -> str:
    return _text(message, "Content-Type").partition(";")[0].strip().lower()


def _parameter(message: Message, name: str) -> str:
    found = re.search(
        rf"{name}\s*=\s*\"?([\w-]{{1,80}})", _text(message, "Content-Type"), re.IGNORECASE
    )
    return found[1].lower() if found else ""


def _values(message: Message, header: str) -> list[str]:
    """The values of a header, the topmost first, as far as they are looked at."""
    found = [value for name, value in message.raw_items() if name.lower() == header.lower()]
    return [safe_line(_unescaped(value)[:_LONGEST]) for value in found[:20]]


def _unescaped(value: str) -> str:
    """A header in UTF-8 as it is (RFC 6532), which the parser has put aside byte by byte."""
    return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _people(message: Message, header: str) -> list[tuple[str, str]]:
    """Names and addresses in a header; what cannot be an address is left out."""
    try:
        found = getaddresses(_values(message, header))
    except _FAULTS:
        return []
    return [(_decoded(name), address) for name, address in found[:200] if "@" in address]


def _ids(message: Message, header: str) -> list[str]:
    return [each for value in _values(message, header)[:5] for each in _ID.findall(value)[:100]]


def _text(message: Message, header: str) -> str:
    return _decoded(next(iter(_values(message, header)), ""))


def _decoded(value: str) -> str:
    try:
        said = str(make_header(decode_header(value[:2_000])))
    except _FAULTS:
        said = value[:2_000]
    return safe_line(said)
