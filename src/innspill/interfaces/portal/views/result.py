"""The published result of a hearing, and the files that go with it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innspill.interfaces.portal import figures
from innspill.interfaces.portal.views.hearing import hearing_or_404
from innspill.interfaces.ui.downloads import attachment, lone_page
from innspill.interfaces.ui.kept_pages import kept
from innspill.interfaces.ui.language import active
from innspill.pipeline import wiring
from innspill.stages.publication import queries as publication

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}


@require_safe
@kept
def result(request: HttpRequest, slug: str) -> HttpResponse:
    """Who answered and what the figures are, as they were published."""
    hearing = hearing_or_404(slug)
    found = publication.result(slug, active())
    if found is None:
        raise Http404
    bodies: dict[str, list[dict[str, object]]] = {}
    for body in found.get("bodies", ()):
        bodies.setdefault(body["group"], []).append(body)
    return render(
        request,
        "portal/result.html",
        {
            "hearing": hearing,
            "result": found,
            "totals": figures.totals(found),
            "ledger": found.get("ledger"),
            "questions": figures.questions(found, hearing.definition),
            "bodies": list(bodies.items()),
            "proposals": figures.proposals(found, hearing.definition),
            "decided": figures.decided(found, hearing.definition),
            "outcomes": figures.outcomes(found),
            "who": figures.who(found),
            "answered": figures.answered(found),
            "unshown": figures.unshown(found),
        },
    )


@require_safe
def result_file(_request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """The report as PDF, in Word or as a page, or its figures in Excel, CSV or JSON, as published."""
    hearing = hearing_or_404(slug)
    try:
        found = publication.result_file(slug, name, wiring.store(), active())
    except (KeyError, ValueError) as error:  # the store lost its bytes
        raise Http404 from error
    if found is None:
        raise Http404
    file_name, data = found
    ending = file_name.rsplit(".", 1)[-1]
    if ending == "html":
        return lone_page(data)
    return attachment(data, f"{hearing.slug}-{file_name}", MEDIA_TYPES[ending])
