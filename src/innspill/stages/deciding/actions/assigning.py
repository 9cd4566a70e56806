"""Comments given to colleagues or other units: by theme, question, place or any filter, with a due day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date, datetime

from django.db import transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people import queries as people
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.analysis.queries import CommentFilter
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.actions.targets import check_filters
from innspill.stages.deciding.core.assigned import Occasion, day_of
from innspill.stages.deciding.models import Assignment

LONGEST_UNIT = 200
LONGEST_NOTE = 2000
MOST = 200
"""So many assignments at once at most: every theme times every question is a slip."""


@transaction.atomic
def assign(
    consultation_id: int,
    filters: Sequence[CommentFilter],
    *,
    to: int | None = None,
    unit: str = "",
    due: date | None = None,
    note: str = "",
    by: User,
    now: datetime,
) -> list[int]:
    """Gives the comments that each filter keeps to a colleague or a unit; returns the assignments' numbers.

    The filter is kept, not its comments: those that come later and fit belong to it too. Raises
    NotAllowed, and BadInput where it is given to nobody, to somebody who may not decide here, by a
    day that is over, or where a filter names what the hearing does not have.
    """
    hearing = consultations.by_id(consultation_id)
    require(by, hearing.owner_id, Role.CASEWORKER)
    if not filters or len(filters) > MOST:
        raise BadInput("no comments are chosen", todo="Choose a theme, a question or a filter.")
    check_filters(hearing, filters)
    said = _checked(hearing.owner_id, to=to, unit=unit, note=note)
    _still_comes(due, None, hearing.definition.timezone, now)
    made = [
        Assignment.objects.create(
            consultation_id=consultation_id, wanted=written(wanted), due=due, by=by, at=now, **said
        ).pk
        for wanted in filters
    ]
    detail = {"assignments": made, "due": due.isoformat() if due else None}
    journal.write(
        "assigned", f"consultation {hearing.slug}", actor=by.get_username(), detail=detail, at=now
    )
    return made


@transaction.atomic
def change_assignment(
    assignment_id: int,
    *,
    to: int | None = None,
    unit: str = "",
    due: date | None = None,
    note: str = "",
    by: User,
    now: datetime,
) -> None:
    """Gives an assignment to somebody else, or by another day. What it holds stays as it was.

    Another person or day is reminded anew. Raises as `assign`, and Conflict where it has ended.
    """
    row = _mine(assignment_id, by)
    hearing = consultations.by_id(row.consultation_id)
    said = _checked(hearing.owner_id, to=to, unit=unit, note=note)
    _still_comes(due, row.due, hearing.definition.timezone, now)
    changed = [name for name, value in {**said, "due": due}.items() if getattr(row, name) != value]
    if {"to_id", "unit", "due"} & set(changed):
        row.reminded_on = row.told_over_on = None
    for name, value in said.items():
        setattr(row, name, value)
    row.due = due
    row.save()
    detail = {"changed": sorted(changed), "due": due.isoformat() if due else None}
    journal.write(
        "assignment-changed", f"assignment {row.pk}", actor=by.get_username(), detail=detail, at=now
    )


@transaction.atomic
def end_assignment(assignment_id: int, *, by: User, now: datetime) -> None:
    """Takes an assignment back. What was decided of it stands. Raises Conflict where it has ended already."""
    row = _mine(assignment_id, by)
    row.ended_at = now
    row.save(update_fields=["ended_at"])
    journal.write(
        "assignment-ended", f"assignment {row.pk}", actor=by.get_username(), detail={}, at=now
    )


@transaction.atomic
def reminded(
    assignment_id: int, occasion: Occasion, *, on: date, mailed: bool, now: datetime
) -> bool:
    """Notes that somebody was told of an assignment's due day; False where it was noted before.

    Whoever queues the mail does so in the same transaction, so that it is told once.
    """
    column = "reminded_on" if occasion == "soon" else "told_over_on"
    rows = Assignment.objects.filter(pk=assignment_id, ended_at=None, **{column: None})
    if not rows.update(**{column: on}):
        return False
    detail = {"occasion": occasion, "mailed": mailed}
    journal.write(
        "reminded", f"assignment {assignment_id}", actor=journal.SYSTEM, detail=detail, at=now
    )
    return True


def written(wanted: CommentFilter) -> dict[str, object]:
    """A filter as it is kept: the fields that it narrows by."""
    plain = {
        field.name: field.default for field in fields(CommentFilter) if field.default is not MISSING
    }
    return {
        name: getattr(wanted, name)
        for name, default in plain.items()
        if getattr(wanted, name) != default
    }


def _mine(assignment_id: int, by: User) -> Assignment:
    row = Assignment.objects.select_for_update().get(pk=assignment_id)
    require(by, consultations.by_id(row.consultation_id).owner_id, Role.CASEWORKER)
    if row.ended_at is not None:
        raise Conflict(f"assignment {assignment_id} has ended")
    return row


def _checked(owner_id: int, *, to: int | None, unit: str, note: str) -> Mapping[str, object]:
    unit, note = " ".join(unit.split()), note.strip()
    if (to is None) == (not unit):
        raise BadInput(
            "it is given to one colleague or one unit", todo="Choose a colleague, or name a unit."
        )
    if len(unit) > LONGEST_UNIT:
        raise BadInput("the name of the unit is too long", todo="Shorten it.")
    if len(note) > LONGEST_NOTE:
        raise BadInput("the note is too long", todo="Shorten it.")
    if to is not None and to not in {each.id for each in people.colleagues(owner_id)}:
        raise BadInput("this person may not decide here", todo="Choose a colleague of the list.")
    return {"to_id": to, "unit": unit, "note": note}


def _still_comes(due: date | None, before: date | None, timezone: str, now: datetime) -> None:
    if due is None or due == before:
        return
    if due < day_of(now, timezone):
        raise BadInput(f"{due.isoformat()} is over", todo="Choose a day that comes.")
