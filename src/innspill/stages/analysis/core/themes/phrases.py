"""Noun phrases that stand in comments, and which of them say best what some comments are about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from innspill.stages.analysis.core.themes.nouns import ACRONYM, GIVEN_LOW, Nouns
from innspill.stages.analysis.core.themes.word_tables import words_of
from innspill.stages.analysis.core.themes.words import lemma, runs

_SHAPE = re.compile(r"(?=((?:AJ(?=A))?A?NN?(?:JA?NN?)?))")
"""Adjectives and nouns, joined or not: "økonomiske og administrative konsekvenser"."""
_LONGEST = 70
_SHARE_TELLS = 0.4
"""Less than 1: a longer phrase that fewer have may still say more."""
_MOST_TEXTS = 150
"""Comments of a theme, the most typical first, that are read for phrases."""
_TOO_LIKE = 0.5
_FEW_SENDERS = 6
_NEARLY = 0.4
_LONG, _SIMPLE_LESS = 9, 0.6
"""Letters of a word that is likely a compound; what a shorter one, alone, weighs of that."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """The texts of a theme, the most typical first, and in step with them whose each is.

    `preferred` marks those in the hearing's own language: the spelling is theirs where they have
    the phrase.
    """

    texts: Sequence[str]
    whose: Sequence[str]
    preferred: Sequence[bool]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as written, the lemmas that carry its subject, and its weight in the theme."""

    text: str
    key: Key
    weight: float


def phrases_of(voices: Voices, centre: Mapping[str, float], nouns: Nouns) -> list[Phrase]:
    """The noun phrases of the texts, the best for a label first.

    A phrase weighs what its words weigh in `centre`, and the more the more senders have it. One
    simple word says less of what it is about than two, or than a compound.
    What one sender alone says is a label only where no two say the same.
    """
    holders: dict[Key, set[str]] = defaultdict(set)
    spellings: dict[Key, Counter[str]] = defaultdict(Counter)
    read = zip(voices.texts, voices.whose, voices.preferred, strict=True)
    for text, sender, own in islice(read, _MOST_TEXTS):
        for key, said in _phrases(text, nouns):
            holders[key].add(sender)
            spellings[key][said] += 1000 if own else 1
    total = len({*voices.whose[:_MOST_TEXTS]})
    several = {key for key, whose in holders.items() if len(whose) > 1 or total <= 2}
    if total < _FEW_SENDERS:
        several |= {key for key in holders if len(key) == 1}
    scored = [
        Phrase(
            _spelt(key, spellings[key], nouns),
            key,
            _weight(key, len(holders[key]), total, centre, nouns),
        )
        for key in several or holders
    ]
    return sorted(scored, key=lambda each: (-each.weight, each.key))


def grown(best: Phrase, found: Sequence[Phrase], nouns: Nouns) -> Phrase:
    """What says more about the same, where it is nearly as good: "hyttene i Lauvdalen" of "hytter",
    "trygghetsalarm" of "alarm".

    Of nouns side by side nothing is made: they are mostly an accident of the line.
    """
    if not is_simple(best.key, nouns):
        return best
    word = best.key[0]
    near = [each for each in found if each.weight >= _NEARLY * best.weight]
    longer = [each for each in near if word in each.key and _says_more(each, nouns)]
    compound = [each for each in near if len(each.key) == 1 and _is_part(word, each.key[0])]
    return next(iter(longer + compound), best)


def is_simple(key: Key, nouns: Nouns) -> bool:
    """Whether a label of these words says little alone: one short word that is no name."""
    return len(key) == 1 and len(key[0]) < _LONG and not nouns.is_name(key[0])


def _says_more(phrase: Phrase, nouns: Nouns) -> bool:
    said = phrase.text.split()
    return len(said) > len(phrase.key) > 1 or (len(said) == 2 and not nouns.is_noun(said[0]))


def _is_part(word: str, compound: str) -> bool:
    return word != compound and compound.startswith(word) != compound.endswith(word)


def distinct(found: Iterable[Phrase], most: int) -> list[Phrase]:
    """The first `most` that do not mostly repeat the words of one before."""
    kept: list[Phrase] = []
    for each in found:
        if len(kept) == most:
            break
        if all(_overlap(each.key, other.key) <= _TOO_LIKE for other in kept):
            kept.append(each)
    return kept


def _weight(key: Key, holders: int, total: int, centre: Mapping[str, float], nouns: Nouns) -> float:
    said = sum(centre.get(word, 0.0) for word in set(key))
    less = _SIMPLE_LESS if is_simple(key, nouns) else 1.0
    return float(said * (holders / total) ** _SHARE_TELLS * less)


def _overlap(one: Key, other: Key) -> float:
    return len(set(one) & set(other)) / min(len(set(one)), len(set(other)))


def _spelt(key: Key, spellings: Counter[str], nouns: Nouns) -> str:
    """As most write it; a word alone as one would head a list with it: not "leverandøren".

    A law keeps its name, and a word that nobody writes so its form.
    """
    loose = {
        each: n for each, n in spellings.items()
        if len(key) > 1 or nouns.is_name(each) or not _is_definite(each.casefold(), key[0])
    }  # fmt: skip
    if not loose and nouns.written[key[0]] and not key[0].endswith(("lov", "love")):
        return key[0]
    return min(loose or spellings, key=lambda each: (-spellings[each], len(each), each))


def _is_definite(low: str, said: str) -> bool:
    """Whether a Norwegian noun has its article at its end: "leverandøren", "krava"."""
    return low != said and low.endswith(("n", "t", "a", "ene", "ane"))


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
    if low in tables.adjectives or nouns.kind(word) == "adjective":
        return "A" if lemma(word, nouns.language) else "x"
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
    """Whether it begins or ends with what names no subject ("meter i Sandvika"), or names a person."""
    weak = words_of(nouns.language).weak
    if any(word.casefold() in GIVEN_LOW for word in taken):
        return True
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
