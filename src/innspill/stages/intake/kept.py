"""Everything that is kept of each delivery, for the look that holds it to the journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from innspill.shared.values import Sha256
from innspill.stages.intake.core.kept import aside, envelope, said
from innspill.stages.intake.core.receipt import FileReceived
from innspill.stages.intake.models import Delivery, Item, SetAside, TakenBack

_PAGE = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """One delivery, column by column, as the journal's hashes are taken of it.

    `said` is what its receipt should say, `receipt` what was given; `aside` why it was set aside.
    """

    number: int
    consultation_id: int | None
    received_at: datetime
    said: dict[str, Any]
    envelope: dict[str, Any]
    receipt: Any
    positions: tuple[int, ...]
    aside: dict[str, Any] | None
    moved_to: int | None
    """The number of the delivery that it went on as; 0 for one that is not there."""
    taken_back_at: datetime | None


def deliveries() -> Iterator[Kept]:
    """All of them by number, read in pages so that nobody who wants to write waits for long."""
    last = -1
    rows = Delivery.objects.select_related("set_aside__moved_to", "taken_back")
    rows = rows.prefetch_related("items").order_by("number", "pk")
    while page := list(rows.filter(number__gt=last)[:_PAGE]):
        yield from map(_kept, page)
        last = page[-1].number


def loose_rows() -> Iterator[str]:
    """Rows that belong to a delivery which is not there, in a sentence each."""
    numbers = Delivery.objects.values("pk")
    for table in (Item, SetAside, TakenBack):
        many = table._default_manager.exclude(delivery__in=numbers).count()  # noqa: SLF001
        if many:
            yield f"{many} rows of {table._meta.db_table} belong to no delivery"  # noqa: SLF001


def _kept(row: Delivery) -> Kept:
    items = list(row.items.all())
    files = [FileReceived(item.name, Sha256(item.sha256), item.size) for item in items]
    word = row.set_aside if hasattr(row, "set_aside") else None
    return Kept(
        number=row.number,
        consultation_id=row.consultation_id,
        received_at=row.received_at,
        said=said(row, files),
        envelope=envelope(row),
        receipt=row.receipt,
        positions=tuple(item.position for item in items),
        aside=aside(word, row.salt) if word else None,
        moved_to=_went_to(word) if word else None,
        taken_back_at=row.taken_back.at if hasattr(row, "taken_back") else None,
    )


def _went_to(word: SetAside) -> int | None:
    if word.moved_to_id is None:
        return None
    return word.moved_to.number if word.moved_to else 0
