"""Links: is the place that a comment is about found, first or among three?"""

from __future__ import annotations

from collections.abc import Sequence

from evaluation.labels import Segment
from evaluation.measuring.figures import Tally, tally
from evaluation.measuring.pairs import Pair, aligned

SHOWN = 3


def links(pairs: Sequence[Pair]) -> list[Tally]:
    """The measures of links, over the comments that are about a place."""
    found = [list(aligned(pair)) for pair in pairs]
    about = [[(true, _places(said)) for true, said in row if true.links] for row in found]
    nowhere = [[_places(said) for true, said in row if not true.links] for row in found]
    return [
        tally(
            "link, right place first",
            "share",
            ((sum(b[:1] == _places(a)[:1] for a, b in row), len(row)) for row in about),
        ),
        tally(
            "link, right place within three",
            "share",
            ((sum(_places(a)[0] in b[:SHOWN] for a, b in row), len(row)) for row in about),
        ),
        tally(
            "link, first is one of the right places",
            "share",
            ((sum(bool({*b[:1]} & {*_places(a)}) for a, b in row), len(row)) for row in about),
        ),
        tally(
            "about no place, and none said",
            "share",
            ((sum(not each for each in row), len(row)) for row in nowhere),
        ),
    ]


def _places(segment: Segment | None) -> tuple[str, ...]:
    """Places, however they are spelt."""
    return tuple(" ".join(each.casefold().split()) for each in segment.links) if segment else ()
