"""Dividing: do pieces begin where they should, and could a person leave them as they are?"""

from __future__ import annotations

from collections.abc import Sequence

from evaluation.labels import Labels
from evaluation.measuring.figures import Tally, counted, tally
from evaluation.measuring.pairs import Letters, Pair

REMAINDERS = (
    "greeting", "reference", "sender", "quote", "heading", "signature", "nothing", "stray",
)  # fmt: skip


def segments(pairs: Sequence[Pair]) -> list[Tally]:
    """The measures of dividing.

    A place begins where it begins, so the first measure looks inside places only.
    """
    each_with_letters = [(pair, Letters(pair.written)) for pair in pairs]
    begun = [(_begun(a.truth, b), _begun(a.said, b)) for a, b in each_with_letters]
    inside = [({x for x in a if x[1]}, {x for x in b if x[1]}) for a, b in begun]
    kept = [(_comments(a.truth, b), _comments(a.said, b)) for a, b in each_with_letters]
    left = [(_remainder(a.truth, b), _remainder(a.said, b)) for a, b in each_with_letters]
    return [
        tally("boundaries inside places, F1", "f1", (counted(*row) for row in inside)),
        tally("beginnings of all pieces, F1", "f1", (counted(*row) for row in begun)),
        tally(
            "comments said that can stay unchanged",
            "share",
            ((len(a & b), len(b)) for a, b in kept),
        ),
        tally("true comments found whole", "share", ((len(a & b), len(a)) for a, b in kept)),
        tally("remainder, F1 by letters", "f1", (counted(*row) for row in left)),
        tally("kind of remainder, macro F1", "macro", (_kinds(a, b) for a, b in each_with_letters)),
    ]


def _begun(labels: Labels, letters: Letters) -> set[tuple[str, int]]:
    return {(each.place, letters.at(each.place, each.start)) for each in labels.segments}


def _comments(labels: Labels, letters: Letters) -> set[tuple[str, int, int]]:
    return {letters.span(each) for each in labels.comments}


def _remainder(labels: Labels, letters: Letters) -> set[tuple[str, int]]:
    spans = (letters.span(each) for each in labels.segments if not each.is_comment)
    return {(place, at) for place, start, end in spans for at in range(start, end)}


def _kinds(pair: Pair, letters: Letters) -> list[float]:
    truth, said = (
        {(letters.span(each), each.kind) for each in labels.segments}
        for labels in (pair.truth, pair.said)
    )
    row: list[float] = []
    for kind in REMAINDERS:
        row += counted({x for x in truth if x[1] == kind}, {x for x in said if x[1] == kind})
    return row
