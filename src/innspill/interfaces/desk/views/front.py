"""The desk's front page: what waits at each step, and both sums."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.pipeline.steps import STEPS
from innspill.stages.consultations import queries as consultations
from innspill.stages.publication import queries as publication
from innspill.stages.publication.waiting import waiting
from innspill.stages.reading import queries as reading


@require_safe
@at_the_desk
def front(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What waits for the machine at each step, what waits for people, and that nothing is lost."""
    hearings = consultations.listed_for(desk.owners)
    return render(
        request,
        "desk/front.html",
        {
            "at": "front",
            "desk": desk,
            "may_begin": desk.may(None, "caseworker"),
            "steps": [(step.name, step.waiting()) for step in STEPS],
            "flags": len(reading.open_flags(desk.owners)),
            "publishing": len(waiting(desk.owners)),
            "ledger": publication.ledger_for(desk.owners),
            "hearings": [(row, publication.ledger(row.id)) for row in hearings],
        },
    )
