"""Letters that many have sent, found from what they have in common.

Every text looks for a better one, by the rarest numbers it shares with it; the two are compared
before either counts as the other's. A text that none covers leads a letter, and what at least two
of its followers say is what the letter says. Membership is never passed on.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from innspill.stages.analysis.core.copies.worded import (
    Flags,
    Triples,
    Whole,
    Worded,
    distinct,
    pieces,
    without_repeats,
)

SHARED = 0.3
"""Share of a text's triples that another must have to lead it."""
SAID_BY = 0.01
"""Share of a letter's senders that must say something for it to be the letter's (at least two)."""
SAME_LETTER = 0.5
"""Likeness (cosine) of what the senders of two letters say from which the two are one."""
LONGER = 10
"""Times a text's length up to which another may lead it; so one long text costs no more than many."""
OWN = 0.34
"""Share of all who say something that must be a letter's senders for it to be the letter's own."""
RARE = 0.001
"""Share of all texts below which something is no common phrase, whoever says it."""
_LOOKS = 12
_AT_ONCE = 5_000_000
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
    root = _joined(often, size)
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
    """Which row says which triple, for triples that more than one row says; best rows first.

    The best say what most say. How much they say does not count: two letters in one say more.
    """

    def __init__(self, texts: Worded, rows: Whole) -> None:
        starts, triples = texts.taken(rows)
        row, found = without_repeats(starts, triples)
        self.all = np.bincount(row, minlength=len(rows))
        self.numbers, column, often = np.unique(found, return_inverse=True, return_counts=True)
        shared = often[column] > 1
        row, column = row[shared], column[shared]
        heard = np.bincount(row, minlength=len(rows))
        weight = np.bincount(row, np.log2(often[column]), minlength=len(rows))
        weight = np.where(heard >= SHARED * self.all, weight / np.maximum(heard, 1), 0)
        order = np.lexsort((texts.rank[rows], heard, -weight))
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
    leads = _leading(rows, others, len(said.all))
    final = leads[others] & ~leads[rows]
    rows, others, common = rows[final], others[final], common[final]
    order = np.lexsort((others, -common, rows))
    rows, first = np.unique(rows[order], return_index=True)
    leader = np.where(leads, np.arange(len(leads)), -1)
    leader[rows] = others[order][first]
    return leader


def _leading(rows: Whole, others: Whole, count: int) -> Flags:
    """The rows that no better leading row leads, where `others` could lead `rows`.

    One that is led leads nobody: who has two letters in one must not join their senders.
    """
    leads, led = np.zeros(count, bool), np.zeros(count, bool)
    while True:
        waits = np.zeros(count, bool)
        waits[rows] = True
        leads |= ~waits & ~led
        led[rows[leads[others]]] = True
        left = ~led[rows] & ~led[others]
        if not len(rows) or left.all():
            return leads
        rows, others = rows[left], others[left]


def _candidates(said: Said) -> tuple[Whole, Whole]:
    """Pairs of a row and a better one with which it shares the number that comes first by chance.

    Every other look the rare ones come first sooner: a small group among many texts has them.
    """
    starts, columns = said.table.indptr, said.table.indices
    filled = np.flatnonzero(np.diff(starts))
    if not len(filled):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    pairs = []
    mixed = said.numbers.astype(np.uint64)
    for look in range(_LOOKS):
        mixed = (mixed + np.uint64(1)) * _FACTOR
        mixed ^= mixed >> np.uint64(31)
        turn = mixed if look % 2 else -np.log((mixed + 1.0) / 2.0**64) * said.of_all
        least = np.minimum.reduceat(turn[columns], starts[filled])
        _, first, bucket = np.unique(least, return_index=True, return_inverse=True)
        pairs.append(filled * len(said.all) + filled[first[bucket]])
    rows, others = np.divmod(distinct(np.concatenate(pairs)), len(said.all))
    could = (rows != others) & (said.all[others] <= LONGER * said.all[rows])
    return rows[could], others[could]


def _in_common(said: Said, rows: Whole, others: Whole) -> Whole:
    found = [np.zeros(0, np.int64)]
    for some in pieces(said.all[rows] + said.all[others], _AT_ONCE):
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
    rare = of_all[column] <= RARE * len(said.order)
    own = (found.data == most[column]) & (rare | (found.data >= OWN * of_all[column]))
    kept, letter = np.unique(letter, return_inverse=True)
    return Letters(said.numbers[column], letter, own, len(kept))


def _often_enough(often: sparse.csr_array, size: Whole) -> sparse.csr_array:
    least = np.repeat(np.maximum(2, np.ceil(SAID_BY * size)), np.diff(often.indptr))
    kept = often.copy()
    kept.data[kept.data < least] = 0
    kept.eliminate_zeros()
    return kept


def _joined(often: sparse.csr_array, size: Whole) -> Whole:
    """The letter that each is one with: itself, or a larger one that stands for itself.

    What is said by all weighs more than what some have added.
    """
    share = often.astype(np.float64)
    share.data /= np.repeat(size, np.diff(often.indptr))
    length = np.sqrt(share.multiply(share).sum(axis=1))
    holders = np.bincount(share.indices, minlength=share.shape[1])
    share.data[holders[share.indices] > _CROWD] = 0
    share.eliminate_zeros()
    like = sparse.coo_array(share @ share.T)
    one, other = like.coords
    value = like.data / (length[one] * length[other])
    place = np.empty(len(size), np.int64)
    place[np.argsort(-size, kind="stable")] = np.arange(len(size))
    same = (value >= SAME_LETTER) & (place[other] < place[one])
    one, other, value = one[same], other[same], value[same]
    root = np.arange(len(size))
    for at in np.lexsort((place[other], -value, place[one])):
        if root[one[at]] == one[at] and root[other[at]] == other[at]:
            root[one[at]] = other[at]
    return root
