"""Who works on what just now: a claim for some minutes, that never stands in the way of a text."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction

from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.actions.targets import check_target
from innspill.stages.deciding.core.values import Target
from innspill.stages.deciding.models import Claim

LASTS = timedelta(minutes=10)
"""So long a claim holds; a form that lives renews it."""


@transaction.atomic
def claim(
    consultation_id: int, target: Target, *, take_over: bool = False, by: User, now: datetime
) -> bool:
    """Claims a target, or holds a claim longer; False where somebody else has it.

    With `take_over` it is taken from them, which they see; that alone is a line of the journal, for
    a form that is opened decides nothing. Raises NotAllowed, and BadInput for a target that the
    hearing does not have.
    """
    hearing = consultations.by_id(consultation_id)
    require(by, hearing.owner_id, Role.CASEWORKER)
    check_target(consultation_id, target)
    row, made = Claim.objects.select_for_update().get_or_create(
        consultation_id=consultation_id, scope=target.scope, target=target.key,
        defaults={"by": by, "at": now, "until": now + LASTS},
    )  # fmt: skip
    if made:
        return True
    is_free = row.by_id == by.pk or row.until <= now
    if not (is_free or take_over):
        return False
    if row.by_id != by.pk or row.until <= now:
        row.at = now
    row.by, row.until = by, now + LASTS
    row.save()
    if not is_free:
        detail = {"scope": target.scope, "target": target.key}
        journal.write(
            "claim-taken-over", f"consultation {hearing.slug}", actor=by.get_username(),
            detail=detail, at=now,
        )  # fmt: skip
    return True


@transaction.atomic
def release(consultation_id: int, targets: Collection[Target], *, by: User, now: datetime) -> int:
    """Lets go of what one claims oneself; returns how many. Others' claims stay, and nothing is told.

    Raises NotAllowed.
    """
    require(by, consultations.by_id(consultation_id).owner_id, Role.CASEWORKER)
    mine = Claim.objects.filter(consultation=consultation_id, by=by, until__gt=now)
    gone = 0
    for target in targets:
        gone += mine.filter(scope=target.scope, target=target.key).delete()[0]
    return gone
