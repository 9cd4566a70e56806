"""Which words are nouns: no tagger, but how people use them in these very texts.

A word that stands after "en", "av" or "for" is used as a noun, one after "å" or "skal" as a verb;
endings tell where the texts are too few to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from innspill.stages.analysis.core.themes.word_tables import Language, words_of
from innspill.stages.analysis.core.themes.words import lemma

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

    def is_noun(self, word: str) -> bool:
        """Whether `word`, as written, is likely to be a noun or a name."""
        tables = words_of(self.language)
        said = lemma(word, self.language)
        if not said:
            return False
        if tables.nouns_are_capital:
            return word[:1].isupper()
        if word.endswith("-") or (word.isupper() and 1 < len(word) <= 7):
            return True
        low = word.casefold()
        noun, verb = self.as_noun[said], self.as_verb[said]
        prior = _by_ending(low, said, tables)
        return (noun + _PRIOR * prior) / (noun + verb + _PRIOR) > 0.5

    def is_name(self, word: str) -> bool:
        """Whether `word` is mostly written with a capital: it keeps it inside a phrase."""
        low = word.casefold()
        return 2 * self.capital[low] > self.written[low]


def nouns_of(texts: Iterable[Sequence[str]], language: str) -> Nouns:
    """What these texts, as lists of words, tell of their words."""
    tables = words_of(language)
    found = Nouns(language, Counter(), Counter(), Counter(), Counter())
    for text in texts:
        before = ""
        for word in text:
            low = word.casefold()
            if before:
                found.written[low] += 1
                found.capital[low] += word[:1].isupper()
            said = lemma(word, language)
            if said and before in tables.before_noun:
                found.as_noun[said] += 1
            if said and before in tables.before_verb:
                found.as_verb[said] += 2
            before = low
    return found


def _by_ending(low: str, said: str, tables: Language) -> float:
    """0 to 1: how likely a noun is where nothing else is known."""
    if low.endswith(tables.noun_ends) or said.endswith(tables.noun_ends):
        return 1.0
    if said.endswith(tables.other_ends) or low.endswith(tables.other_ends):
        return 0.1
    return 0.8 if len(said) >= _LONG_WORD else 0.5
