"""Which language a page speaks, and which one a text of the definition was found in."""

from __future__ import annotations

from collections.abc import Mapping

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


def chosen(text: Mapping[Language, str], language: str) -> tuple[str, str]:
    """`text` in `language`, else in the first that it has, and the language it was found in."""
    for candidate in (language, *LANGUAGES):
        found = text.get(candidate)  # type: ignore[call-overload]
        if found:
            return str(found), candidate
    return "", language


def address_in(request: HttpRequest, language: str) -> str:
    """The address of this page in `language`, with whatever else it was asked for."""
    asked = request.GET.copy()
    asked["lang"] = language
    return f"{request.path}?{asked.urlencode()}"
