"""All names in a text, of every kind, in the order that they stand in."""

from __future__ import annotations

import re

from innspill.stages.analysis.core.mentions.abbreviations import abbreviations_in
from innspill.stages.analysis.core.mentions.known import Known
from innspill.stages.analysis.core.mentions.laws import laws_in
from innspill.stages.analysis.core.mentions.organisations import organisations_in
from innspill.stages.analysis.core.mentions.programmes import programmes_in
from innspill.stages.analysis.core.mentions.statements import statements_in
from innspill.stages.analysis.core.mentions.taken import Taken
from innspill.stages.analysis.core.values import Mention

_FLAT = {ord(each): " " for each in "\n\r\t\u00a0\u202f\u2009"} | {0x2011: "-"}
_WRAPPED = re.compile(r"[\n\r\t\u00a0\u202f\u2009](?![A-ZÆØÅ])")
"""Lines are often broken by hand, in the middle of a name too; no character is lost or added."""


def mentions_of(text: str, known: Known) -> tuple[Mention, ...]:
    """The organisations, laws, programmes and abbreviations that `text` names.

    A stretch can be two at once: "NVE" is a body and an abbreviation, and its answer may be spoken of.
    """
    laws = list(laws_in(text.translate(_FLAT), law_is_heard=known.law_is_heard))
    text = _WRAPPED.sub(" ", text)
    taken = Taken(text)
    for law in laws:
        taken.take(law.span)
    named = organisations_in(text, known)
    bodies = [each for each in named if not taken.has(each.span)]  # not "forordning (EU) 2017/745"
    found = [
        *laws,
        *bodies,
        *statements_in(text, bodies, known),
        *programmes_in(text),
        *abbreviations_in(text),
    ]
    return tuple(sorted(found, key=lambda each: (each.span.start, -each.span.end, each.kind)))
