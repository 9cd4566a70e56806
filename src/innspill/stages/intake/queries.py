"""The only way others read what arrived. What became of it is asked of the later stages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, overload

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet

from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.shared.ports import ByteStore
from innspill.shared.values import Sha256
from innspill.stages.intake.core.shown import DeliveryCounts, ItemShown, SetAsideShown
from innspill.stages.intake.imports import (
    ImportedShown,
    ImportShown,
    archives_kept,
    import_by_id,
    import_shown,
    imported,
    imports,
    stopped_imports,
    unfinished_imports,
)
from innspill.stages.intake.models import Delivery, Imported, Item, SetAside

__all__ = [
    "DeliveryCounts",
    "ImportShown",
    "ImportedShown",
    "ItemShown",
    "SetAsideShown",
    "import_by_id",
    "import_shown",
    "imported",
    "imports",
    "stopped_imports",
    "unfinished_imports",
]
"""What is handed on from other modules; all else here is public by its name."""
_READ = Exists(Delivery.objects.filter(pk=OuterRef("pk"), readings__isnull=False))
_REGISTERED = Exists(Delivery.objects.filter(pk=OuterRef("pk"), readings__response__isnull=False))


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
    relayed_at: datetime | None = None
    """When the last mail server took it, by its own word."""
    remarks: tuple[str, ...] = ()
    """What sifting saw that did not suffice to set it aside."""
    taken_on_from: int | None = None
    """The delivery that a person took from its tray, which went on as this one."""
    is_imported: bool = False


class DeliveryList(Sequence[DeliveryShown]):
    """Deliveries that are fetched page by page: only a slice asks for rows."""

    def __init__(self, rows: QuerySet[Delivery]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return self._rows.count()

    @overload
    def __getitem__(self, place: int) -> DeliveryShown: ...

    @overload
    def __getitem__(self, place: slice) -> list[DeliveryShown]: ...

    def __getitem__(self, place: int | slice) -> DeliveryShown | list[DeliveryShown]:
        if isinstance(place, slice):
            return [_shown(row) for row in _told(self._rows)[place]]
        return _shown(_told(self._rows)[place])


def last_key() -> str:
    """The verifier key in the receipt of the last delivery; "" where it has none."""
    last = Delivery.objects.order_by("number").values_list("receipt", flat=True).last()
    return str((last or {}).get("key", ""))


def inbox(
    owners: Collection[Owner],
    *,
    slug: str | None = None,
    state: str | None = None,
    tray: str | None = None,
) -> DeliveryList:
    """Everything that arrived for these owners, newest first, with what became of it.

    What names no known hearing belongs to no owner and is shown to all who see a desk. `tray` is
    the reason for which something is set aside.
    """
    rows = Delivery.objects.filter(_seen(owners)) if owners else Delivery.objects.none()
    if slug is not None:
        rows = rows.filter(consultation__slug=slug)
    if tray is not None:
        rows = rows.filter(set_aside__reason=tray)
    if state is not None:
        rows = _in_state(rows, state)
    return DeliveryList(rows.order_by("-number"))


def _in_state(rows: QuerySet[Delivery], state: str) -> QuerySet[Delivery]:
    if state == "set-aside":
        return rows.filter(set_aside__isnull=False)
    working = rows.filter(set_aside=None)
    if state == "registered":
        return working.filter(_REGISTERED)
    return working.filter(~_REGISTERED, _READ if state == "read" else ~_READ)


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
    seen = _seen(owners, "delivery__")
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
    """The SHA-256 of every file that was sent, and of every archive that was taken in."""
    sent = Item.objects.values_list("sha256", flat=True).iterator()
    return chain(sent, archives_kept())


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


def unsifted() -> list[int]:
    """The row numbers of deliveries that are not held against what is never read, the oldest first.

    What names no hearing is sifted too, for the remarks that a person should see.
    """
    aside = Q(set_aside=None) | Q(set_aside__reason=SetAside.Reason.UNKNOWN_HEARING)
    waiting = Delivery.objects.filter(aside, sifted=None, readings=None).order_by("number")
    return list(waiting.values_list("pk", flat=True))


def unsifted_since() -> tuple[int, datetime | None]:
    """How many deliveries wait to be sifted, and since when the oldest has lain there."""
    waiting = Delivery.objects.filter(set_aside=None, sifted=None, readings=None)
    counted = waiting.aggregate(many=Count("pk"), since=Min("stored_at"))
    return counted["many"], counted["since"]


def unread() -> list[int]:
    """The row numbers of deliveries that are sifted and not read yet, the oldest first."""
    waiting = Delivery.objects.filter(
        set_aside=None, sifted__isnull=False, consultation__isnull=False, readings=None
    )
    return list(waiting.order_by("number").values_list("pk", flat=True))


def with_mails() -> list[int]:
    """The row numbers of sifted deliveries that hold a mail as a file of its own.

    Not those that nobody opens: with a virus, or too big.
    """
    never = [SetAside.Reason.VIRUS, SetAside.Reason.TOO_BIG]
    rows = Delivery.objects.filter(items__name__iendswith=".eml", sifted__isnull=False)
    opened = rows.exclude(set_aside__reason__in=never).order_by("number")
    return list(opened.values_list("pk", flat=True).distinct())


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
    # What a person set aside after it was registered counts as set aside.
    counted = rows.aggregate(
        each=Count("pk"), registered=Count("pk", filter=Q(set_aside=None) & Q(_REGISTERED))
    )
    unprocessed = rows.filter(set_aside=None).filter(~_REGISTERED).count()
    return DeliveryCounts(counted["each"], counted["registered"], set_aside, unprocessed)


def trays(owners: Collection[Owner], *, slug: str | None = None) -> list[tuple[str, int]]:
    """The reasons for which something is set aside, and how many lie there, for these owners.

    What a person has taken on from a tray has left it, though it stays set aside and counted.
    """
    if not owners:
        return []
    rows = SetAside.objects.filter(_seen(owners, "delivery__"), moved_to=None)
    if slug is not None:
        rows = rows.filter(delivery__consultation__slug=slug)
    return sorted(rows.values_list("reason").annotate(many=Count("pk")))


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
    return _told(Delivery.objects.order_by("number"))


def _told(rows: QuerySet[Delivery]) -> QuerySet[Delivery]:
    """The same rows with all that `_shown` asks for, in a few questions to the database."""
    joined = rows.select_related(
        "consultation",
        "set_aside",
        "set_aside__duplicate_of",
        "set_aside__moved_to",
        "set_aside__by",
        "replaces",
        "taken_back",
        "sifted",
    )
    moved = SetAside.objects.filter(moved_to=OuterRef("pk")).values("delivery__number")[:1]
    return (
        joined.defer("consultation__definition", "consultation__working")
        .prefetch_related("items")
        .annotate(
            read=_READ,
            registered=_REGISTERED,
            taken_on_from=moved,
            is_imported=Exists(Imported.objects.filter(delivery=OuterRef("pk"))),
        )
    )


def _seen(owners: Collection[Owner], way: str = "") -> Q:
    return Q(**{f"{way}consultation__owner__in": owners}) | Q(**{f"{way}consultation": None})


def _seen_by(owners: Collection[Owner]) -> QuerySet[Delivery]:
    return _rows().filter(_seen(owners)) if owners else _rows().none()


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
    by = name_of(aside.by)
    return SetAsideShown(aside.reason, aside.explanation, twin, aside.at, moved, by)


def _shown(row: Delivery) -> DeliveryShown:
    hearing = row.consultation
    counted: Any = row
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
        relayed_at=row.relayed_at,
        remarks=tuple(row.sifted.remarks) if hasattr(row, "sifted") else (),
        taken_on_from=counted.taken_on_from,
        is_imported=counted.is_imported,
    )
