"""The places of a hearing that a comment may be about, as people call them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.text import Truncator
from django.utils.translation import gettext

from innspill.interfaces.ui import words
from innspill.interfaces.ui.templatetags.innspill import plain
from innspill.stages.consultations.core.definition import Definition

_LONG = 80
"""So much of a title is enough to know it by."""


def place_choices(definition: Definition, beside: Iterable[str] = ()) -> list[tuple[str, str]]:
    """(place, name) of every question and chapter, and of those `beside` that are neither.

    `beside` are places that stand on comments already: paragraphs of a law, measures.
    """
    named = _named(definition)
    further = {place: place_word(place, definition) for place in beside if place not in named}
    return [*named.items(), *further.items()]


def place_word(place: str, definition: Definition) -> str:
    """A place by its name: "Kapittel 5. Opplæring"; as it is where we know of no such place."""
    found = _named(definition).get(place)
    if found:
        return found
    kind, _, which = place.partition(" ")
    if kind not in words.TABLES["part"]:
        return place
    return f"{words.word(kind, 'part')} {which}"


def short_place(place: str) -> str:
    """The same without its title: "Kapittel 5"."""
    kind, _, which = place.partition(" ")
    return f"{words.word(kind, 'part')} {which}" if kind in words.TABLES["part"] else place


def question_name(question: str, definition: Definition) -> str:
    """What the answer to a question is called; text that belongs to none is said to be so."""
    if not question:
        return gettext("Tekst uten spørsmål")
    return place_word(f"question {question}", definition)


def _named(definition: Definition) -> dict[str, str]:
    titles = {f"question {each.id}": each.text for each in definition.questions}
    for paper in definition.papers:
        for chapter in paper.chapters:
            titles.setdefault(f"{chapter.kind} {chapter.id}", chapter.title)
    return {
        place: Truncator(f"{short_place(place)}. {plain(title)}").chars(_LONG)
        for place, title in titles.items()
    }
