"""A second reader's word on what was decided, where a lead has asked for one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.actions.holding import hold
from innspill.stages.deciding.core.values import Target
from innspill.stages.deciding.models import DecidingRules, Disposition, SecondReading
from innspill.stages.deciding.queries import standing_of

LONGEST = 2000


@transaction.atomic
def set_rules(consultation_id: int, *, second_reader: bool, by: User, now: datetime) -> None:
    """Says whether what is decided in a hearing is to be approved by another person; a lead's word.

    Raises NotAllowed, and BadInput where the deciding is finished. Words of second readers are kept where it is switched off.
    """
    require(by, consultations.by_id(consultation_id).owner_id, Role.LEAD)
    hearing = hold(consultation_id, by)
    DecidingRules.objects.create(
        consultation_id=consultation_id, second_reader=second_reader, by=by, at=now
    )
    detail = {"second_reader": second_reader}
    journal.write(
        "deciding-rules", f"consultation {hearing.slug}", actor=by.get_username(), detail=detail,
        at=now,
    )  # fmt: skip


@transaction.atomic
def approve(
    consultation_id: int, disposition_ids: Collection[int], *, by: User, now: datetime
) -> int:
    """Approves what others have decided, all or none; returns how many.

    Raises NotAllowed, BadInput where one decided or wrote one oneself or it is none of this hearing, and Conflict where one was
    changed meanwhile: nobody approves what they have not read.
    """
    rows = _read(consultation_id, disposition_ids, by)
    said = _say(rows, approved=True, note="", by=by, now=now)
    _tell("approved", rows, by, now)
    return said


@transaction.atomic
def send_back(
    consultation_id: int, disposition_id: int, note: str, *, by: User, now: datetime
) -> None:
    """Sends a disposition back to who decided it, with a note. Raises as `approve`."""
    said = note.strip()
    if not said:
        raise BadInput("the note is empty", todo="Write what is to be changed.")
    if len(said) > LONGEST:
        raise BadInput("the note is too long", todo="Shorten it.")
    rows = _read(consultation_id, [disposition_id], by)
    _say(rows, approved=False, note=said, by=by, now=now)
    _tell("sent-back", rows, by, now)


def _read(consultation_id: int, disposition_ids: Collection[int], by: User) -> list[Disposition]:
    """The dispositions of a hearing, each of them the last word on its target and somebody else's."""
    hold(consultation_id, by)
    own = Disposition.objects.filter(consultation=consultation_id)
    rows = list(own.filter(pk__in=disposition_ids).order_by("id"))
    if not rows or len(rows) != len(set(disposition_ids)):
        raise BadInput("nothing is chosen that waits", todo="Choose from the list.")
    if any(by.pk in (row.by_id, row.writer_id) for row in rows):
        raise BadInput("who decided cannot approve it", todo="Ask a colleague.")
    standing = standing_of(consultation_id)
    for row in rows:
        if standing.seen(Target(row.scope, row.target)) != row.pk:  # type: ignore[arg-type]
            raise Conflict(f"disposition {row.pk} was changed")
    return rows


def _say(
    rows: Collection[Disposition], *, approved: bool, note: str, by: User, now: datetime
) -> int:
    SecondReading.objects.bulk_create(
        SecondReading(disposition=row, approved=approved, note=note, by=by, at=now) for row in rows
    )
    return len(rows)


def _tell(verb: str, rows: Collection[Disposition], by: User, now: datetime) -> None:
    hearing = consultations.by_id(next(iter(rows)).consultation_id)
    journal.write(
        verb, f"consultation {hearing.slug}", actor=by.get_username(),
        detail={"dispositions": [row.pk for row in rows]}, at=now,
    )  # fmt: skip
