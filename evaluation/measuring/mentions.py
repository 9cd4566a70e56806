"""Mentions: names, as written, each once in an answer; by kind."""

from __future__ import annotations

from collections.abc import Sequence

from evaluation.labels import Labels
from evaluation.measuring.figures import Tally, counted, tally
from evaluation.measuring.pairs import Pair
from innspill.stages.analysis.core.folding import fold

KINDS = ("organisation", "law", "programme", "abbreviation")


def mentions(pairs: Sequence[Pair]) -> list[Tally]:
    """F1 of each kind by the same words; and where one has the other's words and more."""
    found: list[Tally] = []
    for kind in KINDS:
        sets = [(_names(pair.truth, kind), _names(pair.said, kind)) for pair in pairs]
        found.append(tally(f"{kind}, F1", "f1", (counted(*row) for row in sets)))
        found.append(
            tally(f"{kind}, F1 with part of the name", "f1", (_partly(*row) for row in sets))
        )
    return found


def _names(labels: Labels, kind: str) -> set[str]:
    """The words compared without case and punctuation; § and figures count."""
    return {fold(words) for each, words in labels.mentions if each == kind}


def _partly(truth: set[str], said: set[str]) -> list[float]:
    """Each true name once: with its like where there is one, else with one that holds it or is held."""
    left = said - truth
    right = len(said & truth)
    for name in sorted(truth - said, key=lambda each: (-len(each), each)):
        near = next(
            (each for each in sorted(left) if _holds(each, name) or _holds(name, each)), None
        )
        if near is not None:
            left.discard(near)
            right += 1
    return [right, len(said), len(truth)]


def _holds(whole: str, part: str) -> bool:
    return f" {part} " in f" {whole} "
