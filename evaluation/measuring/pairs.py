"""What is true and what was said of the same answer, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from evaluation.answers import Written
from evaluation.labels import Asked, Labels, Segment


@dataclass(frozen=True, slots=True)
class Pair:
    """One answer with what is true of it and what was said."""

    written: Written
    truth: Labels
    said: Labels


def pairs_of(
    written: Mapping[str, Written], truth: Mapping[str, Labels], said: Mapping[str, Labels]
) -> list[Pair]:
    """The answers of which both are there."""
    return [
        Pair(each, truth[ident], said[ident])
        for ident, each in written.items()
        if ident in truth and ident in said
    ]


class Letters:
    """Places of a text as the number of letters before them.

    So spaces, list marks, numbers and full stops at the end of a piece make no difference.
    """

    def __init__(self, written: Written) -> None:
        self._before = {
            place: [0, *accumulate(each.isalpha() for each in text)]
            for place, text in written.places.items()
        }

    def at(self, place: str, character: int) -> int:
        """The letters before `character` of `place`."""
        return self._before[place][character]

    def span(self, each: Segment | Asked) -> tuple[str, int, int]:
        """Where a piece begins and ends."""
        return each.place, self.at(each.place, each.start), self.at(each.place, each.end)

    def length(self, each: Segment) -> int:
        """The letters of a piece."""
        _, start, end = self.span(each)
        return end - start


def aligned(pair: Pair) -> Iterator[tuple[Segment, Segment | None]]:
    """Each true comment with the piece said that has most of its characters.

    None where that piece is no comment, or nothing was said of the place.
    """
    for true in pair.truth.comments:
        there = [each for each in pair.said.segments if each.place == true.place]
        most = max(there, key=lambda each: common(true, each), default=None)
        found = most is not None and most.is_comment and common(true, most) > 0
        yield true, most if found else None


def common(one: Segment | Asked, other: Segment | Asked) -> int:
    """The characters that both have."""
    if one.place != other.place:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))
