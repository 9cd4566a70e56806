"""A mail, and a ZIP, with canaries in heads, names, other parts and what is packed within."""

# ruff: noqa: E731 - markup is told as it stands in the file

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

from tests.core.reading.blocks.outlook_files import (
    UNICODE,
    Property,
    attachment,
    compound,
    message,
)

from .planting import Canaries, jpeg, png


def mail_with_canaries(sender: str, to: str, subject: str, nest: Canaries) -> bytes:
    """The mail, as a server hands it on."""
    w = lambda place: nest.word(f"Mail: {place}")
    message = EmailMessage()
    message["Received"] = (
        f"from {w('Received')}.example by mx.example; Mon, 2 Mar 2026 10:00:00 +0100"
    )
    message["From"] = f'"{sender}" <post@{w("address of the sender")}.example>'
    message["To"] = f"{to}, {w('other receiver')}@epost.example"
    message["Cc"] = f"{w('copy to')}@epost.example"
    message["Reply-To"] = f"{w('reply to')}@epost.example"
    message["Subject"] = subject
    message["Message-ID"] = f"<{w('Message-ID')}@epost.example>"
    message["X-Mailer"] = w("X-Mailer")
    message["X-Originating-IP"] = w("X-Originating-IP")
    message["Thread-Topic"] = w("Thread-Topic")
    message.set_content(f"{sender}\n\nVi mener at {nest.control('mail')} må med i planen.\n\n"
                        f"Ring {nest.phone('Mail: phone in the text')} om dette.\n")  # fmt: skip
    message.add_alternative(
        f"<p>{sender}</p><p>Vi mener at {nest.control('mail')} må med i planen.</p>"
        f"<!-- {w('comment in the HTML')} --><p style='display:none'>{w('hidden in the HTML')}</p>",
        subtype="html",
    )
    message.add_attachment(jpeg(w("EXIF of a picture")), maintype="image", subtype="jpeg",
                           filename=f"{w('name of a picture')}.jpg")  # fmt: skip
    raw = bytes(message)
    boundary = message.get_boundary() or ""
    head = f"--{boundary}".encode()
    return raw.replace(head, w("before the first part").encode() + b"\n" + head, 1) + (
        f"\n{w('after the last part')}\n".encode()
    )


def nested_mail(sender: str, nest: Canaries) -> bytes:
    """A mail that carries another one, handed in as a file."""
    w = lambda place: nest.word(f"Nested mail: {place}")
    inner = EmailMessage()
    inner["From"], inner["To"] = (
        f"{w('inner From')}@epost.example",
        f"{w('inner To')}@epost.example",
    )
    inner["Subject"] = f"Om {w('inner Subject')}"
    inner.set_content(f"Skriv til {nest.email('Nested mail: address in the inner text')}.\n")
    outer = EmailMessage()
    outer["From"], outer["Subject"] = f"{sender} <{w('outer From')}@epost.example>", "Høringssvar"
    outer["To"] = f"{w('outer To')}@epost.example"
    outer.set_content(
        f"{sender}\n\nVi mener at {nest.control('nested mail')} må med i planen. "
        + "Vi støtter forslaget, men ber om at kommunene får tid nok til å gjøre arbeidet. " * 4
    )
    outer.add_attachment(inner, filename=f"{w('name of the inner mail')}.eml")
    return bytes(outer)


def outlook_with_canaries(sender: str, nest: Canaries) -> bytes:
    """A message as Outlook keeps it, with what it tells beside the text."""
    w = lambda place: nest.word(f"Outlook: {place}")
    headers = (
        f"From: {sender} <post@{w('From in the headers')}.example>\r\n"
        f"Received: from {w('Received')}.example\r\nMessage-ID: <{w('Message-ID')}@x.example>\r\n\r\n"
    )
    text = (
        f"{sender}\r\n\r\nVi mener at {nest.control('Outlook')} må med i planen.\r\n\r\n"
        f"Ring {nest.phone('Outlook: phone in the text')} om dette.\r\n"
    )
    told: list[Property] = [
        (0x001A, UNICODE, "IPM.Note"), (0x0037, UNICODE, f"Høringssvar {w('subject')}"),
        (0x0C1A, UNICODE, w("name of the sender")),
        (0x5D01, UNICODE, f"{w('address of the sender')}@epost.example"),
        (0x0E04, UNICODE, w("receiver")), (0x0E03, UNICODE, w("copy to")),
        (0x0070, UNICODE, w("topic of the thread")), (0x3FF8, UNICODE, w("who made it")),
        (0x007D, UNICODE, headers), (0x1000, UNICODE, text),
    ]  # fmt: skip
    picture = attachment(f"{w('name of a picture')}.jpg", jpeg(w("EXIF of a picture")))
    return compound(message(told, picture))


def zip_with_canaries(sender: str, nest: Canaries) -> bytes:
    """A ZIP with a letter, and what is told beside it."""
    w = lambda place: nest.word(f"ZIP: {place}")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        entry = zipfile.ZipInfo(f"{w('folder')}/{w('name of a file')}.txt")
        entry.comment = w("comment of a file").encode()
        letter = f"{sender}\n\nVi mener at {nest.control('ZIP')} må med i planen.\n"
        package.writestr(entry, letter.encode())
        package.writestr("bilde.png", png(w("text chunk of a picture")))
        package.comment = w("comment of the ZIP").encode()
    return made.getvalue()
