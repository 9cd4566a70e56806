"""Every text held against the letters: how much of it is a letter's, word by word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from innspill.stages.analysis.core.copies.letters import Letters
from innspill.stages.analysis.core.copies.worded import (
    Flags,
    Triples,
    Whole,
    Worded,
    covered,
    pieces,
    repeated,
    runs_of,
    sums,
)

LEAST_RUN = 8
"""Words on end that somebody else has too before they count as copied."""
TWICE = 12
"""Words on end; a text that has hardly any such run in common with another is looked at no further."""
_AT_ONCE = 2_000_000
_MOST_BITS = 26


@dataclass(frozen=True, slots=True)
class Covers:
    """For each of some rows the letter that covers most of it (-1: none), and how many words."""

    letter: Whole
    words: Whole


class _Table:
    """A number for each triple, found by some of its bits; other triples may fall upon it."""

    def __init__(self, triples: Triples, numbers: Whole) -> None:
        bits = min(_MOST_BITS, max(12, len(triples).bit_length() + 6))
        self._shift = np.uint32(32 - bits)
        self._numbers = np.zeros(1 << bits, np.int32)
        self._numbers[triples >> self._shift] = numbers + 1

    def __call__(self, triples: Triples) -> Whole:
        found: Whole = self._numbers[triples >> self._shift]
        return found


class _Says:
    """Whether a letter has a triple, found by some bits of the two."""

    def __init__(self, letters: Letters) -> None:
        both = _both(letters.triples, letters.letter)
        self._table = _Table(both, np.zeros(len(both), np.int64))

    def __call__(self, triples: Triples, letter: Whole) -> Flags:
        return self._table(_both(triples, letter)) > 0


def covers(texts: Worded, rows: Whole, letters: Letters) -> Covers:
    """The letter that covers most of each row."""
    table, says = _Table(letters.triples[letters.own], letters.letter[letters.own]), _Says(letters)
    letter, words = np.full(len(rows), -1), np.zeros(len(rows), np.int64)
    for some in pieces(texts.words[rows], _AT_ONCE):
        starts, triples = texts.taken(rows[some])
        hits = table(triples)
        hits[triples == 0] = 0
        letter[some] = _most(starts, hits, letters.count)
        theirs = np.repeat(letter[some], np.diff(starts))
        said = says(triples, theirs) & (triples != 0) & (theirs >= 0)
        words[some] = sums(covered(triples, _on_end(said, hits == theirs + 1)), starts)
    return Covers(letter, words)


def heard_twice(texts: Worded, rows: Whole) -> Whole:
    """How many words of each of some rows lie in a long run that stands once more among them."""
    starts, triples = texts.taken(rows)
    runs, within = runs_of(starts, triples, TWICE)
    again = repeated(runs[within])
    table = _Table(again, np.zeros(len(again), np.int64))
    hits = (table(runs) > 0) & within
    marks = np.convolve(hits, np.ones(TWICE - 2, np.int8))[: len(hits)] > 0
    return sums(covered(triples, marks), starts)


def _on_end(said: Flags, own: Flags) -> Flags:
    """The triples said that stand on end, as copied text does, where an eighth are the letter's own."""
    change = np.diff(said.astype(np.int8), prepend=0, append=0)
    begin, end = np.flatnonzero(change == 1), np.flatnonzero(change == -1)
    upto = np.concatenate(([0], np.cumsum(own & said)))
    long = (end - begin >= LEAST_RUN - 2) & (8 * (upto[end] - upto[begin]) >= end - begin)
    kept = np.zeros(len(said) + 1, np.int8)
    kept[begin[long]], kept[end[long]] = 1, -1
    return np.cumsum(kept[:-1], dtype=np.int8).astype(bool)


def _most(starts: Whole, hits: Whole, count: int) -> Whole:
    """The letter hit most often in each row; the first of those that are hit as often."""
    row = np.repeat(np.arange(len(starts) - 1), np.diff(starts))[hits > 0]
    which, often = np.unique(row * count + hits[hits > 0] - 1, return_counts=True)
    row, letter = np.divmod(which, max(count, 1))
    order = np.lexsort((letter, -often, row))
    rows, first = np.unique(row[order], return_index=True)
    found = np.full(len(starts) - 1, -1)
    found[rows] = letter[order][first]
    return found


def _both(triples: Triples, letter: Whole) -> Triples:
    return triples * np.uint32(2654435769) + letter.astype(np.uint32) * np.uint32(2246822519)
