"""The stance of a response as a whole, from what it answers and what its comments hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from innspill.shared.values import Certainty
from innspill.stages.analysis.core.values import (
    AnswerStance,
    CommentFound,
    ResponseStance,
    Stance,
    StanceValue,
)

_SIDES: tuple[StanceValue, ...] = ("supports", "reservations", "opposes")
_NONE: tuple[StanceValue, ...] = ("no-stand", "neutral", "unclear")


def whole_stance(
    response: str, comments: Iterable[CommentFound], answers: Iterable[AnswerStance]
) -> ResponseStance:
    """The stance of `response`; each answer and each comment that takes a side counts once.

    More against than for opposes; for with nothing against or reserved supports; else it is
    reservations. Where nothing takes a side it is what most of it says of itself.
    """
    said = [each.stance.value for each in comments if each.is_remark]
    said += [each.stance.value for each in answers]
    counted = Counter(said)
    grounds = tuple(f"{counted[value]} × {value}" for value in counted if counted[value])
    value = _value(counted)
    even = abs(counted["opposes"] - counted["supports"]) <= 1 and counted["opposes"] > 0
    certainty = Certainty.UNSURE if even else Certainty.LIKELY
    return ResponseStance(response, Stance(value, certainty, grounds))


def _value(counted: Counter[StanceValue]) -> StanceValue:
    if counted["opposes"] > counted["supports"] + counted["reservations"]:
        return "opposes"
    if counted["supports"] and not counted["opposes"] and not counted["reservations"]:
        return "supports"
    if any(counted[side] for side in _SIDES):
        return "reservations"
    return next((value for value in _NONE if counted[value]), "no-comment")
