"""Whether the deciding of a hearing is finished, and how it was finished and opened before."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from innspill.shared.people.models import Owner
from innspill.shared.people.queries import name_of
from innspill.stages.deciding.core.values import DecidingLedger
from innspill.stages.deciding.models import Closing
from innspill.stages.publication.core.ledger import Ledger


@dataclass(frozen=True, slots=True)
class ClosingShown:
    """The deciding was finished with its ledgers, or opened again for a reason."""

    again: bool
    reason: str
    by: str
    at: datetime
    deciding: DecidingLedger | None
    """As it was then; None where it was opened again."""
    sums: Ledger | None


def is_finished(consultation_id: int) -> bool:
    """Whether the deciding of one hearing is finished, and what was decided locked."""
    last = Closing.objects.filter(consultation=consultation_id).order_by("-id")
    return last.values_list("again", flat=True).first() is False


def finished_with(consultation_id: int) -> ClosingShown | None:
    """The finish that stands, with its ledgers; None where the deciding is not finished."""
    last = Closing.objects.filter(consultation=consultation_id).select_related("by").last()
    return None if last is None or last.again else _shown(last)


def closings(slug: str, owners: Collection[Owner]) -> list[ClosingShown]:
    """Every finish and opening of one hearing, the last one first."""
    rows = Closing.objects.filter(consultation__slug=slug, consultation__owner__in=owners)
    return [_shown(row) for row in rows.select_related("by").order_by("-id")]


def _shown(row: Closing) -> ClosingShown:
    kept = row.ledger
    return ClosingShown(
        again=row.again,
        reason=row.reason,
        by=name_of(row.by),
        at=row.at,
        deciding=DecidingLedger(**_pairs(kept["deciding"], "outcomes")) if kept else None,
        sums=Ledger(**_pairs(kept["sums"], "set_aside")) if kept else None,
    )


def _pairs(kept: Mapping[str, Any], name: str) -> dict[str, Any]:
    """JSON knows no tuples."""
    return {**kept, name: tuple((what, count) for what, count in kept[name])}
