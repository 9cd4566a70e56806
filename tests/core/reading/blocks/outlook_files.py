"""Outlook messages (.msg) written from the specifications alone: MS-CFB, MS-OXMSG, MS-OXRTFCP.

The writer shares nothing with the reader. Sizes below 4096 bytes go to the small stream, as the
format demands; directories are a chain of right siblings, which every reader must follow.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
UNICODE, BYTES, BINARY, LONG, TIME = 0x1F, 0x1E, 0x102, 0x03, 0x40

Tree = dict[str, "bytes | Tree"]


def compound(tree: Tree) -> bytes:
    """A compound file with the storages and streams of `tree`."""
    writer = _Writer()
    return writer.write(tree)


@dataclass
class _Entry:
    name: str
    kind: int
    start: int = 0
    size: int = 0
    child: int = _FREE
    right: int = _FREE


@dataclass
class _Writer:
    sectors: list[bytes] = field(default_factory=list)
    fat: list[int] = field(default_factory=list)
    small: bytearray = field(default_factory=bytearray)
    small_fat: list[int] = field(default_factory=list)
    entries: list[_Entry] = field(default_factory=list)

    def write(self, tree: Tree) -> bytes:
        self.entries.append(_Entry("Root Entry", 5))
        self.entries[0].child = self._folder(tree)
        self.entries[0].size = len(self.small)
        self.entries[0].start = self._put(bytes(self.small)) if self.small else _END
        listed = b"".join(_entry(each) for each in self.entries)
        directory = self._put(listed.ljust(-(-len(listed) // _SECTOR) * _SECTOR, b"\0"))
        small_fat = struct.pack(f"<{len(self.small_fat)}I", *self.small_fat)
        small_start = self._put(small_fat, b"\xff") if small_fat else _END
        small_count = -(-len(small_fat) // _SECTOR)
        count = 1
        while (len(self.fat) + count) * 4 > count * _SECTOR:
            count += 1
        places = list(range(len(self.sectors), len(self.sectors) + count))
        fat = [*self.fat, *[_FAT] * count]
        fat += [_FREE] * (count * _SECTOR // 4 - len(fat))
        head = struct.pack(
            "<8s16xHHHHH6xIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            0x3E, 3, 0xFFFE, 9, 6, 0, count, directory, 0, _CUTOFF,
            small_start, small_count, _END,
        )  # fmt: skip
        head += struct.pack("<I109I", 0, *places, *[_FREE] * (109 - count))
        return head + b"".join(self.sectors) + struct.pack(f"<{len(fat)}I", *fat)

    def _folder(self, tree: Tree) -> int:
        """The entries of a storage; gives the number of the first."""
        first = before = _FREE
        for name, content in sorted(tree.items(), key=lambda item: (len(item[0]), item[0].upper())):
            number = len(self.entries)
            entry = _Entry(name, 2 if isinstance(content, bytes) else 1)
            self.entries.append(entry)
            if isinstance(content, bytes):
                entry.size = len(content)
                entry.start = self._stream(content)
            else:
                entry.child = self._folder(content)
            if before == _FREE:
                first = number
            else:
                self.entries[before].right = number
            before = number
        return first

    def _stream(self, content: bytes) -> int:
        if not content:
            return _END
        if len(content) >= _CUTOFF:
            return self._put(content)
        start = len(self.small) // _SMALL
        count = -(-len(content) // _SMALL)
        self.small += content.ljust(count * _SMALL, b"\0")
        self.small_fat += [*range(start + 1, start + count), _END]
        return start

    def _put(self, content: bytes, fill: bytes = b"\0") -> int:
        start = len(self.sectors)
        count = -(-len(content) // _SECTOR)
        padded = content.ljust(count * _SECTOR, fill)
        self.sectors += [padded[at : at + _SECTOR] for at in range(0, len(padded), _SECTOR)]
        self.fat += [*range(start + 1, start + count), _END]
        return start


def _entry(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16xI16xIQ", name, len(name) + 2, entry.kind, 1, _FREE, entry.right, entry.child,
        0, entry.start, entry.size,
    )  # fmt: skip


Property = tuple[int, int, "str | bytes | int"]


def storage(properties: list[Property], header: int, charset: str = "cp1252") -> Tree:
    """The streams of a list of properties (name, kind, value); `header` bytes come before it."""
    streams: Tree = {}
    listed = b"\0" * header
    for name, kind, value in properties:
        if isinstance(value, int):
            listed += struct.pack("<HHIQ", kind, name, 6, value)
            continue
        if isinstance(value, str):
            value = value.encode("utf-16-le" if kind == UNICODE else charset)
        streams[f"__substg1.0_{name:04X}{kind:04X}"] = value
        listed += struct.pack("<HHIII", kind, name, 6, len(value), 0)
    streams["__properties_version1.0"] = listed
    return streams


def message(
    properties: list[Property], *attachments: Tree, header: int = 32, charset: str = "cp1252"
) -> Tree:
    """A message with these properties and attachments; within another its `header` is 24 bytes."""
    tree = storage(properties, header, charset)
    for number, attachment in enumerate(attachments):
        tree[f"__attach_version1.0_#{number:08X}"] = attachment
    return tree


def attachment(name: str, data: bytes, *more: Property) -> Tree:
    """A file attached by value."""
    return storage([(0x3707, UNICODE, name), (0x3701, BINARY, data), (0x3705, LONG, 1), *more], 8)


def enclosed(inner: Tree) -> Tree:
    """A message attached to another."""
    tree = storage([(0x3705, LONG, 5), (0x3701, 0x0D, 0)], 8)
    tree["__substg1.0_3701000D"] = inner
    return tree


def packed_rtf(rtf: bytes) -> bytes:
    """`rtf` as Outlook packs it, each byte as it is: no reference is ever needed."""
    content = b"".join(b"\0" + rtf[at : at + 8] for at in range(0, len(rtf), 8))
    checksum = zlib.crc32(content, 0xFFFFFFFF) ^ 0xFFFFFFFF
    return struct.pack("<II4sI", len(content) + 12, len(rtf), b"LZFu", checksum) + content
