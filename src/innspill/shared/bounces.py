"""What a mail server says about a mail that it could not deliver. Plain Python.

Delivery status notifications are read as RFC 3464 has them. Older and odder servers write a text
for people instead; there we look for the mail that is quoted in it, and for a status code.
"""

from __future__ import annotations

import mailbox
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from pathlib import Path

_ID = re.compile(r"<([^<>\s@]{1,120}@[^<>\s@]{1,120})>")
_QUOTED_ID = re.compile(
    r"^[>\s]*Message-ID:\s*<([^<>\s@]+@[^<>\s@]+)>", re.IGNORECASE | re.MULTILINE
)
_STATUS = re.compile(r"(?<![\d.])([45])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_REPLY = re.compile(r"(?<![\d.-])([45])\d\d[ -](?=\S)")
_DAEMON = re.compile(r"mailer-daemon|postmaster|mail delivery|maildelivery", re.IGNORECASE)
_RETURNED = re.compile(
    r"undeliver|not be delivered|non-?delivery|delivery (?:has )?(?:failed|failure|status)|failure notice|"
    r"returned mail|mail delivery failed|ikke leveres|ikkje leverast|uleverbar|kunne ikke levere",
    re.IGNORECASE,
)
_NO_SUCH_ADDRESS = re.compile(r"(?<![\d.])5\.(?:1\.\d{1,3}|2\.1)(?![\d.])")
_NO_ADDRESS = re.compile(
    r"(?<![\d.-])55[013](?=[ -])|user unknown|unknown user|no such (?:user|mailbox|recipient)|"
    r"does(?: not|n't) exist",
    re.IGNORECASE,
)
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Notice:
    """A word that a mail was not delivered.

    `message_ids` are those that may be the mail's, the likeliest first, without angle brackets;
    `for_good` is False where the server goes on trying.
    """

    message_ids: tuple[str, ...]
    recipient: str
    says: str
    for_good: bool


def notice_in(data: bytes) -> Notice | None:
    """The notice that a mail is; None where it is another mail, whatever it holds."""
    mail = message_from_bytes(data, policy=policy.default)
    report = _report(mail)
    if report is not None:
        return _from_report(mail, report)
    return _from_text(mail) if _looks_returned(mail) else None


def is_no_address(says: str) -> bool:
    """Whether a server says that nobody has the address, or its mailbox is closed for good.

    A status code (RFC 3463) goes before words: "5.7.1" with "550" is a word about us.
    """
    if _STATUS.search(says):
        return bool(_NO_SUCH_ADDRESS.search(says))
    return bool(_NO_ADDRESS.search(says))


def mails_in(path: Path) -> Iterator[bytes]:
    """The mails of a file: one (.eml), or those of an mbox."""
    data = path.read_bytes()
    if not data.startswith(b"From "):
        yield data
        return
    for mail in mailbox.mbox(path, create=False):
        yield mail.as_bytes()


def _report(mail: EmailMessage) -> Message | None:
    """The part that machines read, of a mail that is a report."""
    kinds = ("message/delivery-status", "message/global-delivery-status")
    if mail.get_content_type() != "multipart/report":
        return None
    return next((part for part in mail.walk() if part.get_content_type() in kinds), None)


def _from_report(mail: EmailMessage, report: Message) -> Notice | None:
    fields: list[Message] = [each for each in report.walk() if each is not report]
    told = [each for each in fields if each.get("Action") or each.get("Status")]
    if not told:
        return _from_text(mail)
    failed = [each for each in told if _field(each, "Action").lower() == "failed"]
    one = (failed or told)[0]
    action, status = _field(one, "Action").lower(), _field(one, "Status")
    if action in {"delivered", "relayed", "expanded"}:
        return None
    diagnosis = _field(one, "Diagnostic-Code").partition(";")[2].strip()
    says = diagnosis if status and status in diagnosis else f"{status} {diagnosis}"
    recipient = _field(one, "Original-Recipient") or _field(one, "Final-Recipient")
    return Notice(
        message_ids=_ids(mail),
        recipient=recipient.rpartition(";")[2].strip(),
        says=_short(says) or "not delivered",
        for_good=bool(failed) or (not action and status.startswith("5")),
    )


def _from_text(mail: EmailMessage) -> Notice:
    text = _text(mail)
    status = _STATUS.search(text) or _REPLY.search(text)
    line = _line_at(text, status.start()) if status else _field(mail, "Subject")
    return Notice(
        message_ids=_ids(mail),
        recipient=_field(mail, "X-Failed-Recipients").partition(",")[0].strip(),
        says=_short(line) or "not delivered",
        for_good=not (status and status[1] == "4"),
    )


def _looks_returned(mail: EmailMessage) -> bool:
    """By what no person's mail has: a daemon, or an empty return path, and a subject that says so."""
    if mail.get("X-Failed-Recipients"):
        return True
    empty = _field(mail, "Return-Path").replace(" ", "") == "<>"
    daemon = bool(_DAEMON.search(_field(mail, "From")))
    said = bool(_RETURNED.search(_field(mail, "Subject")))
    return daemon and (said or empty)


def _ids(mail: EmailMessage) -> tuple[str, ...]:
    """First of the mail that is enclosed, then what the notice answers to, then what it quotes."""
    found: list[str] = []
    for part in mail.walk():
        if part is mail:
            continue
        if part.get_content_type() == "text/rfc822-headers":
            found += _QUOTED_ID.findall(_payload(part))
        elif part.get("Message-ID"):
            found += _ID.findall(_field(part, "Message-ID"))
    for header in ("In-Reply-To", "References"):
        found += _ID.findall(_field(mail, header))
    found += _QUOTED_ID.findall(_text(mail))
    return tuple(dict.fromkeys(found))[:20]


def _text(mail: EmailMessage) -> str:
    parts = (part for part in mail.walk() if part.get_content_maintype() == "text")
    return "\n".join(_payload(part) for part in parts)


def _payload(part: Message) -> str:
    data = part.get_payload(decode=True)
    return data.decode("utf-8", "replace") if isinstance(data, bytes) else ""


def _field(part: Message, name: str) -> str:
    """A header as one line; nothing where it is not there or cannot be parsed."""
    try:
        value = part.get(name)
    except (ValueError, IndexError, AttributeError, TypeError):
        # The standard library's header parser falls over some of what spammers write.
        return ""
    return " ".join(str(value).split()) if value is not None else ""


def _line_at(text: str, at: int) -> str:
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return text[start : end if end != -1 else len(text)]


def _short(said: str) -> str:
    return " ".join(said.split())[:_LONGEST]
