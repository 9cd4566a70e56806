"""Mails (.eml): headers, the text, and the attachments as files of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats import mail_notices
from innspill.stages.reading.core.formats.html import read_html
from innspill.stages.reading.core.formats.mail_body import mark_lines
from innspill.stages.reading.core.formats.mail_text import Shown, Text, better, differ, show_texts
from innspill.stages.reading.core.formats.mime import MAIL, Part, parts_of, walk, words_of
from innspill.stages.reading.core.formats.outlook_body import shown_of
from innspill.stages.reading.core.formats.signed import content_of
from innspill.stages.reading.core.formats.tnef import SIGNATURE as TNEF
from innspill.stages.reading.core.formats.tnef import read_tnef
from innspill.stages.reading.core.values import Document, Hidden

MEDIA_TYPE = MAIL
INLINE = "inline/"
"""Before the name of a picture that stands in the mail's text, as a logo or a pasted screen."""
MAIL_HEADERS = {
    "from": "from", "to": "to", "cc": "cc", "reply-to": "reply_to", "subject": "subject",
    "date": "date", "message-id": "message_id", "in-reply-to": "in_reply_to",
    "auto-submitted": "auto_submitted",
}  # fmt: skip
_SIGNATURES = frozenset((
    "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature",
))  # fmt: skip
_SIGNED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime"))
_LOCKED = frozenset(("multipart/encrypted", "application/pgp-encrypted"))
_ENDINGS = {
    "text/html": "html", "text/plain": "txt", "application/pdf": "pdf", "text/calendar": "ics",
    "image/jpeg": "jpg", "message/delivery-status": "txt", "text/rfc822-headers": "txt",
}  # fmt: skip
_PGP = b"-----BEGIN PGP MESSAGE-----"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attachment: its name in the mail and its bytes."""

    name: str
    data: bytes


@dataclass(slots=True)
class _Found:
    """What the parts of a mail hold, in order."""

    texts: list[Text] = field(default_factory=list)
    files: list[Attachment] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)
    outlook: Shown | None = None
    """The text of an Outlook package, which counts where the mail itself has none."""

    def add(self, other: _Found, *, texts: bool = True, alternative: bool = False) -> None:
        """Takes in what `other` holds, its texts only where they are shown."""
        self.texts += other.texts if texts else []
        # What both alternatives bring is one file.
        known = self.files if alternative else ()
        self.files += [each for each in other.files if each not in known]
        self.hidden += other.hidden
        self.flags += other.flags
        self.properties |= other.properties
        self.outlook = self.outlook or other.outlook


def read_mail(data: bytes) -> tuple[Document, tuple[Attachment, ...]]:
    """The mail `data` as a document, and its attachments in order.

    A mail within the mail is an attachment with the bytes it has there. Raises `Unreadable` where
    parts lie in parts deeper than any mail program makes them, or where there are far too many.
    """
    if data.startswith(b"From "):
        data = data.partition(b"\n")[2]
    whole = parts_of(data)
    if _is_saved_page(whole):
        pictures = _gathered(whole, frozenset()).files
        return _page(whole), tuple(named_apart(pictures))
    found = _gathered(whole, _pictures_shown(whole))
    shown = show_texts(found.texts)
    if not shown.blocks and found.outlook is not None:
        shown = found.outlook
    properties = {name: whole.header(header) for header, name in MAIL_HEADERS.items()}
    properties = {name: value for name, value in properties.items() if value}
    flags = [*shown.flags, *found.flags, *mail_notices.flags_of(whole)]
    document = Document(
        MEDIA_TYPE,
        tuple(mark_lines(shown.blocks)),
        (*shown.hidden, *found.hidden),
        {**properties, **found.properties},
        tuple(dict.fromkeys(flags)),
    )
    return document, tuple(named_apart(found.files))


def _is_saved_page(whole: Part) -> bool:
    """Whether it is a web page that a browser saved in the form of a mail (.mht)."""
    sent = whole.header("to") or whole.header("message-id")
    placed = any(part.header("content-location") for part in walk(whole))
    return not sent and placed and any(part.kind == "text/html" for part in walk(whole))


def _page(whole: Part) -> Document:
    """The first page of a saved one; the others, and pictures and styles, are what it uses."""
    part = next(part for part in walk(whole) if part.kind == "text/html")
    page = read_html(part.content()[0], part.parameter("charset") or None)
    title = {"title": subject} if (subject := whole.header("subject")) else {}
    return replace(page, properties={**title, **page.properties})


def _pictures_shown(whole: Part) -> frozenset[str]:
    """The names (Content-ID) of pictures that the HTML of the mail shows in the text."""
    named: set[str] = set()
    for part in walk(whole):
        if part.kind == "text/html":
            content = part.content()[0]
            named |= {name.decode("ascii", "replace") for name in _CID.findall(content)}
    return frozenset(named)


_CID = re.compile(rb"""src\s*=\s*["']?cid:([^"'>\s]{1,300})""", re.IGNORECASE)


def _gathered(part: Part, shown: frozenset[str]) -> _Found:
    """What `part` and the parts in it hold; of alternatives only the best is text."""
    if part.kind in _LOCKED:
        return _Found(flags=["encrypted"])
    if not part.parts:
        return _leaf(part, shown)
    children = [_gathered(inner, shown) for inner in part.parts]
    found = _Found(hidden=_around(part))
    if part.kind == "multipart/alternative":
        return _best(found, part.parts, children)
    for child in children:
        found.add(child)
    return found


def _around(part: Part) -> list[Hidden]:
    """Text outside of all parts: only programs that know no parts show it."""
    texts = (part.data[place.start : place.end] for place in part.around)
    said = (" ".join(text.decode("utf-8", "replace").split()) for text in texts)
    return [Hidden("outside-parts", text) for text in said if text and "MIME" not in text]


def _best(found: _Found, parts: Sequence[Part], children: Sequence[_Found]) -> _Found:
    """The alternatives as one: the text of the best of them, the files of all."""
    plain = _first(children, [part.kind == "text/plain" for part in parts])
    rich = _first(children, [_holds_html(part) for part in parts])
    chosen = plain or rich
    if plain is not None and rich is not None:
        one, other = show_texts(plain.texts), show_texts(rich.texts)
        chosen, spare = (rich, one) if better(one, other) else (plain, other)
        if differ(one, other):
            found.flags.append("alternatives-differ")
            text = "\n".join(block.text for block in spare.blocks)
            found.hidden.append(Hidden("alternative", text))
    for child in children:
        found.add(child, texts=child is chosen, alternative=True)
    return found


def _first(children: Sequence[_Found], fits: Sequence[bool]) -> _Found | None:
    return next((child for child, fit in zip(children, fits, strict=True) if fit), None)


def _holds_html(part: Part) -> bool:
    return any(inner.kind == "text/html" for inner in walk(part))


def _leaf(part: Part, shown: frozenset[str]) -> _Found:
    """A part that has none in it: a text, a file, a mail, or something that is wrapped."""
    if part.kind in _SIGNATURES:
        return _Found(properties={"signed": part.kind.partition("/")[2]})
    data, whole = part.content()
    flags = [] if whole else ["damaged-part"]
    if part.kind in _SIGNED:
        return _unwrapped(part, data, shown)
    if part.kind == MAIL:
        return _Found(files=[Attachment(_mail_name(part, data), data)], flags=flags)
    if part.kind == "application/ms-tnef" or data.startswith(TNEF):
        return _from_outlook(part, data)
    name = part.file_name()
    if _is_text(part, name):
        locked = ["encrypted"] if data.lstrip().startswith(_PGP) else []
        return _Found(texts=[_text(part, data)], flags=[*flags, *locked])
    return _Found(files=[Attachment(_file_name(part, name, shown), data)], flags=flags)


def _is_text(part: Part, name: str | None) -> bool:
    """Whether a part is the mail's own text; a name alone makes no file of the first part."""
    if part.header("content-disposition").lower().startswith("attachment"):
        return False
    if part.kind in ("text/plain", "text/html") or part.kind.startswith("multipart/"):
        return name is None or part.body.end == len(part.data)
    return False


def _text(part: Part, data: bytes) -> Text:
    flowed = part.parameter("format").lower() == "flowed"
    joined = part.parameter("delsp").lower() == "yes"
    charset = part.parameter("charset") or None
    return Text(data, charset, part.kind == "text/html", flowed, joined)


def _file_name(part: Part, name: str | None, shown: frozenset[str]) -> str:
    picture = part.kind.startswith("image/")
    name = name or f"unnamed.{_ENDINGS.get(part.kind) or part.kind.rpartition('/')[2]}"
    return INLINE + name if picture and part.header("content-id").strip("<> ") in shown else name


def _mail_name(part: Part, data: bytes) -> str:
    """The name of a mail within the mail: its own, or its subject."""
    if name := part.file_name():
        return name
    subject = parts_of(data[: data.find(b"\n\n") + 1 or len(data)][:100_000]).header("subject")
    return f"{words_of(subject).replace('/', '-')[:80] or 'message'}.eml"


def _unwrapped(part: Part, data: bytes, shown: frozenset[str]) -> _Found:
    """What a part that was signed as a whole holds (S/MIME); a locked one holds nothing for us."""
    inner = content_of(data)
    if inner is None:
        name = part.file_name() or "smime.p7m"
        return _Found(files=[Attachment(name, data)], flags=["encrypted"])
    found = _gathered(parts_of(inner), shown)
    found.properties["signed"] = "pkcs7-mime"
    return found


def _from_outlook(part: Part, data: bytes) -> _Found:
    """What a winmail.dat holds, as if its files were attached to the mail itself."""
    try:
        package = read_tnef(data)
    except Unreadable:
        name = part.file_name() or "winmail.dat"
        return _Found(files=[Attachment(name, data)])
    files = [Attachment(name, content) for name, content in package.files]
    flags = [] if package.whole else ["damaged-part"]
    return _Found(files=files, flags=flags, outlook=shown_of(package.body))


def named_apart(attachments: Sequence[Attachment]) -> Iterator[Attachment]:
    """The attachments, a name used twice made different: "svar.docx", "svar (2).docx"."""
    seen: dict[str, int] = {}
    for attachment in attachments:
        count = seen[attachment.name] = seen.get(attachment.name, 0) + 1
        if count > 1:
            stem, dot, end = attachment.name.rpartition(".")
            name = f"{stem} ({count}){dot}{end}" if dot else f"{end} ({count})"
            attachment = replace(attachment, name=name)
        yield attachment
