"""The desk's front page: what waits at each step, and both sums."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.findings import findings
from innspill.interfaces.desk.proof_state import proof_state
from innspill.interfaces.desk.views.together.shared_work import own_work
from innspill.pipeline import at_work, wiring
from innspill.pipeline.steps import STEPS
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationRow
from innspill.stages.publication import queries as publication
from innspill.stages.publication.waiting import waiting
from innspill.stages.reading import queries as reading
from innspill.stages.register import queries as register


@dataclass(frozen=True, slots=True)
class BeingSetUp:
    """A hearing that is not open yet."""

    row: ConsultationRow
    must: int
    should: int
    opens_at: datetime | None
    may_publish: bool


@require_safe
@at_the_desk
def front(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What waits for the machine at each step, what waits for people, and that nothing is lost."""
    hearings = consultations.listed_for(desk.owners)
    now = wiring.clock().now()
    steps = [(step.name, step.waiting()) for step in STEPS]
    return render(
        request,
        "desk/front.html",
        {
            "at": "front",
            "desk": desk,
            "may_begin": desk.may(None, "caseworker"),
            "steps": steps,
            "is_idle": not at_work.is_anybody(),
            "machine": sum(count for _name, count in steps),
            "flags": len(reading.open_flags(desk.owners)),
            "senders": len(register.unsure(desk.owners)),
            "publishing": len(waiting(desk.owners)),
            "mine": own_work(desk, now),
            "ledger": publication.ledger_for(desk.owners),
            "proof": proof_state(now),
            "drafts": [_begun(row, desk, now) for row in hearings if row.status == "draft"],
            "hearings": [
                (row, publication.ledger(row.id)) for row in hearings if row.status != "draft"
            ],
        },
    )


def _begun(row: ConsultationRow, desk: Desk, now: datetime) -> BeingSetUp:
    """A draft, with what is left before it can open and whose turn it is."""
    edited = consultations.edited(row.slug, desk.owners)
    if edited is None:
        return BeingSetUp(row, 0, 0, None, False)
    found = findings(edited.definition, row.slug, now)
    must = sum(each.must for each in found)
    lead = desk.may(edited.hearing.owner_id, "lead")
    return BeingSetUp(row, must, len(found) - must, edited.publish_at, lead)
