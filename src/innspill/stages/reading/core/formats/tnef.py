"""Outlook packages (TNEF, winmail.dat): the message's text and the files in it.

Source: MS-OXTNEF. The format is a list of attributes, each with its length and a sum of its bytes;
some hold lists of properties, each with its kind.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from innspill.shared.errors import Unreadable
from innspill.stages.reading.core.formats.code_pages import charset_of
from innspill.stages.reading.core.formats.outlook_body import Body

SIGNATURE = b"\x78\x9f\x3e\x22"
_BODY, _TITLE, _DATA = 0x0002800C, 0x00018010, 0x0006800F
_NEW_FILE, _FILE_PROPERTIES, _PROPERTIES = 0x00069002, 0x00069005, 0x00069003
_CODE_PAGE = 0x00069007
_PLAIN_TEXT, _RTF, _HTML, _INTERNET_PAGE = 0x1000, 0x1009, 0x1013, 0x3FDE
_LONG_NAME, _SHORT_NAME, _FILE_DATA = 0x3707, 0x3704, 0x3701
_SIZES = {
    0x02: 4, 0x03: 4, 0x04: 4, 0x0A: 4, 0x0B: 4,
    0x05: 8, 0x06: 8, 0x07: 8, 0x14: 8, 0x40: 8, 0x48: 16,
}  # fmt: skip
_VARIABLE = frozenset({0x0D, 0x1E, 0x1F, 0x102})
_MANY = 0x1000
_MOST = 5_000


@dataclass(frozen=True, slots=True)
class Package:
    """What a package holds; `whole` is false where it was cut or its sums do not fit."""

    body: Body
    files: tuple[tuple[str, bytes], ...]
    whole: bool


@dataclass(slots=True)
class _File:
    name: str = ""
    data: bytes = b""


@dataclass(slots=True)
class _Found:
    charset: str = "cp1252"
    plain: str = ""
    html: bytes = b""
    html_charset: str | None = None
    rtf: bytes = b""
    files: list[_File] = field(default_factory=list)
    whole: bool = True


def read_tnef(data: bytes) -> Package:
    """The package `data`. Raises `Unreadable` where it is none."""
    if not data.startswith(SIGNATURE):
        raise Unreadable("damaged", "The Outlook package is damaged.")
    found = _Found()
    for name, value in _attributes(data, found):
        _take(found, name, value)
    files = tuple(
        (file.name or f"unnamed ({at})", file.data)
        for at, file in enumerate(found.files, start=1)
        if file.data
    )
    body = Body(found.plain, found.html, found.html_charset or found.charset, found.rtf)
    return Package(body, files, found.whole)


def _attributes(data: bytes, found: _Found) -> Iterator[tuple[int, bytes]]:
    at = 6
    while at + 9 <= len(data):
        name, length = struct.unpack_from("<II", data, at + 1)
        value = data[at + 9 : at + 9 + length]
        end = at + 9 + length + 2
        if end > len(data) or sum(value) & 0xFFFF != int.from_bytes(data[end - 2 : end], "little"):
            found.whole = False
        yield name, value
        at = end
    found.whole = found.whole and at == len(data)


def _take(found: _Found, name: int, value: bytes) -> None:
    if name == _CODE_PAGE and len(value) >= 4:
        found.charset = charset_of(struct.unpack_from("<I", value)[0])
    elif name == _BODY:
        found.plain = found.plain or value.decode(found.charset, "replace").rstrip("\0")
    elif name == _NEW_FILE:
        found.files.append(_File())
    elif name == _PROPERTIES:
        _message(found, _properties(value, found))
    elif found.files and name == _TITLE:
        title = value.decode(found.charset, "replace").rstrip("\0")
        found.files[-1].name = found.files[-1].name or title
    elif found.files and name == _DATA:
        found.files[-1].data = value
    elif found.files and name == _FILE_PROPERTIES:
        _name_and_data(found.files[-1], _properties(value, found))


def _message(found: _Found, properties: dict[int, bytes | str]) -> None:
    plain, rtf, html = (properties.get(each) for each in (_PLAIN_TEXT, _RTF, _HTML))
    page = properties.get(_INTERNET_PAGE)
    if isinstance(page, bytes):
        found.html_charset = charset_of(int.from_bytes(page[:4], "little"))
    if isinstance(plain, str) and plain:
        found.plain = plain
    if isinstance(html, str):
        found.html, found.html_charset = html.encode("utf-8", "replace"), "utf-8"
    elif html:
        found.html = html
    if isinstance(rtf, bytes):
        found.rtf = rtf


def _name_and_data(file: _File, properties: dict[int, bytes | str]) -> None:
    """The file's whole name; the attribute of its own has only the short one."""
    name = properties.get(_LONG_NAME) or properties.get(_SHORT_NAME)
    if isinstance(name, str) and name:
        file.name = name.replace("\\", "/").rpartition("/")[2]
    data = properties.get(_FILE_DATA)
    if isinstance(data, bytes) and not file.data:
        # A message or an embedded object: sixteen bytes say which, then the thing itself.
        file.data = data[16:] if len(data) > 16 else b""


def _properties(value: bytes, found: _Found) -> dict[int, bytes | str]:
    """The properties in an attribute; those that cannot be read are left out, which is noted."""
    properties: dict[int, bytes | str] = {}
    try:
        for name, content in _each_property(value, found.charset):
            properties.setdefault(name, content)
    except (struct.error, ValueError):
        found.whole = False
    return properties


def _each_property(value: bytes, charset: str) -> Iterator[tuple[int, bytes | str]]:
    (count,) = struct.unpack_from("<I", value)
    at = 4
    for _ in range(min(count, _MOST)):
        kind, name = struct.unpack_from("<HH", value, at)
        at += 4
        if name >= 0x8000:
            at = _after_name(value, at)
        many, kind = kind & _MANY, kind & ~_MANY
        values = 1
        if many or kind in _VARIABLE:
            (values,) = struct.unpack_from("<I", value, at)
            at += 4
        for _each in range(min(values, _MOST)):
            size = _SIZES.get(kind)
            if size is None:
                if kind not in _VARIABLE:
                    raise ValueError("an unknown kind of property")
                (size,) = struct.unpack_from("<I", value, at)
                at += 4
            content = value[at : at + size]
            if len(content) < size:
                raise ValueError("cut short")
            at += size + -size % 4
            yield name, _decoded(content, kind, charset)


def _after_name(value: bytes, at: int) -> int:
    (kind,) = struct.unpack_from("<I", value, at + 16)
    if kind == 0:
        return at + 24
    (length,) = struct.unpack_from("<I", value, at + 20)
    return int(at + 24 + length + -length % 4)


def _decoded(content: bytes, kind: int, charset: str) -> bytes | str:
    if kind == 0x1F:
        return content.decode("utf-16-le", "replace").rstrip("\0")
    return content.decode(charset, "replace").rstrip("\0") if kind == 0x1E else content
