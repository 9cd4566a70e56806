"""What a label's value means: the machine's word, the person's, and when the two are the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any, get_args

from innspill.stages.analysis.core.values import StanceValue

STANCES: tuple[str, ...] = get_args(StanceValue)
CONFIRMED_BY = ("stance", "theme", "link")
"""The kinds that a person must have said something about before a comment is confirmed; beside them
each proposal found in it."""
WORDS_ON_SPANS = ("yes", "no", "changed", "added")
"""What a person says of a proposal or a name: it is one, it is none, it is one with other fields
or bounds, or it is one that the machine did not see."""
_PLACE = re.compile(r"(?:question|chapter|annex|focus-area|section|goal|measure) \S[^|]*")
_SURE = 1.959964
"""Standard deviations of a 95 % interval."""


def parted(value: str) -> tuple[str, ...]:
    """The parts of a value: places or themes in order."""
    return tuple(part for part in value.split("|") if part)


def machine_word(kind: str, value: str) -> str:
    """What the machine says by `value`: of the places that it names, the likeliest alone."""
    return next(iter(parted(value)), "") if kind == "link" else value


def is_a_value(kind: str, value: str, themes: Collection[str]) -> bool:
    """Whether a person may say `value` of this kind; `themes` are the ids of the hearing's."""
    if len(value) > 300:
        return False
    if kind == "stance":
        return value in STANCES
    if kind == "link":
        return all(_PLACE.fullmatch(place) for place in parted(value))
    if kind == "theme":
        return all(theme in themes for theme in parted(value))
    return kind in ("proposal", "mention") and value in WORDS_ON_SPANS


def keeps(kind: str, suggested: str, value: str) -> bool:
    """Whether a person who said `value` kept the machine's word."""
    if kind in ("proposal", "mention"):
        return value == "yes"
    if kind == "theme":
        return set(parted(value)) == set(parted(suggested))
    return value == machine_word(kind, suggested)


def is_suggestion(kind: str, suggested: str) -> bool:
    """Whether the machine said anything that can be kept: where it abstains it did not."""
    return bool(suggested) and not (kind == "stance" and suggested == "unclear")


@dataclass(frozen=True, slots=True)
class Quality:
    """How often persons kept the machine's word, of `n` that they looked at.

    `low` and `high` are the ends of Wilson's 95 % interval of the share, 0 to 1. `abstained` and
    `added` are beside `n`: where the machine said nothing, and what only a person saw.
    """

    kind: str
    kept: int
    n: int
    low: float
    high: float
    abstained: int = 0
    added: int = 0


def quality_of(kind: str, words: Collection[tuple[str, str]]) -> Quality:
    """The quality of one kind, from (suggested, value) of each judgement that stands."""
    added = sum(value == "added" for _, value in words)
    said = [(suggested, value) for suggested, value in words if value != "added"]
    held = [each for each in said if is_suggestion(kind, each[0])]
    kept = sum(keeps(kind, suggested, value) for suggested, value in held)
    low, high = wilson(kept, len(held))
    return Quality(kind, kept, len(held), low, high, len(said) - len(held), added)


def wilson(kept: int, n: int) -> tuple[float, float]:
    """Wilson's 95 % interval of `kept` of `n`, as shares; all that is possible where n is 0."""
    if n == 0:
        return 0.0, 1.0
    share, square = kept / n, _SURE * _SURE
    middle = (share + square / (2 * n)) / (1 + square / n)
    reach = _SURE * sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    # The ends meet 0 and 1 exactly where all or none were kept, but for rounding.
    low = 0.0 if kept == 0 else max(0.0, middle - reach)
    high = 1.0 if kept == n else min(1.0, middle + reach)
    return low, high


def standing_themes(value: str, moved: Mapping[int, int | None]) -> tuple[int, ...]:
    """The themes that `value` means now: `moved` says what each is merged into, None for gone.

    A theme that is not in `moved` is gone as well; several that came together count once.
    """
    ways = (_way(part, moved) for part in parted(value))
    return tuple(dict.fromkeys(way[-1] for way in ways if way))


def themes_stood_in(value: str, moved: Mapping[int, int | None]) -> tuple[int, ...]:
    """The same, and behind them those that `value` names, or named, on the way to them by merging."""
    ways = [_way(part, moved) for part in parted(value)]
    standing = (way[-1] for way in ways if way)
    merged = (theme for way in ways for theme in way[:-1])
    return tuple(dict.fromkeys((*standing, *merged)))


def _way(part: str, moved: Mapping[int, int | None]) -> list[int]:
    """From a theme to the one that stands for it; empty where none does."""
    theme: int | None = int(part) if part.isdigit() else None
    way: list[int] = []
    while theme is not None and theme not in way:
        way.append(theme)
        target = moved.get(theme)
        if target == theme:
            return way
        theme = target
    return []


def span_of(detail: Mapping[str, Any]) -> tuple[int, int]:
    """Start and end in the comment's text that a proposal or a name stands at; 0, 0 for none."""
    return int(detail.get("start", 0)), int(detail.get("end", 0))
