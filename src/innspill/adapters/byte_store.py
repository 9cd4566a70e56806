"""Bytes in a folder, each file under its own SHA-256: durable when stored, never changed.

A file's time says when its bytes were last put. What is forgotten is first moved aside, then looked
at once more: who puts the same bytes meanwhile either finds no file and writes one, or has given
the file a new time, and it is moved back. Whoever dies in between has lost nothing.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from innspill.shared.values import Sha256, sha256_of

READ_ONLY = 0o400
SETTLED = 24 * 60 * 60
"""Seconds after which whoever put bytes has noted them, or never will."""
_LOOKS = 20
"""How often bytes are looked for before they are not there."""
_ASIDE, _PART = ".aside", ".part"
_NAME = re.compile("[0-9a-f]{64}")
_SWEPT = "swept"


class FolderByteStore:
    """A `ByteStore` in a folder: `ab/cd/abcd…`, mode 0400, one writer's half file never seen."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> Sha256:
        """Stores `data` and returns its SHA-256 when it will survive a power cut.

        Written beside, forced to disk, renamed into place, and the folder forced to disk. The
        same bytes twice are one file. Raises OSError where the disk is full or refuses.
        """
        sha256 = sha256_of(data)
        place = self._place(sha256)
        if not self._holds(place, data) or not _touched(place):
            self._make_folder(place.parent)
            beside = place.with_name(f"{sha256}.{secrets.token_hex(6)}{_PART}")
            try:
                _write(beside, data)
                beside.replace(place)
            finally:
                beside.unlink(missing_ok=True)
        # Also for bytes found in place: who wrote them may have died before this line.
        _force_folder(place.parent)
        return sha256

    def get(self, sha256: Sha256) -> bytes:
        """The bytes under `sha256`, checked. Raises KeyError (none) or ValueError (damaged)."""
        place = self._place(sha256)
        for path in _looked_for(place):
            try:
                data = path.read_bytes()
            except FileNotFoundError:
                continue
            if sha256_of(data) != sha256:
                raise ValueError(f"the stored file {sha256} is damaged")
            return data
        raise KeyError(sha256)

    def names(self) -> Iterator[Sha256]:
        """What bytes are stored under, also what somebody who died has moved aside."""
        for path in self.folder.glob("*/*/*"):
            name, dot, _ = path.name.partition(".")
            if self._place(name).parent == path.parent and (not dot or _is_aside(path)):
                yield Sha256(name)

    def strays(self) -> Iterator[str]:
        """The files that lie where no bytes should, half-written ones of a day ago too."""
        for path in self.folder.rglob("*"):
            place = path.relative_to(self.folder)
            name, dot, _ = path.name.partition(".")
            is_bytes = _NAME.fullmatch(name) and path.parent == self._place(name).parent
            is_part = is_bytes and path.name.endswith(_PART) and not _is_settled(path)
            is_noted = str(place) == _SWEPT
            fits = is_noted or is_part or (is_bytes and (not dot or _is_aside(path)))
            if path.is_file() and not fits:
                yield str(place)

    def path_of(self, sha256: Sha256) -> Path:
        """Where the bytes lie, for what is too large to be held in memory; to be read only."""
        return self._place(sha256)

    def settled(self, since: timedelta = timedelta(seconds=SETTLED)) -> Iterator[Sha256]:
        """What was last put a day ago or longer, also what somebody who died has moved aside."""
        for path in self.folder.glob("*/*/*"):
            name, dot, _ = path.name.partition(".")
            if (not dot or _is_aside(path)) and _is_settled(path, since.total_seconds()):
                yield Sha256(name)

    def swept_at(self) -> datetime | None:
        """When it was last gone through for what nothing refers to, as `note_swept` was told."""
        try:
            return datetime.fromisoformat((self.folder / _SWEPT).read_text())
        except (FileNotFoundError, ValueError):
            return None

    def note_swept(self, now: datetime) -> None:
        """Notes that it was gone through."""
        self._make_folder(self.folder)
        (self.folder / _SWEPT).write_text(now.isoformat())

    def forget(self, sha256: Sha256) -> bool:
        """Deletes bytes that nothing refers to; False where somebody has put them again lately."""
        place = self._place(sha256)
        if place.exists() and not _is_settled(place):
            return False
        # A name of its own: two may forget the same at once.
        with contextlib.suppress(FileNotFoundError):
            place.rename(place.with_name(f"{sha256}.{secrets.token_hex(6)}{_ASIDE}"))
        for path in _aside(place):
            if not _is_settled(path):
                with contextlib.suppress(FileNotFoundError):
                    path.rename(place)
                return False
            path.unlink(missing_ok=True)
        return True

    def _place(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256[2:4] / sha256

    def _holds(self, place: Path, data: bytes) -> bool:
        try:
            return place.read_bytes() == data
        except FileNotFoundError:
            return False

    def _make_folder(self, folder: Path) -> None:
        if folder.is_dir():
            return
        self._make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        _force_folder(folder.parent)


def _looked_for(place: Path) -> Iterator[Path]:
    """Where a file may be, each looked up when it is asked for: at its place, then aside.

    Several times, since it may be moved aside after the one look and back before the other.
    """
    for _ in range(_LOOKS):
        yield place
        yield from _aside(place)


def _aside(place: Path) -> list[Path]:
    """Where those who forget have moved a file, and perhaps died."""
    return list(place.parent.glob(f"{place.name}.*{_ASIDE}"))


def _is_aside(path: Path) -> bool:
    return path.name.endswith(_ASIDE)


def _touched(place: Path) -> bool:
    """Gives a file the present time; False where it is not there any more."""
    try:
        os.utime(place)
    except FileNotFoundError:
        return False
    return True


def _is_settled(path: Path, seconds: float = SETTLED) -> bool:
    """Whether a file was last put a day ago or longer; also where it is gone."""
    try:
        return path.stat().st_mtime <= time.time() - seconds
    except FileNotFoundError:
        return True


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, READ_ONLY)
    try:
        left = memoryview(data)
        while left:
            # A nearly full disk takes a part and says so only in the count it returns.
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _force_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
