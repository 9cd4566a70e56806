"""Filters of the analysis: what the machine has gone by, and places, as people say them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django import template
from django.utils.translation import gettext

from innspill.interfaces.desk.places import place_word
from innspill.interfaces.ui.analysis_words import GROUND
from innspill.interfaces.ui.words import word
from innspill.shared.values import Span
from innspill.stages.analysis.queries import SuggestionShown
from innspill.stages.consultations.core.definition import Definition

register = template.Library()
_QUOTED = re.compile(r"«[^«»]{1,200}»")
_GROUND = re.compile(r"(?P<reason>[a-z-]*)(?P<words>(?: ?«[^«»]{1,200}»)*)")


@register.filter
def said_grounds(grounds: Iterable[str]) -> str:
    """Why the machine suggests it, with the words of the text that it has gone by; "" for nothing."""
    by_reason: dict[str, dict[str, None]] = {}
    for each in grounds:
        hit = _GROUND.fullmatch(each)
        if hit and hit["reason"] in GROUND:
            by_reason.setdefault(hit["reason"], {}).update(
                dict.fromkeys(_QUOTED.findall(hit["words"]))
            )
    if not by_reason:
        return ""
    if set(by_reason) == {""}:
        return gettext("Ordene det bygger på: %(words)s.") % {"words": ", ".join(by_reason[""])}
    said = (
        word(reason, "ground") % {"words": _listed(words)} for reason, words in by_reason.items()
    )
    return gettext("Grunnlag: %(grounds)s.") % {"grounds": "; ".join(said)}


def _listed(words: Iterable[str]) -> str:
    """Words in a row, "«a», «b» og «c»"."""
    *most, last = [*words] or [""]
    return (
        gettext("%(some)s og %(last)s") % {"some": ", ".join(most), "last": last} if most else last
    )


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
