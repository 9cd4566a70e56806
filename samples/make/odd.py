"""Deliveries that cannot be read: a file cut off on its way, and one locked with a password."""

from __future__ import annotations

import hashlib
import struct

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR = 512


def cut_off(whole: bytes) -> bytes:
    """The first two thirds of a file: its ZIP directory, which comes last, is gone."""
    return whole[: len(whole) * 2 // 3]


def locked(seed: str) -> bytes:
    """An OLE file with the two streams that Office writes when a document has a password.

    The contents are noise drawn from `seed`: there is nothing to open (MS-CFB, MS-OFFCRYPTO).
    """
    package, info = _noise(seed, 16 * SECTOR), _noise(seed + "info", 8 * SECTOR)
    count = 2 + 16 + 8
    chain = [FAT, END]
    chain += [*range(3, 18), END, *range(19, 26), END]
    table = struct.pack(f"<{SECTOR // 4}I", *(chain + [FREE] * (SECTOR // 4 - count)))
    directory = (
        _entry("Root Entry", 5, END, 0, child=1)
        + _entry("EncryptionInfo", 2, 18, len(info), right=2)
        + _entry("EncryptedPackage", 2, 2, len(package))
        + _entry("", 0, 0, 0)
    )
    return _header() + table + directory + package + info


def _header() -> bytes:
    fields = struct.pack("<16sHHHHH6x", b"", 0x3E, 3, 0xFFFE, 9, 6)
    counts = struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0)
    difat = struct.pack("<109I", 0, *([FREE] * 108))
    return MAGIC + fields + counts + difat


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = FREE, right: int = FREE
) -> bytes:
    encoded = (name + "\0").encode("utf-16-le") if name else b""
    return struct.pack(
        "<64sHBBIII16sI8s8sIQ", encoded, len(encoded), kind, 1, FREE, right, child,
        b"", 0, b"", b"", start, size,
    )  # fmt: skip


def _noise(seed: str, size: int) -> bytes:
    out = b""
    while len(out) < size:
        out += hashlib.sha256(f"{seed}{len(out)}".encode()).digest()
    return out[:size]
