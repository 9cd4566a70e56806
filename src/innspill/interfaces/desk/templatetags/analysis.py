"""Filters of the analysis: what the machine has gone by, and places, as people say them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django import template
from django.utils.translation import gettext

from innspill.interfaces.desk.places import place_word
from innspill.shared.values import Span
from innspill.stages.analysis.queries import SuggestionShown
from innspill.stages.consultations.core.definition import Definition

register = template.Library()
_QUOTED = re.compile(r"«[^«»]{1,200}»")


@register.filter
def said_grounds(grounds: Iterable[str]) -> str:
    """The words of the text that the machine has gone by; "" where it quotes none."""
    quoted = dict.fromkeys(found for each in grounds for found in _QUOTED.findall(each))
    if not quoted:
        return ""
    return gettext("Ordene det bygger på: %(words)s.") % {"words": ", ".join(quoted)}


@register.filter
def place_name(place: str, definition: Definition) -> str:
    """A place of the hearing as people call it."""
    return place_word(place, definition)


@register.filter
def of_kind(said: Iterable[SuggestionShown], kind: str) -> SuggestionShown | None:
    """The first of the suggestions that is of this kind."""
    return next((each for each in said if each.kind == kind), None)


@register.filter
def between(text: str, span: Span) -> str:
    """The words of `text` that stand in the span."""
    return text[span.start : span.end]
