"""A person's word on what arrived: taken in by hand, taken on from a tray, or set aside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from django.db import IntegrityError, transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.journal.verifying import salted
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.shared.ports import ByteStore
from innspill.shared.values import Sha256
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake.actions.receiving import is_known, receive
from innspill.stages.intake.core import kept
from innspill.stages.intake.core.receipt import Receipt
from innspill.stages.intake.core.sifting import BY_HAND
from innspill.stages.intake.models import Delivery, SetAside


@transaction.atomic
def move(number: int, *, to_slug: str, by: User, now: datetime, store: ByteStore) -> Receipt:
    """A caseworker's word that what lies in a tray is a response, and to which hearing.

    It stays as it came, set aside, and goes on as a new delivery of the same bytes with the time
    that it came; to the same hearing as well. Raises NotAllowed; Conflict where it was moved
    already; BadInput where it lies in no tray, or there is no such hearing.
    """
    hearing = _hearing(to_slug, by)
    row = _delivery(number)
    require(by, _owner_of(row), Role.CASEWORKER)
    aside = SetAside.objects.select_for_update().filter(delivery=row).first()
    if aside is None:
        raise BadInput("it is not set aside", where=f"delivery {number}")
    if aside.moved_to_id is not None:
        raise Conflict(f"delivery {number} is moved already")
    is_version = row.consultation_id == hearing.id and row.channel == Delivery.Channel.WEB
    receipt = receive(
        consultation_slug=to_slug,
        channel=row.channel,
        files=[(item.name, store.get(Sha256(item.sha256))) for item in row.items.all()],
        claimed_sender=row.claimed_sender,
        claimed_email=row.claimed_email,
        idempotency_key=f"moved {number}",
        now=now,
        store=store,
        received_at=row.received_at,
        relayed_at=row.relayed_at,
        body_id=row.body_id if is_version else None,
        # So that it stays one of the versions of the same response.
        replaces=row.number if is_version else None,
    )
    aside.moved_to = Delivery.objects.get(number=receipt.number)
    aside.save(update_fields=["moved_to"])
    _told("moved", number, by, {"to": receipt.number}, now)
    return receipt


@transaction.atomic
def set_aside_by_hand(
    number: int,
    *,
    reason: str,
    by: User,
    now: datetime,
    duplicate_of: int | None = None,
    note: str = "",
) -> None:
    """A caseworker's word that a delivery is no response, before or after it was registered.

    It stays, numbered and readable; what was registered of it stands no more. `move` takes it on
    again. What lies in the tray of those without a hearing is only sorted better. `duplicate_of`
    is the number of the delivery that it is a copy of. Raises NotAllowed; Conflict where it is set
    aside already; BadInput for another reason, or another's delivery.
    """
    _held(number, duplicate_of)
    row = _delivery(number)
    require(by, _owner_of(row), Role.CASEWORKER)
    if reason not in BY_HAND:
        raise BadInput("nothing is set aside for this reason by hand", where=reason)
    first = _first_of(row, duplicate_of) if reason == SetAside.Reason.DUPLICATE else None
    said = {"reason": reason, "explanation": note.strip()[:2_000], "duplicate_of": first,
            "by": by, "at": now}  # fmt: skip
    aside = SetAside.objects.select_for_update().filter(delivery=row).first()
    if aside is None:
        try:
            with transaction.atomic():
                SetAside.objects.create(delivery=row, **said)
        except IntegrityError as error:
            raise Conflict(f"delivery {number} is set aside already") from error
    elif aside.reason == SetAside.Reason.UNKNOWN_HEARING and aside.moved_to_id is None:
        SetAside.objects.filter(pk=aside.pk).update(**said)
    else:
        raise Conflict(f"delivery {number} is set aside already")
    word = SetAside.objects.get(delivery=row)
    detail = {"reason": reason, "said": salted(kept.aside(word, row.salt), kept.ASIDE)}
    _told("set-aside", number, by, detail, now)


@transaction.atomic
def register_by_hand(
    slug: str,
    *,
    channel: Literal["letter", "note"],
    files: Sequence[tuple[str, bytes]],
    sender: str,
    came_at: datetime,
    key: str = "",
    by: User,
    now: datetime,
    store: ByteStore,
) -> Receipt:
    """Takes what came on paper, scanned, or the note of what somebody said.

    `came_at` is when it came to the house, never after `now`; `key` is the form's own, so that a
    form sent twice is one delivery. Raises NotAllowed and BadInput.
    """
    _hearing(slug, by)
    if came_at > now:
        raise BadInput("it cannot have come after now", where="when it came")
    sent = key or came_at.isoformat()
    known_by = f"by hand {slug} {by.pk} {sent} {sender}"
    is_new = not is_known(known_by, files)
    receipt = receive(
        consultation_slug=slug,
        channel=channel,
        files=files,
        claimed_sender=sender,
        idempotency_key=known_by,
        now=now,
        store=store,
        received_at=came_at,
    )
    if is_new:
        _told("registered-by-hand", receipt.number, by, {"channel": channel}, now)
    return receipt


def _hearing(slug: str, by: User) -> ConsultationShown:
    hearing = consultations.shown(slug)
    if hearing is None:
        raise BadInput("there is no such hearing", where=slug, todo="Choose one that is open.")
    require(by, hearing.owner_id, Role.CASEWORKER)
    return hearing


def _held(*numbers: int | None) -> None:
    """Holds deliveries until the transaction ends, always in the same order, so that of two that
    are said to be copies of each other at once one is the first.
    """
    named = [number for number in numbers if number is not None]
    held = Delivery.objects.select_for_update(no_key=True).filter(number__in=named)
    list(held.order_by("number").values_list("pk"))


def _delivery(number: int) -> Delivery:
    row = Delivery.objects.select_related("consultation").filter(number=number).first()
    if row is None:
        raise BadInput("there is no such delivery", where=f"delivery {number}")
    return row


def _owner_of(row: Delivery) -> int | None:
    return row.consultation.owner_id if row.consultation else None


def _first_of(row: Delivery, number: int | None) -> Delivery:
    """The delivery that `row` is a copy of: another one of the same hearing that counts itself."""
    first = Delivery.objects.filter(number=number or 0, consultation=row.consultation_id).first()
    if first is None or first == row:
        raise BadInput(
            "the other delivery is not one of this hearing",
            where=f"delivery {number or ''}".strip(),
            todo="Give the number of the first one.",
        )
    if SetAside.objects.filter(delivery=first).exists():
        raise BadInput("the other delivery is set aside itself", where=f"delivery {number}")
    return first


def _told(verb: str, number: int, by: User, detail: dict[str, Any], now: datetime) -> None:
    journal.write(verb, f"delivery {number}", actor=by.get_username(), detail=detail, at=now)
