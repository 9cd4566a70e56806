"""Figures with intervals, made of counts per answer.

Answers are drawn, not comments: what one sender writes hangs together, so comments by
themselves would make the intervals too narrow.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.float64]
How = Literal["f1", "share", "macro", "kappa", "nmi"]
DRAWS = 1000
SEED = 20261127
ENOUGH = 5
"""A class counts in a macro mean where the truth has it so often, in what is measured."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one measure, a row for each answer. What the columns are depends on `how`.

    f1: right, said, true · share: right, all · macro: right, said, true of each class in turn ·
    kappa, nmi: a table of `shape`, row after row.
    """

    name: str
    how: How
    counts: Counts
    shape: tuple[int, int] = (0, 0)
    own: bool = False
    """Whether the classes are the hearing's own (its themes): then hearings cannot be added up."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure with its interval of 95 %, and on how many true cases it stands."""

    name: str
    value: float
    low: float
    high: float
    cases: int

    def words(self) -> str:
        """As it stands in a table."""
        if not self.cases:
            return "–"
        return f"{self.value:.2f} ({self.low:.2f}–{self.high:.2f}), n = {self.cases}"


def tally(
    name: str,
    how: How,
    rows: Iterable[Sequence[float]],
    shape: tuple[int, int] = (0, 0),
    *,
    own: bool = False,
) -> Tally:
    """The tally of `rows`, one per answer."""
    return Tally(name, how, np.array(list(rows), dtype=np.float64), shape, own)


def counted(truth: Collection[Any], said: Collection[Any]) -> list[float]:
    """Right, said, true: one row of an F1, or of one class of a macro mean."""
    return [len({*truth} & {*said}), len(said), len(truth)]


def classed(classes: Sequence[str], cases: Iterable[tuple[str, str]]) -> list[float]:
    """Right, said, true of each class in turn, from cases of what is true and what was said."""
    row = [0.0] * (3 * len(classes))
    place = {name: 3 * number for number, name in enumerate(classes)}
    for true, said in cases:
        row[place[true] + 2] += 1
        if said in place:
            row[place[said] + 1] += 1
        if said == true:
            row[place[true]] += 1
    return row


def crossed(classes: Sequence[str], cases: Iterable[tuple[str, str]]) -> list[float]:
    """How often each class met each other one, row after row, for kappa and nmi."""
    place = {name: number for number, name in enumerate(classes)}
    row = [0.0] * (len(classes) ** 2)
    for one, other in cases:
        row[place[one] * len(classes) + place[other]] += 1
    return row


def figure(tallies: Sequence[Tally]) -> Figure:
    """One figure of the same measure in one or several hearings.

    Their answers stand side by side; where each has classes of its own, the figures of those
    with any case are averaged.
    """
    if tallies[0].own:
        drawn = [_drawn(each) for each in tallies if _cases(each)] or [_drawn(tallies[0])]
        samples = np.mean([each for _, each in drawn], axis=0)
        value = float(np.mean([each for each, _ in drawn]))
        samples += value - samples.mean()  # fewer different comments in a draw look more alike
    else:
        value, samples = _drawn(_joined(tallies))
    low, high = np.percentile(samples, [2.5, 97.5])
    cases = sum(_cases(each) for each in tallies)
    return Figure(tallies[0].name, value, float(low), float(high), cases)


def _joined(tallies: Sequence[Tally]) -> Tally:
    first = tallies[0]
    return replace(first, counts=np.vstack([each.counts for each in tallies]))


def _drawn(each: Tally) -> tuple[float, Counts]:
    """The value, and the values of as many answers drawn with replacement, again and again."""
    answers = len(each.counts)
    total = each.counts.sum(axis=0)
    chance = np.random.default_rng(SEED)
    weights = chance.multinomial(answers, np.full(answers, 1 / answers), size=DRAWS)
    values = _values(np.vstack([total, weights @ each.counts]), each, total)
    return float(values[0]), values[1:]


def _values(sums: Counts, each: Tally, total: Counts) -> Counts:
    if each.how == "f1":
        return _f1(sums[:, 0], sums[:, 1], sums[:, 2])
    if each.how == "share":
        return _divided(sums[:, 0], sums[:, 1])
    if each.how == "macro":
        there = total[2::3] >= min(ENOUGH, total[2::3].max(initial=0))
        scores = _f1(sums[:, 0::3], sums[:, 1::3], sums[:, 2::3])
        return np.asarray(scores[:, there].mean(axis=1))
    tables = sums.reshape(len(sums), *each.shape)
    return _kappa(tables) if each.how == "kappa" else _nmi(tables)


def _f1(right: Counts, said: Counts, true: Counts) -> Counts:
    return _divided(2 * right, said + true)


def _divided(above: Counts, below: Counts) -> Counts:
    return np.divide(above, below, out=np.zeros_like(above), where=below > 0)


def _kappa(tables: Counts) -> Counts:
    """Cohen's kappa: agreement above what the labellers' habits alone would give."""
    shares = tables / np.maximum(tables.sum(axis=(1, 2), keepdims=True), 1)
    same = np.trace(shares, axis1=1, axis2=2)
    chance = (shares.sum(axis=1) * shares.sum(axis=2)).sum(axis=1)
    return np.where(chance < 1, _divided(same - chance, 1 - chance), 1.0)


def _nmi(tables: Counts) -> Counts:
    """Mutual information, by the mean of the two entropies."""
    shares = tables / np.maximum(tables.sum(axis=(1, 2), keepdims=True), 1)
    rows, columns = _entropy(shares.sum(axis=2)), _entropy(shares.sum(axis=1))
    both = _entropy(shares.reshape(len(shares), -1))
    mean = (rows + columns) / 2
    return np.where(mean > 0, _divided(rows + columns - both, mean), 1.0)


def _entropy(shares: Counts) -> Counts:
    logs = np.log(shares, out=np.zeros_like(shares), where=shares > 0)
    return np.asarray(-(shares * logs).sum(axis=1))


def _cases(each: Tally) -> int:
    if each.how in ("f1", "share"):
        return int(each.counts[:, -1].sum())
    return int(each.counts[:, 2::3].sum() if each.how == "macro" else each.counts.sum())
