"""Texts as numbers: one row for each distinct text, one number for each three words on end.

Numbers come from the words alone, so that neither the order of the texts nor the run changes them.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from innspill.stages.analysis.core.folding import fold

LEAST_WORDS = 12
"""Below this a text is too common ("Ingen merknader til forslaget") for likeness to tell."""
Whole = npt.NDArray[np.int64]
Triples = npt.NDArray[np.uint32]
Flags = npt.NDArray[np.bool_]
_CHUNK = 2_000_000
_FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)


@dataclass(frozen=True, slots=True)
class Worded:
    """Distinct texts. Row r has the triples `starts[r]` to `starts[r + 1]`, one for each word.

    A triple is the number of the word and the two after it; the last two of a row are 0: none.
    Rows of short texts are empty. `rank` orders rows by what they say.
    """

    row_of: Whole
    """The row of each text given."""
    rank: npt.NDArray[np.uint64]
    starts: Whole
    triples: Triples

    @property
    def words(self) -> Whole:
        """How many words each row has; 0 for a short one."""
        return np.diff(self.starts)

    def taken(self, rows: Whole) -> tuple[Whole, Triples]:
        """The starts and triples of some rows alone."""
        lengths = self.words[rows]
        starts = np.concatenate(([0], np.cumsum(lengths)))
        shift = np.repeat(self.starts[rows] - starts[:-1], lengths)
        return starts, self.triples[shift + np.arange(starts[-1])]


class _Vocabulary(dict[str, int]):
    """Words and their numbers in the order they come; `marks` has what stands for each."""

    def __init__(self) -> None:
        super().__init__()
        self.marks = array("Q")

    def __missing__(self, word: str) -> int:
        number = len(self.marks)
        self.marks.append(_mark(word))
        self[word] = number
        return number


def worded(texts: Iterable[str]) -> Worded:
    """The distinct texts of a list as rows; case, punctuation and line breaks make no difference."""
    vocabulary = _Vocabulary()
    known: dict[int, int] = {}
    row_of, ends, said = array("q"), array("q", [0]), array("I")
    for text in texts:
        folded = fold(text)
        mark = _mark(folded)
        row = known.get(mark)
        if row is None:
            row = known[mark] = len(known)
            words = folded.split()
            if len(words) >= LEAST_WORDS:
                said.extend(map(vocabulary.__getitem__, words))
            ends.append(len(said))
        row_of.append(row)
    starts = _numbers(ends, np.int64)
    return Worded(
        row_of=_numbers(row_of, np.int64),
        rank=np.fromiter(known, np.uint64, len(known)),
        starts=starts,
        triples=_triples(_numbers(said, np.uint32), _numbers(vocabulary.marks, np.uint64), starts),
    )


def without_repeats(starts: Whole, triples: Triples) -> tuple[Whole, Triples]:
    """The row and the number of each different triple of each row, in order of both."""
    rows = np.repeat(np.arange(len(starts) - 1, dtype=np.uint64), np.diff(starts))
    both = (rows << np.uint64(32)) | triples
    both = distinct(both[triples != 0])
    return (both >> np.uint64(32)).astype(np.int64), both.astype(np.uint32)


def distinct(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The different values in order: for numbers many times as quick as numpy's own by hashing."""
    ordered = np.sort(values)
    found: npt.NDArray[Any] = ordered[np.diff(ordered, prepend=~ordered[:1]) != 0]
    return found


def repeated(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The different values that stand more than once, in order."""
    ordered = np.sort(values)
    return distinct(ordered[1:][ordered[1:] == ordered[:-1]])


def pieces(sizes: Whole, most: int) -> Iterator[slice]:
    """The list cut in pieces of about so much in all, so that long texts take no more room at once."""
    upto = np.concatenate(([0], np.cumsum(sizes)))
    begin = 0
    while begin < len(sizes):
        end = int(np.searchsorted(upto, upto[begin] + most))
        end = min(max(end, begin + 1), len(sizes))
        yield slice(begin, end)
        begin = end


def covered(triples: Triples, hits: Flags) -> Flags:
    """The words that lie in a triple that is hit; the rows' last two triples keep them apart."""
    hits = hits & (triples != 0)
    words = hits.copy()
    words[1:] |= hits[:-1]
    words[2:] |= hits[:-2]
    return words


def runs_of(starts: Whole, triples: Triples, words: int) -> tuple[Triples, Flags]:
    """A number for the run of so many words that begins with each word, and whether it ends in its row."""
    last = words - 3
    runs = np.zeros(len(triples), np.uint32)
    for at in (*range(0, last, 3), last):
        runs[: len(runs) - last] *= np.uint32(3266489917)
        runs[: len(runs) - last] += triples[at : len(triples) - last + at]
    within = np.arange(len(triples)) < np.repeat(starts[1:] - words + 1, np.diff(starts))
    return runs, within


def sums(flags: npt.NDArray[Any], starts: Whole) -> Whole:
    """The sum of each row; an empty row has 0."""
    total = np.concatenate(([0], np.cumsum(flags, dtype=np.int64)))
    found: Whole = total[starts[1:]] - total[starts[:-1]]
    return found


def _triples(said: npt.NDArray[np.uint32], marks: npt.NDArray[np.uint64], starts: Whole) -> Triples:
    found = np.zeros(len(said), np.uint32)
    first, second, third = (np.uint64(each) for each in _FACTORS)
    for at in range(0, len(said) - 2, _CHUNK):
        word = marks[said[at : at + _CHUNK + 2]]
        mixed = word[:-2] * first + word[1:-1] * second + word[2:] * third
        mixed ^= mixed >> np.uint64(29)
        mixed *= second
        found[at : at + len(mixed)] = np.maximum(mixed >> np.uint64(32), 1)
    long = starts[1:][np.diff(starts) > 0]
    found[long - 1] = 0
    found[long - 2] = 0
    return found


def _mark(text: str) -> int:
    return int.from_bytes(
        hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )


def _numbers(values: array[int], kind: Any) -> npt.NDArray[Any]:
    return np.frombuffer(values, kind) if len(values) else np.zeros(0, kind)
