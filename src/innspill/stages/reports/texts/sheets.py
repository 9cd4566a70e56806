"""A workbook's rows held to what stands."""

from __future__ import annotations

from collections.abc import Mapping

from innspill.shared.errors import BadInput
from innspill.stages.deciding import queries as deciding
from innspill.stages.deciding.core.values import DispositionShown
from innspill.stages.reports.core.edited.sheet import SheetRead
from innspill.stages.reports.core.edited.sheet_changes import (
    KnownComment,
    SheetChanges,
    Word,
    changes_of,
    rows_seen,
)


def held_to(consultation_id: int, read: SheetRead) -> SheetChanges:
    """What the rows change now. Raises BadInput where none of them is of this hearing."""
    known = {
        row.comment.fingerprint: KnownComment(
            row.comment.fingerprint, row.comment.reference, row.comment.text,
            row.disposition.id if row.disposition else 0,
            _word(row.disposition) if row.disposition else Word(),
        )
        for row in deciding.all_decided(consultation_id)
        if row.comment.is_remark
    }  # fmt: skip
    if read.rows and not any(row.id in known for row in read.rows):
        raise BadInput(
            "the workbook is of another hearing", todo="Choose one of this hearing's reports."
        )
    seen = deciding.dispositions(consultation_id, rows_seen(read.rows))
    return changes_of(read, known, {number: _word(each) for number, each in seen.items()})


def seen_now(consultation_id: int) -> Mapping[str, int | None]:
    """The last word on each comment itself, as `deciding.decide` asks for it."""
    return {row.comment.fingerprint: row.seen for row in deciding.all_decided(consultation_id)}


def _word(said: DispositionShown) -> Word:
    return Word(said.outcome, said.reason, said.responsible)
