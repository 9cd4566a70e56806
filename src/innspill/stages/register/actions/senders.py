"""Who sent a response: as registered, and as a person settled it."""

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
from innspill.stages.register import queries
from innspill.stages.register.actions.standing import key_of, let_one_stand
from innspill.stages.register.core.senders import match_name
from innspill.stages.register.core.standing import identity
from innspill.stages.register.core.values import Match, SenderKind
from innspill.stages.register.models import Organisation, Respondent, Response, ResponseSender

SETTLED = "settled by a person"


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
    old = key_of(response_id)
    ResponseSender.objects.filter(response=response_id, replaced_at=None).update(
        replaced_at=now, lead=False
    )
    store_senders(hearing, response_id, senders, settled_by=by)
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
    let_one_stand(hearing, {old, key_of(response_id)}, {row.thread})


def store_senders(
    hearing: ConsultationShown,
    response_id: int,
    senders: Sequence[Match],
    settled_by: User | None = None,
) -> None:
    """Keeps the senders of a response, each with the respondent that it is."""
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
    body = consultations.body_id(hearing.id, match.group, match.body)
    if known is not None:
        if known.body_id is None and body is not None:
            # It was not known to be invited before: now its own link, or a person, says so.
            Respondent.objects.filter(pk=known.pk).update(body=body, via=match.via)
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
        body_id=body,
        via=match.via,
    )


def _settled(name: str, kind: SenderKind | None, definition: Definition) -> Match:
    match = match_name(name, definition)
    certain = replace(match, certainty=Certainty.CERTAIN, grounds=(SETTLED, *match.grounds))
    return replace(certain, kind=kind) if kind else certain
