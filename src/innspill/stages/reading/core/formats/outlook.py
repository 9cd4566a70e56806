"""Outlook messages (.msg): headers, the fullest of their texts, and the attachments.

Sources: MS-OXMSG (how it is stored) and MS-OXPROPS (what the properties mean).
"""

from __future__ import annotations

import datetime as dt
import email.utils
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from oxmsg.domain.model import ATTACH_HDR_OFFSET, MSG_HDR_OFFSET
from oxmsg.properties import Properties
from oxmsg.storage import Storage

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats import mail_notices
from innspill.stages.reading.core.formats.code_pages import charset_of
from innspill.stages.reading.core.formats.mail import INLINE, MAIL_HEADERS, read_mail
from innspill.stages.reading.core.formats.mail_body import mark_lines
from innspill.stages.reading.core.formats.mime import Part, parts_of
from innspill.stages.reading.core.formats.opened import Member
from innspill.stages.reading.core.formats.outlook_body import Body, shown_of
from innspill.stages.reading.core.formats.outlook_mail import Letter, as_mail
from innspill.stages.reading.core.formats.outlook_storage import storage_of
from innspill.stages.reading.core.formats.signed import content_of
from innspill.stages.reading.core.values import Document

MEDIA_TYPE = "application/vnd.ms-outlook"
_EMBEDDED_HDR_OFFSET = 24
_UNICODE, _BYTES, _BINARY, _OBJECT = 0x1F, 0x1E, 0x102, 0x0D
_CLASS, _SUBJECT, _HEADERS, _SENT, _ARRIVED = 0x1A, 0x37, 0x7D, 0x39, 0x0E06
_TO, _CC, _PLAIN, _RTF, _HTML = 0x0E04, 0x0E03, 0x1000, 0x1009, 0x1013
_MESSAGE_ID, _REPLY_TO_ID = 0x1035, 0x1042
_SENDERS = ((0x0C1A, 0x5D01, 0x0C1F), (0x42, 0x5D02, 0x65))
_INTERNET_PAGE, _MESSAGE_PAGE = 0x3FDE, 0x3FFD
_DATA, _METHOD, _LONG_NAME, _SHORT_NAME, _SHOWN_NAME = 0x3701, 0x3705, 0x3707, 0x3704, 0x3001
_CONTENT_ID, _MIME_KIND = 0x3712, 0x370E
_BY_REFERENCE, _EMBEDDED = (2, 3, 4, 7), 5
_KINDS = (
    ("REPORT.", ".NDR", "bounce"), ("REPORT.", ".DR", "bounce"), ("REPORT.", ".IPNRN", "read-receipt"),
    ("REPORT.", ".IPNNRN", "read-receipt"), ("IPM.NOTE.RULES.OOFTEMPLATE", "", "auto-reply"),
    ("IPM.NOTE.RULES.REPLYTEMPLATE", "", "auto-reply"),
)  # fmt: skip
_CID = re.compile(r"""src\s*=\s*["']?cid:([^"'>\s]{1,300})""", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|bmp|tiff?|webp)$", re.IGNORECASE)
_DEEPEST = 10


@dataclass(frozen=True, slots=True)
class _Stored:
    """A message or an attachment as it is stored, and where its properties begin."""

    storage: Storage
    offset: int
    charset: str

    def text(self, name: int) -> str:
        """The property `name` as text; empty where there is none."""
        raw = self.raw(name, _UNICODE)
        if raw:
            return raw.decode("utf-16-le", "replace").rstrip("\0")
        return self.raw(name, _BYTES).decode(self.charset, "replace").rstrip("\0")

    def raw(self, name: int, kind: int) -> bytes:
        """The bytes of the property `name`; empty where there are none."""
        try:
            return bytes(self.storage.property_stream_bytes(name, kind))
        except KeyError:
            return b""

    def number(self, name: int) -> int | None:
        """The property `name` as a number."""
        value = self._listed(name)
        return value if isinstance(value, int) else None

    def moment(self, name: int) -> dt.datetime | None:
        """The property `name` as a moment."""
        value = self._listed(name)
        return value if isinstance(value, dt.datetime) else None

    def _listed(self, name: int) -> object:
        """The value of `name` in the list of properties; None where the library cannot tell it.

        It may overflow, be listed as text that is not stored, or in a charset that is not known.
        """
        try:
            return self._properties().date_prop_value(name)
        except (OverflowError, ValueError, AttributeError, LookupError, struct.error):
            return None

    def _properties(self) -> Properties:
        return Properties(self.storage, self.offset)

    def is_whole(self) -> bool:
        """Whether it has its list of properties, without which nothing in it can be trusted."""
        return any(stream.name == "__properties_version1.0" for stream in self.storage.streams)


def read_outlook(data: bytes) -> tuple[Document, tuple[Member, ...]]:
    """The message `data` as a document, and its attachments in order.

    A message within the message has no bytes of its own there: it is written as a mail (.eml).
    Raises `Unreadable` where the file is damaged, or messages lie in messages without end.
    """
    message = _message(storage_of(data), MSG_HDR_OFFSET)
    if (inner := _signed(message)) is not None:
        document, files = inner
        properties = {**_properties(message), "signed": "pkcs7-mime"}
        flags = tuple(dict.fromkeys([*document.flags, *_flags(message)]))
        return (
            Document(MEDIA_TYPE, document.blocks, document.hidden, properties, flags),
            files,
        )
    shown = shown_of(_body(message))
    flags = tuple(dict.fromkeys([*shown.flags, *_flags(message)]))
    blocks = tuple(mark_lines(shown.blocks))
    document = Document(MEDIA_TYPE, blocks, tuple(shown.hidden), _properties(message), flags)
    return document, tuple(_attachments(message, 0))


def _message(storage: Storage, offset: int) -> _Stored:
    stored = _Stored(storage, offset, "cp1252")
    if not stored.is_whole():
        raise Unreadable("damaged", "The Outlook message lacks its list of properties.")
    page = stored.number(_MESSAGE_PAGE) or stored.number(_INTERNET_PAGE)
    return _Stored(storage, offset, charset_of(page) if page else "cp1252")


def _body(message: _Stored) -> Body:
    page = message.number(_INTERNET_PAGE)
    html = message.raw(_HTML, _BINARY)
    charset = charset_of(page) if page else None
    if not html and (written := message.text(_HTML)):
        html, charset = written.encode("utf-8", "replace"), "utf-8"
    return Body(message.text(_PLAIN), html, charset, message.raw(_RTF, _BINARY))


def _properties(message: _Stored) -> dict[str, str]:
    """What the message says of itself, by the names that mails have; as sent, where that is kept."""
    sent = _transport(message)
    found = {name: sent.header(header) for header, name in MAIL_HEADERS.items()}
    own = {
        "from": _sender(message), "to": message.text(_TO), "cc": message.text(_CC),
        "subject": message.text(_SUBJECT), "date": _date(message),
        "message_id": message.text(_MESSAGE_ID), "in_reply_to": message.text(_REPLY_TO_ID),
    }  # fmt: skip
    for name, value in own.items():
        found[name] = found.get(name) or " ".join(value.split())
    return {name: value for name, value in found.items() if value}


def _transport(message: _Stored) -> Part:
    """The headers that the message came with, as a mail without content."""
    headers = message.text(_HEADERS).lstrip().encode("utf-8", "replace")
    return parts_of(headers.replace(b"\r\n", b"\n").split(b"\n\n")[0] + b"\n\n")


def _sender(message: _Stored) -> str:
    for name_at, *addresses in _SENDERS:
        name = message.text(name_at)
        found = [message.text(address) for address in addresses]
        address = next((each for each in found if "@" in each), "")
        if name or address:
            return (
                f"{name} <{address}>" if name and address and name != address else name or address
            )
    return ""


def _date(message: _Stored) -> str:
    moment = message.moment(_SENT) or message.moment(_ARRIVED)
    return email.utils.format_datetime(moment) if moment else ""


def _flags(message: _Stored) -> list[str]:
    kind = message.text(_CLASS).upper()
    found = [flag for start, end, flag in _KINDS if kind.startswith(start) and kind.endswith(end)]
    if kind.startswith("IPM.NOTE.SMIME") and _signed(message) is None:
        found.append("encrypted")
    return found or mail_notices.flags_of(_transport(message))


def _signed(message: _Stored) -> tuple[Document, tuple[Member, ...]] | None:
    """The mail that a signed message wraps whole; None for all others."""
    if not message.text(_CLASS).upper().startswith("IPM.NOTE.SMIME"):
        return None
    wrapped = [_stored_file(each).raw(_DATA, _BINARY) for each in _files(message)]
    if len(wrapped) != 1:
        return None
    if wrapped[0].lstrip()[:20].lower().startswith(b"content-type"):
        content: bytes | None = wrapped[0]
    else:
        content = content_of(wrapped[0])
    if content is None:
        return None
    document, files = read_mail(content)
    return document, tuple((file.name, file.data) for file in files)


def _files(message: _Stored) -> Iterator[Storage]:
    yield from message.storage.iter_attachment_storages()


def _stored_file(storage: Storage) -> _Stored:
    return _Stored(storage, ATTACH_HDR_OFFSET, "cp1252")


def _attachments(message: _Stored, depth: int) -> Iterator[Member]:
    if depth > _DEEPEST:
        raise Unreadable("too-deep", "The message has messages within messages without end.")
    html = _body(message).html.decode("latin-1")
    shown = frozenset(_CID.findall(html))
    seen: dict[str, int] = {}
    for storage in _files(message):
        file = _Stored(storage, ATTACH_HDR_OFFSET, message.charset)
        name, content = _member(file, shown, depth)
        count = seen[name] = seen.get(name, 0) + 1
        stem, dot, end = name.rpartition(".")
        yield (f"{stem} ({count}){dot}{end}" if count > 1 and dot else name), content


def _member(file: _Stored, shown: frozenset[str], depth: int) -> Member:
    """An attachment: its name and its bytes, or why they cannot be had."""
    given = file.text(_LONG_NAME) or file.text(_SHORT_NAME) or file.text(_SHOWN_NAME)
    name = " ".join(given.replace("\\", "/").rpartition("/")[2].split())
    if not file.is_whole():
        return name or "unnamed", Unreadable("damaged", "The attachment is damaged.")
    method = file.number(_METHOD)
    inner = next((s for s in file.storage.storages if s.name.startswith("__substg1.0_3701")), None)
    if method == _EMBEDDED and inner is not None:
        letter = _letter(_message(inner, _EMBEDDED_HDR_OFFSET), depth + 1)
        return f"{letter.title}.eml", as_mail(letter)
    data = file.raw(_DATA, _BINARY)
    if not data and method in _BY_REFERENCE:
        reason = "The attachment is only a link to a file elsewhere."
        return name or "unnamed", Unreadable("attachment-elsewhere", reason)
    if not data and inner is not None:
        reason = "The attachment is an object of another program, which is not read."
        return name or "unnamed", Unreadable("unknown-format", reason)
    picture = _PICTURE.search(name) or file.text(_MIME_KIND).startswith("image/")
    inline = picture and file.text(_CONTENT_ID).strip("<> ") in shown
    return (INLINE if inline else "") + (name or "unnamed"), data


def _letter(message: _Stored, depth: int) -> Letter:
    body = _body(message)
    shown = shown_of(body)
    text = "\n".join(block.text for block in shown.blocks)
    files = tuple(_attachments(message, depth))
    return Letter(_properties(message), body.plain or text, body.html, body.charset, files)
