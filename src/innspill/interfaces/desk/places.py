"""The places of a hearing that a comment may be about, as choices and names."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext

from innspill.interfaces.ui.passages import named_places, place_word, short_place
from innspill.stages.consultations.core.definition import Definition

__all__ = ["place_choices", "place_word", "question_name", "short_place"]


def place_choices(definition: Definition, beside: Iterable[str] = ()) -> list[tuple[str, str]]:
    """(place, name) of every question and chapter, and of those `beside` that are neither.

    `beside` are places that stand on comments already: paragraphs of a law, measures.
    """
    named = named_places(definition)
    further = {place: place_word(place, definition) for place in beside if place not in named}
    return [*named.items(), *further.items()]


def question_name(question: str, definition: Definition) -> str:
    """What the answer to a question is called; text that belongs to none is said to be so."""
    if not question:
        return gettext("Tekst uten spørsmål")
    return place_word(f"question {question}", definition)
