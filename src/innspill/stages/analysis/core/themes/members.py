"""Who belongs to a theme: its own, those who are nearly as near to it, and those left alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from innspill.stages.analysis.core.themes import graph
from innspill.stages.analysis.core.themes.graph import NONE, Labels
from innspill.stages.analysis.core.themes.space import Matrix, Numbers, Space

MOST_LEFT = 0.15
"""Of the comments: where more would stand alone, the nearest of them go where they are nearest."""
LEAST_LIKENESS = 0.16
"""Less than this has a comment no more in common with a theme than any two comments have."""
SHARE_OF_BEST = 0.75
"""A comment is of a second theme too where it is nearly as like it as the first."""
MOST_PER_COMMENT = 3
_ALONE, _ALONE_OF_FEW, _FEW = 3, 2, 30
"""Views of fewer senders than this are no theme; where few answered two are."""


@dataclass(frozen=True, slots=True)
class Membership:
    """Rows of one theme, the most typical first: its own, and with those it shares."""

    typical: tuple[int, ...]
    all: tuple[int, ...]


def settled(labels: Labels, rows: Matrix, space: Space) -> Labels:
    """The labels with the views of one or two, and what is like no theme, taken out (`NONE`).

    Senders count, not comments: what one long answer alone comes back to is no theme.
    """
    said = _says_something(rows)
    labels = np.where(said, labels, NONE)
    least = _fewest(space)
    while True:
        kept = _groups_of(labels, space, least)
        if not kept:
            return np.full(len(labels), NONE)
        labels = _once(np.where(np.isin(labels, kept), labels, NONE), rows, space, least)
        if len(_groups_of(labels, space, least)) == int(labels.max()) + 1:
            return labels


def _fewest(space: Space) -> int:
    """The senders that a view must have to be a theme."""
    senders = len(_senders_of(range(len(space.wordings)), space))
    return _ALONE if senders >= _FEW else _ALONE_OF_FEW


def _senders_of(rows: Iterable[int], space: Space) -> frozenset[str]:
    """Whose these rows are."""
    return frozenset[str]().union(*(space.wordings[at].senders for at in rows))


def _once(labels: Labels, rows: Matrix, space: Space, least: int) -> Labels:
    sent = np.array([len(each.places) for each in space.wordings])
    said = _says_something(rows)
    alone = labels == NONE
    placed = graph.by_size(labels)
    like = graph.likeness(rows, graph.centres(rows, placed))
    best, own = like.argmax(axis=1), like.max(axis=1)
    near = own >= LEAST_LIKENESS
    out = np.where(near, np.where(alone, best, placed), NONE)
    several = np.array([len(each.senders) >= least for each in space.wordings])
    out = np.where((out == NONE) & said & several, best, out)
    return graph.by_size(_not_too_many(out, (best, own), sent, said))


def memberships(labels: Labels, rows: Matrix) -> list[Membership]:
    """Who is in each theme, by `labels` and by nearness to the centres of several."""
    if labels.max(initial=NONE) == NONE:
        return []
    like = graph.likeness(rows, graph.centres(rows, labels))
    best = like.max(axis=1, keepdims=True)
    order = np.argsort(-like, axis=1, kind="stable")[:, :MOST_PER_COMMENT]
    second = np.zeros(like.shape, dtype=bool)
    np.put_along_axis(second, order, True, axis=1)
    second &= (like >= SHARE_OF_BEST * best) & (like >= LEAST_LIKENESS)
    second &= (labels != NONE)[:, None]
    found = []
    for number in range(like.shape[1]):
        own = _by_likeness(np.flatnonzero(labels == number), like[:, number])
        also = _by_likeness(np.flatnonzero(second[:, number] & (labels != number)), like[:, number])
        found.append(Membership(own, (*own, *also)))
    return found


def _by_likeness(at: Labels, like: Numbers) -> tuple[int, ...]:
    return tuple(int(each) for each in sorted(at, key=lambda row: (-like[row], row)))


def _says_something(rows: Matrix) -> NDArray[np.bool_]:
    return np.asarray(np.abs(rows).sum(axis=1)).ravel() > 0


def _groups_of(labels: Labels, space: Space, least: int) -> Sequence[int]:
    groups = range(int(labels.max(initial=NONE)) + 1)
    return [
        each
        for each in groups
        if len(_senders_of(np.flatnonzero(labels == each).tolist(), space)) >= least
    ]


def _not_too_many(
    labels: Labels, nearest: tuple[Labels, Numbers], sent: Labels, said: NDArray[np.bool_]
) -> Labels:
    best, own = nearest
    out = labels.copy()
    allowed = MOST_LEFT * sent.sum() - sent[(labels == NONE) & ~said].sum()
    left = np.flatnonzero((labels == NONE) & said)
    for row in sorted(left, key=lambda each: (own[each], each)):
        allowed -= sent[row]
        if allowed < 0 and own[row] > 0:
            out[row] = best[row]
    return out
