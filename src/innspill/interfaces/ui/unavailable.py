"""The answer when the machine cannot do its part now: 503, when to try again, and what is safe.

Nothing here asks the database, which may be what does not answer.
"""

from __future__ import annotations

import sys

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template import loader

from innspill.interfaces.ui.refusal_pages import UNABLE, UNABLE_READING, page
from innspill.shared.passing import is_passing


def went_wrong(request: HttpRequest) -> HttpResponse:
    """What Django asks when anything was raised: 503 where it passes, else 500."""
    if not is_passing(sys.exception()):
        return HttpResponse(loader.get_template("500.html").render(), status=500)
    refusal = UNABLE_READING if request.method in {"GET", "HEAD"} else UNABLE
    cookie = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    language, html = page(refusal, request.headers.get("Accept-Language", ""), cookie)
    answer = HttpResponse(html, status=503)
    answer["Content-Language"] = language
    answer["Retry-After"] = str(refusal.retry_after)
    answer["Cache-Control"] = "no-store"
    return answer
