"""Bytes in a folder, each file under its own SHA-256: durable when stored, never changed."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from innspill.shared.values import Sha256, sha256_of

READ_ONLY = 0o400


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
        if not self._holds(place, data):
            self._make_folder(place.parent)
            beside = place.with_name(f"{sha256}.{secrets.token_hex(6)}.part")
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
        try:
            data = self._place(sha256).read_bytes()
        except FileNotFoundError:
            raise KeyError(sha256) from None
        if sha256_of(data) != sha256:
            raise ValueError(f"the stored file {sha256} is damaged")
        return data

    def _place(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256[2:4] / sha256

    def _holds(self, place: Path, data: bytes) -> bool:
        return place.exists() and place.read_bytes() == data

    def _make_folder(self, folder: Path) -> None:
        if folder.is_dir():
            return
        self._make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        _force_folder(folder.parent)


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
