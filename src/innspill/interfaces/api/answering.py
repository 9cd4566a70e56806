"""How open data is answered: to anyone, from anywhere, kept by caches for a minute at most.

What the public may no longer see is gone from here at once, and within that minute from caches
that keep to the rules.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache, wraps
from importlib.metadata import version
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt

from innspill.interfaces.api.values import LICENCE_ADDRESS, LINKED, Problem
from innspill.pipeline import wiring
from innspill.shared.values import sha256_of

FRESH = 60
"""Seconds that a cache may keep an answer. Nothing that was withdrawn is served by caches longer."""
METHODS = ("GET", "HEAD", "OPTIONS")
View = Callable[..., HttpResponse]


class BadQuestion(Exception):
    """What the address asks for cannot be understood; the text says what to do."""


class Moved(Exception):
    """What is public changed again and again while an answer was made of it."""


def open_data(view: View) -> View:
    """A view for programs: GET and HEAD only, problems as JSON in words, open to other sites."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        response = _opened(_answer(view, request, *args, **named))
        return _without_body(response) if request.method == "HEAD" else response

    # It writes nothing, so there is nothing to forge: whoever posts is told so in words.
    return csrf_exempt(answered)


def _answer(view: View, request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers={"Allow": ", ".join(METHODS)})
    if request.method not in METHODS:
        detail = gettext("Dataene kan bare leses. Bruk GET.")
        response = problem(405, gettext("Kan bare leses"), detail)
        response["Allow"] = ", ".join(METHODS)
        return response
    try:
        return view(request, *args, **named)
    except BadQuestion as error:
        return problem(400, gettext("Adressen spør om noe vi ikke forstår"), str(error))
    except Http404:
        return nothing_here()
    except Moved:
        response = problem(
            503,
            gettext("Dataene endret seg mens de ble hentet"),
            gettext("Vent et halvt minutt, og prøv igjen."),
        )
        response["Retry-After"] = "30"
        return response


def nothing_here() -> HttpResponse:
    """That nothing is public at this address, or no more."""
    return problem(
        404,
        gettext("Her er det ingenting"),
        gettext(
            "Adressen er feil, eller det som sto her, er ikke offentlig. Se /api/ for alle adresser."
        ),
    )


def taken_down() -> HttpResponse:
    """That a response was public here, and is no more."""
    return problem(
        410,
        gettext("Svaret er ikke lenger publisert"),
        gettext("Det er tatt ned. Slett det, hvis du har en kopi."),
    )


def problem(status: int, title: str, detail: str) -> HttpResponse:
    """Why there is no answer, as RFC 9457 has it."""
    said = Problem(type="about:blank", title=title, status=status, detail=detail)
    response = HttpResponse(
        said.model_dump_json(), status=status, content_type="application/problem+json"
    )
    response["Cache-Control"] = "no-store"
    return response


def when_changed(
    request: HttpRequest,
    state: str,
    make: Callable[[], HttpResponse],
    *,
    changed_at: datetime | None = None,
) -> HttpResponse:
    """The answer, or 304 where the asker has it already; `state` is all that it is made of."""
    made_of = (_made_by(), request.get_host(), request.get_full_path(), state)
    etag = quote_etag(sha256_of("\n".join(made_of).encode())[:32])
    modified = _whole_second(changed_at)
    response = get_conditional_response(request, etag, modified) or make()
    if response.status_code in {200, 304}:
        response["ETag"] = etag
        response["Cache-Control"] = f"public, max-age={FRESH}, must-revalidate"
        if modified is not None:
            response["Last-Modified"] = http_date(modified)
    return response


@cache
def _made_by() -> str:
    """The version that answers: another one may answer otherwise."""
    return version("innspill")


def _whole_second(at: datetime | None) -> int | None:
    """The second of a change, where it is over: one that is not may see another change."""
    if at is None or wiring.clock().now() - at < timedelta(seconds=2):
        return None
    return int(at.timestamp())


def _without_body(response: HttpResponse) -> HttpResponse:
    """The answer to HEAD: what GET would say of itself, and no more."""
    if response.streaming:
        response.streaming_content = ()  # type: ignore[attr-defined]
    else:
        response["Content-Length"] = str(len(response.content))
        response.content = b""
    return response


def _opened(response: HttpResponse) -> HttpResponse:
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Allow-Methods"] = ", ".join(METHODS)
    response["Access-Control-Allow-Headers"] = "If-None-Match, If-Modified-Since"
    response["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Link, Content-Disposition"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    links = [f'<{LICENCE_ADDRESS}>; rel="license"']
    response["Link"] = ", ".join(
        [*links, response["Link"]] if response.has_header("Link") else links
    )
    if not response.get("Content-Type", "").startswith(LINKED):
        response["X-Robots-Tag"] = "noindex"
    return response
