"""What one respondent was told became of their points: for who has the link of the letter."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from innspill.interfaces.portal.views.hearing import hearing_or_404
from innspill.interfaces.ui.wall import beyond_the_wall
from innspill.stages.publication import queries as publication
from innspill.stages.publication import replies

_LONGEST_TOKEN = 100


@beyond_the_wall
@never_cache
@require_safe
def own(request: HttpRequest, token: str) -> HttpResponse:
    """The reply that the link opens. Nothing on the page leads others here."""
    shown = replies.opened(token) if len(token) < _LONGEST_TOKEN else None
    if shown is None:
        raise Http404
    hearing = hearing_or_404(shown.slug)
    context = {
        "hearing": hearing,
        "shown": shown,
        "has_result": publication.has_result(shown.slug),
    }
    answer = render(request, "portal/reply.html", context)
    answer["X-Robots-Tag"] = "noindex"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
