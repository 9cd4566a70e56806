"""What people settle at the desk, and what is on show of it, change in one transaction.

The steps look at everything again a moment later, but a worker may be busy or down.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from innspill.shared.people.models import User
from innspill.stages.consultations import actions as consultation_actions
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Text
from innspill.stages.intake import actions as intake
from innspill.stages.publication import actions as publication
from innspill.stages.register import actions as register
from innspill.stages.register import queries as register_queries
from innspill.stages.register.core.values import SenderKind


@transaction.atomic
def settle_sender(
    response_id: int,
    *,
    names: Sequence[str],
    kind: SenderKind | None = None,
    note: str = "",
    numbers: Mapping[str, str] | None = None,
    by: User,
    now: datetime,
) -> None:
    """As the register's own; a public copy under another name goes with it."""
    register.settle_sender(
        response_id, names=names, kind=kind, note=note, numbers=numbers, by=by, now=now
    )
    publication.follow_sender(response_id, now=now)


@transaction.atomic
def undo_sender(response_id: int, *, by: User, now: datetime) -> None:
    """As the register's own; a public copy under another name goes with it."""
    register.undo_sender(response_id, by=by, now=now)
    publication.follow_sender(response_id, now=now)


@transaction.atomic
def announce(consultation_id: int, *, note: Text, reason: str, by: User, now: datetime) -> None:
    """As the hearing's own; where its responses are public no more from now on, they go with it.

    `reason` is then why each is withheld.
    """
    before = consultations.by_id(consultation_id).definition.published
    consultation_actions.announce(consultation_id, note=note, by=by, now=now)
    after = consultations.by_id(consultation_id).definition.published
    if before != after == "none":
        publication.withhold_all(consultation_id, reason=reason, by=by, now=now)


@transaction.atomic
def set_aside(
    number: int, *, reason: str, duplicate_of: int | None, note: str, by: User, now: datetime
) -> None:
    """As the intake's own `set_aside_by_hand`; what is on show of the delivery goes with it."""
    intake.set_aside_by_hand(
        number, reason=reason, duplicate_of=duplicate_of, note=note, by=by, now=now
    )
    withdraw_gone(now=now)


@transaction.atomic
def withdraw_gone(*, now: datetime) -> None:
    """Withdraws what was taken back or set aside: what the step `withdraw` would do in a moment."""
    for response in register_queries.taken_back():
        publication.follow_taken_back(response, now=now)
