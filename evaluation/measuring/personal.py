"""Personal data: is what must be withheld found by publication's finder?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from evaluation.answers import Written
from evaluation.measuring.figures import Tally, tally
from evaluation.measuring.pairs import Pair
from innspill.stages.publication.core.personal_data import find
from innspill.stages.publication.core.values import Finding

KINDS: Mapping[str, frozenset[str]] = {
    "name": frozenset({"name", "signature"}),
    "address": frozenset({"address"}),
    "phone": frozenset({"phone"}),
    "email": frozenset({"email"}),
    "birth": frozenset({"birth-date"}),
    "number": frozenset({"national-id", "account", "plate"}),
    "health": frozenset({"health", "special"}),
}
"""The kinds of finding that are right for a label."""
Span = tuple[int, int, str]


def personal(pairs: Sequence[Pair]) -> list[Tally]:
    """What was found of what is labelled, by kind; and how much of what was found is labelled.

    Found is what is covered whole; of a statement about health half is enough, since a person
    looks at all of them.
    """
    found = [list(_of_places(pair)) for pair in pairs]
    rows = [[_covered(*place) for place in row] for row in found]
    right = [[_right(*place) for place in row] for row in found]
    by_kind = (
        tally(
            f"personal data found: {kind}",
            "share",
            (
                _shares([hit for place in row for label, hit in place if label == kind])
                for row in rows
            ),
        )
        for kind in KINDS
    )
    return [
        tally(
            "personal data found",
            "share",
            (_shares([hit for place in row for _, hit in place]) for row in rows),
        ),
        tally(
            "findings that are labelled",
            "share",
            (_shares([each for place in row for each in place]) for row in right),
        ),
        *by_kind,
    ]


def spans(text: str, labels: Sequence[tuple[str, str]]) -> list[Span]:
    """Each place in `text` where words labelled stand, as words of their own."""
    found: set[Span] = set()
    for kind, quote in labels:
        words = r"\s+".join(re.escape(word) for word in quote.split())
        for hit in re.finditer(rf"(?<!\w){words}(?!\w)", text) if words else ():
            found.add((*hit.span(), kind))
    return sorted(found)


def _of_places(pair: Pair) -> Iterator[tuple[str, list[Span], Sequence[Finding]]]:
    written: Written = pair.written
    for text in written.places.values():
        yield text, spans(text, pair.truth.personal), find(text, private=written.private)


def _covered(
    text: str, labelled: Sequence[Span], findings: Sequence[Finding]
) -> list[tuple[str, bool]]:
    rows = []
    for start, end, kind in labelled:
        places = [at for at in range(start, end) if text[at].isalnum()]
        hidden = sum(any(each.start <= at < each.end for each in findings) for at in places)
        rows.append((kind, hidden * (2 if kind == "health" else 1) >= len(places)))
    return rows


def _right(_: str, labelled: Sequence[Span], findings: Sequence[Finding]) -> list[bool]:
    return [
        any(
            start < each.end and each.start < end and each.kind in KINDS[kind]
            for start, end, kind in labelled
        )
        for each in findings
    ]


def _shares(hits: Sequence[bool]) -> list[float]:
    return [sum(hits), len(hits)]
