"""The only way others read what arrived. What became of it is asked of the later stages."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from innspill.shared.people.models import Owner
from innspill.shared.ports import ByteStore
from innspill.shared.values import Sha256
from innspill.stages.intake.models import Delivery, Item


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
    """The delivery that it went on as, when somebody found its hearing."""


@dataclass(frozen=True, slots=True)
class DeliveryShown:
    """One delivery as it arrived. `state` is "set-aside", "registered", "read" or "new"."""

    id: int
    number: int
    consultation_id: int | None
    consultation_slug: str | None
    owner_id: int | None
    asked_for: str
    channel: str
    received_at: datetime
    stored_at: datetime
    claimed_sender: str
    claimed_email: str
    files: tuple[ItemShown, ...]
    set_aside: SetAsideShown | None
    state: str
    receipt: dict[str, Any]
    body_id: int | None = None
    """The invited line whose personal link it came through."""
    replaces: int | None = None
    """The number of the delivery that it is a new version of."""
    taken_back_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DeliveryCounts:
    """deliveries = registered + the counts of set_aside + unprocessed."""

    deliveries: int
    registered: int
    set_aside: tuple[tuple[str, int], ...]
    unprocessed: int


def inbox(
    owners: Collection[Owner], *, slug: str | None = None, state: str | None = None
) -> list[DeliveryShown]:
    """Everything that arrived for these owners, newest first, with what became of it.

    What names no known hearing belongs to no owner and is shown to all who see a desk.
    """
    rows = _seen_by(owners)
    if slug is not None:
        rows = rows.filter(consultation__slug=slug)
    shown = [_shown(row) for row in rows.order_by("-number")]
    return [row for row in shown if state is None or row.state == state]


def delivery(number: int, owners: Collection[Owner]) -> DeliveryShown | None:
    """One delivery; None where there is none that these owners may see."""
    row = _seen_by(owners).filter(number=number).first()
    return _shown(row) if row else None


def original(
    number: int, position: int, owners: Collection[Owner], store: ByteStore
) -> tuple[str, bytes] | None:
    """Name and bytes of one file as it was sent, for the desk only. None where not to be seen."""
    if not owners:
        return None
    seen = Q(delivery__consultation__owner__in=owners) | Q(delivery__consultation=None)
    item = Item.objects.filter(seen, delivery__number=number, position=position).first()
    return (item.name, store.get(Sha256(item.sha256))) if item else None


def by_id(delivery_id: int) -> DeliveryShown:
    """One delivery for the later stages. Raises DoesNotExist where there is none."""
    return _shown(_rows().get(pk=delivery_id))


def latest_of(version_of: str) -> int | None:
    """The number of the latest delivery of the web form whose key begins so, or None."""
    rows = Delivery.objects.filter(channel=Delivery.Channel.WEB)
    same = rows.filter(idempotency_key__startswith=version_of).order_by("-number")
    return same.values_list("number", flat=True).first()


def bytes_kept() -> Iterator[str]:
    """The SHA-256 of every file that was sent."""
    return Item.objects.values_list("sha256", flat=True).iterator()


def by_number(number: int) -> DeliveryShown:
    """One delivery for the later stages, by its number. Raises DoesNotExist where there is none."""
    return _shown(_rows().get(number=number))


def latest_number() -> int:
    """The number that the latest delivery got; 0 where there is none."""
    return Delivery.objects.aggregate(latest=Max("number"))["latest"] or 0


def receipt_given(slug: str, number: int) -> dict[str, Any] | None:
    """The receipt of a delivery to a hearing, exactly as it was given; None where there is none."""
    found = Delivery.objects.filter(number=number, consultation__slug=slug)
    receipt: dict[str, Any] | None = found.values_list("receipt", flat=True).first()
    return receipt


def first_version(number: int) -> int:
    """The number of the first of the versions that led to this delivery: itself, if it is new."""
    replaced = number
    while (before := _replaced_by(replaced)) is not None:
        replaced = before
    return replaced


def item_ids(delivery_id: int) -> dict[int, int]:
    """The row number of each file of a delivery, by position."""
    return dict(Item.objects.filter(delivery=delivery_id).values_list("position", "pk"))


def of_consultation(consultation_id: int) -> list[DeliveryShown]:
    """Everything that arrived for one hearing, in order of number."""
    return [_shown(row) for row in _rows().filter(consultation=consultation_id)]


def unread() -> list[int]:
    """The row numbers of deliveries that reading has not done, the oldest first."""
    waiting = Delivery.objects.filter(
        set_aside=None, consultation__isnull=False, readings=None
    )  # fmt: skip
    return list(waiting.order_by("number").values_list("pk", flat=True))


def with_mails() -> list[int]:
    """The row numbers of deliveries that hold a mail as a file of its own."""
    rows = Delivery.objects.filter(items__name__iendswith=".eml").order_by("number")
    return list(rows.values_list("pk", flat=True).distinct())


def unregistered() -> list[int]:
    """The row numbers of deliveries that were read but not registered, in order of receipt."""
    waiting = Delivery.objects.filter(
        set_aside=None, readings__isnull=False, readings__response=None
    ).annotate(registered=Count("readings__response"))
    in_order = waiting.filter(registered=0).order_by("received_at", "number")
    return list(dict.fromkeys(in_order.values_list("pk", flat=True)))


def counts(consultation_id: int | None) -> DeliveryCounts:
    """The first sum of the promises, for one hearing, or for all that arrived (None)."""
    rows = Delivery.objects.all()
    if consultation_id is not None:
        rows = rows.filter(consultation=consultation_id)
    aside = rows.filter(set_aside__isnull=False).values_list("set_aside__reason")
    set_aside = tuple(sorted(aside.annotate(many=Count("pk"))))
    each = Count("pk", distinct=True)
    is_registered = Count("pk", distinct=True, filter=Q(readings__response__isnull=False))
    counted = rows.aggregate(each=each, registered=is_registered)
    unprocessed = rows.filter(set_aside=None).exclude(readings__response__isnull=False).count()
    return DeliveryCounts(counted["each"], counted["registered"], set_aside, unprocessed)


def newer_version(number: int) -> int | None:
    """The number of the delivery that came in place of this one, or None."""
    rows = Delivery.objects.filter(replaces__number=number).order_by("number")
    return rows.values_list("number", flat=True).last()


def new_versions(consultation_id: int) -> dict[int, int]:
    """The deliveries of a hearing that are new versions: their number → that of the earlier."""
    rows = Delivery.objects.filter(consultation=consultation_id, replaces__isnull=False)
    return dict(rows.values_list("number", "replaces__number"))


def _replaced_by(number: int) -> int | None:
    row = Delivery.objects.filter(number=number)
    return row.values_list("replaces__number", flat=True).first()


def _rows() -> QuerySet[Delivery]:
    return (
        Delivery.objects.select_related(
            "consultation",
            "set_aside",
            "set_aside__duplicate_of",
            "set_aside__moved_to",
            "replaces",
            "taken_back",
        )
        .defer("consultation__definition")
        .prefetch_related("items")
        .annotate(
            read=Count("readings", distinct=True),
            registered=Count("readings__response", distinct=True),
        )
        .order_by("number")
    )


def _seen_by(owners: Collection[Owner]) -> QuerySet[Delivery]:
    if not owners:
        return _rows().none()
    return _rows().filter(Q(consultation__owner__in=owners) | Q(consultation=None))


def _state(row: Delivery) -> str:
    counted: Any = row
    if hasattr(row, "set_aside"):
        return "set-aside"
    if counted.registered:
        return "registered"
    return "read" if counted.read else "new"


def _set_aside(row: Delivery) -> SetAsideShown | None:
    if not hasattr(row, "set_aside"):
        return None
    aside = row.set_aside
    twin = aside.duplicate_of.number if aside.duplicate_of else None
    moved = aside.moved_to.number if aside.moved_to else None
    return SetAsideShown(aside.reason, aside.explanation, twin, aside.at, moved)


def _shown(row: Delivery) -> DeliveryShown:
    hearing = row.consultation
    return DeliveryShown(
        id=row.pk,
        number=row.number,
        consultation_id=row.consultation_id,
        consultation_slug=hearing.slug if hearing else None,
        owner_id=hearing.owner_id if hearing else None,
        asked_for=row.asked_for,
        channel=row.channel,
        received_at=row.received_at,
        stored_at=row.stored_at,
        claimed_sender=row.claimed_sender,
        claimed_email=row.claimed_email,
        files=tuple(
            ItemShown(item.position, item.name, Sha256(item.sha256), item.size)
            for item in row.items.all()
        ),
        set_aside=_set_aside(row),
        state=_state(row),
        receipt=row.receipt,
        body_id=row.body_id,
        replaces=row.replaces.number if row.replaces else None,
        taken_back_at=row.taken_back.at if hasattr(row, "taken_back") else None,
    )
