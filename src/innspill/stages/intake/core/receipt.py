"""The receipt that a sender gets: plain values, checked by `innspill verify` without Innspill."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from innspill.shared.values import Sha256

SCHEMA = "innspill/receipt/2"


@dataclass(frozen=True, slots=True)
class FileReceived:
    """One file as it was stored: its name on the way in, SHA-256, and size in bytes."""

    name: str
    sha256: Sha256
    size: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the sender holds: number, time, files, and the place in the journal with its proof."""

    number: int
    received_at: datetime
    files: tuple[FileReceived, ...]
    journal_position: int
    content: dict[str, Any]
    """The whole receipt as JSON: what the sender downloads and `innspill verify` reads."""


def receipt_of(content: dict[str, Any]) -> Receipt:
    """The receipt that its JSON object holds."""
    return Receipt(
        number=content["number"],
        received_at=datetime.fromisoformat(content["received_at"]),
        files=tuple(
            FileReceived(file["name"], Sha256(file["sha256"]), file["size"])
            for file in content["files"]
        ),
        journal_position=content["journal_position"],
        content=content,
    )
