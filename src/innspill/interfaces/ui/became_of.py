"""What became of the points of one response: what was decided is said once for all that share it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from innspill.stages.publication.core.points import Point


@dataclass(frozen=True, slots=True)
class Became:
    """What was decided, why, and on which words."""

    outcome: str
    reason: str
    texts: tuple[str, ...]


def became_of_points(points: Iterable[Point]) -> Mapping[str, list[Became]]:
    """By question ("" for what stands outside them) what was decided, in the order of the text."""
    together: dict[str, dict[tuple[str, str], list[str]]] = {}
    for point in points:
        said = together.setdefault(point.question, {})
        said.setdefault((point.outcome, point.reason), []).append(point.text)
    return {
        question: [
            Became(outcome, reason, tuple(texts)) for (outcome, reason), texts in said.items()
        ]
        for question, said in together.items()
    }
