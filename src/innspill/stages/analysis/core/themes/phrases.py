"""Noun phrases that stand in comments, and which of them say best what some comments are about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from innspill.stages.analysis.core.themes.nouns import ACRONYM, Nouns
from innspill.stages.analysis.core.themes.word_tables import words_of
from innspill.stages.analysis.core.themes.words import lemma, runs

_SHAPE = re.compile(r"(?=(A?NN?(?:JA?NN?)?))")
_LONGEST = 70
_SHARE_TELLS = 0.4
"""Less than 1: a longer phrase that fewer have may still say more."""
_MOST_TEXTS = 150
"""Comments of a theme, the most typical first, that are read for phrases."""
_TOO_LIKE = 0.5

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as written, the lemmas that carry its subject, and its weight in the theme."""

    text: str
    key: Key
    weight: float


def phrases_of(
    texts: Sequence[str], centre: Mapping[str, float], nouns: Nouns, preferred: Sequence[bool]
) -> list[Phrase]:
    """The noun phrases of `texts`, the best for a label first.

    A phrase weighs what its words weigh in `centre`, and the more the more comments have it.
    `preferred` marks the texts in the hearing's own language: the spelling is theirs where
    they have the phrase.
    """
    holders: Counter[Key] = Counter()
    spellings: dict[Key, Counter[str]] = defaultdict(Counter)
    for text, own in zip(texts[:_MOST_TEXTS], preferred[:_MOST_TEXTS], strict=True):
        found = list(_phrases(text, nouns))
        holders.update({key for key, _ in found})
        for key, said in found:
            spellings[key][said] += 1000 if own else 1
    total = min(len(texts), _MOST_TEXTS)
    least = 2 if total > 2 else 1
    scored = [
        Phrase(_best(spellings[key]), key, _weight(key, n, total, centre))
        for key, n in holders.items()
        if n >= least or (len(key) == 1 and total < 6)
    ]
    return sorted(scored, key=lambda each: (-each.weight, each.key))


def distinct(found: Iterable[Phrase], most: int) -> list[Phrase]:
    """The first `most` that do not mostly repeat the words of one before."""
    kept: list[Phrase] = []
    for each in found:
        if len(kept) == most:
            break
        if all(_overlap(each.key, other.key) <= _TOO_LIKE for other in kept):
            kept.append(each)
    return kept


def _weight(key: Key, holders: int, total: int, centre: Mapping[str, float]) -> float:
    said = sum(centre.get(word, 0.0) for word in set(key))
    return float(said * (holders / total) ** _SHARE_TELLS)


def _overlap(one: Key, other: Key) -> float:
    return len(set(one) & set(other)) / min(len(set(one)), len(set(other)))


def _best(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda each: (-spellings[each], len(each), each))


def _phrases(text: str, nouns: Nouns) -> Iterator[tuple[Key, str]]:
    """Every noun phrase of the text, short ones inside long ones too."""
    for said in runs(text):
        marks = "".join(_mark(word, nouns) for word in said)
        for start, end in _spans(marks):
            taken = said[start:end]
            if _is_weak(taken, nouns) or _splits_a_name(said, start, end, nouns):
                continue
            phrase = " ".join(_as_inside(word, nouns) for word in taken)
            if len(phrase) <= _LONGEST:
                yield tuple(w for word in taken if (w := lemma(word, nouns.language))), phrase


def _mark(word: str, nouns: Nouns) -> str:
    """N a noun, A an adjective, J what may join two nouns, x the rest."""
    if nouns.is_noun(word):
        return "N"
    low, tables = word.casefold(), words_of(nouns.language)
    if low in tables.joins:
        return "J"
    if low in tables.adjectives:
        return "A"
    ends = low.endswith(tables.adjective_ends) and not nouns.as_verb[lemma(word, nouns.language)]
    return "A" if ends and lemma(word, nouns.language) else "x"


def _spans(marks: str) -> Iterator[tuple[int, int]]:
    """Places of all that has the shape of a noun phrase, with the shorter ones in it."""
    for hit in _SHAPE.finditer(marks):
        start, whole = hit.start(), hit.group(1)
        for at, mark in enumerate(whole):
            if mark == "N":
                yield start, start + at + 1


def _is_weak(taken: Sequence[str], nouns: Nouns) -> bool:
    """Whether it begins or ends with what names no subject: "meter i Sandvika"."""
    weak = words_of(nouns.language).weak
    ends = (taken[0], taken[-1])
    said = [each for word in ends for each in (word.casefold(), lemma(word, nouns.language))]
    return taken[-1].endswith("-") or any(each in weak for each in said)


def _splits_a_name(said: Sequence[str], start: int, end: int, nouns: Nouns) -> bool:
    """Whether the phrase ends or begins within a name: "Norsk" of "Norsk helsenett"."""
    before = said[start - 1] if start else ""
    after = said[end] if end < len(said) else ""
    return _hyphened(before) or (_named(said[end - 1], nouns) and _named(after, nouns))


def _hyphened(word: str) -> bool:
    return word.endswith("-")


def _named(word: str, nouns: Nouns) -> bool:
    return word[:1].isupper() and nouns.is_name(word)


def _as_inside(word: str, nouns: Nouns) -> str:
    """A word that only a sentence's beginning gave a capital is written small."""
    if words_of(nouns.language).nouns_are_capital or nouns.is_name(word):
        return word
    return word if word.isupper() and len(word) <= ACRONYM else word[:1].lower() + word[1:]
