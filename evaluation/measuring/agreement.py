"""Cohen's kappa of two labellers: how much they agree above what chance would give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from evaluation.labels import Labels, Segment
from evaluation.measuring.figures import Tally, crossed, tally
from evaluation.measuring.pairs import Letters, Pair
from evaluation.measuring.stances import OF_ANSWERS, OF_COMMENTS, OF_WHOLES

_WORD = re.compile(r"\S+")
_HERE, _NOT = "begins", "goes on"
Cases = list[tuple[str, str]]


def kappas(pairs: Sequence[Pair]) -> list[Tally]:
    """Kappa of each kind of label. Stance, links and themes: of comments that both have alike."""
    same = [list(_alike(pair)) for pair in pairs]
    both = [[(a, b) for a, b in row if a.is_comment and b.is_comment] for row in same]
    return [
        _kappa("a piece begins at a word", (_HERE, _NOT), [list(_begins(pair)) for pair in pairs]),
        _kappa("comment or remainder", ("comment", ""), [[_made(*x) for x in row] for row in same]),
        _kappa(
            "stance of comments",
            OF_COMMENTS,
            [[(a.stance, b.stance) for a, b in row] for row in both],
        ),
        _of_their_own(
            "first link", [[(_first(a.links), _first(b.links)) for a, b in row] for row in both]
        ),
        _of_their_own(
            "first theme", [[(_first(a.themes), _first(b.themes)) for a, b in row] for row in both]
        ),
        _kappa("stance of answers", OF_ANSWERS, [list(_answers(pair)) for pair in pairs]),
        _kappa(
            "stance of wholes", OF_WHOLES, [[(pair.truth.whole, pair.said.whole)] for pair in pairs]
        ),
    ]


def _kappa(name: str, classes: Sequence[str], rows: Sequence[Cases]) -> Tally:
    table = (crossed(classes, row) for row in rows)
    return tally(name, "kappa", table, (len(classes), len(classes)))


def _of_their_own(name: str, rows: Sequence[Cases]) -> Tally:
    """Of classes that are the hearing's own."""
    classes = sorted({each for row in rows for case in row for each in case})
    table = (crossed(classes, row) for row in rows)
    return tally(name, "kappa", table, (len(classes), len(classes)), own=True)


def _begins(pair: Pair) -> Iterator[tuple[str, str]]:
    """For each word but the first of a place, whether each labeller begins a piece there."""
    one, other = (_starts(labels) for labels in (pair.truth, pair.said))
    for place, text in pair.written.places.items():
        for word in list(_WORD.finditer(text))[1:]:
            at = (place, word.start())
            yield (_HERE if at in one else _NOT), (_HERE if at in other else _NOT)


def _starts(labels: Labels) -> set[tuple[str, int]]:
    return {(each.place, each.start) for each in labels.segments}


def _alike(pair: Pair) -> Iterator[tuple[Segment, Segment]]:
    """The pieces that both have."""
    letters = Letters(pair.written)
    other = {letters.span(each): each for each in pair.said.segments}
    for each in pair.truth.segments:
        if letters.span(each) in other:
            yield each, other[letters.span(each)]


def _made(one: Segment, other: Segment) -> tuple[str, str]:
    return ("comment" if one.is_comment else ""), ("comment" if other.is_comment else "")


def _answers(pair: Pair) -> Iterator[tuple[str, str]]:
    for question, (stance, _) in pair.truth.answers.items():
        if question in pair.said.answers:
            yield stance, pair.said.answers[question][0]


def _first(named: Iterable[str]) -> str:
    return next(iter(named), "")
