"""The words of a text as they are searched for: folded, led from nynorsk to bokmål, and stemmed.

A light stemmer: it takes off what Norwegian adds to a word (definite, plural, genitive, tense,
comparison), in both written languages, and leaves derivation alone. Two forms of one word have one
stem; that is all a stem is for, and nobody is shown one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from innspill.stages.publication.core.searching.pairs import ENDINGS, PARTS, WHOLE
from innspill.stages.publication.core.values import MASK

EDITION = 1
"""Raised whenever the same text would give other words: an index of another edition is old."""
LONGEST = 60
"""Signs of a word that are looked at."""
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_NOTE = re.compile(r"\[\^[^\]\s]{1,12}\]")
_LETTERS = str.maketrans({"ä": "æ", "ö": "ø", "ð": "d", "þ": "th", "ß": "ss", "ł": "l"})
_KEPT = frozenset("æøå")
_SUFFIXES = (
    "ingane", "ingene", "ingar", "inger", "inga", "ingen", "ingens", "ingas",
    "hetenes", "hetene", "hetens", "heten", "heter", "hets", "het",
    "elsenes", "elsene", "elsens", "elsen", "elser",
    "erane", "arane", "arens", "aren", "arar", "erens", "erene", "erne", "ernes", "eren", "ere", "ane",
    "anes", "enes", "ene", "ens", "ende", "ande", "ets", "ers", "ars",
    "lige", "ligere", "ligst", "ligste", "ligt",
    "est", "este", "ast", "aste", "are", "te", "ede", "ete",
    "ar", "er", "en", "et", "as", "es", "a", "e", "s",
)  # fmt: skip
_INSTEAD = {
    **dict.fromkeys(("ingane", "ingene", "ingar", "inger", "inga", "ingen", "ingens", "ingas"), "ing"),
    **dict.fromkeys(("hetenes", "hetene", "hetens", "heten", "heter", "hets", "het"), "het"),
    **dict.fromkeys(("elsenes", "elsene", "elsens", "elsen", "elser"), "els"),
    **dict.fromkeys(("lige", "ligere", "ligst", "ligste", "ligt"), "lig"),
}  # fmt: skip
_ORDERED = tuple(sorted(set(_SUFFIXES), key=lambda each: (-len(each), each)))
_VOWEL = re.compile(r"[aeiouyæøå]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: where it stands, and its stem."""

    start: int
    end: int
    stem: str


def tokens(text: str) -> Iterator[Token]:
    """The words of `text` in order. A withheld span and the mark of a footnote are none.

    A word with a hyphen counts as one word and, after that, as each of its parts.
    """
    for found in _WORD.finditer(_blanked(text)):
        word = found.group()
        yield Token(found.start(), found.end(), stem_of(word))
        if len(word) > 2 and not word.isalnum():
            at = found.start()
            for part in re.split(r"([-'’])", word):
                if part not in {"-", "'", "’"}:
                    yield Token(at, at + len(part), stem_of(part))
                at += len(part)


@lru_cache(maxsize=65_536)
def stem_of(word: str) -> str:
    """The stem of one word, of the letters a to z, æ, ø, å and digits; "" where none is left."""
    folded = fold(word)
    if not folded or folded.isdigit():
        return folded
    return _without_suffix(_in_bokmal(folded))


def written_in_bokmal(word: str) -> str:
    """One word folded and led to bokmål, with its ending: what a slip is looked for in."""
    return _in_bokmal(fold(word))


def fold(word: str) -> str:
    """Small letters without accents; hyphens and apostrophes left out."""
    small = unicodedata.normalize("NFC", word[:LONGEST].lower()).translate(_LETTERS)
    return "".join(_plain(sign) for sign in small if sign.isalnum())[:LONGEST]


def _plain(sign: str) -> str:
    if sign.isascii() or sign in _KEPT:
        return sign
    bare = unicodedata.normalize("NFKD", sign)
    return "".join(each for each in bare if each.isalnum()).lower()


def _in_bokmal(word: str) -> str:
    whole = WHOLE.get(word)
    if whole:
        return whole
    for part, instead in PARTS:
        if part in word:
            word = word.replace(part, instead)
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending) + instead
    return word


def _without_suffix(word: str) -> str:
    for suffix in _ORDERED:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= 3 and _VOWEL.search(stem):
            return _doubled(stem + _INSTEAD.get(suffix, ""))
    return _doubled(word)


def _doubled(stem: str) -> str:
    """One m at the end for two: "program" and "programmet" are forms of one word."""
    return stem[:-1] if len(stem) > 4 and stem.endswith("mm") else stem


def _blanked(text: str) -> str:
    """The text with what is no word of it as blanks, so that every place stays where it is."""
    for pattern in (_NOTE, re.compile(re.escape(MASK))):
        text = pattern.sub(lambda found: " " * len(found.group()), text)
    return text
