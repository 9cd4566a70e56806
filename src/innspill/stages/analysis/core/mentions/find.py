"""All names in a text, of every kind, in the order that they stand in."""

from __future__ import annotations

import re

from innspill.stages.analysis.core.mentions.abbreviations import abbreviations_in
from innspill.stages.analysis.core.mentions.known import Known
from innspill.stages.analysis.core.mentions.laws import laws_in
from innspill.stages.analysis.core.mentions.organisations import organisations_in
from innspill.stages.analysis.core.mentions.programmes import programmes_in
from innspill.stages.analysis.core.mentions.taken import Taken
from innspill.stages.analysis.core.values import Mention

_FLAT = {ord(each): " " for each in "\n\r\t\u00a0\u202f\u2009"} | {0x2011: "-"}
_WRAPPED = re.compile(r"[\n\r\t\u00a0\u202f\u2009](?![A-ZÆØÅ])")
"""Lines are often broken by hand, in the middle of a name too; no character is lost or added."""


def mentions_of(text: str, known: Known) -> tuple[Mention, ...]:
    """The organisations, laws, programmes and abbreviations that `text` names.

    A stretch can be two at once: "NVE" is a body and an abbreviation.
    """
    laws = list(laws_in(text.translate(_FLAT), law_is_heard=known.law_is_heard))
    text = _WRAPPED.sub(" ", text)
    taken = Taken(text)
    for law in laws:
        taken.take(law.span)
    bodies = organisations_in(text, known)  # the EU of "forordning (EU) 2017/745" is none
    found = [
        *laws,
        *(each for each in bodies if not taken.has(each.span)),
        *programmes_in(text),
        *abbreviations_in(text),
    ]
    return tuple(sorted(found, key=lambda each: (each.span.start, -each.span.end, each.kind)))
