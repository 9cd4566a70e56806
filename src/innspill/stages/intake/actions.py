"""The only code that writes what arrived: bytes first, then one transaction, then the receipt."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.journal.canonical import instant
from innspill.shared.journal.receipts import listed
from innspill.shared.ports import ByteStore
from innspill.stages.consultations import queries as consultations
from innspill.stages.intake.core.receipt import SCHEMA, FileReceived, Receipt, receipt_of
from innspill.stages.intake.models import Delivery, Item, SetAside

_NUMBERS = "delivery"
_NAME_LIMIT = 300
_OBEYED = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def receive(
    *,
    consultation_slug: str | None,
    channel: str,
    files: Sequence[tuple[str, bytes]],
    claimed_sender: str = "",
    claimed_email: str = "",
    idempotency_key: str,
    now: datetime,
    store: ByteStore,
    received_at: datetime | None = None,
) -> Receipt:
    """Takes what somebody sent, and gives the receipt after it is safely stored.

    The bytes are durable before anything else happens; nothing looks into them here. Sending
    the same files again with the same key gives the same receipt. What names no known hearing
    is stored, numbered and set aside. `received_at` is when it came, where that was earlier
    than `now`. How much it takes is limited at the door (the portal's form, the server), not here:
    what has come in is never refused. Raises BadInput without files and OSError where the disk
    refuses.
    """
    if not files:
        raise BadInput("there is no file", todo="Choose at least one file.")
    stored = tuple(FileReceived(_safe(name), store.put(data), len(data)) for name, data in files)
    key = _key(idempotency_key, stored)
    known = _known(key)
    if known is not None:
        return known
    arrived = Delivery(
        consultation_id=consultations.id_of(consultation_slug) if consultation_slug else None,
        asked_for=(consultation_slug or "")[:80],
        channel=channel if channel in Delivery.Channel.values else Delivery.Channel.FOLDER,
        received_at=received_at or now,
        stored_at=now,
        claimed_sender=_safe(claimed_sender),
        claimed_email=_safe(claimed_email),
        idempotency_key=key,
    )
    try:
        with transaction.atomic():
            return _recorded(arrived, stored)
    except IntegrityError:
        # Somebody sent the same at the same moment and was first: theirs is the receipt.
        first = _known(key)
        if first is None:
            raise
        return first


@transaction.atomic
def set_aside(
    delivery_id: int,
    *,
    reason: str,
    now: datetime,
    explanation: str = "",
    duplicate_of: int | None = None,
) -> None:
    """Says why a delivery has no response in the register. It stays, numbered and readable."""
    row = Delivery.objects.get(pk=delivery_id)
    SetAside.objects.create(
        delivery=row, reason=reason, explanation=explanation, duplicate_of_id=duplicate_of, at=now
    )
    journal.write(
        "set-aside",
        f"delivery {row.number}",
        actor=journal.SYSTEM,
        detail={"reason": reason},
        at=now,
    )


def _recorded(arrived: Delivery, stored: tuple[FileReceived, ...]) -> Receipt:
    arrived.number = journal.next_number(_NUMBERS)
    line = journal.write(
        "received",
        f"delivery {arrived.number}",
        actor=journal.SYSTEM,
        detail={
            "channel": arrived.channel,
            "consultation": arrived.consultation_id,
            "received_at": instant(arrived.received_at),
            "files": [file.sha256 for file in stored],
            "listed": listed(_list(stored)),
        },
        at=arrived.stored_at,
    )
    arrived.receipt = _content(arrived, stored, line)
    arrived.save(force_insert=True)
    for position, file in enumerate(stored):
        Item.objects.create(
            delivery=arrived,
            position=position,
            name=file.name,
            sha256=file.sha256,
            size=file.size,
        )
    if arrived.consultation_id is None:
        named = arrived.asked_for or "no hearing"
        set_aside(
            arrived.pk,
            reason=SetAside.Reason.UNKNOWN_HEARING,
            explanation=f"it was sent to {named}",
            now=arrived.stored_at,
        )
    return receipt_of(arrived.receipt)


def _content(
    arrived: Delivery, stored: tuple[FileReceived, ...], line: journal.Written
) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "number": arrived.number,
        "received_at": instant(arrived.received_at),
        "files": _list(stored),
        "journal_position": line.number,
        "leaf": line.leaf_data.decode(),
        "proof": [step.hex() for step in line.proof],
        "tree_size": line.tree_size,
        "root": line.root.hex(),
    }


def _list(stored: tuple[FileReceived, ...]) -> list[dict[str, Any]]:
    return [{"name": file.name, "sha256": file.sha256, "size": file.size} for file in stored]


def _known(key: str) -> Receipt | None:
    row = Delivery.objects.filter(idempotency_key=key).first()
    return receipt_of(row.receipt) if row else None


def _key(given: str, stored: tuple[FileReceived, ...]) -> str:
    """The key as stored: with a digest of the files, so that the same form sent again with
    other files is a delivery of its own and nothing is swallowed.
    """
    files = "\n".join(f"{file.sha256} {file.name}" for file in stored)
    return f"{_short(given)}:{hashlib.sha256(files.encode()).hexdigest()[:32]}"


def _short(key: str) -> str:
    return (
        key if len(key) <= 60 and ":" not in key else hashlib.sha256(key.encode()).hexdigest()[:60]
    )


def _safe(text: str) -> str:
    """What somebody wrote, as it can be stored and shown: no half characters, not endless, and
    nothing unseen that a terminal or a browser obeys, as signs that turn the text round.
    """
    written = text.encode("utf-8", "replace").decode()
    clean = _OBEYED.sub("", re.sub(r"\s+", " ", written))
    return clean[:_NAME_LIMIT].strip()
