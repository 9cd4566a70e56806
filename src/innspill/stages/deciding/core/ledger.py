"""The sums of the deciding, and what hinders that it is finished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from innspill.stages.deciding.core.values import DECIDING, DecidingLedger, LastWord
from innspill.stages.publication.core.ledger import Ledger

Hindrance = Literal[
    "unopened", "open", "unprocessed", "unpublished", "undivided", "left", "second-reader", "sums"
]


@dataclass(frozen=True, slots=True)
class Counted:
    """A comment as it is counted: whether it makes a point, and the word that stands for it."""

    is_remark: bool
    word: LastWord | None


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of dispositions by their numbers: said of many at once, approved of."""

    noted_together: Collection[int] = frozenset()
    """Those that noted many comments with one reason."""
    approved: Collection[int] | None = None
    """Those that a second reader approved; None where the hearing has no second reader."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that hinders the finish, and how many of it there are."""

    code: Hindrance
    count: int = 1


def ledger_of(
    comments: Iterable[Counted],
    told: Told,
    *,
    responses: Collection[int],
    divided: Collection[int],
) -> DecidingLedger:
    """The sums of a hearing as it stands.

    `responses` are the public copies of current responses, `divided` those that a person has
    finished (others among them are not counted).
    """
    remarks, remainder = 0, 0
    counts: Counter[str] = Counter()
    for comment in comments:
        if not comment.is_remark:
            remainder += 1
            continue
        remarks += 1
        counts.update(ways_of(comment.word, told))
    done = len(set(responses) & set(divided))
    decided = sum(counts[outcome] for outcome in DECIDING)
    return DecidingLedger(
        responses=len(set(responses)),
        divided=done,
        undivided=len(set(responses)) - done,
        comments=remarks,
        decided=decided,
        left=remarks - decided,
        outcomes=tuple((outcome, counts[outcome]) for outcome in DECIDING),
        own=counts["own"],
        inherited=counts["inherited"],
        in_bulk=counts["in-bulk"],
        waiting=counts["waiting"],
        remainder=remainder,
    )


def ways_of(word: LastWord | None, told: Told) -> set[str]:
    """What a comment counts as: the outcome of its word, how it came to it, and whether it waits.

    "inherited", or "own" and of those "in-bulk" (noted together with others, with one reason for
    them all) or "alone"; "waiting" for a second reader. Nothing where it is left.
    """
    if word is None:
        return set()
    found = {word.outcome}
    if word.target.scope == "comment":
        found |= {"own", "in-bulk" if word.id in told.noted_together else "alone"}
    else:
        found.add("inherited")
    if told.approved is not None and word.id not in told.approved:
        found.add("waiting")
    return found


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
