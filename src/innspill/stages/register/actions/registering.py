"""From what one delivery holds to responses in the register."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.ports import ByteStore, UnitRegister
from innspill.shared.values import Certainty
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.filled import NAME, FilledForm, from_bytes, says_the_same
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions as intake_actions
from innspill.stages.intake import queries as intake
from innspill.stages.intake.queries import DeliveryShown
from innspill.stages.reading import queries as reading
from innspill.stages.reading.queries import ReadingShown
from innspill.stages.register.actions.senders import store_senders
from innspill.stages.register.actions.standing import let_one_stand
from innspill.stages.register.core.in_units import known_in_units
from innspill.stages.register.core.kinds import as_json
from innspill.stages.register.core.senders import claimed_by
from innspill.stages.register.core.standing import (
    came_with,
    claim_of,
    entered,
    may_be_one,
    senders_of,
)
from innspill.stages.register.core.values import Arrival, Line, Match
from innspill.stages.register.models import Response

WEB = "web"
"""The channel of the web form, whose deliveries may be versions of one response."""


@transaction.atomic
def register_next(
    delivery_id: int, *, store: ByteStore, now: datetime, units: UnitRegister | None = None
) -> None:
    """Registers what one delivery holds: numbers, senders, standing and lateness.

    From `store` comes the form that was filled in on the web, which names its senders outright;
    from `units` the organisation number of a sender that is on no list. Raises Conflict where
    another worker was first, whose responses would be taken for copies.

    An exact copy of a response of the same sender is no second response: where a delivery holds
    nothing else it is set aside as a duplicate, pointing to the first.
    """
    delivery = intake.by_id(delivery_id)
    if delivery.consultation_id is None:
        raise BadInput("it belongs to no hearing", where=f"delivery {delivery.number}")
    hearing = consultations.by_id(delivery.consultation_id)
    journal.in_turn(_series(hearing.id))
    if intake.by_id(delivery_id).state in {"registered", "set-aside"}:
        raise Conflict(f"delivery {delivery.number} is registered already")
    arrival = _arrival(delivery, store)
    # What a person has taken from its tray is a response, whatever it is like.
    is_first = not arrival.is_new_version and delivery.taken_on_from is None
    copy_of: int | None = None
    registered = 0
    for shown in reading.of_delivery(delivery_id):
        if shown.read.kind == "unreadable":
            continue
        first = _first_of_copies(hearing.id, shown, arrival) if is_first else None
        if first is not None:
            copy_of = first
            continue
        _enter(hearing, shown, arrival, units, now)
        registered += 1
    if registered == 0 and copy_of is not None:
        intake_actions.set_aside(delivery_id, reason="duplicate", duplicate_of=copy_of, now=now)


def _first_of_copies(consultation_id: int, shown: ReadingShown, arrival: Arrival) -> int | None:
    """The delivery that brought the same before, from the same sender as far as is known.

    The same is the same bytes, with the same enclosed.
    """
    claim = claim_of(shown.read, arrival)
    same = Response.objects.filter(
        consultation=consultation_id,
        reading__sha256=shown.read.sha256,
        reading__delivery__set_aside=None,
    ).order_by("number")
    for earlier_reading in same.values_list("reading", flat=True):
        earlier = reading.by_id(earlier_reading)
        before = claim_of(earlier.read, _way(intake.by_id(earlier.delivery_id)))
        if may_be_one(claim, before) and came_with(earlier.read) == came_with(shown.read):
            return earlier.delivery_id
    return None


def _enter(
    hearing: ConsultationShown,
    shown: ReadingShown,
    arrival: Arrival,
    units: UnitRegister | None,
    now: datetime,
) -> None:
    found = senders_of(shown.read, arrival, hearing.definition)
    senders = known_in_units(found, shown.read, units)
    number = journal.next_number(_series(hearing.id))
    entry = entered(
        hearing.definition, number, shown.read, arrival,
        lambda who: _deadline_of(hearing.id, who), senders,
    )  # fmt: skip
    row = Response.objects.create(
        consultation_id=hearing.id,
        reading_id=shown.id,
        number=number,
        received_at=arrival.received_at or now,
        answered_at=arrival.answered_at,
        thread=arrival.thread,
        late=bool(entry.late),
        standing=Response.Standing.CURRENT,
        supports=(entry.supports or "")[:300],
        flags=list(entry.flags),
        kinds=as_json(entry.kinds),
        registered_at=now,
    )
    store_senders(hearing, row.pk, entry.senders)
    journal.write(
        "registered",
        f"response {entry.reference}",
        actor=journal.SYSTEM,
        detail={"delivery": shown.delivery_number, "late": bool(entry.late)},
        at=now,
    )
    let_one_stand(hearing, {row.pk})


def _series(consultation_id: int) -> str:
    return f"response {consultation_id}"


def _deadline_of(consultation_id: int, sender: Match) -> datetime | None:
    unsure = sender.certainty is Certainty.UNSURE
    body = None if unsure else consultations.body_id(consultation_id, sender.group, sender.body)
    return consultations.deadline_for(consultation_id, body)


def _arrival(delivery: DeliveryShown, store: ByteStore) -> Arrival:
    """When and how it came, what was filled in on the web, and when those answers first came."""
    form = _form(delivery, store)
    return replace(
        _way(delivery),
        form=form,
        line=_line(delivery),
        answered_at=_answered_at(delivery, form, store),
    )


def _way(delivery: DeliveryShown) -> Arrival:
    """When and how it came, who it was said to be from, and which version of a response it is."""
    claimed = claimed_by(delivery.channel, delivery.claimed_sender, delivery.claimed_email)
    return Arrival(
        delivery.received_at,
        delivery.channel,
        claimed,
        thread=intake.first_version(delivery.number) if delivery.channel == WEB else None,
        delivery=delivery.number,
    )


def _line(delivery: DeliveryShown) -> Line | None:
    if delivery.body_id is None:
        return None
    group, name = consultations.line_of(delivery.body_id)
    return Line(name, group)


def _form(delivery: DeliveryShown, store: ByteStore) -> FilledForm | None:
    """What was filled in on the web. A file of that name that came in another way is only read."""
    first = delivery.files[0] if delivery.channel == WEB and delivery.files else None
    if first is None or first.name != NAME:
        return None
    try:
        return from_bytes(store.get(first.sha256))
    except ValueError:
        return None


def _answered_at(
    delivery: DeliveryShown, form: FilledForm | None, store: ByteStore
) -> datetime | None:
    """When the earliest of the versions right before this one came that say the very same.

    The same but for the list of files: a council's decision may be added after the deadline.
    """
    since: datetime | None = None
    number = delivery.replaces
    while form is not None and number is not None:
        earlier = intake.by_number(number)
        before = _form(earlier, store)
        if before is None or not says_the_same(before, form):
            return since
        since, number = earlier.received_at, earlier.replaces
    return since
