"""Who was told something else than what holds now, since the deciding was taken up again."""

from __future__ import annotations

from datetime import datetime

from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.deciding import queries as deciding
from innspill.stages.publication.core.replies import says
from innspill.stages.reports.models import Reply
from innspill.stages.reports.replying import material

Place = tuple[int, int]
"""The number of a response, and the position of one of its senders."""


def told_otherwise(hearing: ConsultationShown) -> dict[Place, Reply]:
    """The last letter of each sender that says something else than was decided at last.

    Nobody is among them while the deciding is open, nor whose last letter is not made yet.
    """
    finished = deciding.finished_with(hearing.id)
    if finished is None:
        return {}
    rows = Reply.objects.filter(consultation=hearing.id, unsent="").order_by("turn")
    last = {(row.number, row.position): row for row in rows}
    # What was ordered since the last finish says what was decided then.
    old = {place: row for place, row in last.items() if row.made_at and row.at < finished.at}
    if not old:
        return {}
    told = material.contents(hearing, material.owners_of(hearing), {number for number, _ in old})
    return {
        place: row
        for place, row in old.items()
        if row.number in told and not says(row.content, told[row.number])
    }


def replaced_by(row: Reply) -> datetime | None:
    """When the letter was made that this one replaces; None for the first to a sender."""
    before = Reply.objects.filter(
        consultation=row.consultation_id, number=row.number, position=row.position,
        turn__lt=row.turn, unsent="",
    ).order_by("-turn")  # fmt: skip
    return before.values_list("made_at", flat=True).first()
