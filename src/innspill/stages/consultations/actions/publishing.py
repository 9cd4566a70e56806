"""A lead opens a hearing, and tells the public what was changed after that."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.stages.consultations.actions.rows import follow
from innspill.stages.consultations.actions.writing import (
    describe,
    locked,
    subject,
    write_edition,
)
from innspill.stages.consultations.core.deadline import zone
from innspill.stages.consultations.core.definition import Definition, Text
from innspill.stages.consultations.core.opening import BOTH_FORMS, hindrances
from innspill.stages.consultations.models import Consultation


@transaction.atomic
def publish(consultation_id: int, *, at: datetime | None, by: User, now: datetime) -> None:
    """Opens a draft to the public: now, or by itself `at` a later time.

    Raises NotAllowed, and BadInput where something must be mended first (what and where), or
    where it is no draft.
    """
    row = locked(consultation_id, by, "lead")
    later = at is not None and at > now
    opening = at if at is not None and later else now
    _refuse_unready(row, opening)
    if later:
        row.publish_at = at
        row.revision += 1
        row.save()
        detail = {"at": opening.isoformat(), "revision": row.revision}
        journal.write(
            "opening-approved", subject(row), actor=by.get_username(), detail=detail, at=now
        )
        return
    open_to_all(row, by=by, now=now)


@transaction.atomic
def call_off(consultation_id: int, *, by: User, now: datetime) -> None:
    """Takes the approval to open by itself back; nothing happens where there is none."""
    row = locked(consultation_id, by, "lead")
    if row.publish_at is None:
        return
    row.publish_at = None
    row.revision += 1
    row.save()
    journal.write("opening-called-off", subject(row), actor=by.get_username(), detail={}, at=now)


@transaction.atomic
def announce(consultation_id: int, *, note: Text, by: User, now: datetime) -> None:
    """Makes the waiting changes of a published hearing public as a new edition with `note`.

    Raises NotAllowed, and BadInput where nothing waits, or where the note is missing (a state
    body owes it in both written forms).
    """
    row = locked(consultation_id, by, "lead")
    if row.working is None:
        raise BadInput("nothing is changed", where=row.case_number, todo="Edit the hearing first.")
    definition = Definition.model_validate(row.working)
    said = checked_note(definition, note)
    if definition.state_body:
        _refuse_languages(row, definition, now)
    row.working = None
    row.revision += 1
    describe(row, definition)
    row.save()
    follow(row, definition)
    edition = write_edition(row, definition, note=said, by=by, now=now)
    detail = {"edition": edition.number}
    journal.write("change-announced", subject(row), actor=by.get_username(), detail=detail, at=now)


@transaction.atomic
def discard(consultation_id: int, *, by: User, now: datetime) -> None:
    """Throws the changes that are not announced away; nothing happens where there are none."""
    row = locked(consultation_id, by, "caseworker")
    if row.working is None:
        return
    row.working = None
    row.revision += 1
    row.save()
    journal.write("change-discarded", subject(row), actor=by.get_username(), detail={}, at=now)


def open_to_all(row: Consultation, *, by: User | None, now: datetime) -> None:
    """Opens a draft that was found ready, inside the caller's transaction."""
    draft = row.as_defined
    today = now.astimezone(zone(draft.timezone)).date()
    definition = draft.model_copy(update={"status": "open", "opens": today})
    row.publish_at = None
    row.revision += 1
    describe(row, definition)
    row.save()
    follow(row, definition)
    write_edition(row, definition, note={}, by=by, now=now)
    actor = by.get_username() if by is not None else journal.SYSTEM
    journal.write("consultation-opened", subject(row), actor=actor, detail={}, at=now)


def checked_note(definition: Definition, note: Text) -> Text:
    """The note by language without empty ones. Raises BadInput where what is owed is missing."""
    said = {language: text.strip() for language, text in note.items() if text.strip()}
    owed = [form for form in BOTH_FORMS if definition.state_body and form not in said]
    if not said or owed:
        raise BadInput(
            f"the note to the public is missing{' in ' + ' and '.join(owed) if owed else ''}",
            where=definition.case_number,
            todo="Say in a sentence or two what is changed and why.",
        )
    return said


def _refuse_unready(row: Consultation, opening: datetime) -> None:
    if row.status != Consultation.Status.DRAFT:
        raise BadInput("it is published already", where=row.case_number)
    found = hindrances(row.as_defined, opening)
    if found:
        raise BadInput(
            "; ".join(str(each) for each in found), where=row.case_number, todo="Mend this first."
        )


def _refuse_languages(row: Consultation, definition: Definition, now: datetime) -> None:
    found = [each for each in hindrances(definition, now) if each.code == "missing-language"]
    if found:
        raise BadInput(
            "; ".join(str(each) for each in found), where=row.case_number, todo="Mend this first."
        )
