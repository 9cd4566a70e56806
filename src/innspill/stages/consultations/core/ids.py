"""Ids of a definition's parts, made of the words that people gave them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection


def slug(words: str, *, most: int = 60, otherwise: str = "other") -> str:
    """An id made of words: at most `most` small letters, digits and hyphens."""
    letters = words.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    ascii_only = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only)[:most].strip("-") or otherwise


def free_id(words: str, taken: Collection[str]) -> str:
    """A short id made of `words` that is not in `taken`."""
    wanted, count = slug(words, most=30, otherwise="x"), 1
    made = wanted
    while made in taken:
        count += 1
        made = f"{wanted}-{count}"
    return made
