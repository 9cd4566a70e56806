"""Whether an answer says only that there is nothing to say."""

from __future__ import annotations

import re

_SUBJECT = r"(?:(?:vi|me|jeg|eg|kommunen|we|i|[\wæøå. -]{2,60}?)\s+(?:har|hev|have|has)\s+)?"
_NONE = r"(?:ingen|inga|ingenting|ikke\s+noen|ikkje\s+nokon|uten|utan|no|none)"
_THING = (
    r"(?:(?:spesielle|særskilte|ytterligere|ytterlegare|andre|further|other|additional)\s+)?"
    r"(?:innspill?|innspel|kommentar(?:er|ar)?|merknad(?:er|ar)?|bemerkning(?:er)?|"
    r"synspunkt(?:er)?|tilbakemelding(?:er|ar)?|comments?|remarks?|feedback|input)"
)
_BUT = r"(?:men|bortsett|unntatt|utenom|utover|at|but|except|beyond)"
# What it is about may follow, but nothing that takes it back: "Ingen merknader til kapittel 3".
_WHERE = rf"(?:\s+(?:til|på|om|ved|her|to|on|for)\b(?:(?!\b{_BUT}\b)[^.,;:!?\n]){{0,60}})?"
_WHOLE = re.compile(rf"\s*{_SUBJECT}{_NONE}\s+{_THING}{_WHERE}\s*[.!]?\s*", re.IGNORECASE)
_BARE = re.compile(r"\s*(?:ingen|inga|none|nothing|n/a|ingenting|nil)\s*[.!]?\s*", re.IGNORECASE)


def says_nothing(text: str) -> bool:
    """Whether `text` as a whole is "Ingen innspill", "Uten merknad", "No comments" or the like."""
    return bool(_WHOLE.fullmatch(text) or _BARE.fullmatch(text))
