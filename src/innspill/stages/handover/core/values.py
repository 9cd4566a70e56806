"""What a package is made from, and what its manifest says."""

from __future__ import annotations

from dataclasses import dataclass

from innspill.shared.values import Sha256

SCHEMA = "innspill/package/1"


@dataclass(frozen=True, slots=True)
class Original:
    """One file exactly as it arrived. `name` is the sender's own, kept as data only.

    `received_at` is ISO 8601 or None; `responses` are the references that were read out of it.
    """

    name: str
    data: bytes
    media_type: str = "application/octet-stream"
    received_at: str | None = None
    delivery: str | None = None
    responses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a package's list: path inside the ZIP, size in bytes, SHA-256."""

    path: str
    size: int
    sha256: Sha256
