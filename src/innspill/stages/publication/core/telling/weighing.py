"""How surely a sentence tells of somebody's health: its signs, added up by weights that were learnt."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from innspill.stages.publication.core.telling.signs import Sentence, signs

_FILE = Path(__file__).with_name("weights.json")
_PRIVATE, _BODY = 0.025, 0.05
"""From which chance on a person is asked, by who wrote it."""


def tells_of_health(sentence: Sentence) -> bool:
    """Whether a person should look at the sentence."""
    return chance(sentence) >= (_PRIVATE if sentence.private else _BODY)


def chance(sentence: Sentence) -> float:
    """How likely the sentence tells of somebody's health, from 0 to 1."""
    weights = _weights()
    total = sum(weights.get(sign, 0.0) for sign in (*signs(sentence), ""))
    return 1 / (1 + math.exp(-total))


@cache
def _weights() -> Mapping[str, float]:
    """What each sign speaks for; "" is what stands before any sign."""
    found: dict[str, float] = json.loads(_FILE.read_text("utf-8"))
    return found
