"""Stance: of comments, of answers to questions, of answers as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from evaluation.measuring.figures import Tally, classed, tally
from evaluation.measuring.pairs import Pair, aligned

OF_COMMENTS = ("supports", "reservations", "opposes", "neutral", "no-stand")
OF_WHOLES = (*OF_COMMENTS, "no-comment")
OF_ANSWERS = (*OF_WHOLES, "unclear")
ABSTAINS = "unclear"
COMMONEST = "reservations"
"""What whoever does not read would say: to have something to hold the share of right ones against."""
Cases = list[tuple[str, str]]


def stances(pairs: Sequence[Pair]) -> list[Tally]:
    """Stance of comments, also class by class. One taken for remainder, or not found, is wrong."""
    cases = [_of_comments(pair) for pair in pairs]
    by_class = (
        tally(f"stance of comments: {name}, F1", "f1", (_of_class(name, row) for row in cases))
        for name in OF_COMMENTS
    )
    return [*_measures("comments", OF_COMMENTS, cases), *by_class]


def _of_class(name: str, cases: Cases) -> list[float]:
    place = 3 * OF_COMMENTS.index(name)
    return classed(OF_COMMENTS, cases)[place : place + 3]


def answers(pairs: Sequence[Pair]) -> list[Tally]:
    """Stance on each question that was answered, and whether the text contradicts the tick."""
    return [
        *_measures("answers", OF_ANSWERS, [list(_of_answers(pair)) for pair in pairs]),
        tally("text against tick, F1", "f1", (_against(pair) for pair in pairs)),
    ]


def wholes(pairs: Sequence[Pair]) -> list[Tally]:
    """Stance of each answer as a whole; to say none is to abstain."""
    cases = [[(pair.truth.whole, pair.said.whole or ABSTAINS)] for pair in pairs]
    return _measures("wholes", OF_WHOLES, cases)


def _measures(name: str, classes: Sequence[str], cases: Sequence[Cases]) -> list[Tally]:
    return [
        tally(f"stance of {name}, macro F1", "macro", (classed(classes, row) for row in cases)),
        tally(f"stance of {name}, right", "share", (_share(row, _is_right) for row in cases)),
        tally(
            f"stance of {name}, right if all had reservations",
            "share",
            (_share(row, lambda case: case[0] == COMMONEST) for row in cases),
        ),
        tally(
            f"stance of {name}, opposing ones found",
            "share",
            (_share([each for each in row if each[0] == "opposes"], _is_right) for row in cases),
        ),
        tally(
            f"stance of {name}, abstentions",
            "share",
            (_share([x for x in row if x[0] != ABSTAINS], _abstains) for row in cases),
        ),
    ]


def _share(cases: Cases, counts: Callable[[tuple[str, str]], bool]) -> list[float]:
    return [sum(counts(each) for each in cases), len(cases)]


def _is_right(case: tuple[str, str]) -> bool:
    return case[0] == case[1]


def _abstains(case: tuple[str, str]) -> bool:
    return case[1] == ABSTAINS


def _of_comments(pair: Pair) -> Cases:
    return [(true.stance, said.stance if said else "") for true, said in aligned(pair)]


def _of_answers(pair: Pair) -> Iterator[tuple[str, str]]:
    """What was not answered with tick or text is left out by the machine: no comment."""
    for question, (true, _) in pair.truth.answers.items():
        yield true, pair.said.answers.get(question, ("no-comment", False))[0]


def _against(pair: Pair) -> list[float]:
    truth, said = (
        {question for question, (_, against) in labels.answers.items() if against}
        for labels in (pair.truth, pair.said)
    )
    return [len(truth & said), len(said & pair.truth.answers.keys()), len(truth)]
