"""Archives (.zip, .tar, .gz, .mbox): their members in turn. Nothing is written, so no name can harm."""

from __future__ import annotations

import io
import re
import tarfile
import zlib
from collections.abc import Iterator

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.guard import MAX_MEMBERS, MAX_TOTAL, Package

LETTER = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From (?:[^\r\n]{1,300}? )?+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w* "
    rb"+\w{3} +\d{1,2} [^\r\n]{1,60}\r?\n(?=[!-9;-~]{1,200}:|>From )"
)
"""The line that begins a mail: with its date, and the first header below. Prose has neither."""
_QUOTED_FROM = re.compile(rb"^>(?=>*From )", re.MULTILINE)
_LEFT_BY_SYSTEMS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def members_of(package: Package) -> Iterator[tuple[str, bytes | Unreadable]]:
    """Name and bytes of each member in the archive's order, or why it cannot be unpacked.

    Files that operating systems leave behind are no part of what was sent.
    """
    for name in package.names:
        if left_by_systems(name):
            continue
        shown = harmless_name(package.title(name))
        try:
            yield shown, package.read(name, MAX_TOTAL)
        except Unreadable as error:
            yield shown, error


def left_by_systems(name: str) -> bool:
    """Whether operating systems leave files of this name behind."""
    return name.startswith(_LEFT_BY_SYSTEMS) or name.endswith(_LEFT_BY_SYSTEMS)


def is_mailbox(data: bytes, *, alone: bool = False) -> bool:
    """Whether `data` is a mailbox file with more than one mail in it; with `alone`, also with one."""
    if not data.startswith(b"From "):
        return False
    return bool(LETTER.match(data)) if alone else len(LETTER.findall(data)) > 1


def unquoted(mail: bytes) -> bytes:
    """A mail of a mailbox without the sign before lines that begin as the line between mails."""
    return _QUOTED_FROM.sub(b"", mail)


def letters_of(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The mails of the mailbox file `data` (mbox) in turn, named by their number."""
    number, begins = 0, None
    for found in LETTER.finditer(data):
        if begins is not None:
            number += 1
            yield f"{number}.eml", unquoted(data[begins : found.start()])
        begins = found.end()
    if begins is not None:
        yield f"{number + 1}.eml", unquoted(data[begins:])


def packed_alone(data: bytes) -> tuple[str, bytes]:
    """The one file that `data` (.gz) packs, and its name. Raises `Unreadable` where it is damaged."""
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        content = unpacking.decompress(data, MAX_TOTAL + 1)
    except zlib.error as error:
        raise Unreadable("damaged", f"The packed file is damaged: {error}.") from error
    if len(content) > MAX_TOTAL:
        raise Unreadable("too-big", "The packed file unpacks to more than 512 MB.")
    if not unpacking.eof:
        raise Unreadable("damaged", "The packed file is cut short.")
    name = data[10:300].partition(b"\0")[0].decode("latin-1") if data[3:4] == b"\x08" else ""
    return harmless_name(name) if name else "unpacked", content


def tape_members(data: bytes) -> Iterator[tuple[str, bytes | Unreadable]]:
    """The files of the archive `data` (.tar) in its order; links and devices are no files."""
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as tape:
            for count, member in enumerate(tape):
                if count >= MAX_MEMBERS:
                    raise Unreadable("too-big", f"The archive has more than {MAX_MEMBERS} members.")
                content = tape.extractfile(member) if member.isreg() else None
                if content is not None and not member.name.endswith(_LEFT_BY_SYSTEMS):
                    yield harmless_name(member.name), content.read(len(data))
    except (tarfile.TarError, OSError, ValueError, EOFError) as error:
        reason = Unreadable("damaged", f"The archive is damaged: {error}.")
        yield "unnamed", reason


def harmless_name(name: str) -> str:
    """`name` without the steps that would lead out of the archive."""
    parts = name.replace("\\", "/").split("/")
    kept = [part for part in parts if part not in ("", ".", "..")]
    return "/".join(kept) or "unnamed"
