"""Takes in what was decided in a workbook: by the door of deciding, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from innspill.shared.people.models import User
from innspill.stages.deciding import actions as deciding
from innspill.stages.deciding.core.values import Target
from innspill.stages.reports.core.edited.sheet import SheetRead
from innspill.stages.reports.core.edited.sheet_changes import SheetChange, SheetChanges, Word
from innspill.stages.reports.texts.sheets import held_to, seen_now

_ELSEWHERE = -1
"""Seen by nobody: what is decided with it is kept beside what stands."""


@dataclass(frozen=True, slots=True)
class SheetTaken:
    """What became of a workbook's rows: `decided` stand, `beside` are kept beside another's."""

    decided: int
    beside: int
    changes: SheetChanges


@transaction.atomic
def take_sheet(consultation_id: int, read: SheetRead, *, by: User, now: datetime) -> SheetTaken:
    """Decides what the rows of a workbook say, each as `deciding.decide` does.

    Rows are held to what stands now: those that change nothing do nothing, those with a fault are
    left out, and where somebody else has decided since, theirs stands and this is kept beside it.
    All that can be taken in is, or nothing. Raises NotAllowed, and BadInput as `decide` does.
    """
    changes = held_to(consultation_id, read)
    own = seen_now(consultation_id)
    words = [
        deciding.OneWord(
            {
                Target("comment", each.comment.id): (
                    _ELSEWHERE if each.is_conflict else own.get(each.comment.id)
                )
                for each in together
            },
            outcome=word.outcome, reason=word.reason, responsible=word.responsible,
        )
        for word, together in _by_word(changes).items()
    ]  # fmt: skip
    if not words:
        return SheetTaken(0, 0, changes)
    done = deciding.decide_each(consultation_id, words, by=by, now=now)
    return SheetTaken(len(done.done), len(done.lost), changes)


def _by_word(changes: SheetChanges) -> Mapping[Word, list[SheetChange]]:
    """Rows that say the same are decided together."""
    found: dict[Word, list[SheetChange]] = {}
    for each in changes.changes:
        found.setdefault(each.word, []).append(each)
    return found
