"""Who sent a response: as registered, and as a person settled it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.shared.values import Certainty
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.register import queries
from innspill.stages.register.actions.standing import held, key_of, let_one_stand
from innspill.stages.register.core.kinds import as_json, with_senders
from innspill.stages.register.core.senders import match_name
from innspill.stages.register.core.standing import sender_flags
from innspill.stages.register.core.values import Match, SenderKind
from innspill.stages.register.core.which_stands import identity
from innspill.stages.register.models import Organisation, Respondent, Response, ResponseSender
from innspill.stages.register.queries import ResponseRow

SETTLED = "settled by a person"


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
    """A caseworker's word on who sent a response; several names make it a joint one.

    The senders that stood are kept beside. The hearing's list of bodies decides which lines
    they answer for; `kind` says outright whether they are organisations or persons, `numbers` the
    organisation numbers that are known, by name. Raises NotAllowed, and BadInput without a name.
    """
    row = held(response_id)
    require(by, row.owner_id, Role.CASEWORKER)
    given = [" ".join(name.split()) for name in names if name.strip()]
    if not given:
        raise BadInput("there is no name", where=row.reference, todo="Write who sent it.")
    hearing = consultations.by_id(row.consultation_id)
    senders = tuple(
        replace(_settled(name, kind, hearing.definition), number=(numbers or {}).get(name, ""))
        for name in given
    )
    _take_place(hearing, row, senders, by, now)
    detail = {"response": row.number, "senders": len(senders), "note": bool(note)}
    _told("sender-settled", row, by, detail, now)


@transaction.atomic
def undo_sender(response_id: int, *, by: User, now: datetime) -> None:
    """Takes the last word on who sent a response back: the senders before it stand again.

    Nothing is deleted; undoing once more brings the word back. Raises NotAllowed, and BadInput
    where nobody has settled anything.
    """
    row = held(response_id)
    require(by, row.owner_id, Role.CASEWORKER)
    replaced = ResponseSender.objects.filter(response=response_id, replaced_at__isnull=False)
    last = replaced.order_by("-replaced_at", "-pk").first()
    if last is None:
        raise BadInput("nobody has settled the sender", where=row.reference)
    batch = replaced.filter(replaced_at=last.replaced_at, batch=last.batch).order_by("position")
    before = list(batch.select_related("respondent__body__group", "settled_by"))
    hearing = consultations.by_id(row.consultation_id)
    old = _put_aside(response_id, now)
    number = _next_batch(response_id)
    for sender in before:
        ResponseSender.objects.create(
            response_id=response_id,
            respondent=sender.respondent,
            position=sender.position,
            name=sender.name,
            certainty=sender.certainty,
            grounds=sender.grounds,
            settled_by=sender.settled_by,
            batch=number,
        )
    _follow_senders(hearing, row, old)
    _told("sender-unsettled", row, by, {"response": row.number, "senders": len(before)}, now)


def _take_place(
    hearing: ConsultationShown, row: ResponseRow, senders: Sequence[Match], by: User, now: datetime
) -> None:
    old = _put_aside(row.id, now)
    store_senders(hearing, row.id, senders, settled_by=by)
    _follow_senders(hearing, row, old)


def _put_aside(response_id: int, now: datetime) -> str:
    """The senders that stand do so no more; gives the key of the first."""
    old = key_of(response_id)
    standing = ResponseSender.objects.filter(response=response_id, replaced_at=None)
    standing.update(replaced_at=now, lead=False)
    return old


def _follow_senders(hearing: ConsultationShown, row: ResponseRow, old: str) -> None:
    """Flags, kinds and standing follow from who sent it."""
    now_shown = queries.by_id(row.id)
    entry = queries.registered(now_shown)
    flags = [flag for flag in row.flags if not flag.startswith("sender-") and flag != "joint"]
    Response.objects.filter(pk=row.id).update(
        version=F("version") + 1,
        flags=[*flags, *sender_flags(entry.senders)],
        kinds=as_json(with_senders(row.kinds, entry.read, entry.senders)),
    )
    let_one_stand(hearing, {row.id}, {old})


def _told(verb: str, row: ResponseRow, by: User, detail: dict[str, Any], now: datetime) -> None:
    subject = f"response {row.reference}"
    journal.write(verb, subject, actor=by.get_username(), detail=detail, at=now)


def store_senders(
    hearing: ConsultationShown,
    response_id: int,
    senders: Sequence[Match],
    settled_by: User | None = None,
) -> None:
    """Keeps the senders of a response, each with the respondent that it is."""
    number = _next_batch(response_id)
    for position, match in enumerate(senders):
        ResponseSender.objects.create(
            response_id=response_id,
            respondent=_respondent(hearing, match),
            position=position,
            name=match.name[:300],
            certainty=match.certainty,
            grounds=list(match.grounds),
            settled_by=settled_by,
            batch=number,
        )


def _next_batch(response_id: int) -> int:
    rows = ResponseSender.objects.filter(response=response_id)
    return (rows.aggregate(last=Max("batch"))["last"] or 0) + 1


def _respondent(hearing: ConsultationShown, match: Match) -> Respondent:
    key = (identity(match) or "")[:300]
    known = Respondent.objects.filter(consultation=hearing.id, key=key).first() if key else None
    body = consultations.body_id(hearing.id, match.group, match.body)
    if known is not None:
        if known.body_id is None and body is not None:
            # It was not known to be invited before: now its own link, or a person, says so.
            Respondent.objects.filter(pk=known.pk).update(body=body, via=match.via)
        if match.kind == "organisation" and match.number:
            _organisation(replace(match, name=known.name))
        return known
    organisation = None
    if match.kind == "organisation":
        organisation = _organisation(match)
    return Respondent.objects.create(
        consultation_id=hearing.id,
        organisation=organisation,
        key=key,
        name=match.name[:300],
        kind=match.kind,
        body_id=body,
        via=match.via,
    )


def _organisation(match: Match) -> Organisation:
    """The organisation of this name; its number is kept where none was known."""
    found = Organisation.objects.get_or_create(name=match.name[:300])[0]
    if match.number and not found.number:
        found.number = match.number
        found.save(update_fields=["number"])
    return found


def _settled(name: str, kind: SenderKind | None, definition: Definition) -> Match:
    match = match_name(name, definition)
    certain = replace(match, certainty=Certainty.CERTAIN, grounds=(SETTLED, *match.grounds))
    return replace(certain, kind=kind) if kind else certain
