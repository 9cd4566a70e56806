"""Writes what is changed in the papers that are heard: a place, its old text and its new one."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.stages.consultations.core.definition import ChapterKind
from innspill.stages.deciding.actions.holding import hold
from innspill.stages.deciding.core.values import ChangeSaid
from innspill.stages.deciding.models import TextChange
from innspill.stages.deciding.queries.text_changes import changes_of

LONGEST = 20_000
"""Characters of an old or a new text."""
_KINDS = frozenset(ChapterKind.__args__)  # type: ignore[attr-defined]


@transaction.atomic
def make_change(consultation_id: int, said: ChangeSaid, *, by: User, now: datetime) -> int:
    """Writes down a change of the text; returns its number. Raises NotAllowed and BadInput."""
    hearing = hold(consultation_id, by)
    row = the_same_or_new(consultation_id, said, by, now)
    _tell("change-made", hearing.slug, row, by, now)
    return row.pk


@transaction.atomic
def reword_change(change_id: int, said: ChangeSaid, *, by: User, now: datetime) -> int:
    """Words a change anew; returns the number of the version that stands now.

    Raises NotAllowed, BadInput, and Conflict where `change_id` is not the version that stands.
    """
    row = TextChange.objects.get(pk=change_id)
    hearing = hold(row.consultation_id, by)
    _stands(row)
    place, old, new = _checked(said)
    if (place, old, new) == (row.place, row.old, row.new):
        return row.pk
    later = TextChange.objects.create(
        consultation_id=row.consultation_id, replaces=row, place=place, old=old, new=new, by=by,
        at=now,
    )  # fmt: skip
    _tell("change-reworded", hearing.slug, later, by, now)
    return later.pk


@transaction.atomic
def take_back_change(change_id: int, *, by: User, now: datetime) -> None:
    """Takes a change back: the text stays as it was. Its versions are kept.

    Raises NotAllowed, and Conflict where `change_id` is not the version that stands.
    """
    row = TextChange.objects.get(pk=change_id)
    hearing = hold(row.consultation_id, by)
    _stands(row)
    later = TextChange.objects.create(
        consultation_id=row.consultation_id, replaces=row, place=row.place, old=row.old,
        new=row.new, gone=True, by=by, at=now,
    )  # fmt: skip
    _tell("change-taken-back", hearing.slug, later, by, now)


def the_same_or_new(consultation_id: int, said: ChangeSaid, by: User, now: datetime) -> TextChange:
    """The row of a change: the one that says the same already, else a new one. Raises BadInput."""
    place, old, new = _checked(said)
    for each in changes_of(consultation_id).last.values():
        if (each.place, each.old, each.new) == (place, old, new):
            return TextChange.objects.get(pk=each.id)
    return TextChange.objects.create(
        consultation_id=consultation_id, place=place, old=old, new=new, by=by, at=now
    )


def _checked(said: ChangeSaid) -> tuple[str, str, str]:
    place = " ".join(said.place.split())
    old, new = (text.replace("\r\n", "\n").strip() for text in (said.old, said.new))
    kind, _, which = place.partition(" ")
    if not which or len(place) > 60 or kind not in _KINDS | {"question"}:
        raise BadInput("the place of the change is missing", todo="Choose where it stands.")
    if old == new:
        raise BadInput("the old and the new text are the same", todo="Write what is changed.")
    if max(len(old), len(new)) > LONGEST:
        raise BadInput("the text of the change is too long", todo="Choose a shorter passage.")
    return place, old, new


def _stands(row: TextChange) -> None:
    now = changes_of(row.consultation_id).last.get(row.pk)
    if now is None or now.id != row.pk:
        raise Conflict(f"change {row.pk} is not the version that stands")


def _tell(verb: str, slug: str, row: TextChange, by: User, now: datetime) -> None:
    detail = {"change": row.pk, "place": row.place}
    journal.write(verb, f"consultation {slug}", actor=by.get_username(), detail=detail, at=now)
