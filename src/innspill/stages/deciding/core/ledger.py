"""The sums of the deciding, and what hinders that it is finished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from innspill.stages.deciding.core.inheriting import standing_for
from innspill.stages.deciding.core.values import (
    DECIDING,
    DecidingLedger,
    DispositionShown,
    Target,
)
from innspill.stages.publication.core.ledger import Ledger

Hindrance = Literal[
    "unopened", "open", "unprocessed", "unpublished", "undivided", "left", "second-reader", "sums"
]


@dataclass(frozen=True, slots=True)
class Point:
    """A comment as it is counted: what a word on it would be said of, and its themes."""

    fingerprint: str
    themes: tuple[int, ...] = ()
    is_remark: bool = True


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that hinders the finish, and how many of it there are."""

    code: Hindrance
    count: int = 1


def ledger_of(
    points: Iterable[Point],
    said: Mapping[Target, DispositionShown],
    *,
    responses: Collection[int],
    divided: Collection[int],
    like: Mapping[str, Sequence[str]],
    second_reader: bool = False,
) -> DecidingLedger:
    """The sums of a hearing as it stands.

    `responses` are the public copies of current responses, `divided` those that a person has
    finished (others among them are not counted), `like` as `inheriting.like_keys` gives it.
    """
    remarks, remainder = 0, 0
    outcomes: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for point in points:
        if not point.is_remark:
            remainder += 1
            continue
        remarks += 1
        word = standing_for(point.fingerprint, point.themes, like, said)
        if word is None:
            continue
        outcomes[word.outcome] += 1
        counts["inherited" if word.inherited else "own"] += 1
        counts["in_bulk"] += is_left_to_noted(word)
        counts["waiting"] += second_reader and not word.approved
    done = len(set(responses) & set(divided))
    decided = sum(outcomes.values())
    return DecidingLedger(
        responses=len(set(responses)),
        divided=done,
        undivided=len(set(responses)) - done,
        comments=remarks,
        decided=decided,
        left=remarks - decided,
        outcomes=tuple((outcome, outcomes[outcome]) for outcome in DECIDING),
        own=counts["own"],
        inherited=counts["inherited"],
        in_bulk=counts["in_bulk"],
        waiting=counts["waiting"],
        remainder=remainder,
    )


def is_left_to_noted(word: DispositionShown) -> bool:
    """Whether a comment was noted together with others, with one reason for them all."""
    return not word.inherited and word.in_bulk and word.outcome == "noted"


def gaps(ledger: DecidingLedger, sums: Ledger, status: str) -> tuple[Gap, ...]:
    """What hinders that the deciding is finished, in the order in which it is mended.

    `sums` are those of the promises for the same hearing, `status` its phase: while people may
    answer, nothing is finished.
    """
    found: tuple[tuple[Hindrance, int], ...] = (
        ("unopened", int(status == "draft")),
        ("open", int(status == "open")),
        ("unprocessed", sums.unprocessed),
        ("unpublished", sums.waiting),
        ("undivided", ledger.undivided),
        ("left", ledger.left),
        ("second-reader", ledger.waiting),
        ("sums", int(not (ledger.adds_up and sums.adds_up and ledger.responses == sums.published))),
    )
    return tuple(Gap(code, count) for code, count in found if count)
