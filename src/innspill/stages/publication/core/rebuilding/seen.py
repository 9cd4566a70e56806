"""Words that were recognised in pixels, where something is withheld.

Whoever reads pixels misreads: one letter, and a name is no longer known for the one that must be
withheld, while the pixels show it. So what may be a misreading of a secret stays out as well, and
each standing of a secret must be found again, as it was read or nearly so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from innspill.stages.publication.core.rebuilding.traces import LONG_WORD, words_of
from innspill.stages.publication.core.rebuilding.values import PageWord, Secrets

_TAKEN_FOR = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("li", "h"), ("æ", "ae"), ("ø", "o"),
              ("å", "a"), ("0", "o"), ("1", "l"), ("i", "l"), ("j", "l"), ("t", "l"), ("f", "l"),
              ("5", "s"), ("8", "b"), ("6", "b"), ("9", "g"), ("q", "g"), ("c", "e"), ("u", "n"))  # fmt: skip
_ONE_OFF, _TWO_OFF = 6, 9
"""From so many letters on, one or two may be other ones."""
_NEARLY = 0.8
"""So alike must the letters of a whole span be to those that were read."""
_A_NUMBER = 5
_DIGIT = re.compile(r"\d")


def alike(one: str, other: str) -> bool:
    """Whether one word may be the other, misread."""
    if one == other:
        return True
    shortest = min(len(one), len(other))
    most = 2 if shortest >= _TWO_OFF else 1 if shortest >= _ONE_OFF else 0
    return Levenshtein.distance(_folded(one), _folded(other), score_cutoff=most) <= most


def near_places(words: Sequence[PageWord], secret: str) -> list[list[int]]:
    """The words that stand where the secret nearly stands: found by its longest word, then whole."""
    wanted = words_of(secret)
    if not wanted:
        return []
    parts = [(part, at) for at, word in enumerate(words) for part in words_of(word.text)]
    longest = max(range(len(wanted)), key=lambda at: len(wanted[at]))
    letters, count = "".join(wanted), len(wanted)
    found: list[list[int]] = []
    taken = -1
    for at, (part, _) in enumerate(parts):
        start = at - longest
        if start <= taken or not alike(part, wanted[longest]):
            continue
        for size in (count, count - 1, count + 1):
            window = parts[max(start, 0) : start + size]
            if window and _is_nearly("".join(part for part, _ in window), letters):
                found.append(sorted({owner for _, owner in window}))
                taken = start + size - 1
                break
    return found


def misreadings(
    words: Sequence[PageWord], secrets: Secrets, public: Collection[str]
) -> Iterator[int]:
    """The words seen in pixels that may be a word of a secret which the public text has nowhere."""
    hidden = secret_words(secrets, public)
    by_text: dict[str, bool] = {}
    for at, word in enumerate(words):
        if word.seen and hidden:
            if word.text not in by_text:
                by_text[word.text] = may_be_one_of(words_of(word.text), hidden)
            if by_text[word.text]:
                yield at


def secret_words(secrets: Secrets, public: Collection[str]) -> frozenset[str]:
    """The words of what is withheld that tell something: long ones that are not public as well."""
    said = (part for text in (*secrets.withheld, *secrets.elsewhere) for part in words_of(text))
    return frozenset(part for part in said if len(part) >= LONG_WORD and part not in public)


def may_be_one_of(parts: Iterable[str], hidden: Collection[str]) -> bool:
    """Whether one of the words may be one of those, misread."""
    return any(
        len(part) >= LONG_WORD and any(alike(part, each) for each in hidden) for part in parts
    )


def in_numbers(words: Sequence[PageWord]) -> Iterator[int]:
    """The words of numbers in groups, with five digits or more together: one may be misread."""
    run: list[int] = []
    for at, word in enumerate(words):
        goes_on = run and words[run[-1]].line == word.line
        if run and not (goes_on and _DIGIT.search(word.text)):
            yield from _if_long(words, run)
            run = []
        if _DIGIT.search(word.text):
            run.append(at)
    yield from _if_long(words, run)


def _if_long(words: Sequence[PageWord], run: list[int]) -> list[int]:
    digits = sum(len(_DIGIT.findall(words[at].text)) for at in run)
    return run if digits >= _A_NUMBER else []


def _is_nearly(read: str, wanted: str) -> bool:
    return Levenshtein.normalized_similarity(read, wanted, score_cutoff=_NEARLY) >= _NEARLY


def _folded(word: str) -> str:
    """The word with signs that look alike made one."""
    for sign, other in _TAKEN_FOR:
        word = word.replace(sign, other)
    return word
