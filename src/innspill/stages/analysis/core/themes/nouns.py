"""Which words are nouns: a dictionary's word, else how people use them in these very texts.

A word that stands after "en", "av" or "for" is used as a noun, one after "å" or "skal" as a verb;
endings tell where the texts are too few to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from innspill.shared.words.given_names import DOUBLE, GIVEN
from innspill.stages.analysis.core.themes.kinds import Kind, kind_of
from innspill.stages.analysis.core.themes.word_tables import Language, words_of
from innspill.stages.analysis.core.themes.words import lemma

GIVEN_LOW = frozenset(name.casefold() for name in GIVEN - DOUBLE)
"""Given names that are no everyday words: no theme is named after a person."""

_NO_WORD = re.compile(r"[^\W\d_A-ZÆØÅ]\d+[^\W\d_A-ZÆØÅ]|^[IVX]{2,}$")
"""What a scan misread ("te1efon"), and numbers of chapters ("VII")."""
_LONG_WORD = 11
ACRONYM = 7
"""Letters of an abbreviation at most: longer ones are shouted words."""
_PRIOR = 2.0
"""How many uses in the texts it takes to outweigh the ending."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """What is known of the words of some texts."""

    language: str
    as_noun: Counter[str]
    as_verb: Counter[str]
    capital: Counter[str]
    written: Counter[str]
    known: dict[str, bool]
    """Answers given already."""

    def is_noun(self, word: str) -> bool:
        """Whether `word`, as written, is likely to be a noun or a name."""
        if word not in self.known:
            self.known[word] = self._is_noun(word)
        return self.known[word]

    def _is_noun(self, word: str) -> bool:
        tables = words_of(self.language)
        said = lemma(word, self.language)
        if not said or _NO_WORD.search(word):
            return False
        if tables.nouns_are_capital:
            return word[:1].isupper() and self.is_name(word)
        if word.endswith("-") or (word.isupper() and 1 < len(word) <= 7):
            return True
        low = word.casefold()
        kind = self.kind(word)
        if kind:
            return kind == "noun"
        noun, verb = self.as_noun[said], self.as_verb[said]
        prior = _by_ending(low, said, tables)
        return (noun + _PRIOR * prior) / (noun + verb + _PRIOR) > 0.5

    def kind(self, word: str) -> Kind:
        """What a dictionary says that `word` is; "" for a name, and where it leaves doubt."""
        tables = words_of(self.language)
        if "nb" not in tables.lemmas or self.is_name(word):
            return ""
        return kind_of(word.casefold(), lemma(word, self.language), tables.other_ends)

    def is_name(self, word: str) -> bool:
        """Whether `word` is mostly written with a capital: it keeps it inside a phrase."""
        low = word.casefold()
        return 2 * self.capital[low] > self.written[low]


def nouns_of(texts: Iterable[Sequence[str]], language: str) -> Nouns:
    """What these runs of words (`words.runs`) tell of their words."""
    found = Nouns(language, Counter(), Counter(), Counter(), Counter(), {})
    for run in texts:
        _count(found, run)
    return found


def _count(found: Nouns, run: Sequence[str]) -> None:
    """What one run tells: its last word before one that carries no subject is what it is about.

    Those before it may be adjectives; one that an article follows is a verb ("bygger en vei").
    """
    tables = words_of(found.language)
    lemmas = [*(lemma(word, found.language) for word in run), ""]
    lows = ["", *(word.casefold() for word in run), ""]
    for at, word in enumerate(run):
        before, low, after, said = lows[at], lows[at + 1], lows[at + 2], lemmas[at]
        if at:
            found.written[low] += 1
            found.capital[low] += word[:1].isupper()
        if said and (before in tables.before_verb or after in tables.articles):
            found.as_verb[said] += 2
        elif (
            said
            and before in tables.before_noun
            and (not lemmas[at + 1] or low.endswith(tables.noun_ends))
        ):
            found.as_noun[said] += 1


def _by_ending(low: str, said: str, tables: Language) -> float:
    """0 to 1: how likely a noun is where nothing else is known."""
    if low.endswith(tables.noun_ends) or said.endswith(tables.noun_ends):
        return 1.0
    if said.endswith(tables.other_ends) or low.endswith(tables.other_ends):
        return 0.1
    if said.endswith("e") and low in (said, said + "r"):
        return 0.3
    return 0.8 if len(said) >= _LONG_WORD else 0.5
