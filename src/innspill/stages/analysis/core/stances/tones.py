"""The tones of a text: which words colour it, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from innspill.stages.analysis.core.learnt.words import words_of
from innspill.stages.analysis.core.sentences import sentences
from innspill.stages.analysis.core.stances.lexicon import GROUPS, NEGATIONS

_REACH = 3
"""Words before a word of praise within which a "not" turns it round."""
_LETTERS = 3
"""Letters that an open first word ("fraråd*") has at least."""
Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
_BREAKS = frozenset({"men", "mens", "og", "?", "!"})


@dataclass(frozen=True, slots=True)
class Tone:
    """One word or phrase that colours a sentence: its group, after negation, and its words."""

    group: str
    words: str


def sentence_tones(text: str) -> list[list[Tone]]:
    """The tones of each sentence of `text`, in order."""
    return [list(tones_of(words_of(text[each.start : each.end]))) for each in sentences(text)]


def tones_of(words: list[str]) -> Iterator[Tone]:
    """The tones that `words` of one sentence carry; the longest phrase at a place counts.

    Praise that is negated is told apart ("not-praise"); so is a rejection ("not-oppose").
    """
    at = 0
    while at < len(words):
        found = _match(words, at)
        if found is None:
            at += 1
            continue
        group, end = found
        negated = group in ("praise", "reject", "oppose", "fault") and _negated(words, at)
        yield Tone(f"not-{group}" if negated else group, " ".join(words[at:end]))
        at = end


def _negated(words: list[str], at: int) -> bool:
    for word in reversed(words[max(0, at - _REACH) : at]):
        if word in _BREAKS:
            return False
        if word in NEGATIONS:
            return True
    return False


def _match(words: list[str], at: int) -> tuple[str, int] | None:
    """The group of the longest phrase that begins at `at`, and where it ends."""
    best: tuple[str, int] | None = None
    exact, beginnings = _index()
    word = words[at]
    for pattern, group in (*exact.get(word, ()), *beginnings.get(word[:_LETTERS], ())):
        end = _ends(words, at, pattern)
        if end and (best is None or end > best[1]):
            best = (group, end)
    return best


def _ends(words: list[str], at: int, pattern: tuple[str, ...]) -> int:
    """Where the phrase `pattern` that begins at `at` ends, or 0."""
    for place, each in enumerate(pattern):
        if each == "_":
            rest = pattern[place + 1 :]
            return _ends(words, at, rest) or _ends(words, at + 1, rest)
        if at >= len(words) or not _is(words[at], each):
            return 0
        at += 1
    return at


def _is(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@lru_cache(maxsize=1)
def _index() -> tuple[Phrases, Phrases]:
    """The phrases of the lexicon by their first word, and by its first letters where it is open."""
    exact: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    beginnings: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for group, text in GROUPS.items():
        for phrase in text.replace("\n", " ").split(","):
            pattern = tuple(phrase.split())
            if pattern and pattern[0].endswith("*"):
                beginnings.setdefault(pattern[0][:_LETTERS], []).append((pattern, group))
            elif pattern:
                exact.setdefault(pattern[0], []).append((pattern, group))
    return exact, beginnings
