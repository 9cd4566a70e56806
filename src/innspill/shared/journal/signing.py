"""The key that the journal is signed with, and the signed checkpoints (C2SP tlog-checkpoint).

The key lies in INNSPILL_HOME as `signing-key`, in the form that Go's `note` package writes. It is
made when it is first needed and not changed: everybody who holds a receipt knows its public half.
Where it is gone, no other one is made by itself: `innspill doctor --new-key` makes one, and says so
in the journal.
"""

from __future__ import annotations

import base64
import os
import secrets
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from innspill.shared.errors import BadInput, SigningKeyLost
from innspill.shared.journal.models import Checkpoint, JournalEntry
from innspill.shared.journal.verifying import ED25519, key_id_of

KEY = "signing-key"
MODE = 0o600
_HEAD = "PRIVATE+KEY"


class Signer:
    """A signing key with its name."""

    def __init__(self, name: str, seed: bytes) -> None:
        self.name = name
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self._public = self._private.public_key().public_bytes_raw()
        self._id = key_id_of(name, self._public)

    @property
    def public_key(self) -> str:
        """What others check its signatures with: "name+id+base64"."""
        return f"{self.name}+{self._id.hex()}+{_base64(ED25519 + self._public)}"

    def signed(self, size: int, root: bytes) -> str:
        """The checkpoint of a journal of `size` lines under `root`."""
        text = text_of(self.name, size, root)
        signature = _base64(self._id + self._private.sign(text.encode()))
        return f"{text}\n\N{EM DASH} {self.name} {signature}\n"


def public_key() -> str:
    """The verifier key of this journal, made with its private half at first need."""
    return signer().public_key


def signed(size: int, root: bytes) -> str:
    """The signed checkpoint of a journal of `size` lines under `root`."""
    return signer().signed(size, root)


def signer() -> Signer:
    """The key of this home, made where nothing has been signed yet.

    Raises SigningKeyLost where something has and the key is gone, BadInput where the file holds no
    such key, and OSError where it cannot be read or made.
    """
    place: Path = settings.HOME / KEY
    if not place.exists():
        if _was_used():
            raise SigningKeyLost(
                f"{place}: the key that has signed the journal is gone. Put it back from the backup;"
                " if it is lost for good, make another one with `innspill doctor --new-key`."
            )
        put_in_place(made())
    return _read(place, place.stat().st_mtime_ns)


def made() -> tuple[str, str]:
    """A new key that lies nowhere yet: its text, and its public half."""
    name, seed = settings.ORIGIN, secrets.token_bytes(32)
    public = Signer(name, seed).public_key
    return f"{_HEAD}+{name}+{public.split('+')[1]}+{_base64(ED25519 + seed)}\n", public


def text_of(name: str, size: int, root: bytes) -> str:
    """What is signed: the checkpoint of a journal of `size` lines under `root`."""
    return f"{name}\n{size}\n{_base64(root)}\n"


def _was_used() -> bool:
    """Whether somebody holds something that was signed; receipts of old were not."""
    received = JournalEntry.objects.filter(verb="received", detail__has_key="sent")
    return Checkpoint.objects.exists() or received.exists()


@lru_cache(maxsize=4)
def _read(place: Path, _changed_at: int) -> Signer:
    parts = place.read_text("utf-8").strip().split("+", 4)
    try:
        head, (name, key_id, encoded) = "+".join(parts[:2]), parts[2:]
        secret = base64.b64decode(encoded, validate=True)
        found = Signer(name, secret[1:])
    except ValueError as error:
        raise _damaged(place) from error
    if head != _HEAD or secret[:1] != ED25519 or found.public_key.split("+")[1] != key_id:
        raise _damaged(place)
    return found


def put_in_place(key: tuple[str, str]) -> None:
    """Writes a new key beside and puts it in place, whole; who is first wins."""
    place: Path = settings.HOME / KEY
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f"{KEY}.{secrets.token_hex(6)}.part")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, MODE)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(key[0])
            file.flush()
            os.fsync(file.fileno())
        os.link(beside, place)
    except FileExistsError:
        pass
    finally:
        beside.unlink()
    _force_folder(place.parent)


def _force_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _damaged(place: Path) -> BadInput:
    return BadInput("this is no signing key", where=str(place), todo="Put the right one back.")


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()
