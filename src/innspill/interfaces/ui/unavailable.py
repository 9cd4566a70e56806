"""The answer when the machine cannot do its part now: 503, when to try again, and what is safe.

Nothing here asks the database, which may be what does not answer.
"""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse
from django.template import loader

from innspill.shared.passing import is_passing

RETRY_AFTER = 30
"""Seconds: a lock is waited for that long, and a full disk takes a person."""


def try_later(*, sent: bool, retry_after: int = RETRY_AFTER) -> HttpResponse:
    """The page for 503. `sent` says that somebody sent something, which was not acknowledged."""
    page = loader.get_template("503.html").render({"sent": sent})
    answer = HttpResponse(page, status=503)
    answer["Retry-After"] = str(retry_after)
    answer["Cache-Control"] = "no-store"
    return answer


def went_wrong(request: HttpRequest) -> HttpResponse:
    """What Django asks when anything was raised: 503 where it passes, else 500."""
    if is_passing(sys.exception()):
        return try_later(sent=request.method not in {"GET", "HEAD"})
    return HttpResponse(loader.get_template("500.html").render(), status=500)
