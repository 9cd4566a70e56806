"""One hearing at the desk: its register."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.ui import words
from innspill.stages.analysis import queries as analysis
from innspill.stages.intake import queries as intake
from innspill.stages.publication import queries as publication
from innspill.stages.publication.waiting import all_states, waiting
from innspill.stages.reading import queries as reading
from innspill.stages.register import queries as register


@require_safe
@at_the_desk
def hearing(request: HttpRequest, desk: Desk, slug: str) -> HttpResponse:
    """One hearing: what waits for people, that nothing is lost, and where each response stands."""
    shown = desk.hearing_or_404(slug)
    earlier = intake.new_versions(shown.id)
    rows = all_states(slug, desk.owners)
    state = request.GET.get("publisering", "")
    total = len(rows)
    if state in words.TABLES["publication"]:
        rows = [row for row in rows if row.state == state]
    context = {
        "at": "hearing",
        "desk": desk,
        "hearing": shown,
        "state": state if len(rows) < total else "",
        "total": total,
        "rows": [(row, earlier.get(row.response.delivery_number)) for row in rows],
        "ledger": publication.ledger(shown.id),
        "flags": len(reading.open_flags(desk.owners, slug=slug)),
        "waiting": len(waiting(desk.owners, slug=slug)),
        "analysed": analysis.progress(slug, desk.owners),
        "kind_counts": register.kind_counts(shown.id),
    }
    return render(request, "desk/hearing.html", context)
