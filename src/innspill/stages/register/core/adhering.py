"""Responses that adhere to another's: "slutter seg til uttalelsen fra KS"."""

from __future__ import annotations

import re

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.form_tags import SUPPORTS
from innspill.stages.reading.core.values import ResponseRead
from innspill.stages.register.core.senders import match_name

_VERB = (
    r"(?:slutt(?:er|ar|et|a)?\s+(?:seg|oss|meg)\s+(?:fullt\s+ut\s+|også\s+|òg\s+)?(?:til|opp\s+om)"
    r"|still(?:er|ar)?\s+(?:seg|oss|meg)\s+(?:fullt\s+ut\s+|fullt\s+og\s+helt\s+)?bak"
    r"|(?:gir|gjev|gir\s+vår|gjev\s+vår)\s+(?:\w+\s+){0,2}tilslutning\s+til"
    r"|tilslutter\s+(?:seg|oss)|støtter\s+fullt\s+ut|støtter|stør|støttar)"
)
_RESPONSE = (
    r"(?:hørings|høyrings)?(?:uttalelsen?e?|uttalen?|fråsegna?|svaret|svar|innspillet|innspelet|"
    r"innspill|innspel|merknadene?|merknadane?|vurderingene|vurderingane)"
)
_NAME = r"(?P<name>[A-ZÆØÅ][^\n.,;:()]{1,120}?)"
_END = (
    r"(?=\s*(?:[.,;:()\n]|$|\s(?:i\s+sin\s+helhet|fullt\s+ut|og\s+har|og\s+viser|og\s+vis|når|som|"
    r"om|datert|av\s+\d|på|med)\b))"
)
_BY = r"(?:\s+\w+){0,3}?\s+(?:fra|frå|til|av|avgitt\s+av|gitt\s+av|gjeven\s+av)\s+"
_PATTERNS = (
    re.compile(rf"\b{_VERB}\s+(?:det\s+|den\s+|dei\s+|de\s+)?{_RESPONSE}{_BY}{_NAME}{_END}"),
    re.compile(rf"\b{_VERB}\s+{_NAME}(?:(?:s|'s|’s|')?|\s+(?:sin?|sitt|sine))\s+{_RESPONSE}\b"),
    re.compile(
        rf"\bviser?\s+til\s+(?:det\s+|den\s+)?{_RESPONSE}{_BY}{_NAME}\s*,?\s+(?:og|som)\s+"
        r"(?:vi\s+)?(?:slutt|still|støtt|stør)"
    ),
)


def adherence(read: ResponseRead, definition: Definition) -> str | None:
    """The body whose response `read` adheres to, or None.

    An invited body is given under its name on the list, another one as the text names it. To
    support a *proposal* of somebody is no adherence; to support their response is.
    """
    given = _given(read)
    if given:
        return _named(given, definition)
    for text in _texts(read):
        name = adherence_in(text, definition)
        if name:
            return name
    return None


def adherence_in(text: str, definition: Definition) -> str | None:
    """As `adherence`, for one text."""
    for pattern in _PATTERNS:
        found = pattern.search(text)
        if found:
            return _named(found["name"], definition)
    return None


def _given(read: ResponseRead) -> str | None:
    """The body that was written in the form's own field for it."""
    fields = {block.id for block in read.blocks if block.tag == SUPPORTS}
    for joined in read.adherence:
        if any(origin.block in fields for origin in joined.origin):
            return joined.to
    return None


def _texts(read: ResponseRead) -> tuple[str, ...]:
    return (
        *(answer.text for answer in read.answers),
        *(passage.text for passage in read.unplaced),
        read.cover or "",
    )


def _named(name: str, definition: Definition) -> str:
    plain = " ".join(name.split())
    match = match_name(plain, definition)
    return match.body if match.via == "invited" and match.body else plain
