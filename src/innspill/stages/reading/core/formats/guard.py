"""The guard: what a packed file may cost before any parser sees it.

Limits from measurements on hostile files: a 1 MB .docx can unpack to 1 GB, half a megabyte can
hold five million elements, an entity can make an answer vanish, and two members of one name show
different documents to different programs. What is refused is refused with a reason, never cut.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from lxml import etree

from innspill.shared.errors import Unreadable

MAX_MEMBERS = 5_000
MAX_XML = 64 * 2**20
MAX_TOTAL = 512 * 2**20
MAX_ELEMENTS = 2_000_000
_LOCKED, _NAME_IN_UTF8 = 0x1, 0x800

_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_PARSER: Any = etree.XMLParser(
    resolve_entities=False,
    load_dtd=False,
    no_network=True,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)


class Package:
    """An opened zip whose members are read under limits."""

    def __init__(self, data: bytes) -> None:
        """Open `data`.

        Raises `Unreadable` with the code damaged, too-big or duplicate-member.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Unreadable("damaged", f"The packed file is damaged: {error}.") from error
        self._members = self._checked(self._zip.infolist())
        self._left = MAX_TOTAL

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names in the order of the archive's own list, folders left out."""
        return tuple(name for name in self._members if not name.endswith("/"))

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def title(self, name: str) -> str:
        """The member's name as its sender saw it: older programs do not write it in UTF-8."""
        if self._members[name].flag_bits & _NAME_IN_UTF8 or name.isascii():
            return name
        try:
            raw = name.encode("cp437")
            return raw.decode("utf-8")
        except UnicodeEncodeError:
            return name
        except UnicodeDecodeError:
            return raw.decode("cp850")

    @staticmethod
    def _checked(members: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        if len(members) > MAX_MEMBERS:
            raise Unreadable("too-big", f"The packed file has more than {MAX_MEMBERS} members.")
        found: dict[str, zipfile.ZipInfo] = {}
        total = 0
        for member in members:
            name = member.filename
            if name in found:
                raise Unreadable(
                    "duplicate-member",
                    f"The packed file has two members named {name}; programs would not agree.",
                )
            if member.file_size > MAX_XML and name.endswith((".xml", ".rels")):
                raise Unreadable("too-big", f"The part {name} unpacks to more than 64 MB.")
            total += member.file_size
            found[name] = member
        if total > MAX_TOTAL:
            raise Unreadable("too-big", "The packed file unpacks to more than 512 MB.")
        return found

    def read(self, name: str, limit: int = MAX_XML) -> bytes:
        """The bytes of the member `name`, at most `limit` of them.

        Raises `Unreadable` where it is missing, broken, locked, or unpacks to more than it may.
        """
        member = self._members.get(name)
        if member is None:
            raise Unreadable("damaged", f"The part {name} is missing from the packed file.")
        if member.flag_bits & _LOCKED:
            raise Unreadable("encrypted", f"The part {name} is locked with a password.")
        allowed = min(limit, self._left)
        try:
            with self._zip.open(member) as stream:
                data = stream.read(allowed + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            raise Unreadable("damaged", f"The part {name} is damaged: {error}.") from error
        except (NotImplementedError, RuntimeError) as error:
            raise Unreadable("damaged", f"The part {name} cannot be unpacked: {error}.") from error
        if len(data) > allowed:
            raise Unreadable("too-big", f"The part {name} unpacks to more than it may.")
        self._left -= len(data)
        return data


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root element of `data`, the part `name`.

    Raises `Unreadable` for UTF-16, for any document type definition (entities would make text
    vanish), for far too many elements, and for XML that is not well formed.
    """
    if data.startswith(_UTF16):
        raise Unreadable("refused", f"The part {name} is written in UTF-16, which is not allowed.")
    if b"<!DOCTYPE" in data[:4096]:
        raise Unreadable("refused", f"The part {name} has a document type definition.")
    if data.count(b"<") > 2 * MAX_ELEMENTS:
        raise Unreadable("too-big", f"The part {name} has too many elements.")
    try:
        root: etree._Element = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refused(name, error) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("refused", f"The part {name} has a document type definition.")
    return root


def _refused(name: str, error: Exception) -> Unreadable:
    """Why the parser would not go on: not well formed, or past the limits that it keeps itself."""
    said = str(error)
    if "Excessive depth" in said:
        return Unreadable("too-deep", f"The part {name} has elements within elements without end.")
    if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY or "PARSE_HUGE" in said:
        return Unreadable("too-big", f"The part {name} is larger than is read at once.")
    return Unreadable("damaged", f"The part {name} is not well formed: {said}.")
