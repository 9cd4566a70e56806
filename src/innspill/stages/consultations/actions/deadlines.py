"""A deadline is moved for all, or for one body that asked."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.stages.consultations.actions.publishing import checked_note
from innspill.stages.consultations.actions.writing import (
    as_json,
    describe,
    locked,
    subject,
    write_edition,
)
from innspill.stages.consultations.core.deadline import end_of_day
from innspill.stages.consultations.core.definition import Definition, Text
from innspill.stages.consultations.core.phases import after_new_deadline
from innspill.stages.consultations.models import Body, Consultation, Extension


@transaction.atomic
def set_deadline(consultation_id: int, day: date, *, note: Text, by: User, now: datetime) -> None:
    """Moves the last day of a published hearing for everybody, and says so as a new edition.

    One that was closed opens again where the new day is not over. Changes that wait to be
    announced go on waiting. Raises NotAllowed, and BadInput for a draft, a day that is over, the
    same day, or a missing note.
    """
    row = locked(consultation_id, by, "lead")
    before = row.as_defined
    _refuse_day(row, before, day, now)
    said = checked_note(before, note)
    ends = end_of_day(day, before.timezone)
    status = after_new_deadline(before.status, ends, now)
    moved = {"deadline": day, "status": status}
    definition = before.model_copy(update=moved)
    if row.working is not None:
        row.working = as_json(Definition.model_validate(row.working).model_copy(update=moved))
    row.revision += 1
    describe(row, definition)
    row.save()
    edition = write_edition(row, definition, note=said, by=by, now=now)
    detail = {
        "from": before.deadline.isoformat() if before.deadline else None,
        "to": day.isoformat(),
        "edition": edition.number,
    }
    journal.write("deadline-moved", subject(row), actor=by.get_username(), detail=detail, at=now)


@transaction.atomic
def extend(body_id: int, last_day: date | None, *, reason: str, by: User, now: datetime) -> None:
    """Grants one invited body a last day of its own, or refuses it one (None); the latest word stands.

    Raises NotAllowed, and BadInput for a hearing without a deadline, a day that is not after
    everybody's, or a missing reason.
    """
    body = Body.objects.select_related("group").get(pk=body_id)
    row = locked(body.group.consultation_id, by, "caseworker")
    deadline = row.as_defined.deadline
    if deadline is None:
        raise BadInput("there is no deadline to extend", where=row.case_number)
    if last_day is not None and last_day <= deadline:
        raise BadInput(
            f"{last_day} is not after everybody's deadline, {deadline}",
            where=body.name,
            todo="Give a later day.",
        )
    if not reason.strip():
        raise BadInput("the reason is missing", where=body.name, todo="Say why in a sentence.")
    extension = Extension.objects.create(
        body=body, last_day=last_day, reason=reason.strip(), by=by, at=now
    )
    verb = "extension-refused" if last_day is None else "extension-granted"
    detail = {
        "body": body.pk,
        "extension": extension.pk,
        "last_day": last_day.isoformat() if last_day else None,
    }
    journal.write(verb, subject(row), actor=by.get_username(), detail=detail, at=now)


def _refuse_day(row: Consultation, before: Definition, day: date, now: datetime) -> None:
    if row.status not in {Consultation.Status.OPEN, Consultation.Status.CLOSED}:
        raise BadInput(
            "the deadline is moved while a hearing is open or just closed",
            where=row.case_number,
            todo="Edit a draft's deadline with the rest of it.",
        )
    if day == before.deadline:
        raise BadInput("this is the deadline already", where=row.case_number)
    if end_of_day(day, before.timezone) <= now:
        raise BadInput(f"{day} is over", where=row.case_number, todo="Give a day to come.")
