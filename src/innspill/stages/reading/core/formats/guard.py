"""The guard: what a packed file may cost before any parser sees it.

Limits from measurements on hostile files: a 1 MB .docx can unpack to 1 GB, half a megabyte can
hold five million elements, an entity can make an answer vanish, and two members of one name show
different documents to different programs. What is refused is refused with a reason, never cut.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import Any

from lxml import etree

from innspill.shared.errors import Unreadable

MAX_MEMBERS = 5_000
MAX_XML = 64 * 2**20
MAX_TOTAL = 512 * 2**20
MAX_ELEMENTS = 2_000_000
LOCKED, _NAME_IN_UTF8 = 0x1 | 0x40, 0x800
_LOCAL = struct.Struct("<4s22xHH")
"""A member's own header: its mark, and the lengths of its name and of its extra fields."""
_LOCAL_MARK = b"PK\x03\x04"
BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, OSError, EOFError,
    ValueError, LookupError, OverflowError, NotImplementedError, RuntimeError,
)  # fmt: skip
"""What the zip library raises for damaged or invented archives."""

_COMMON_START = b'<?xml version="1.0" encoding="UTF-8"'
_ENCODING = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)""")
_ENCODINGS = re.compile(rb"(?i)utf-?8|(?:us-)?ascii|iso-8859-\d+|latin-?1|(?:windows-|cp)125\d")
"""Encodings in which markup looks as in ASCII, so that it can be searched before it is parsed."""
_EBCDIC = "<?xml".encode("cp037")
_LESS_THAN, _MANY = ord("<"), 1_000
_PARSER: Any = etree.XMLParser(
    resolve_entities=False,
    load_dtd=False,
    no_network=True,
    huge_tree=False,
    collect_ids=False,
    remove_comments=True,
    remove_pis=True,
)


class Package:
    """An opened zip whose members are read under limits."""

    def __init__(self, data: bytes) -> None:
        """Open `data`.

        Raises `Unreadable` with the code damaged, too-big, refused or duplicate-member.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise Unreadable("damaged", f"The packed file is damaged: {error}.") from error
        self._data = data
        self._members = self._checked(self._zip.infolist())
        self._other_spellings: dict[str, str] | None = None
        self._left = MAX_TOTAL

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names in the order of the archive's own list, folders left out."""
        return tuple(name for name in self._members if not name.endswith("/"))

    def __contains__(self, name: str) -> bool:
        return name in self._members or self._spelt(name) is not None

    def _spelt(self, name: str) -> str | None:
        """How the archive spells `name`: Office ignores case, and some write backslashes in it."""
        if self._other_spellings is None:
            self._other_spellings = {}
            for member in self._members:
                self._other_spellings.setdefault(_folded(member), member)
        return self._other_spellings.get(_folded(name))

    def title(self, name: str) -> str:
        """The member's name as its sender saw it: older programs do not write it in UTF-8."""
        return shown_name(self._members[name])

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
            if member.file_size > MAX_XML and name.lower().endswith((".xml", ".rels")):
                raise Unreadable("too-big", f"The part {name} unpacks to more than 64 MB.")
            total += member.file_size
            found[name] = member
        if total > MAX_TOTAL:
            raise Unreadable("too-big", "The packed file unpacks to more than 512 MB.")
        if overlap(members):
            raise Unreadable("refused", "The packed file has members that lie over each other.")
        return found

    def read(self, name: str, limit: int = MAX_XML) -> bytes:
        """The bytes of the member `name`, at most `limit` of them.

        Raises `Unreadable` where it is missing, broken, locked, or unpacks to more than it may.
        """
        member = self._members.get(name) or self._members.get(self._spelt(name) or "")
        if member is None:
            raise Unreadable("damaged", f"The part {name} is missing from the packed file.")
        if member.flag_bits & LOCKED:
            raise Unreadable("encrypted", f"The part {name} is locked with a password.")
        allowed = min(limit, self._left)
        if member.file_size > allowed:
            raise Unreadable("too-big", f"The part {name} unpacks to more than it may.")
        try:
            if member.compress_type in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED):
                data = self._unpacked(member)
            else:
                with self._zip.open(member) as stream:
                    data = stream.read(allowed + 1)
        except BROKEN as error:
            raise Unreadable("damaged", f"The part {name} is damaged: {error}.") from error
        if len(data) > allowed:
            raise Unreadable("too-big", f"The part {name} unpacks to more than it may.")
        self._left -= len(data)
        return data

    def _unpacked(self, member: zipfile.ZipInfo) -> bytes:
        """The bytes of `member`, all checks made; quicker than the zip library for small parts."""
        start = member.header_offset
        mark, name_length, extra_length = _LOCAL.unpack_from(self._data, start)
        begin = start + _LOCAL.size + name_length
        name = self._data[start + _LOCAL.size : begin]
        encoding = "utf-8" if member.flag_bits & _NAME_IN_UTF8 else "cp437"
        if mark != _LOCAL_MARK or name.decode(encoding) != member.orig_filename:
            raise zipfile.BadZipFile("the list of members and the member itself disagree")
        begin += extra_length
        data = self._data[begin : begin + member.compress_size]
        if member.compress_type == zipfile.ZIP_DEFLATED:
            engine = zlib.decompressobj(-zlib.MAX_WBITS)
            data = engine.decompress(data, member.file_size + 1)
        if len(data) != member.file_size:
            raise zipfile.BadZipFile("its size is not the one that it says")
        if zlib.crc32(data) != member.CRC:
            raise zipfile.BadZipFile("its checksum is wrong")
        return data


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def shown_name(member: zipfile.ZipInfo) -> str:
    """A member's name as its sender saw it: older programs do not write it in UTF-8."""
    name = member.filename
    if member.flag_bits & _NAME_IN_UTF8 or name.isascii():
        return name
    try:
        raw = name.encode("cp437")
        return raw.decode("utf-8")
    except UnicodeEncodeError:
        return name
    except UnicodeDecodeError:
        return raw.decode("cp850")


def overlap(members: list[zipfile.ZipInfo]) -> bool:
    """Whether members share bytes: so a small file unpacks to an endless one."""
    end = 0
    for member in sorted(members, key=lambda each: each.header_offset):
        if member.header_offset < end:
            return True
        end = member.header_offset + _LOCAL.size + len(member.orig_filename) + member.compress_size
    return False


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root element of `data`, the part `name`.

    Raises `Unreadable` for encodings other than the usual ones, for any document type definition
    (entities would make text vanish), for far too many elements, for elements too deep in each
    other, and for XML that is not well formed.
    """
    check_xml(data, name)
    return parse_checked(data, name)


def check_xml(data: bytes, name: str) -> None:
    """Raise `Unreadable` where `data`, the part `name`, must not reach the parser."""
    if not data.startswith(_COMMON_START):
        found = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf")[:400])
        encoding = found[1] if found else b"utf-8"
        if b"\0" in data[:4] or data.startswith(_EBCDIC) or not _ENCODINGS.fullmatch(encoding):
            raise Unreadable(
                "refused", f"The part {name} is written in an encoding that is not allowed."
            )
    if has_declarations(data) and b"<!DOCTYPE" in data:
        raise Unreadable("refused", f"The part {name} has a document type definition.")
    if len(data) > 2 * MAX_ELEMENTS and data.count(b"<") > 2 * MAX_ELEMENTS:
        raise Unreadable("too-big", f"The part {name} has too many elements.")


def has_declarations(data: bytes) -> bool:
    """Whether "<!" stands in `data`: a comment, CDATA or a document type definition.

    Looking at each "!" is many times quicker than looking for the pair, for "<" is everywhere.
    """
    at = data.find(b"!")
    for _ in range(_MANY):
        if at < 0:
            return False
        if data[at - 1] == _LESS_THAN:
            return True
        at = data.find(b"!", at + 1)
    return b"<!" in data


def parse_checked(data: bytes, name: str) -> etree._Element:
    """The root element of `data`, which has passed `check_xml`. Raises `Unreadable` as `parse_xml`."""
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
    if "depth" in said:
        return Unreadable("too-deep", f"The part {name} is nested too deeply.")
    if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY or "PARSE_HUGE" in said:
        return Unreadable("too-big", f"The part {name} is larger than is read at once.")
    return Unreadable("damaged", f"The part {name} is not well formed: {said}.")
