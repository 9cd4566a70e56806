"""A person's word on how responses stand to each other, what kind they are, and whether in time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.shared.values import Certainty
from innspill.stages.consultations import queries as consultations
from innspill.stages.register.actions.standing import held, let_one_stand
from innspill.stages.register.actions.withdrawing import redate
from innspill.stages.register.core.kinds import CODES, as_json
from innspill.stages.register.core.values import KindFound
from innspill.stages.register.models import LatenessWord, Response, StandingWord
from innspill.stages.register.queries import ResponseRow


@transaction.atomic
def say_standing(
    response_id: int, relation: str, other: int | None, *, by: User, now: datetime
) -> None:
    """A caseworker's word on how a response stands to `other`; it goes before the rule.

    `relation` is one of StandingWord's; `other` is None for "alone". An earlier word on the same
    response is taken back by it, and kept. Raises NotAllowed and BadInput.
    """
    row = held(response_id)
    require(by, row.owner_id, Role.CASEWORKER)
    if relation not in StandingWord.Relation.values:
        raise BadInput("there is no such relation", where=row.reference)
    about = None if relation == StandingWord.Relation.ALONE else _other(row, other)
    said = StandingWord.objects.filter(response=response_id, undone_at=None)
    said.update(undone_at=now, undone_by=by)
    if about is not None and _leads_back(about.pk, response_id):
        raise BadInput(
            "then none of them would stand", where=row.reference,
            todo="Take the word on the other one back first.",
        )  # fmt: skip
    StandingWord.objects.create(
        response_id=response_id, relation=relation, other=about, by=by, at=now
    )
    detail = {"relation": relation, "other": about.number if about else None}
    _told("standing-said", row, by, detail, now)
    let_one_stand(consultations.by_id(row.consultation_id), _with(response_id, about))


@transaction.atomic
def undo_standing(response_id: int, *, by: User, now: datetime) -> None:
    """Takes the word on how a response stands back: the rule holds again. The word is kept.

    Raises NotAllowed, and BadInput where there is none.
    """
    row = held(response_id)
    require(by, row.owner_id, Role.CASEWORKER)
    word = StandingWord.objects.filter(response=response_id, undone_at=None).first()
    if word is None:
        raise BadInput("nobody has said how it stands", where=row.reference)
    word.undone_at, word.undone_by = now, by
    word.save(update_fields=["undone_at", "undone_by"])
    _told("standing-unsaid", row, by, {"relation": word.relation}, now)
    let_one_stand(consultations.by_id(row.consultation_id), _with(response_id, word.other))


@transaction.atomic
def say_kinds(response_id: int, codes: Sequence[str], *, by: User, now: datetime) -> None:
    """A caseworker's word on what kinds of response it is: these, and no others.

    What was found and is still among them keeps its grounds. Raises NotAllowed and BadInput.
    """
    row = held(response_id)
    require(by, row.owner_id, Role.CASEWORKER)
    if unknown := set(codes) - set(CODES):
        raise BadInput(f"there is no such kind: {min(unknown)}", where=row.reference)
    before = {kind.code: kind for kind in row.kinds}
    name = by.get_username()
    kinds = [
        before.get(code) or KindFound(code, Certainty.CERTAIN, "settled by a person", name)
        for code in CODES
        if code in codes
    ]
    Response.objects.filter(pk=response_id).update(kinds=as_json(kinds), version=F("version") + 1)
    detail = {"from": sorted(before), "to": sorted(set(codes))}
    _told("kinds-said", row, by, detail, now)
    let_one_stand(consultations.by_id(row.consultation_id), {response_id})


@transaction.atomic
def say_lateness(response_id: int, *, late: bool, reason: str, by: User, now: datetime) -> None:
    """A lead's word on whether a response came in time; it goes before the clock, with a reason.

    For when our own time of receipt does not tell the truth: the mail server had it before the
    deadline and we fetched it after. Raises NotAllowed, and BadInput without a reason.
    """
    row = held(response_id)
    require(by, row.owner_id, Role.LEAD)
    if not reason.strip():
        raise BadInput("the reason is missing", where=row.reference, todo="Write why.")
    words = LatenessWord.objects.filter(response=response_id, undone_at=None)
    words.update(undone_at=now, undone_by=by)
    LatenessWord.objects.create(
        response_id=response_id, late=late, reason=reason.strip(), by=by, at=now
    )
    _told("lateness-said", row, by, {"late": late}, now)
    redate(response_id, now=now)


@transaction.atomic
def undo_lateness(response_id: int, *, by: User, now: datetime) -> None:
    """Takes the word on whether it came in time back: the clock decides again.

    Raises NotAllowed, and BadInput where there is none.
    """
    row = held(response_id)
    require(by, row.owner_id, Role.LEAD)
    words = LatenessWord.objects.filter(response=response_id, undone_at=None)
    if not words.update(undone_at=now, undone_by=by):
        raise BadInput("nobody has said whether it was late", where=row.reference)
    _told("lateness-unsaid", row, by, {}, now)
    redate(response_id, now=now)


def _other(row: ResponseRow, other: int | None) -> Response:
    rows = Response.objects.filter(consultation=row.consultation_id).exclude(pk=row.id)
    found = rows.filter(pk=other).first() if other is not None else None
    if found is None:
        raise BadInput("there is no such other response", where=row.reference, todo="Choose one.")
    if Response.Standing.WITHDRAWN in {found.standing, row.standing}:
        raise BadInput("one of them is withdrawn", where=row.reference)
    return found


def _leads_back(start: int, to: int) -> bool:
    """Whether words lead from one response to another: then a new one would make a ring."""
    seen: set[int] = set()
    at: int | None = start
    while at is not None and at not in seen:
        if at == to:
            return True
        seen.add(at)
        word = StandingWord.objects.filter(response=at, undone_at=None).first()
        at = word.other_id if word else None
    return False


def _with(response_id: int, other: Response | None) -> set[int]:
    return {response_id, other.pk} if other else {response_id}


def _told(verb: str, row: ResponseRow, by: User, detail: dict[str, Any], now: datetime) -> None:
    subject = f"response {row.reference}"
    journal.write(verb, subject, actor=by.get_username(), detail=detail, at=now)
