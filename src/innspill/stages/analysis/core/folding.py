"""Texts made comparable: words only, lower case, footnote marks gone."""

from __future__ import annotations

import re
import unicodedata

_NOTE = re.compile(r"\[\^[^\]\s]{1,20}\]")
_SOFT = "\u00ad\u200b\ufeff"


def without_notes(text: str) -> str:
    """`text` without the marks of footnotes, for words that are shown away from their notes."""
    return _NOTE.sub("", text)


def fold(text: str) -> str:
    """The words of `text` in lower case, single spaces between: for comparing only."""
    plain = unicodedata.normalize("NFKC", _NOTE.sub(" ", text))
    for character in _SOFT:
        plain = plain.replace(character, "")
    return " ".join(re.sub(r"[^\w§]+", " ", plain.casefold()).split())
