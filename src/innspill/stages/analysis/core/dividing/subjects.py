"""What the hearing is about, by the words of its titles: where a new one is named, a new point begins."""

from __future__ import annotations

from collections.abc import Mapping

from innspill.stages.analysis.core.dividing.features import SMALL
from innspill.stages.analysis.core.learnt.words import stem, words_of
from innspill.stages.consultations.core.definition import Definition


def subjects_of(definition: Definition) -> Mapping[str, str]:
    """From the stem of a word to the place of the hearing whose title alone has it."""
    found: dict[str, set[str]] = {}
    for paper in definition.papers:
        for chapter in paper.chapters:
            for title in chapter.title.values():
                for word in words_of(title):
                    if len(word) > 3 and word not in SMALL:
                        found.setdefault(stem(word), set()).add(f"{chapter.kind} {chapter.id}")
    return {word: next(iter(places)) for word, places in found.items() if len(places) == 1}
