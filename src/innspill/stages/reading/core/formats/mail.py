"""Mails (.eml): headers, the text, and the attachments as files of their own."""

from __future__ import annotations

import base64
import binascii
import email
import email.errors
import email.header
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.html import read_html
from innspill.stages.reading.core.formats.mail_body import mark_lines
from innspill.stages.reading.core.formats.plain_text import decode, line_blocks
from innspill.stages.reading.core.values import Block, Document, Hidden

MEDIA_TYPE = "message/rfc822"
_HEADERS = {
    "from": "from", "to": "to", "cc": "cc", "reply-to": "reply_to", "subject": "subject",
    "date": "date", "message-id": "message_id", "in-reply-to": "in_reply_to",
    "auto-submitted": "auto_submitted",
}  # fmt: skip
_FAULTS = (
    ValueError, LookupError, AttributeError, TypeError, AssertionError,
    email.errors.MessageError, binascii.Error,
)  # fmt: skip
_TAG = re.compile(r"<[^<>]*>")
_DEEPEST = 50
_FEWEST_OF_HTML = 0.5
"""A text part with less than this share of the HTML part's words is only a stand-in for it."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attachment: its name in the mail and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Text:
    """One text part of the mail."""

    data: bytes
    charset: str | None
    is_html: bool


def read_mail(data: bytes) -> tuple[Document, tuple[Attachment, ...]]:
    """The mail `data` as a document, and its attachments in order.

    Raises `Unreadable` where parts lie in parts deeper than any mail program makes them.
    """
    if data.startswith(b"From "):
        data = data.partition(b"\n")[2]
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = list(_leaves(message, 0))
    except RecursionError as error:
        raise Unreadable("too-deep", "The mail has parts within parts without end.") from error
    texts = [part for part in parts if isinstance(part, _Text)]
    attachments = [part for part in parts if isinstance(part, Attachment)]
    blocks, hidden = _body(texts)
    document = Document(MEDIA_TYPE, tuple(blocks), tuple(hidden), _properties(message))
    return document, tuple(_named_apart(attachments))


def _properties(message: Message) -> dict[str, str]:
    found = {name: _header(message, header) for header, name in _HEADERS.items()}
    return {name: value for name, value in found.items() if value}


def _header(message: Message, name: str) -> str:
    """The header `name` in words; the stdlib raises on some malformed ones."""
    try:
        return " ".join(str(message[name] or "").split())
    except _FAULTS:
        raw = [str(value) for key, value in message.raw_items() if key.lower() == name]
    try:
        return " ".join(str(email.header.make_header(email.header.decode_header(raw[0]))).split())
    except _FAULTS:
        return " ".join(raw[0].split()) if raw else ""


def _leaves(part: Message, depth: int) -> Iterator[_Text | Attachment]:
    """The texts and attachments of `part` in order; of alternatives only the best one."""
    if depth > _DEEPEST:
        raise Unreadable("too-deep", f"The mail has parts within parts more than {_DEEPEST} deep.")
    if part.get_content_type() == MEDIA_TYPE:
        yield _nested(part)
        return
    inner = part.get_payload()
    if isinstance(inner, list) and part.is_multipart():
        children = [child for child in inner if isinstance(child, Message)]
        if part.get_content_type() == "multipart/alternative":
            children = list(_best(children))
        for child in children:
            yield from _leaves(child, depth + 1)
        return
    yield _leaf(part)


def _best(children: list[Message]) -> Iterator[Message]:
    """Of alternatives the plain text, or the HTML where the plain text only stands in for it."""
    plain = next((c for c in children if c.get_content_type() == "text/plain"), None)
    rich = next((c for c in children if c is not plain and _holds_html(c)), None)
    if plain is not None and rich is not None:
        yield rich if _words(plain) < _words(rich) * _FEWEST_OF_HTML else plain
    elif plain is not None or rich is not None:
        yield from filter(None, (plain or rich,))
    yield from (c for c in children if c is not plain and c is not rich)


def _holds_html(part: Message) -> bool:
    return any(inner.get_content_type() == "text/html" for inner in part.walk())


def _words(part: Message) -> int:
    texts = [leaf for leaf in _leaves(part, 1) if isinstance(leaf, _Text)]
    return sum(len(block.text.split()) for block in _body(texts)[0])


def _leaf(part: Message) -> _Text | Attachment:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    name = _file_name(part)
    is_text = part.get_content_maintype() == "text"
    if name is None and is_text and part.get_content_disposition() != "attachment":
        return _Text(data, _charset(part), part.get_content_subtype() == "html")
    return Attachment(name or _invented_name(part), data)


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except _FAULTS:
        return None


def _file_name(part: Message) -> str | None:
    try:
        name = part.get_filename()
    except _FAULTS:
        return None
    return " ".join(name.replace("\\", "/").rpartition("/")[2].split()) or None if name else None


def _invented_name(part: Message) -> str:
    known = {"text/html": "html", "text/plain": "txt", "application/pdf": "pdf"}
    kind = part.get_content_type()
    return f"unnamed.{known.get(kind) or kind.rpartition('/')[2]}"


def _nested(part: Message) -> Attachment:
    """A mail within the mail, its bytes as they would be written again."""
    payload = part.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else None
    name = _file_name(part)
    if not isinstance(inner, Message):
        decoded = part.get_payload(decode=True)
        return Attachment(name or "message.eml", decoded if isinstance(decoded, bytes) else b"")
    try:
        if str(part.get("content-transfer-encoding", "")).strip().lower() == "base64":
            data = base64.b64decode(str(inner.get_payload()).encode("ascii", "ignore"))
        else:
            data = inner.as_bytes(policy=email.policy.compat32)
    except _FAULTS:
        data = str(inner.get_payload()).encode("utf-8", "replace")
    subject = _header(inner, "subject").replace("/", "-")[:80]
    return Attachment(name or f"{subject or 'message'}.eml", data)


def _body(texts: list[_Text]) -> tuple[list[Block], list[Hidden]]:
    """The blocks of the mail's texts one after the other; the second text's names begin "x2"."""
    blocks: list[Block] = []
    hidden: list[Hidden] = []
    for at, text in enumerate(texts, start=1):
        if text.is_html:
            if not text.data.strip():
                continue
            found, apart = _html_body(text)
            hidden += apart
        else:
            found = line_blocks(decode(text.data, text.charset)[0])
        blocks += [replace(block, id=f"x{at}{block.id}") for block in found] if at > 1 else found
    return mark_lines(blocks), hidden


def _html_body(text: _Text) -> tuple[list[Block], tuple[Hidden, ...]]:
    """The blocks of an HTML text; where it cannot be read as a page, its words without tags."""
    try:
        page = read_html(text.data, text.charset)
    except Unreadable:
        return line_blocks(_TAG.sub(" ", decode(text.data, text.charset)[0])), ()
    return list(page.blocks), page.hidden


def _named_apart(attachments: list[Attachment]) -> Iterator[Attachment]:
    """The attachments, a name used twice made different: "svar.docx", "svar (2).docx"."""
    seen: dict[str, int] = {}
    for attachment in attachments:
        count = seen[attachment.name] = seen.get(attachment.name, 0) + 1
        if count > 1:
            stem, dot, end = attachment.name.rpartition(".")
            name = f"{stem} ({count}){dot}{end}" if dot else f"{end} ({count})"
            attachment = replace(attachment, name=name)
        yield attachment
