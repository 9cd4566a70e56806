"""Words by chance that sound Norwegian and mean nothing, for texts as many as one asks for."""

from __future__ import annotations

from random import Random

_BEGIN = "b br d dr f fl g gr h j k kr l m n p pl r s sk sl st sv t tr v"
_MIDDLE = "a e i o u y æ ø å ei au"
_END = "d g k l m n nd ng nn p r rd rk rt s st t v"
_PARTS = [one.split(" ") for one in (_BEGIN, _MIDDLE, _END)]


def syllables(chance: Random) -> str:
    """One to three syllables."""
    count = chance.choice((1, 2, 2, 3))
    return "".join(chance.choice(part) for _ in range(count) for part in _PARTS)
