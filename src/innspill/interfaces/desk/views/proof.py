"""The last looks through everything that is kept, the last checkpoints, and receipts."""

from __future__ import annotations

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innspill.interfaces.desk.access import Desk, at_the_desk
from innspill.interfaces.desk.proof_state import proof_state
from innspill.interfaces.ui.downloads import attachment
from innspill.pipeline import wiring
from innspill.shared.journal import queries as journal
from innspill.stages.intake import queries as intake

SHOWN = 30
"""How many inspections and checkpoints the page lists."""


@require_safe
@at_the_desk
def proof(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Whether everything is still as it came, night by night, and what was signed."""
    context = {
        "at": "proof",
        "desk": desk,
        "proof": proof_state(wiring.clock().now()),
        "inspections": journal.inspections(SHOWN),
        "checkpoints": journal.checkpoints(SHOWN),
    }
    return render(request, "desk/proof.html", context)


@require_safe
@at_the_desk
def receipt(_request: HttpRequest, desk: Desk, number: int) -> HttpResponse:
    """The receipt of a delivery as it was given, to be sent to who lost it."""
    found = intake.delivery(number, desk.owners)
    if found is None:
        raise Http404
    data = json.dumps(found.receipt, ensure_ascii=False, indent=2).encode()
    return attachment(data, f"kvittering-{number}.json", "application/json")
