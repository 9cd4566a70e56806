"""Where words that are withheld in one response stand open in another one of the same hearing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

LEAST = 4
"""So many letters and digits words must have to be looked for: fewer stand everywhere."""
MOST_WORDS = 12
"""A longer stretch is a sentence of its own, and stands nowhere else in the same words."""
Key = tuple[str, ...]
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class StandingOpen:
    """Words, as somebody wrote them, that are withheld in some responses and open in others."""

    words: str
    withheld_in: tuple[int, ...]
    open_in: tuple[tuple[int, int], ...]
    """Responses in which they stand open, each with how often."""


def standing_open(
    withheld: Iterable[tuple[int, str]], texts: Iterable[tuple[int, str]]
) -> list[StandingOpen]:
    """What stands open, in order of the words.

    `withheld` are stretches that are withheld, each with its response, `texts` what is open or
    would be, each with its response. Case, blanks, signs between words and a genitive s make no
    difference. A response is not held against itself: there a person sees it on its own page.
    """
    sought = _sought(withheld)
    lengths: dict[str, set[int]] = defaultdict(set)
    for key in sought:
        lengths[key[0].removesuffix("s")].add(len(key))
    found: dict[Key, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for response, text in texts:
        for key in _keys_in(_words_of(text), lengths):
            if key in sought and response not in sought[key]:
                found[key][response] += 1
    return [
        StandingOpen(
            next(iter(sought[key].values())),
            tuple(sorted(sought[key])),
            tuple(sorted(found[key].items())),
        )
        for key in sorted(found)
    ]


def _sought(withheld: Iterable[tuple[int, str]]) -> dict[Key, dict[int, str]]:
    """What is looked for, with the responses that it is withheld in, as it is written there."""
    sought: dict[Key, dict[int, str]] = defaultdict(dict)
    for response, stretch in withheld:
        words = _words_of(stretch)
        if words and len(words) <= MOST_WORDS and sum(map(len, words)) >= LEAST:
            sought[_key(words)].setdefault(response, " ".join(stretch.split()))
    return sought


def _words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _key(words: Sequence[str]) -> Key:
    return (*words[:-1], words[-1].removesuffix("s"))


def _keys_in(words: list[str], lengths: Mapping[str, Iterable[int]]) -> Iterator[Key]:
    """The keys of all stretches that begin as one that is looked for, and are as long."""
    for at, word in enumerate(words):
        for length in lengths.get(word.removesuffix("s"), ()):
            if at + length <= len(words):
                yield _key(words[at : at + length])
