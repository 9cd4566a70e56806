"""Themes: do the themes found part the comments as a caseworker's list of themes does?

A theme found has no name of that list, so it is given the one that most of its comments bear
(by what is true: the figure says how well the themes part, not how well they are named).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from evaluation.labels import Segment
from evaluation.measuring.figures import Tally, tally
from evaluation.measuring.pairs import Pair, aligned

OTHER = "annet"
"""What is left over bears the list's word for it."""
Cases = list[tuple[Segment, tuple[str, ...]]]


def themes(pairs: Sequence[Pair]) -> list[Tally]:
    """The measures of themes that the machine found."""
    cases = [_cases(pair) for pair in pairs]
    names = named([each for row in cases for each in row])
    mapped = [[(a, {names[each] for each in b} or {OTHER}) for a, b in row] for row in cases]
    left = [(sum(not b for _, b in row), len(row)) for row in cases]
    return [
        _same(mapped, "themes, mapping F1"),
        _table(cases),
        tally("comments left over", "share", left),
    ]


def agreed(pairs: Sequence[Pair]) -> list[Tally]:
    """The same where both said themes of the same list."""
    cases = [_cases(pair) for pair in pairs]
    return [
        _same([[(a, {*b}) for a, b in row] for row in cases], "themes, mapping F1"),
        _table(cases),
    ]


def named(cases: Sequence[tuple[Segment, tuple[str, ...]]]) -> Mapping[str, str]:
    """For each theme found, the true theme that most of its comments bear."""
    borne: dict[str, Counter[str]] = {}
    for true, said in cases:
        for each in said:
            borne.setdefault(each, Counter()).update(true.themes)
    return {
        each: min(counts, key=lambda name: (-counts[name], name)) if counts else OTHER
        for each, counts in borne.items()
    }


def _cases(pair: Pair) -> Cases:
    return [(true, said.themes if said else ()) for true, said in aligned(pair) if true.themes]


def _same(rows: Sequence[Sequence[tuple[Segment, set[str]]]], name: str) -> Tally:
    return tally(
        name,
        "f1",
        (
            (
                sum(len({*a.themes} & b) for a, b in row),
                sum(len(b) for _, b in row),
                sum(len(a.themes) for a, _ in row),
            )
            for row in rows
        ),
    )


def _table(rows: Sequence[Cases]) -> Tally:
    """First themes against first themes, for NMI."""
    firsts = [[(a.themes[0], b[0] if b else "") for a, b in row] for row in rows]
    across, down = (sorted({each[side] for row in firsts for each in row}) for side in (0, 1))
    table = []
    for row in firsts:
        counts = Counter(row)
        table.append([counts[a, b] for a in across for b in down])
    return tally("themes, NMI", "nmi", table, (len(across), len(down)), own=True)
