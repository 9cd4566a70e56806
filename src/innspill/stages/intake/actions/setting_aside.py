"""What has no response in the register, and why: set aside, numbered and readable."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from innspill.shared.journal import actions as journal
from innspill.shared.journal.verifying import salted
from innspill.stages.intake.core.kept import ASIDE, aside
from innspill.stages.intake.models import Delivery, SetAside


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
    created = SetAside.objects.create(
        delivery=row, reason=reason, explanation=explanation, duplicate_of_id=duplicate_of, at=now
    )
    journal.write(
        "set-aside",
        f"delivery {row.number}",
        actor=journal.SYSTEM,
        detail={"reason": reason, "said": salted(aside(created, row.salt), ASIDE)},
        at=now,
    )
