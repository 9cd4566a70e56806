"""Archives (.zip, .mbox): their members in turn. Nothing is written, so a name can harm nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.guard import MAX_TOTAL, Package

_LETTER = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]*\d{4}[^\r\n]*\r?\n")
_QUOTED_FROM = re.compile(rb"^>(?=>*From )", re.MULTILINE)
_LEFT_BY_SYSTEMS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def members_of(package: Package) -> Iterator[tuple[str, bytes | Unreadable]]:
    """Name and bytes of each member in the archive's order, or why it cannot be unpacked.

    Files that operating systems leave behind are no part of what was sent.
    """
    for name in package.names:
        if name.startswith(_LEFT_BY_SYSTEMS) or name.endswith(_LEFT_BY_SYSTEMS):
            continue
        shown = harmless_name(package.title(name))
        try:
            yield shown, package.read(name, MAX_TOTAL)
        except Unreadable as error:
            yield shown, error


def is_mailbox(data: bytes) -> bool:
    """Whether `data` is a mailbox file with more than one mail in it."""
    return data.startswith(b"From ") and len(_LETTER.findall(data)) > 1


def letters_of(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The mails of the mailbox file `data` (mbox) in turn, named by their number."""
    for number, letter in enumerate(_LETTER.split(data)[1:], start=1):
        yield f"{number}.eml", _QUOTED_FROM.sub(b"", letter)


def harmless_name(name: str) -> str:
    """`name` without the steps that would lead out of the archive."""
    parts = name.replace("\\", "/").split("/")
    kept = [part for part in parts if part not in ("", ".", "..")]
    return "/".join(kept) or "unnamed"
