"""What waits follows the hearing: where what goes out without a person is changed, it is screened anew."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from innspill.shared.journal import actions as journal
from innspill.stages.publication.actions.publishing import (
    lets_out_now,
    looked_through,
    note_withheld,
    outcome_of,
    write,
)
from innspill.stages.publication.core.letting_out import MARKS_AGAIN
from innspill.stages.publication.models import Screening
from innspill.stages.publication.standing_wishes import wish_of
from innspill.stages.reading import queries as reading
from innspill.stages.register import queries as register


@transaction.atomic
def rescreen_next(screening_id: int, *, now: datetime) -> None:
    """Screens the same state of a response once more, under what its hearing lets out now.

    What people have said of it (marks, approvals, what they keep back) stays as it is. What is
    public already is no concern of this: only a lead takes it down.
    """
    screening = Screening.objects.select_for_update().get(pk=screening_id)
    row = register.by_id(screening.response_id)
    before, rule = screening.let_out, lets_out_now(row)
    read = reading.by_id(row.reading_id)
    found, reasons = looked_through(row, read, wish_of(row, form=read.read.wish))
    if MARKS_AGAIN in screening.reasons:
        reasons = [*reasons, MARKS_AGAIN]
    screening.outcome, screening.reasons = outcome_of(found, reasons), reasons
    screening.let_out, screening.at = rule, now
    screening.save(update_fields=["outcome", "reasons", "let_out", "at"])
    screening.withholdings.all().delete()
    note_withheld(screening, found)
    detail = {
        "outcome": str(screening.outcome), "withheld": len(found.withholdings),
        "let_out": rule, "before": before,
    }  # fmt: skip
    write("rescreened", row, journal.SYSTEM, detail, now)
