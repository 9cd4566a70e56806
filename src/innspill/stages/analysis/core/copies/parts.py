"""Passages that stand in texts which are otherwise different: taken over from one another.

A run of words counts where the very same run stands in another text.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from innspill.stages.analysis.core.copies.worded import Whole, Worded, repeated, runs_of
from innspill.stages.analysis.core.values import Passages

LEAST_PASSAGE = 25
"""Words on end that two texts must have in common: a courtesy that everybody writes is shorter."""
_MANY = 8
"""Texts beyond which a passage that more have is no better a group than a longer one."""
Marks = npt.NDArray[np.uint64]


def parts_of(texts: Worded, rows: Whole) -> Iterator[Passages]:
    """Those of some rows that have a passage in common, each in the group of its longest.

    `similarity` is the share of its words that the longest of them has in common with the rest.
    """
    window, row = _shared(texts, rows)
    if not len(window):
        return
    free = np.ones(len(texts.rank), bool)
    texts_of = np.argsort(texts.row_of, kind="stable")
    begins = np.searchsorted(texts.row_of[texts_of], np.arange(len(texts.rank) + 1))
    for group, words in _by_length(texts, window, row):
        members = group[free[group]]
        if len(members) < 2:
            continue
        free[members] = False
        share = round(min(1.0, words / int(texts.words[members].max())), 3)
        given = [texts_of[begins[at] : begins[at + 1]] for at in members]
        yield Passages(tuple(np.sort(np.concatenate(given)).tolist()), "part", share)


def _shared(texts: Worded, rows: Whole) -> tuple[Marks, Whole]:
    """The runs that stand in several of the rows, each with the rows it stands in."""
    starts, triples = texts.taken(rows)
    runs, within = runs_of(starts, triples, LEAST_PASSAGE)
    places = np.flatnonzero(within)
    again = repeated(runs[places])
    at = np.minimum(np.searchsorted(again, runs[places]), max(len(again) - 1, 0))
    places = places[again[at] == runs[places]] if len(again) else places[:0]
    # The same number by chance is no passage: a second one, made of other words of the run.
    second = triples[places + 1].astype(np.uint64) << np.uint64(32)
    window = second | runs[places]
    row = np.repeat(rows, np.diff(starts))[places]
    order = np.lexsort((texts.rank[row], window))
    window, row = window[order], row[order]
    new = (np.diff(window, prepend=~window[:1]) != 0) | (np.diff(row, prepend=-1) != 0)
    window, row = window[new], row[new]
    _, which, often = np.unique(window, return_inverse=True, return_counts=True)
    several = often[which] > 1
    return window[several], row[several]


def _by_length(texts: Worded, window: Marks, row: Whole) -> Iterator[tuple[Whole, int]]:
    """The sets of rows that have runs in common, with the words they share: the longest first."""
    begins = np.flatnonzero(np.diff(window, prepend=~window[:1]) != 0)
    size = np.diff(np.append(begins, len(window)))
    told = np.add.reduceat(texts.rank[row] * np.uint64(0x9E3779B97F4A7C15), begins)
    kinds, first, runs = np.unique(told, return_index=True, return_counts=True)
    words = runs + LEAST_PASSAGE - 1
    for at in np.lexsort((kinds, -words * np.minimum(size[first], _MANY))):
        begin = begins[first[at]]
        yield row[begin : begin + size[first[at]]], int(words[at])
