"""Reasons that were written on comments like this one, offered and never filled in by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from innspill.stages.deciding.core.values import DispositionShown

Near = Literal["like", "theme-and-place", "theme", "place"]
_ORDER: tuple[Near, ...] = ("like", "theme-and-place", "place", "theme")
MOST = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A disposition on another comment, and how near that comment is to this one."""

    said: DispositionShown
    comment_id: int
    near: Near
    same_stance: bool


@dataclass(frozen=True, slots=True)
class SuggestedReason:
    """A reason to look at: where it comes from, and how many comments it was given."""

    said: DispositionShown
    comment_id: int
    """One of the comments that it was given."""
    near: Near
    times: int


def nearness(*, like: bool, themes: bool, places: bool) -> Near | None:
    """How near two comments are, or None where they have nothing in common."""
    if like:
        return "like"
    if themes and places:
        return "theme-and-place"
    return "theme" if themes else "place" if places else None


def suggested(candidates: Iterable[Candidate], most: int = MOST) -> list[SuggestedReason]:
    """The best few, each reason once: the nearest first, then those of the same stance, then those
    that were given most often, then the latest.
    """
    held: dict[tuple[str, str], list[Candidate]] = {}
    for each in candidates:
        if each.said.reason:
            held.setdefault((each.said.outcome, each.said.reason), []).append(each)
    ranked = sorted(held.values(), key=_rank)
    return [_of(group) for group in ranked[:most]]


def _rank(group: list[Candidate]) -> tuple[int, bool, int, int]:
    best = min(map(_nearest, group))
    return (*best, -len(group), -max(each.said.id for each in group))


def _nearest(each: Candidate) -> tuple[int, bool]:
    return _ORDER.index(each.near), not each.same_stance


def _of(group: list[Candidate]) -> SuggestedReason:
    best = min(group, key=lambda each: (*_nearest(each), -each.said.id))
    return SuggestedReason(best.said, best.comment_id, best.near, len(group))
