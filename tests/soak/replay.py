"""A folder as it may lie on the disk after a power cut, from the record of what was done to it.

The model. What an fsync or fdatasync of a file covered is there. Of what was written since, each
write is there or not, whatever came before or after it, and the last one may be there in part. A
name (created, renamed, linked, removed) is certain after an fsync of its folder. Of the names
since, either some are there and some not (POSIX promises no more), or all up to some moment, in
the order in which they were made, as the journal of ext4 has it: each cut draws one of the two.
A rename is there whole or not at all.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

_HEAD = struct.Struct("<cQQII")


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that was done, as write_log.c wrote it down."""

    kind: str
    inode: int
    number: int
    path: str
    data: bytes


def records_in(log: bytes) -> Iterator[Record]:
    """The records of a log, in their order."""
    at = 0
    while at + _HEAD.size <= len(log):
        kind, inode, number, path, size = _HEAD.unpack_from(log, at)
        at += _HEAD.size
        name = log[at : at + path].decode()
        at += path
        yield Record(kind.decode(), inode, number, name, log[at : at + size])
        at += size


@dataclass(slots=True)
class File:
    """A file's bytes: those that are certain, and the writes since the last sync."""

    certain: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Where and what; None for what is a new length."""

    def settle(self) -> None:
        """Everything is on the disk."""
        for where, what in self.since:
            _apply(self.certain, where, what)
        self.since.clear()

    def as_seen(self) -> bytes:
        """The bytes that the program reads."""
        seen = bytearray(self.certain)
        for where, what in self.since:
            _apply(seen, where, what)
        return bytes(seen)

    def at_cut(self, chance: random.Random) -> bytes:
        """The bytes that a cut leaves."""
        left = bytearray(self.certain)
        likely = chance.choice((0.0, 0.2, 0.5, 0.8, 1.0))
        for place, (where, what) in enumerate(self.since):
            if chance.random() >= likely:
                continue
            if what is not None and place == len(self.since) - 1 and chance.random() < 0.5:
                what = what[: chance.randrange(len(what) + 1)]
            _apply(left, where, what)
        return bytes(left)


def _apply(content: bytearray, where: int, what: bytes | None) -> None:
    if what is None:
        del content[where:]
        content.extend(bytes(where - len(content)))
        return
    if len(content) < where:
        content.extend(bytes(where - len(content)))
    content[where : where + len(what)] = what


Names = dict[str, int]
"""Path → file. Folders are there where something lies in them."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One change of names that is not certain yet; `folders` must be synced for it to be."""

    folders: frozenset[str]
    gone: str
    path: str
    file: int

    def apply(self, names: Names) -> None:
        """Makes the change, where what it is about is there."""
        if self.gone:
            names.pop(self.gone, None)
        if self.path:
            names[self.path] = self.file


class Disk:
    """What is certain, and what is not yet."""

    def __init__(self, start: Path | None = None) -> None:
        self._files: dict[int, File] = {}
        self._by_inode: dict[int, int] = {}
        self._names: Names = {}
        """As the program sees them."""
        self._certain: Names = {}
        self._since: list[Naming] = []
        if start is not None:
            for path in sorted(start.rglob("*")):
                if path.is_file():
                    name = path.relative_to(start).as_posix()
                    number = self._new(0)
                    self._files[number].certain.extend(path.read_bytes())
                    self._names[name] = self._certain[name] = number

    def know(self, inodes: dict[str, int]) -> None:
        """The inodes that the records name the files of the start by."""
        self._by_inode = {
            inode: self._names[path] for path, inode in inodes.items() if path in self._names
        }

    def do(self, record: Record) -> None:
        """One thing more is done."""
        if record.kind in "wts":
            self._do_bytes(record)
        elif record.kind == "c":
            number = self._new(record.inode)
            self._name(Naming(frozenset({_folder(record.path)}), "", record.path, number))
        elif record.kind == "u":
            self._name(Naming(frozenset({_folder(record.path)}), record.path, "", 0))
        elif record.kind == "r":
            self._rename(record.path, record.data.decode())
        elif record.kind == "l":
            target = record.data.decode()
            number = self._names[record.path]
            self._name(Naming(frozenset({_folder(target)}), "", target, number))
        elif record.kind == "S":
            self._sync_folder(record.path)

    def as_seen(self) -> dict[str, bytes]:
        """The files as the program sees them now, by path."""
        return {path: self._files[number].as_seen() for path, number in self._names.items()}

    def at_cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files that a cut now would leave, by path."""
        names = dict(self._certain)
        if chance.random() < 0.5:
            kept = self._since[: chance.randrange(len(self._since) + 1)]
        else:
            likely = chance.choice((0.0, 0.3, 0.7, 1.0))
            kept = [naming for naming in self._since if chance.random() < likely]
        for naming in kept:
            naming.apply(names)
        left = {number: self._files[number].at_cut(chance) for number in set(names.values())}
        return {path: left[number] for path, number in names.items()}

    def _new(self, inode: int) -> int:
        number = len(self._files) + 1
        self._files[number] = File()
        self._by_inode[inode] = number
        return number

    def _do_bytes(self, record: Record) -> None:
        number = self._by_inode.get(record.inode)
        if number is None:
            return
        file = self._files[number]
        if record.kind == "w":
            file.since.append((record.number, record.data))
        elif record.kind == "t":
            file.since.append((record.number, None))
        else:
            file.settle()

    def _name(self, naming: Naming) -> None:
        naming.apply(self._names)
        self._since.append(naming)

    def _rename(self, old: str, new: str) -> None:
        number = self._names.get(old)
        if number is not None:
            self._name(Naming(frozenset({_folder(old), _folder(new)}), old, new, number))
            return
        for path in [path for path in self._names if path.startswith(f"{old}/")]:
            self._rename(path, new + path[len(old) :])

    def _sync_folder(self, folder: str) -> None:
        """Certain is what concerns this folder, and what it rests upon in the order of names."""
        waits = []
        for naming in self._since:
            if folder in naming.folders:
                naming.apply(self._certain)
            else:
                waits.append(naming)
        self._since = waits


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def build(files: dict[str, bytes], folder: Path, folders: Iterable[str] = ()) -> None:
    """Writes the files of a cut into a new folder, in which some folders stand already."""
    for name in folders:
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
