"""A unit's name as it is looked up: its words and its key, in the letters a to z."""

from __future__ import annotations

import re
from functools import lru_cache

from innspill.stages.register.core.names import bare, fold, letters

_FOREIGN = str.maketrans({"ß": "ss", "ł": "l", "þ": "th", "ð": "d", "œ": "o"})
_WORD = re.compile(r"[a-z0-9]+")
_PART = re.compile(r"\s*(?:[,;|/\n]| v/ ?| ved | – | — | - |\bpostboks\b|\bpb\b)\s*", re.IGNORECASE)
COMPANY_FORMS = frozenset({"as", "asa", "sf", "hf", "iks", "ba", "sa", "nuf", "ks", "da", "ans"})
SMALL = frozenset({"i", "og", "for", "av", "pa", "til", "med", "ved", "the", "of", "de", "den"})
MOST_SIGNS = 300
MOST_WORDS = 14


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, without company form: what is searched."""
    words = tuple(_plain(fold(name)))
    meaning = tuple(word for word in words if word not in COMPANY_FORMS)
    return meaning or words


def key_of(name: str) -> str:
    """A name as one word without company form: two names with one key are one name."""
    return "".join(_plain(bare(name)))


def parts_of(written: str) -> tuple[str, ...]:
    """What is looked up for a name as it was written: itself, and each part between signs."""
    plain = written.replace("\0", " ")[:MOST_SIGNS]
    whole = " ".join(plain.split())
    parts = [part for each in _PART.split(plain) if (part := " ".join(each.split()))]
    return tuple(dict.fromkeys((whole, *(part for part in parts if len(part) > 2))))[:5]


@lru_cache(maxsize=4096)
def _plain(folded: str) -> list[str]:
    return _WORD.findall(letters(folded).translate(_FOREIGN))
