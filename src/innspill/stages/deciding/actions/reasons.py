"""Writes the reasons that are used again: made, reworded, taken off the list."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.stages.deciding.actions.holding import hold
from innspill.stages.deciding.models import ReasonWording, StandardReason

LONGEST = 10_000


@transaction.atomic
def make_reason(consultation_id: int, *, title: str, text: str, by: User, now: datetime) -> int:
    """Makes a standard reason; returns its number. Raises NotAllowed and BadInput."""
    hearing = hold(consultation_id, by)
    title, text = _checked(title, text)
    others = ReasonWording.objects.filter(reason__consultation=consultation_id).order_by("id")
    last = {row.reason_id: row for row in others}
    if any(not row.gone and row.title.casefold() == title.casefold() for row in last.values()):
        raise BadInput("there is a standard reason with this title already", todo="Reword it.")
    row = StandardReason.objects.create(consultation_id=consultation_id, by=by, at=now)
    ReasonWording.objects.create(reason=row, title=title, text=text, by=by, at=now)
    _tell("reason-made", hearing.slug, row, by, now)
    return row.pk


@transaction.atomic
def reword_reason(
    reason_id: int, *, seen: int, title: str, text: str, by: User, now: datetime
) -> None:
    """Words a standard reason anew, also one that is off the list, which comes back on it.

    `seen` is the wording that the person saw. What was decided with an earlier wording keeps it.
    Raises NotAllowed, BadInput, and Conflict where somebody else has reworded it meanwhile.
    """
    row, last, slug = _held(reason_id, seen, by)
    title, text = _checked(title, text)
    if (last.title, last.text, last.gone) != (title, text, False):
        ReasonWording.objects.create(reason=row, title=title, text=text, by=by, at=now)
        _tell("reason-reworded", slug, row, by, now)


@transaction.atomic
def drop_reason(reason_id: int, *, seen: int, by: User, now: datetime) -> None:
    """Takes a standard reason off the list; what it was used for stays. Raises as `reword_reason`."""
    row, last, slug = _held(reason_id, seen, by)
    if not last.gone:
        ReasonWording.objects.create(
            reason=row, title=last.title, text=last.text, gone=True, by=by, at=now
        )
        _tell("reason-dropped", slug, row, by, now)


def _held(reason_id: int, seen: int, by: User) -> tuple[StandardReason, ReasonWording, str]:
    row = StandardReason.objects.get(pk=reason_id)
    hearing = hold(row.consultation_id, by)
    last = row.wordings.order_by("id").last()
    if last is None or last.pk != seen:
        raise Conflict(f"standard reason {reason_id} was reworded meanwhile")
    return row, last, hearing.slug


def _checked(title: str, text: str) -> tuple[str, str]:
    title, text = " ".join(title.split()), text.replace("\r\n", "\n").strip()
    if not title or not text:
        raise BadInput("a standard reason needs a title and a text", todo="Write both.")
    if len(title) > 120 or len(text) > LONGEST:
        raise BadInput("the words are too long", todo="Write shorter.")
    return title, text


def _tell(verb: str, slug: str, row: StandardReason, by: User, now: datetime) -> None:
    detail = {"reason": row.pk}
    journal.write(verb, f"consultation {slug}", actor=by.get_username(), detail=detail, at=now)
