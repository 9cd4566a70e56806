"""What arrived: bytes first, then one transaction, then the receipt. And what is taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.ports import ByteStore
from innspill.shared.values import sha256_of
from innspill.shared.written import safe_name
from innspill.stages.consultations import queries as consultations
from innspill.stages.intake.actions.recording import Arrived, recorded
from innspill.stages.intake.core.receipt import FileReceived, Receipt, receipt_of
from innspill.stages.intake.models import Delivery, SetAside, TakenBack


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
    relayed_at: datetime | None = None,
    body_id: int | None = None,
    replaces: int | None = None,
    version_of: str = "",
    asked_for: str = "",
) -> Receipt:
    """Takes what somebody sent, and gives the receipt after it is safely stored.

    The bytes are durable before anything else happens; nothing looks into them here. The same files
    with the same key give the same receipt. What names no known hearing is numbered and set aside;
    `asked_for` is then what the sender said. `received_at` is when it came, if before `now`;
    `relayed_at` when the last mail server says that it took it, which is only shown. How much it
    takes is limited at the door, not here. `body_id` is the invited line whose personal link it
    came through, `replaces` the number of the delivery that it is a new version of; `version_of` is
    what the keys of all versions begin with, so that of two at once the later one replaces the
    other. Raises BadInput for no file, and for somebody else's body or delivery; SigningKeyLost.
    """
    if not files:
        raise BadInput("there is no file", todo="Choose at least one file.")
    stored = tuple(
        FileReceived(safe_name(name), store.put(data), len(data)) for name, data in files
    )
    key = _key(idempotency_key, stored)
    known = _known(key)
    if known is not None:
        return known
    consultation_id = consultations.id_of(consultation_slug) if consultation_slug else None
    arrived = Delivery(
        consultation_id=consultation_id,
        asked_for=(consultation_slug or asked_for)[:80],
        channel=channel if channel in Delivery.Channel.values else Delivery.Channel.FOLDER,
        received_at=received_at or now,
        stored_at=now,
        relayed_at=relayed_at,
        claimed_sender=safe_name(claimed_sender),
        claimed_email=safe_name(claimed_email),
        idempotency_key=key,
        body_id=_own_body(consultation_id, body_id),
        replaces=_own_earlier(consultation_id, body_id, replaces),
    )
    try:
        return recorded(Arrived(arrived, stored, version_of))
    except IntegrityError:
        # Somebody sent the same at the same moment and was first: theirs is the receipt.
        first = _known(key)
        if first is None:
            raise
        return first


@transaction.atomic
def take_back(number: int, *, now: datetime) -> None:
    """The respondent takes a delivery back, and with it what it replaced: none of it stands.

    The rows and bytes stay, numbered. Taking back again changes nothing. Raises BadInput where
    there is no such delivery.
    """
    row: Delivery | None = Delivery.objects.filter(number=number).first()
    if row is None:
        raise BadInput("there is no such delivery", where=f"delivery {number}")
    versions = _versions_of(row)
    # Who is second waits here for the first one, and finds its rows.
    new = {
        each.number
        for each in sorted(versions, key=lambda version: version.number)
        if TakenBack.objects.get_or_create(delivery=each, defaults={"at": now})[1]
    }
    taken = [each.number for each in versions if each.number in new]
    if taken:
        journal.write(
            "taken-back",
            f"delivery {number}",
            actor=journal.SYSTEM,
            detail={"deliveries": taken},
            at=now,
        )


def is_known(idempotency_key: str, files: Sequence[tuple[str, bytes]]) -> bool:
    """Whether these very files came with this key before."""
    given = tuple(FileReceived(safe_name(name), sha256_of(data), len(data)) for name, data in files)
    return _known(_key(idempotency_key, given)) is not None


def _versions_of(row: Delivery) -> list[Delivery]:
    """A delivery, what it replaced, and what each of them went on as at a person's word."""
    found: list[Delivery] = []
    todo: list[Delivery | None] = [row]
    while todo:
        each = todo.pop(0)
        if each is None or each in found:
            continue
        found.append(each)
        aside = SetAside.objects.filter(delivery=each).select_related("moved_to").first()
        todo += [each.replaces, aside.moved_to if aside else None]
    return found


def _own_body(consultation_id: int | None, body_id: int | None) -> int | None:
    if body_id is not None and not consultations.has_body(consultation_id, body_id):
        raise BadInput("the personal link belongs to another hearing", todo="Use its own link.")
    return body_id


def _own_earlier(
    consultation_id: int | None, body_id: int | None, number: int | None
) -> Delivery | None:
    if number is None:
        return None
    earlier = Delivery.objects.filter(
        number=number, consultation=consultation_id, body=body_id, channel=Delivery.Channel.WEB
    ).first()
    if earlier is None:
        raise BadInput(
            "it replaces a delivery that is not of the same respondent", where=f"delivery {number}"
        )
    return earlier


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
