"""Paragraphs of a hearing page as people type them in one field, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import zip_longest

from innspill.stages.consultations.core.change_parts import LANGUAGES
from innspill.stages.consultations.core.definition import Language, Text

_BULLET = re.compile(r"^\s*[•●▪*–-]\s+")
_MARK = "• "
MISSING = "[…]"
"""Stands where a paragraph has no text in this language yet."""


def typed(paragraphs: Iterable[Text], language: Language) -> str:
    """The paragraphs in one language: parted by empty lines, the items of a list by line breaks.

    A paragraph that is missing between others is marked, so that those after it keep their place.
    """
    told = [paragraph.get(language, "").strip() for paragraph in paragraphs]
    while told and not told[-1]:
        told.pop()
    lines: list[str] = []
    for said in told:
        together = bool(lines) and said.startswith(_MARK) and lines[-1].startswith(_MARK)
        lines += [said] if together or not lines else ["", said or MISSING]
        if not lines[-1]:
            lines[-1] = MISSING
    return "\n".join(lines)


def paragraphs_in(typed_by_language: Mapping[Language, str]) -> tuple[Text, ...]:
    """The paragraphs of fields, one per language: the first of each belong together, and so on.

    A line that begins with a bullet or a hyphen is an item of a list, so a paragraph of its own.
    """
    parted = {language: _parted(typed_by_language.get(language, "")) for language in LANGUAGES}
    found: list[Text] = []
    for row in zip_longest(*parted.values(), fillvalue=""):
        said: Text = {language: text for language, text in zip(LANGUAGES, row, strict=True) if text}
        if said:
            found.append(said)
    return tuple(found)


def _parted(text: str) -> list[str]:
    parts: list[str] = []
    fresh = True
    for line in text.replace("\r\n", "\n").split("\n"):
        bare = line.strip()
        if not bare:
            fresh = True
        elif bare == MISSING:
            parts.append("")
            fresh = True
        elif _BULLET.match(line):
            parts.append(_MARK + _BULLET.sub("", bare))
            fresh = False
        elif fresh:
            parts.append(bare)
            fresh = False
        else:
            parts[-1] += f"\n{bare}"
    return parts
