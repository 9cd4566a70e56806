"""The response form in Word, and the page about hearings, privacy and accessibility."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innspill.interfaces.portal.views.hearing import hearing_or_404
from innspill.interfaces.portal.views.result import MEDIA_TYPES
from innspill.interfaces.ui.downloads import attachment
from innspill.interfaces.ui.language import active


@require_safe
def form(_request: HttpRequest, slug: str) -> HttpResponse:
    """The response form of the hearing in the page's language."""
    # Here, so that only who asks for Word waits for its library.
    from innspill.stages.consultations.core.word_form import build_form

    hearing = hearing_or_404(slug)
    data = build_form(hearing.definition, active())
    return attachment(data, f"svarskjema-{hearing.slug}.docx", MEDIA_TYPES["docx"])


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What happens to what people send in, in words."""
    return render(request, "portal/about.html", {"at": "about"})
