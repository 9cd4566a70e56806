"""A message within an Outlook message, written as a mail: the same message gives the same bytes."""

from __future__ import annotations

import email.policy
from dataclasses import dataclass
from email.message import EmailMessage

from innspill.shared.errors import Unreadable
from innspill.shared.values import sha256_of
from innspill.stages.reading.core.formats.opened import Member
from innspill.stages.reading.core.formats.plain_text import decode

_HEADERS = {
    "from": "From", "to": "To", "cc": "Cc", "subject": "Subject", "date": "Date",
    "message_id": "Message-ID", "in_reply_to": "In-Reply-To",
}  # fmt: skip
_POLICY = email.policy.compat32.clone(linesep="\r\n")


@dataclass(frozen=True, slots=True)
class Letter:
    """A message's headers by the names of `Document.properties`, its texts, and its files."""

    properties: dict[str, str]
    plain: str
    html: bytes
    charset: str | None
    files: tuple[Member, ...]

    @property
    def title(self) -> str:
        """Its subject as the name of a file."""
        return self.properties.get("subject", "").replace("/", "-")[:80] or "message"


def as_mail(letter: Letter) -> bytes:
    """`letter` as a mail. Attachments that cannot be had are named in it."""
    mail = EmailMessage()
    mail.set_content(letter.plain or " ", charset="utf-8", cte="base64")
    if letter.html:
        html = decode(letter.html, letter.charset)[0]
        mail.add_alternative(html, subtype="html", charset="utf-8", cte="base64")
    for name, data in letter.files:
        content = str(data).encode() if isinstance(data, Unreadable) else data
        mail.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name, cte="base64"
        )
    for number, part in enumerate(mail.walk()):
        if part.is_multipart():
            told = sha256_of(letter.plain.encode("utf-8", "replace") + letter.html)
            part.set_boundary(f"=_innspill_{told[:32]}_{number}")
    return _head(letter) + mail.as_bytes(policy=_POLICY)


def _head(letter: Letter) -> bytes:
    """The headers as they read, in UTF-8: no length of line binds them here."""
    lines = [
        f"{_HEADERS[name]}: {' '.join(value.split())}\r\n"
        for name, value in letter.properties.items()
        if name in _HEADERS
    ]
    return "".join(lines).encode("utf-8", "replace")
