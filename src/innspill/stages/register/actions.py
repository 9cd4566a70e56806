"""The only code that writes the register: who sent it, and which response stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.db.models import F

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.shared.values import Certainty
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions as intake_actions
from innspill.stages.intake import queries as intake
from innspill.stages.intake.queries import DeliveryShown
from innspill.stages.reading import queries as reading
from innspill.stages.reading.queries import ReadingShown
from innspill.stages.register import queries
from innspill.stages.register.core.senders import match_name
from innspill.stages.register.core.standing import (
    claim_of,
    entered,
    identity,
    may_be_one,
    replaced,
)
from innspill.stages.register.core.values import Arrival, Match, SenderKind
from innspill.stages.register.models import Organisation, Respondent, Response, ResponseSender

SETTLED = "settled by a person"


@transaction.atomic
def register_next(delivery_id: int, *, now: datetime) -> None:
    """Registers what one delivery holds: numbers, senders, standing and lateness.

    An exact copy of a response of the same sender is no second response: where a delivery holds
    nothing else it is set aside as a duplicate, pointing to the first.
    """
    delivery = intake.by_id(delivery_id)
    if delivery.consultation_id is None:
        raise BadInput("it belongs to no hearing", where=f"delivery {delivery.number}")
    hearing = consultations.by_id(delivery.consultation_id)
    arrival = arrival_of(delivery)
    copy_of: int | None = None
    registered = 0
    for shown in reading.of_delivery(delivery_id):
        if shown.read.kind == "unreadable":
            continue
        first = _first_of_copies(hearing.id, shown, arrival)
        if first is not None:
            copy_of = first
            continue
        _enter(hearing, shown, arrival, now)
        registered += 1
    if registered == 0 and copy_of is not None:
        intake_actions.set_aside(delivery_id, reason="duplicate", duplicate_of=copy_of, now=now)


@transaction.atomic
def settle_sender(
    response_id: int,
    *,
    names: Sequence[str],
    kind: SenderKind | None = None,
    note: str = "",
    by: User,
    now: datetime,
) -> None:
    """A caseworker's word on who sent a response; several names make it a joint one.

    The senders that stood are kept beside. The hearing's list of bodies decides which lines
    they answer for; `kind` says outright whether they are organisations or persons. Raises
    NotAllowed, and BadInput without a name.
    """
    row = queries.by_id(response_id)
    require(by, row.owner_id, Role.CASEWORKER)
    given = [" ".join(name.split()) for name in names if name.strip()]
    if not given:
        raise BadInput("there is no name", where=row.reference, todo="Write who sent it.")
    hearing = consultations.by_id(row.consultation_id)
    senders = tuple(_settled(name, kind, hearing.definition) for name in given)
    old = _key_of(response_id)
    ResponseSender.objects.filter(response=response_id, replaced_at=None).update(
        replaced_at=now, lead=False
    )
    _store_senders(hearing, response_id, senders, settled_by=by)
    flags = [flag for flag in row.flags if not flag.startswith("sender-") and flag != "joint"]
    Response.objects.filter(pk=response_id).update(
        version=F("version") + 1, flags=[*flags, "joint"] if len(senders) > 1 else flags
    )
    detail = {"response": row.number, "senders": len(senders), "note": bool(note)}
    journal.write(
        "sender-settled",
        f"response {row.reference}",
        actor=by.get_username(),
        detail=detail,
        at=now,
    )
    for key in {old, _key_of(response_id)} - {""}:
        _let_one_stand(hearing, key)


@transaction.atomic
def withdraw(response_id: int, *, reason: str, by: User, now: datetime) -> None:
    """The sender takes the response back: it stays in the register, and stands no more."""
    row = queries.by_id(response_id)
    require(by, row.owner_id, Role.LEAD)
    Response.objects.filter(pk=response_id).update(
        standing=Response.Standing.WITHDRAWN, superseded_by=None, version=F("version") + 1
    )
    ResponseSender.objects.filter(response=response_id).update(lead=False)
    journal.write(
        "withdrawn",
        f"response {row.reference}",
        actor=by.get_username(),
        detail={"reason-given": bool(reason)},
        at=now,
    )
    key = _key_of(response_id)
    if key:
        _let_one_stand(consultations.by_id(row.consultation_id), key)


def arrival_of(delivery: DeliveryShown) -> Arrival:
    """When and how it came, and who it was said to be from."""
    claimed = delivery.claimed_sender or delivery.claimed_email or None
    return Arrival(delivery.received_at, delivery.channel, claimed)


def _first_of_copies(consultation_id: int, shown: ReadingShown, arrival: Arrival) -> int | None:
    """The delivery that brought the same bytes before, from the same sender as far as is known."""
    claim = claim_of(shown.read, arrival)
    same = Response.objects.filter(
        consultation=consultation_id, reading__sha256=shown.read.sha256
    ).order_by("number")
    for earlier_reading in same.values_list("reading", flat=True):
        earlier = reading.by_id(earlier_reading)
        before = claim_of(earlier.read, arrival_of(intake.by_id(earlier.delivery_id)))
        if may_be_one(claim, before):
            return earlier.delivery_id
    return None


def _enter(
    hearing: ConsultationShown, shown: ReadingShown, arrival: Arrival, now: datetime
) -> None:
    number = journal.next_number(f"response {hearing.id}")
    entry = entered(hearing.definition, number, shown.read, arrival)
    row = Response.objects.create(
        consultation_id=hearing.id,
        reading_id=shown.id,
        number=number,
        received_at=arrival.received_at or now,
        late=bool(entry.late),
        standing=Response.Standing.CURRENT,
        supports=(entry.supports or "")[:300],
        flags=list(entry.flags),
        registered_at=now,
    )
    _store_senders(hearing, row.pk, entry.senders)
    journal.write(
        "registered",
        f"response {entry.reference}",
        actor=journal.SYSTEM,
        detail={"delivery": shown.delivery_number, "late": bool(entry.late)},
        at=now,
    )
    key = _key_of(row.pk)
    if key:
        _let_one_stand(hearing, key)


def _store_senders(
    hearing: ConsultationShown,
    response_id: int,
    senders: Sequence[Match],
    settled_by: User | None = None,
) -> None:
    for position, match in enumerate(senders):
        ResponseSender.objects.create(
            response_id=response_id,
            respondent=_respondent(hearing, match),
            position=position,
            name=match.name[:300],
            certainty=match.certainty,
            grounds=list(match.grounds),
            settled_by=settled_by,
        )


def _respondent(hearing: ConsultationShown, match: Match) -> Respondent:
    key = (identity(match) or "")[:300]
    known = Respondent.objects.filter(consultation=hearing.id, key=key).first() if key else None
    if known is not None:
        return known
    organisation = None
    if match.kind == "organisation":
        organisation = Organisation.objects.get_or_create(name=match.name[:300])[0]
    return Respondent.objects.create(
        consultation_id=hearing.id,
        organisation=organisation,
        key=key,
        name=match.name[:300],
        kind=match.kind,
        body_id=consultations.body_id(hearing.id, match.group, match.body),
        via=match.via,
    )


def _settled(name: str, kind: SenderKind | None, definition: Definition) -> Match:
    match = match_name(name, definition)
    certain = replace(match, certainty=Certainty.CERTAIN, grounds=(SETTLED, *match.grounds))
    return replace(certain, kind=kind) if kind else certain


def _key_of(response_id: int) -> str:
    first = ResponseSender.objects.filter(response=response_id, replaced_at=None, position=0)
    return first.values_list("respondent__key", flat=True).first() or ""


def _let_one_stand(hearing: ConsultationShown, key: str) -> None:
    """Says anew which responses of one organisation stand, by the rule of the core.

    By order of receipt and not of registering, so that one read late does not supersede one
    that came after it.
    """
    mine = Response.objects.filter(
        senders__respondent__consultation=hearing.id,
        senders__respondent__key=key,
        senders__replaced_at=None,
        senders__position=0,
    ).exclude(standing=Response.Standing.WITHDRAWN)
    rows = list(mine.select_for_update().order_by("received_at", "number"))
    entries = [queries.registered(queries.by_id(row.pk)) for row in rows]
    replaced_by = {
        rows[before].pk: rows[after].pk
        for before, after in replaced(entries, hearing.definition).items()
    }
    holders = ResponseSender.objects.filter(response__in=rows, replaced_at=None, position=0)
    holders.update(lead=False)
    for row in rows:
        later = replaced_by.get(row.pk)
        standing = Response.Standing.SUPERSEDED if later else Response.Standing.CURRENT
        if (row.standing, row.superseded_by_id) != (standing, later):
            Response.objects.filter(pk=row.pk).update(
                standing=standing, superseded_by=later, version=F("version") + 1
            )
    standing_now = [row.pk for row in rows if row.pk not in replaced_by]
    if hearing.definition.one_response_per == "organisation" and standing_now:
        # The database itself then refuses a second holder of the same place.
        holders.filter(response=standing_now[-1]).update(lead=True)
