"""That a delivery was held against what is never read, and what came of it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from innspill.shared.errors import Conflict
from innspill.stages.intake.actions.setting_aside import set_aside
from innspill.stages.intake.core.sifting import Verdict
from innspill.stages.intake.models import Delivery, SetAside, Sifted


@transaction.atomic
def note_sifted(delivery_id: int, verdict: Verdict, *, now: datetime) -> None:
    """Notes what sifting found, and sets aside what is not to be read, with the reason.

    What a person has set aside meanwhile, or named no hearing, stays in its tray and only gets
    the remarks. Raises Conflict where somebody else has sifted it.
    """
    row = Delivery.objects.get(pk=delivery_id)
    sifted, is_first = Sifted.objects.get_or_create(
        delivery=row, defaults={"remarks": list(verdict.remarks), "at": now}
    )
    if not is_first:
        raise Conflict(f"{row} is sifted already")
    if not verdict.reason:
        return
    if SetAside.objects.filter(delivery=row).exists():
        sifted.remarks = [verdict.reason, *verdict.remarks]
        sifted.save(update_fields=["remarks"])
        return
    set_aside(row.pk, reason=verdict.reason, explanation=verdict.explanation, now=now)
