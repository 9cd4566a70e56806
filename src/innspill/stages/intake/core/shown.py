"""What a delivery is shown with: its files, why it is set aside, and the first sum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from innspill.shared.values import Sha256


@dataclass(frozen=True, slots=True)
class ItemShown:
    """One file of a delivery: its place, name, SHA-256, and size in bytes."""

    position: int
    name: str
    sha256: Sha256
    size: int


@dataclass(frozen=True, slots=True)
class SetAsideShown:
    """Why a delivery has no response in the register."""

    reason: str
    explanation: str
    duplicate_of: int | None
    at: datetime
    moved_to: int | None = None
    """The delivery that it went on as, when somebody took it from its tray."""
    by: str = ""
    """Who said so, where it was a person."""


@dataclass(frozen=True, slots=True)
class DeliveryCounts:
    """deliveries = registered + the counts of set_aside + unprocessed."""

    deliveries: int
    registered: int
    set_aside: tuple[tuple[str, int], ...]
    unprocessed: int
