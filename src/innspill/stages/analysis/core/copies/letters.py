"""Letters that many have sent, found from what they have in common.

Every text looks for a better one, by the rarest numbers it shares with it; the two are compared
before either counts as the other's. A text that none covers leads a letter, and what at least two
of its followers say is what the letter says. Membership is never passed on.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from innspill.stages.analysis.core.copies.worded import (
    Flags,
    Triples,
    Whole,
    Worded,
    distinct,
    without_repeats,
)

SHARED = 0.3
"""Share of a text's triples that another must have to lead it."""
SAID_BY = 0.01
"""Share of a letter's senders that must say something for it to be the letter's (at least two)."""
SAME_LETTER = 0.5
"""Share of a letter's triples in another one from which the two are one."""
OWN = 0.34
"""Share of all who say something that must be a letter's senders for it to be the letter's own."""
_LOOKS = 12
_CROWD = 50
"""Letters that have a triple in common from which it says nothing of whether two are one."""
_FACTOR = np.uint64(0xD6E8FEB86659FD93)


@dataclass(frozen=True, slots=True)
class Letters:
    """What each letter says: parallel lists of triples and letters; `own` is what is said in it most."""

    triples: Triples
    letter: Whole
    own: Flags
    count: int


def letters_in(said: Said) -> Letters:
    """The letters that are sent more than once among some rows, as far as their leaders show."""
    often, size = _often(said, _leaders(said))
    root = _joined(_often_enough(often, size), size)
    into = sparse.csr_array(
        (np.ones(len(root), np.int32), (root, np.arange(len(root)))), shape=(len(root),) * 2
    )
    size = np.bincount(root, size, minlength=len(root))
    return _as_letters(said, sparse.csr_array(into @ often), size, said.of_all * 0)


def letters_of(said: Said, group: Whole) -> Letters:
    """What each letter says by all its senders: `group` has the letter of each row, or -1."""
    often, size = _often(said, group[said.order])
    return _as_letters(said, often, size, said.of_all)


class Said:
    """Which row says which triple, for triples that more than one row says; best rows first."""

    def __init__(self, texts: Worded, rows: Whole) -> None:
        starts, triples = texts.taken(rows)
        row, found = without_repeats(starts, triples)
        self.all = np.bincount(row, minlength=len(rows))
        self.numbers, column, often = np.unique(found, return_inverse=True, return_counts=True)
        shared = often[column] > 1
        row, column = row[shared], column[shared]
        weight = np.bincount(row, np.log2(often[column]), minlength=len(rows))
        order = np.lexsort((texts.rank[rows], -weight / np.sqrt(np.maximum(self.all, 1))))
        self.order, place = order, np.empty(len(rows), np.int64)
        place[order] = np.arange(len(rows))
        self.all = self.all[order]
        self.table = sparse.csr_array(
            (np.ones(len(row), np.int32), (place[row], column)),
            shape=(len(rows), len(self.numbers)),
        )
        self.of_all = often


def _leaders(said: Said) -> Whole:
    """For each row the row that leads it: itself, or the leading one that it has most in common with."""
    rows, others = _candidates(said)
    common = _in_common(said, rows, others)
    holds = common >= SHARED * said.all[rows]
    rows, others, common = rows[holds], others[holds], common[holds]
    leads = np.ones(len(said.all), bool)
    leads[rows] = False
    final = leads[others]
    rows, others, common = rows[final], others[final], common[final]
    order = np.lexsort((others, -common, rows))
    rows, first = np.unique(rows[order], return_index=True)
    leader = np.where(leads, np.arange(len(leads)), -1)
    leader[rows] = others[order][first]
    return leader


def _candidates(said: Said) -> tuple[Whole, Whole]:
    """Pairs of a row and a better one with which it shares the least of all its numbers."""
    starts, columns = said.table.indptr, said.table.indices
    filled = np.flatnonzero(np.diff(starts))
    if not len(filled):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    pairs = []
    mixed = said.numbers.astype(np.uint64)
    for _ in range(_LOOKS):
        mixed = (mixed + np.uint64(1)) * _FACTOR
        mixed ^= mixed >> np.uint64(31)
        least = np.minimum.reduceat(mixed[columns], starts[filled])
        _, first, bucket = np.unique(least, return_index=True, return_inverse=True)
        pairs.append(filled * len(said.all) + filled[first[bucket]])
    rows, others = np.divmod(distinct(np.concatenate(pairs)), len(said.all))
    return rows[rows != others], others[rows != others]


def _in_common(said: Said, rows: Whole, others: Whole) -> Whole:
    found = [np.zeros(0, np.int64)]
    for at in range(0, len(rows), 50_000):
        some = slice(at, at + 50_000)
        both = said.table[rows[some]].multiply(said.table[others[some]])
        found.append(np.asarray(both.sum(axis=1), np.int64).ravel())
    return np.concatenate(found)


def _often(said: Said, letter: Whole) -> tuple[sparse.csr_array, Whole]:
    """How often the senders of each letter say each triple, and how many senders it has."""
    kinds, size = np.unique(letter[letter >= 0], return_counts=True)
    kinds, size = kinds[size > 1], size[size > 1]
    number = np.full(max(len(letter), int(letter.max(initial=0)) + 1) + 1, -1)
    number[kinds] = np.arange(len(kinds))
    member = np.flatnonzero(number[letter] >= 0)
    into = sparse.csr_array(
        (np.ones(len(member), np.int32), (number[letter[member]], member)),
        shape=(len(kinds), len(letter)),
    )
    return sparse.csr_array(into @ said.table), size


def _as_letters(said: Said, often: sparse.csr_array, size: Whole, of_all: Whole) -> Letters:
    """What is said often enough; where `of_all` is nothing, what is said most there is its own."""
    found = sparse.coo_array(_often_enough(often, size))
    letter, column = found.coords
    most = np.zeros(len(said.numbers), np.int64)
    np.maximum.at(most, column, found.data)
    own = (found.data == most[column]) & (found.data >= OWN * of_all[column])
    kept, letter = np.unique(letter, return_inverse=True)
    return Letters(said.numbers[column], letter, own, len(kept))


def _often_enough(often: sparse.csr_array, size: Whole) -> sparse.csr_array:
    least = np.repeat(np.maximum(2, np.ceil(SAID_BY * size)), np.diff(often.indptr))
    kept = often.copy()
    kept.data[kept.data < least] = 0
    kept.eliminate_zeros()
    return kept


def _joined(said: sparse.csr_array, size: Whole) -> Whole:
    """The letter that each is one with: itself, or a larger one that stands for itself."""
    has = said.copy()
    has.data[:] = 1
    holders = np.bincount(has.indices, minlength=has.shape[1])
    has.data[holders[has.indices] > _CROWD] = 0
    has.eliminate_zeros()
    common = sparse.coo_array(has @ has.T)
    one, other = common.coords
    says = np.diff(has.indptr)
    place = np.empty(len(size), np.int64)
    place[np.argsort(-size, kind="stable")] = np.arange(len(size))
    same = (common.data >= SAME_LETTER * np.minimum(says[one], says[other])) & (
        place[other] < place[one]
    )
    root = np.arange(len(size))
    order = np.lexsort((-common.data[same], place[one[same]]))
    for lesser, larger in zip(one[same][order], other[same][order], strict=True):
        if root[lesser] == lesser and root[larger] == larger:
            root[lesser] = larger
    return root
