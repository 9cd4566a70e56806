"""The places of a hearing's papers and form, as people call them: on the desk and for the public."""

from __future__ import annotations

from collections.abc import Mapping

from innspill.interfaces.ui import words
from innspill.interfaces.ui.templatetags.innspill import cut, plain
from innspill.stages.consultations.core.definition import Definition

_LONG = 80
"""So much of a title is enough to know it by."""


def place_word(place: str, definition: Definition) -> str:
    """A place by its name: "Kapittel 5. Opplæring"; as it is where we know of no such place."""
    return named_places(definition).get(place) or short_place(place)


def short_place(place: str) -> str:
    """The same without its title: "Kapittel 5"."""
    kind, _, which = place.partition(" ")
    return f"{words.word(kind, 'part')} {which}" if kind in words.TABLES["part"] else place


def named_places(definition: Definition) -> Mapping[str, str]:
    """Every question and chapter by its place, with its name."""
    titles = {f"question {each.id}": each.text for each in definition.questions}
    for paper in definition.papers:
        for chapter in paper.chapters:
            titles.setdefault(f"{chapter.kind} {chapter.id}", chapter.title)
    return {
        place: cut(f"{short_place(place)}. {plain(title)}", _LONG)
        for place, title in titles.items()
    }
