"""The list of hearings."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innspill.interfaces.portal.deadline import Deadline
from innspill.interfaces.ui.kept_pages import kept
from innspill.pipeline import wiring
from innspill.stages.consultations import queries


@require_safe
@kept
def front(request: HttpRequest) -> HttpResponse:
    """Every hearing that the public may see: first those that take answers, then the others."""
    now = wiring.clock().now()
    rows = [(row, Deadline.of(row, now)) for row in queries.listed()]
    owners = {row.owner for row, _ in rows}
    return render(
        request,
        "portal/front.html",
        {
            "at": "front",
            "open": [pair for pair in rows if pair[0].is_open(now)],
            "others": [pair for pair in rows if not pair[0].is_open(now)],
            "owner": owners.pop() if len(owners) == 1 else None,
        },
    )
