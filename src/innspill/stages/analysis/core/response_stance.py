"""The stance of a response as a whole, and of a text with several comments: from theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from innspill.shared.values import Certainty
from innspill.stages.analysis.core.values import ResponseStance, Stance, StanceValue

_REJECTING, _YET = 0.45, 0.4
"""The share of the comments on a side that must reject for the whole to, and that may support.

Chosen, as the others here, on ten labelled hearings with the stances that the machine gives."""
_REJECTIONS = 2
"""Rejections that it takes where there are other views too: a single one rejects a part."""
_RESERVED, _SINGLE = 0.5, 0.15
"""The share of reservations that a supporting response may have, and of rejections."""


def together(values: Sequence[StanceValue]) -> StanceValue:
    """The stance that several comments on one question have together.

    Support that comes with reservations or rejections of parts is support with reservations; what
    only informs beside a view does not change it.
    """
    sides = {each for each in values if each in ("supports", "reservations", "opposes")}
    if len(sides) > 1:
        return "reservations"
    if sides:
        return sides.pop()
    rest: tuple[StanceValue, ...] = ("unclear", "no-stand", "neutral", "no-comment")
    return next((each for each in rest if each in values), "no-comment")


def whole(
    response: str, comments: Iterable[StanceValue], answers: Iterable[StanceValue]
) -> ResponseStance:
    """The stance of a response from its comments; where it has none, from its answers."""
    values = Counter(comments)
    said = values.total()
    if not said:
        values = Counter(answers)
    value = _of(values)
    grounds = tuple(f"{each}: {values[each]}" for each in sorted(values))
    sure = Certainty.LIKELY if said > 1 else Certainty.UNSURE
    return ResponseStance(response, Stance(value, sure, grounds))


def _of(values: Counter[StanceValue]) -> StanceValue:
    sides = values["supports"] + values["reservations"] + values["opposes"]
    if not sides:
        return together(list(values.elements()))
    enough = values["opposes"] >= min(sides, max(_REJECTIONS, _REJECTING * sides))
    if enough and values["supports"] <= _YET * sides:
        return "opposes"
    if values["opposes"] <= _SINGLE * sides and values["reservations"] <= _RESERVED * sides:
        return "supports"
    return "reservations"
