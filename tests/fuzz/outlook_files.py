"""First files for what Outlook writes: a message in a compound file, and a package (TNEF)."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Any

from innspill.stages.reading.core.formats.tnef import SIGNATURE

_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_FREE, _LAST, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_RTF = rb"{\rtf1\ansi\ansicpg1252\fromtext Vi st\'f8tter \u229?forslaget.\par [x] Ja}"


@dataclass(slots=True)
class _Entry:
    """A line of the directory: a folder (its child), or a file (its bytes)."""

    name: str
    kind: int
    data: bytes = b""
    beside: int = _FREE
    child: int = _FREE
    start: int = _LAST


@dataclass(slots=True)
class _Chains:
    """Sectors of one size and the table of which follows which."""

    size: int
    data: bytearray = field(default_factory=bytearray)
    table: list[int] = field(default_factory=list)

    def add(self, data: bytes) -> int:
        """Where the sectors of `data` begin."""
        first = len(self.table)
        count = -(-len(data) // self.size)
        if not count:
            return _LAST
        self.table += [*range(first + 1, first + count), _LAST]
        self.data += data.ljust(count * self.size, b"\0")
        return first


def compound(folder: dict[str, Any]) -> bytes:
    """A compound file of files (bytes) and folders (dicts)."""
    entries = [_Entry("Root Entry", 5)]
    entries[0].child = _add(entries, folder)
    large, small = _Chains(_SECTOR), _Chains(_SMALL)
    for entry in entries[1:]:
        entry.start = (small if len(entry.data) < _CUTOFF else large).add(entry.data)
    entries[0].data = bytes(small.data)
    entries[0].start = large.add(entries[0].data)
    directory = large.add(b"".join(_line(entry) for entry in entries))
    numbers = struct.pack(f"<{len(small.table)}I", *small.table)
    padded = numbers.ljust(-(-len(numbers) // _SECTOR) * _SECTOR, b"\xff")
    few = large.add(padded)
    table_at = len(large.table)
    table = [*large.table, _TABLE]
    packed = struct.pack(f"<{len(table)}I", *table).ljust(_SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, directory, 0, _CUTOFF,
        few, len(padded) // _SECTOR, _LAST, 0, table_at,
    )  # fmt: skip
    return head.ljust(_SECTOR, b"\xff") + bytes(large.data) + packed


def _add(entries: list[_Entry], folder: dict[str, Any]) -> int:
    """Adds what is in `folder`, each beside the one before it; the number of the first."""
    first = before = _FREE
    for name, content in sorted(folder.items(), key=lambda item: (len(item[0]), item[0].upper())):
        here = len(entries)
        is_file = isinstance(content, bytes)
        entries.append(_Entry(name, 2 if is_file else 1, content if is_file else b""))
        if not is_file:
            entries[here].child = _add(entries, content)
        if before == _FREE:
            first = here
        else:
            entries[before].beside = here
        before = here
    return first


def _line(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    numbers = (entry.kind, 1, _FREE, entry.beside, entry.child)
    return (
        name.ljust(64, b"\0") + struct.pack("<HBBIII", len(name), *numbers) + bytes(36)
        + struct.pack("<IQ", entry.start, len(entry.data))
    )  # fmt: skip


def message() -> bytes:
    """A message with a sender, three forms of its text, a file, and a message in it."""
    inner = _stored({0x37: "Videresendt", 0x1000: "Indre tekst\r\n> sitat"}, bytes(24))
    return compound(_stored(
        {0x37: "Høringssvar", 0x0C1A: "Kari", 0x0C1F: "kari@kommune.example", 0x1A: "IPM.Note",
         0x0E04: "Etaten", 0x1000: "Hei,\r\n[x] Ja\r\nMed hilsen\r\nKari",
         0x1013: b"<p>Hei,</p><ul><li>Ja</ul>", 0x1009: _stored_rtf(),
         0x7D: "From: Kari <kari@kommune.example>\r\nSubject: =?utf-8?q?H=C3=B8ring?=\r\n\r\n"},
        bytes(32),
        {"__attach_version1.0_#00000000": _stored(
            {0x3707: "svar.txt", 0x3701: b"Kapittel 1\nVi er enige."}, bytes(8), number=1),
         "__attach_version1.0_#00000001": _stored(
            {0x3001: "Videresendt"}, bytes(8), {"__substg1.0_3701000D": inner}, number=5)},
    ))  # fmt: skip


def _stored(
    properties: dict[int, str | bytes], head: bytes, more: dict[str, Any] | None = None,
    number: int | None = None,
) -> dict[str, Any]:  # fmt: skip
    """A message's or attachment's folder; `number` is how an attachment is kept."""
    listed = head
    if number is not None:
        listed += struct.pack("<HHIII", 3, 0x3705, 6, number, 0)
    folder: dict[str, Any] = dict(more or {})
    for name, value in properties.items():
        kind = 0x1F if isinstance(value, str) else 0x102
        data = value.encode("utf-16-le") if isinstance(value, str) else value
        folder[f"__substg1.0_{name:04X}{kind:04X}"] = data
        listed += struct.pack("<HHIII", kind, name, 6, len(data), 0)
    return {**folder, "__properties_version1.0": listed}


def _stored_rtf() -> bytes:
    """RTF in the envelope that Outlook puts it in, not compressed."""
    return struct.pack("<II4sI", len(_RTF) + 12, len(_RTF), b"MELA", 0) + _RTF


def package() -> bytes:
    """A package with a text, properties and a file."""
    properties = struct.pack("<I", 3)
    for kind, name, value in (
        (0x1E, 0x1000, b"Hei fra Outlook\0"), (0x102, 0x1009, _stored_rtf()),
        (0x102, 0x1013, b"<p>Hei</p>"),
    ):  # fmt: skip
        properties += struct.pack("<HHII", kind, name, 1, len(value))
        properties += value + bytes(-len(value) % 4)
    attributes = (
        (1, 0x00069007, struct.pack("<II", 1252, 0)), (1, 0x0002800C, b"Hei\0"),
        (1, 0x00069003, properties), (2, 0x00069002, bytes(14)), (2, 0x00018010, b"svar.txt\0"),
        (2, 0x0006800F, b"Kapittel 1\nVi er enige."),
    )  # fmt: skip
    out = SIGNATURE + b"\1\0"
    for level, name, value in attributes:
        out += struct.pack("<BII", level, name, len(value)) + value
        out += struct.pack("<H", sum(value) & 0xFFFF)
    return out
