"""The phases of a hearing: those that the clock reaches, and those that a lead sets."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.stages.consultations.actions.publishing import open_to_all
from innspill.stages.consultations.actions.writing import as_json, describe, locked, subject
from innspill.stages.consultations.core.deadline import start_of_day
from innspill.stages.consultations.core.definition import Definition, Status
from innspill.stages.consultations.core.phases import may_be_set, phase_at
from innspill.stages.consultations.models import Consultation


def hold(consultation_id: int) -> None:
    """Keeps others from changing the phase until the caller's transaction ends."""
    locked(consultation_id, None, "")


@transaction.atomic
def set_phase(consultation_id: int, status: Status, *, by: User, now: datetime) -> None:
    """A lead's word on the phase. Raises NotAllowed, and BadInput for one that does not follow.

    To finished, and back from it, deciding asks for: it knows whether anything is left.
    """
    row = locked(consultation_id, by, "lead")
    if status == "open" or not may_be_set(row.as_defined.status, status):
        raise BadInput(
            f"a hearing is not taken from {row.status} to {status} by hand",
            where=row.case_number,
            todo="Publish a draft; move the deadline of a closed one.",
        )
    _go(row, status, actor=by.get_username(), now=now)


@transaction.atomic
def switch_next(consultation_id: int, *, now: datetime) -> None:
    """Takes a hearing to the phase that the clock has reached; nothing happens where it has not."""
    row = locked(consultation_id, None, "")
    if row.status == Consultation.Status.DRAFT:
        if row.publish_at is not None and row.publish_at <= now:
            open_to_all(row, by=None, now=now)
        return
    definition = row.as_defined
    begins = definition.assessment_from
    reached = phase_at(
        definition.status,
        now=now,
        deadline_at=row.deadline_at,
        assessment_at=start_of_day(begins, definition.timezone) if begins else None,
    )
    if reached != definition.status:
        _go(row, reached, actor=journal.SYSTEM, now=now)


def _go(row: Consultation, status: Status, *, actor: str, now: datetime) -> None:
    before = row.status
    definition = row.as_defined.model_copy(update={"status": status})
    if row.working is not None:
        working = Definition.model_validate(row.working)
        row.working = as_json(working.model_copy(update={"status": status}))
    row.revision += 1
    describe(row, definition)
    row.save()
    detail = {"from": before, "to": status}
    journal.write("phase-switched", subject(row), actor=actor, detail=detail, at=now)
