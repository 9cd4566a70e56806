"""Which language a page speaks."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import translation

from innspill.stages.consultations.core.definition import LANGUAGES, Language


def active() -> Language:
    """The language of the page that is being made; bokmål where it is none of ours."""
    code = (translation.get_language() or "nb").split("-")[0]
    for language in LANGUAGES:
        if language == code:
            return language  # type: ignore[return-value]
    return "nb"


def address_in(request: HttpRequest, language: str) -> str:
    """The address of this page in `language`, with whatever else it was asked for."""
    asked = request.GET.copy()
    asked["lang"] = language
    return f"{request.path}?{asked.urlencode()}"
