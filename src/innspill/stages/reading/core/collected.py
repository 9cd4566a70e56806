"""What was collected elsewhere, unpacked file by file: a .zip or an .mbox of any size.

Runs in the reading child. Only one file at a time is in memory; where the next one begins is said
with each, so that whoever was stopped goes on there.
"""

from __future__ import annotations

import base64
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from innspill.shared.errors import BadInput
from innspill.stages.reading.core.formats.archive import (
    LETTER,
    is_mailbox,
    left_by_systems,
    unquoted,
)
from innspill.stages.reading.core.formats.guard import BROKEN, LOCKED, overlap, shown_name

RECEIVED = "received.csv"
MOST = 50_000_000
"""Bytes of one file; a larger one is named in the list and not taken in."""
_MOST_FILES = 100_000
_MOST_TOTAL = 20 * 2**30
_MOST_LISTED = 20_000_000
_CHUNK = 1 << 18
_OVERLAP = 1_000
"""Bytes that the line between two mails takes at most."""
_MAILDIR = re.compile(r"(?:^|/)(?:cur|new)/[^/]+$")
_MAILDIR_TEMPORARY = re.compile(r"(?:^|/)tmp/\d[^/]*$")


@dataclass(frozen=True, slots=True)
class Unpacked:
    """One file: its name, its bytes in base64 or why there are none, and where the next begins.

    `problem` is "", empty, encrypted, too-big, outside, damaged or not-a-mail. `done` of `total` is
    how far it is: files of a .zip, bytes of an .mbox.
    """

    name: str
    cursor: str
    done: int
    total: int
    problem: str = ""
    content: str = ""
    is_mail: bool = False

    @property
    def data(self) -> bytes:
        """The bytes."""
        return base64.b64decode(self.content)


@dataclass(frozen=True, slots=True)
class Contents:
    """How much there is, and the `received.csv` that lies with it, with the folder it lies in."""

    total: int
    received: str | None = None
    folder: str = ""


def contents_of(path: Path, kind: str) -> Contents:
    """What an archive holds. Raises BadInput for a .zip or .mbox that is none, or holds too much."""
    if kind == "mbox":
        with path.open("rb") as source:
            if not is_mailbox(source.read(_CHUNK), alone=True):
                raise _wrong("is no mailbox file", path, "Choose an .mbox file.")
        return Contents(path.stat().st_size)
    archive = _opened(path, path.stat().st_mtime_ns)
    lists = [one for one in archive.lists if one.file_size <= _MOST_LISTED]
    if not lists:
        return Contents(len(archive.members))
    first = min(lists, key=lambda one: one.filename.count("/"))
    try:
        text = archive.zip.read(first).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _wrong(
            f"has a {RECEIVED} that is not UTF-8", path, "Save it as CSV UTF-8."
        ) from error
    except BROKEN as error:
        raise _wrong(f"has a {RECEIVED} that is damaged", path, "Pack it anew.") from error
    folder = shown_name(first).replace("\\", "/").rpartition("/")[0]
    return Contents(len(archive.members), text, folder)


def next_in(path: Path, kind: str, cursor: str) -> Unpacked | None:
    """The file that begins at `cursor` ("" is the first); None at the end. Raises BadInput."""
    if kind == "mbox":
        with path.open("rb") as source:
            return _next_mail(source, path.stat().st_size, int(cursor or 0))
    place, _, inside = cursor.partition(":")
    archive = _opened(path, path.stat().st_mtime_ns)
    if int(place or 0) >= len(archive.members):
        return None
    return archive.next_at(int(place or 0), int(inside or 0))


@dataclass(frozen=True)
class _Archive:
    zip: zipfile.ZipFile
    members: tuple[zipfile.ZipInfo, ...]
    lists: tuple[zipfile.ZipInfo, ...]

    def next_at(self, place: int, inside: int) -> Unpacked:
        """The file at this place; of a mailbox in it, the mail that begins at `inside`."""
        member, total, after = self.members[place], len(self.members), str(place + 1)
        name = shown_name(member)
        data, problem = b"", _problem_of(member, name)
        if not problem:
            data, problem = self._read(place)
        if not problem and not data:
            problem = "empty"
        if not problem and is_mailbox(data, alone=name.lower().endswith(("mbox", ".mbx"))):
            return _mail_within(data, inside, name, place, total)
        content = base64.b64encode(data).decode() if not problem else ""
        return Unpacked(name, after, place + 1, total, problem, content, is_mail(name))

    def _read(self, place: int) -> tuple[bytes, str]:
        try:
            return _member(self, place), ""
        except BROKEN:
            return b"", "damaged"
        except _TooBigError:
            return b"", "too-big"

    def __hash__(self) -> int:
        return id(self)


class _TooBigError(Exception):
    """A member unpacks to more than it says."""


@lru_cache(maxsize=1)
def _member(archive: _Archive, place: int) -> bytes:
    """The bytes of a member; kept, since a mailbox is asked for once for each of its mails."""
    with archive.zip.open(archive.members[place]) as stream:
        data = stream.read(MOST + 1)
    if len(data) > MOST:
        raise _TooBigError
    return data


@lru_cache(maxsize=1)
def _opened(path: Path, _changed: int) -> _Archive:
    try:
        archive = zipfile.ZipFile(path)
    except BROKEN as error:
        raise _wrong("is no sound .zip file", path, "Pack it anew.") from error
    found = archive.infolist()
    if len(found) > _MOST_FILES or sum(one.file_size for one in found) > _MOST_TOTAL:
        raise _wrong("unpacks to too much", path, "Part it into several.")
    if overlap(found):
        raise _wrong("is built to unpack without end", path, "Pack it anew.")
    sent = [one for one in found if not one.is_dir() and is_sent(shown_name(one))]
    lists = [one for one in sent if _is_list(shown_name(one))]
    return _Archive(archive, tuple(one for one in sent if one not in lists), tuple(lists))


def is_sent(name: str) -> bool:
    """Whether somebody sent it: not what operating systems and mail programs leave behind."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    hidden = any(part.startswith((".", "~$")) and part != ".." for part in parts)
    return bool(parts) and not (hidden or left_by_systems(name) or _MAILDIR_TEMPORARY.search(name))


def is_mail(name: str) -> bool:
    """Whether a file is one mail, by its name or by where it lies: in the folders of a Maildir."""
    plain = name.replace("\\", "/")
    return plain.lower().endswith(".eml") or bool(_MAILDIR.search(plain))


def _is_list(name: str) -> bool:
    return PurePosixPath(name.replace("\\", "/")).name.lower() == RECEIVED


def _problem_of(member: zipfile.ZipInfo, name: str) -> str:
    plain = name.replace("\\", "/")
    if plain.startswith("/") or plain[1:2] == ":" or ".." in plain.split("/"):
        return "outside"
    if member.flag_bits & LOCKED:
        return "encrypted"
    return "too-big" if member.file_size > MOST else ""


def _mail_within(data: bytes, inside: int, name: str, place: int, total: int) -> Unpacked:
    begins = LETTER.match(data, inside)
    start = begins.end() if begins else inside
    end = _next_line(data, start)
    cursor = f"{place}:{end}" if end is not None else str(place + 1)
    done = place + (end is None)
    mail = _plain(data[start : len(data) if end is None else end])
    content = base64.b64encode(mail).decode()
    return Unpacked(
        f"{name}/{inside}.eml", cursor, done, total, "" if mail else "empty", content, True
    )


def _next_mail(source: BinaryIO, size: int, begins: int) -> Unpacked | None:
    if begins >= size:
        return None
    source.seek(begins)
    kept, passed = b"", 0
    end: int | None = None
    for part in _parts(source):
        searched = max(1, len(kept) - _OVERLAP)
        kept += part
        end = _next_line(kept, searched)
        if end is not None:
            break
        if len(kept) > MOST + _CHUNK:
            # Too big to be kept; what is looked for is only where it ends.
            passed += len(kept) - _OVERLAP
            kept = kept[-_OVERLAP:]
    length = passed + (len(kept) if end is None else end)
    cursor = str(begins + length)
    name = f"{begins}.eml"
    if passed or length > MOST:
        return Unpacked(name, cursor, begins + length, size, "too-big")
    line = LETTER.match(kept)
    if line is None:
        return Unpacked(name, cursor, begins + length, size, "not-a-mail")
    mail = _plain(kept[line.end() : length])
    content = base64.b64encode(mail).decode()
    return Unpacked(name, cursor, begins + length, size, "" if mail else "empty", content, True)


def _parts(source: BinaryIO) -> Iterator[bytes]:
    while part := source.read(_CHUNK):
        yield part


def _next_line(data: bytes, start: int) -> int | None:
    """Where the next line that begins a mail stands, after `start`."""
    at = data.find(b"\nFrom ", max(0, start - 1))
    while at >= 0:
        if LETTER.match(data, at + 1):
            return at + 1
        at = data.find(b"\nFrom ", at + 1)
    return None


def _plain(mail: bytes) -> bytes:
    """A mail as it was before it was put into the mailbox: without the line that parts it."""
    for parting in (b"\r\n\r\n", b"\n\n"):
        if mail.endswith(parting):
            mail = mail[: -len(parting) // 2]
            break
    return unquoted(mail)


def _wrong(what: str, path: Path, todo: str) -> BadInput:
    return BadInput(what, where=path.name, todo=todo)
