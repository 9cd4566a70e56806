"""All names in a text, of every kind, in the order that they stand in."""

from __future__ import annotations

from innspill.stages.analysis.core.mentions.abbreviations import abbreviations_in
from innspill.stages.analysis.core.mentions.known import Known
from innspill.stages.analysis.core.mentions.laws import laws_in
from innspill.stages.analysis.core.mentions.organisations import organisations_in
from innspill.stages.analysis.core.mentions.programmes import programmes_in
from innspill.stages.analysis.core.values import Mention


def mentions_of(text: str, known: Known) -> tuple[Mention, ...]:
    """The organisations, laws, programmes and abbreviations that `text` names.

    A stretch can be two at once: "NVE" is a body and an abbreviation.
    """
    laws = list(laws_in(text))
    found = [
        *laws,
        *(each for each in organisations_in(text, known) if not _within(each, laws)),
        *programmes_in(text),
        *abbreviations_in(text),
    ]
    return tuple(sorted(found, key=lambda each: (each.span.start, -each.span.end, each.kind)))


def _within(mention: Mention, laws: list[Mention]) -> bool:
    """Whether a name is only a part of a law's: the EU of "forordning (EU) 2017/745"."""
    return any(
        law.span.start <= mention.span.start and mention.span.end <= law.span.end for law in laws
    )
