"""What changes for a response that is registered: withdrawn, or late after all."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.consultations import queries as consultations
from innspill.stages.register import queries
from innspill.stages.register.actions.standing import held, let_one_stand
from innspill.stages.register.core.lateness import is_late
from innspill.stages.register.models import LatenessWord, Response, ResponseSender
from innspill.stages.register.queries import ResponseRow


@transaction.atomic
def withdraw(response_id: int, *, reason: str, by: User, now: datetime) -> None:
    """The sender takes the response back: it stays in the register, and stands no more."""
    row = held(response_id)
    require(by, row.owner_id, Role.LEAD)
    detail = {"reason-given": bool(reason)}
    _withdraw(row, actor=by.get_username(), detail=detail, now=now)


@transaction.atomic
def withdraw_taken_back(response_id: int, *, now: datetime) -> None:
    """The sender took the delivery back: the response stays in the register, and stands no more.

    Nothing happens where it is withdrawn already.
    """
    row = held(response_id)
    if row.standing == Response.Standing.WITHDRAWN:
        return
    _withdraw(row, actor=journal.SYSTEM, detail={"delivery": row.delivery_number}, now=now)


@transaction.atomic
def redate(response_id: int, *, now: datetime) -> None:
    """Says anew whether a response came late: the deadline, or whose it is, is another now."""
    row = held(response_id)
    deadline = consultations.deadline_for(row.consultation_id, queries.body_of(response_id))
    said = LatenessWord.objects.filter(response=response_id, undone_at=None).first()
    late = said.late if said else bool(is_late(row.answered_at or row.received_at, deadline))
    flags = [flag for flag in row.flags if flag != "late"] + (["late"] if late else [])
    Response.objects.filter(pk=response_id).update(late=late, flags=flags, version=F("version") + 1)
    subject, detail = f"response {row.reference}", {"late": late}
    journal.write("redated", subject, actor=journal.SYSTEM, detail=detail, at=now)


def _withdraw(row: ResponseRow, *, actor: str, detail: dict[str, Any], now: datetime) -> None:
    Response.objects.filter(pk=row.id).update(
        standing=Response.Standing.WITHDRAWN,
        superseded_by=None,
        adds_to=None,
        version=F("version") + 1,
    )
    ResponseSender.objects.filter(response=row.id).update(lead=False)
    journal.write("withdrawn", f"response {row.reference}", actor=actor, detail=detail, at=now)
    let_one_stand(consultations.by_id(row.consultation_id), {row.id})
