"""What all pages share: their language, and words where Django has none.

An address may carry its language: `?lang=nn` shows nynorsk and is remembered. A plain link does
it, so that switching needs neither JavaScript nor a form, works on error pages, and can be sent
to a colleague.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils import translation

from innspill.stages.consultations.core.definition import LANGUAGES

Answerer = Callable[[HttpRequest], HttpResponse]


class LanguageInAddress:
    """Stands after Django's LocaleMiddleware and overrides it where the address says so."""

    def __init__(self, get_response: Answerer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answers in the language of `?lang=`, and keeps it in the language cookie."""
        asked = request.GET.get("lang", "")
        if asked not in LANGUAGES:
            return self.get_response(request)
        translation.activate(asked)
        request.LANGUAGE_CODE = asked
        response = self.get_response(request)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            asked,
            max_age=60 * 60 * 24 * 365,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
        return response


class WordsForAnotherMethod:
    """A page where Django answers nothing but 405: somebody opened the address of a form's button."""

    def __init__(self, get_response: Answerer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Says in words that the address is a form's, to who reads."""
        response = self.get_response(request)
        if not (isinstance(response, HttpResponseNotAllowed) and request.method == "GET"):
            return response
        said = render(request, "405.html", status=response.status_code)
        said["Allow"] = response["Allow"]
        return said
