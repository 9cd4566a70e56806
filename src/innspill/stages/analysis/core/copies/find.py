"""Texts of several senders that say the same: exactly, nearly, or in a passage.

What is frequent is found in a sample, so that the work grows with the texts and not with their
pairs; then what is left is looked through whole. Every text is held against the letter itself
before it belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from innspill.stages.analysis.core.copies.covers import covers, heard_twice
from innspill.stages.analysis.core.copies.differs import own_of
from innspill.stages.analysis.core.copies.letters import Said, letters_in, letters_of
from innspill.stages.analysis.core.copies.parts import parts_of
from innspill.stages.analysis.core.copies.worded import Flags, Whole, Worded, worded
from innspill.stages.analysis.core.values import Passages

FROM_MANY = 0.25
"""Share of a text's words, in long runs, that are the letter's, where many have sent it."""
MANY = 8
FROM_FEW = 0.5
"""The same share where fewer have: what two have in common by a quarter is a passage."""
_SAMPLE = 20_000
_TURNS = 3
Kind = Literal["exact", "near", "part"]


@dataclass(frozen=True, slots=True)
class _Near:
    """For each row its group (-1: none), and the share of it that it has from the group."""

    group: Whole
    share: np.typing.NDArray[np.float64]
    count: int


def passages_of(texts: Sequence[str], senders: Sequence[str]) -> tuple[Passages, ...]:
    """The groups of `groups_of`, with the spans that each member has by itself."""
    return tuple(
        replace(
            group,
            own=own_of([texts[at] for at in group.members], passage=group.kind == "part"),
        )
        for group in groups_of(texts, senders)
    )


def groups_of(texts: Sequence[str], senders: Sequence[str]) -> tuple[Passages, ...]:
    """Texts of at least two senders that say the same, in order of their first members.

    A text is in at most one group that is exact or near, and in at most one that is a part. The
    order of the texts makes no difference. Short texts are held for the same if they are exactly.
    """
    read = worded(texts)
    near = _near(read)
    found = list(_groups(read, near))
    found += parts_of(read, _standing(read, near, found))
    several = (each for each in found if len({senders[at] for at in each.members}) > 1)
    return tuple(sorted(several, key=lambda each: (each.members, each.kind)))


def _standing(texts: Worded, near: _Near, found: Sequence[Passages]) -> Whole:
    """The rows that belong to no group, and of each group that is no part the first by what it says."""
    apart = [at for each in found if each.kind == "part" for at in each.members]
    rows = np.setdiff1d(np.flatnonzero(texts.words), texts.row_of[np.array(apart, np.int64)])
    rows = rows[np.argsort(texts.rank[rows])]
    group = near.group[rows]
    _, first = np.unique(np.where(group >= 0, group, near.count + rows), return_index=True)
    return rows[np.sort(first)]


def _near(texts: Worded) -> _Near:
    long = np.flatnonzero(texts.words)
    left = long[np.argsort(texts.rank[long])]
    near = _Near(np.full(len(texts.rank), -1), np.zeros(len(texts.rank)), 0)
    if len(left) > 2 * _SAMPLE:
        near, left, _ = _turn(texts, near, left, left[:_SAMPLE], MANY)
    for _ in range(_TURNS):
        if len(left) < 2:
            break
        hopeful = left[heard_twice(texts, left) >= FROM_MANY * texts.words[left]]
        near, left, found = _turn(texts, near, left, hopeful)
        if not found:
            break
    return near


def _turn(
    texts: Worded, near: _Near, left: Whole, among: Whole, least: int = 2
) -> tuple[_Near, Whole, int]:
    """The rows left held against the letters that at least so many among some of them have sent."""
    if len(among) < 2:
        return near, left, 0
    said = Said(texts, among)
    letters = letters_in(said)
    cover = covers(texts, among, letters)
    holds = _enough(cover.letter, cover.words / texts.words[among], letters.count, least)
    letters = letters_of(said, np.where(holds, cover.letter, -1))
    cover = covers(texts, left, letters)
    share = cover.words / texts.words[left]
    holds = _enough(cover.letter, share, letters.count)
    rows, group = left[holds], near.group.copy()
    which, number = np.unique(cover.letter[holds], return_inverse=True)
    group[rows] = near.count + number
    shares = near.share.copy()
    shares[rows] = share[holds]
    return _Near(group, shares, near.count + len(which)), left[~holds], len(rows)


def _enough(
    letter: Whole, share: np.typing.NDArray[np.float64], count: int, least: int = 2
) -> Flags:
    """Which rows are near enough to their letter, where at least so many are."""
    near = (letter >= 0) & (share >= FROM_MANY)
    size = np.bincount(letter[near], minlength=count + 1)
    near &= (size[letter] >= MANY) | (share >= FROM_FEW)
    return near & (np.bincount(letter[near], minlength=count + 1)[letter] >= least)


def _groups(texts: Worded, near: _Near) -> Iterator[Passages]:
    """Groups of texts with the same letter; where a row has none, the texts that are that row."""
    group = np.where(near.group >= 0, near.group, near.count + np.arange(len(near.group)))
    of_text = group[texts.row_of]
    order = np.argsort(of_text, kind="stable")
    bounds = np.flatnonzero(np.diff(of_text[order])) + 1
    for members in np.split(order, bounds):
        if len(members) < 2:
            continue
        rows = texts.row_of[members]
        same = bool((rows == rows[0]).all())
        shares = near.share[rows]
        kind: Kind = "exact" if same else "near" if np.median(shares) >= FROM_FEW else "part"
        least = 1.0 if same else round(float(shares.min()), 3)
        yield Passages(tuple(members.tolist()), kind, least)
