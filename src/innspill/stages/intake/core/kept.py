"""What of a delivery's rows is hashed into its journal lines, so that no column changes unnoticed.

Who sent it and what a caseworker wrote about it are personal data: the journal holds their hash
under the delivery's salt, never themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Protocol

from innspill.stages.intake.core.receipt import SCHEMA, FileReceived

ENVELOPE = (
    "consultation", "asked_for", "stored_at", "relayed_at", "sender", "email", "key", "body",
    "replaces",
)  # fmt: skip
ASIDE = ("reason", "explanation", "duplicate_of", "by", "at")


class Arrived(Protocol):
    """A row of what arrived."""

    number: int
    channel: str
    received_at: datetime
    consultation_id: int | None
    asked_for: str
    stored_at: datetime
    relayed_at: datetime | None
    claimed_sender: str
    claimed_email: str
    idempotency_key: str
    body_id: int | None
    replaces_id: int | None
    salt: str


class Aside(Protocol):
    """A row that says why a delivery was set aside."""

    reason: str
    explanation: str
    duplicate_of_id: int | None
    by_id: int | None
    at: datetime


def said(row: Arrived, files: Sequence[FileReceived]) -> dict[str, Any]:
    """What the receipt of a delivery says of it, its salt too."""
    return {
        "schema": SCHEMA,
        "number": row.number,
        "received_at": _instant(row.received_at),
        "channel": str(row.channel),
        "hearing": row.asked_for,
        "files": [{"name": file.name, "sha256": file.sha256, "size": file.size} for file in files],
        "salt": row.salt,
    }


def envelope(row: Arrived) -> dict[str, Any]:
    """What stands on a delivery besides what its receipt says: the fields of ENVELOPE, and its salt."""
    return {
        "salt": row.salt,
        "consultation": row.consultation_id,
        "asked_for": row.asked_for,
        "stored_at": _instant(row.stored_at),
        "relayed_at": _instant(row.relayed_at),
        "sender": row.claimed_sender,
        "email": row.claimed_email,
        "key": row.idempotency_key,
        "body": row.body_id,
        "replaces": row.replaces_id,
    }


def aside(row: Aside, salt: str) -> dict[str, Any]:
    """What was said when a delivery was set aside: the fields of ASIDE, and the delivery's salt."""
    return {
        "salt": salt,
        "reason": str(row.reason),
        "explanation": row.explanation,
        "duplicate_of": row.duplicate_of_id,
        "by": row.by_id,
        "at": _instant(row.at),
    }


def _instant(at: datetime | None) -> str | None:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ") if at else None
