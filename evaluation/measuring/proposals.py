"""Proposals: are the words that ask for something found, and who is asked?

A proposal said is right where it has at least half of the characters of the shorter of it and a
true one; each true one is matched once, so a span over a whole paragraph finds one of its three.
"""

from __future__ import annotations

from collections.abc import Sequence

from evaluation.labels import Asked
from evaluation.measuring.figures import Tally, tally
from evaluation.measuring.pairs import Pair, common
from innspill.stages.analysis.core.folding import fold

HALF = 0.5


def proposals(pairs: Sequence[Pair]) -> list[Tally]:
    """The measures of proposals."""
    matches = [matched(pair.truth.proposals, pair.said.proposals) for pair in pairs]
    both = list(zip(pairs, matches, strict=True))
    return [
        tally("proposals, precision", "share", ((len(m), len(p.said.proposals)) for p, m in both)),
        tally("proposals, recall", "share", ((len(m), len(p.truth.proposals)) for p, m in both)),
        tally(
            "proposals, F1",
            "f1",
            ((len(m), len(p.said.proposals), len(p.truth.proposals)) for p, m in both),
        ),
        tally("of those found: characters in common", "share", (_shared(m) for m in matches)),
        *(
            tally(f"of those found: {part}, F1", "f1", (_parts(part, m) for m in matches))
            for part in ("actor", "deadline", "funding", "wording")
        ),
    ]


def matched(truth: Sequence[Asked], said: Sequence[Asked]) -> list[tuple[Asked, Asked]]:
    """Pairs of a true proposal and one said, those most alike first, each in one pair."""
    alike = sorted(
        (
            (-common(true, each) / _either(true, each), one, other)
            for one, true in enumerate(truth)
            for other, each in enumerate(said)
            if is_same(true, each)
        ),
    )
    found: list[tuple[Asked, Asked]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for _, one, other in alike:
        if one not in used[0] and other not in used[1]:
            used[0].add(one)
            used[1].add(other)
            found.append((truth[one], said[other]))
    return found


def is_same(one: Asked, other: Asked) -> bool:
    """Whether they have half of the shorter in common."""
    shorter = min(one.end - one.start, other.end - other.start)
    return common(one, other) >= HALF * shorter > 0


def _either(one: Asked, other: Asked) -> int:
    return max(one.end, other.end) - min(one.start, other.start)


def _shared(matches: Sequence[tuple[Asked, Asked]]) -> list[float]:
    """Of the characters that either has: how many both have."""
    return [
        sum(common(one, other) for one, other in matches),
        sum(_either(one, other) for one, other in matches),
    ]


def _parts(part: str, matches: Sequence[tuple[Asked, Asked]]) -> list[float]:
    """A part is right where half of the words of the shorter are the other's too."""
    words = [
        ({*fold(one.parts.get(part, "")).split()}, {*fold(other.parts.get(part, "")).split()})
        for one, other in matches
    ]
    right = sum(len(a & b) >= HALF * min(len(a), len(b)) for a, b in words if a and b)
    return [right, sum(bool(b) for _, b in words), sum(bool(a) for a, _ in words)]
