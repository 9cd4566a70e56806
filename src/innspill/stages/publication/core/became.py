"""What became of a delivery, as whoever holds its receipt may know it.

It tells where something stands and never why somebody doubts it: reasons, names and words of the
desk stay inside.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from innspill.stages.publication.core.replies import ReplyShown

FateState = Literal[
    "published", "superseded", "withdrawn", "withheld", "checking", "person", "not-public"
]
"""`checking` waits for the machine, `person` for a human; `not-public`: its hearing shows none."""
DeliveryState = Literal["unread", "registered", "set-aside", "taken-back"]
NOT_PUBLIC = "hearing-publishes-none"


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one response. `page` and `newer` are numbers of public pages, if any."""

    state: FateState
    page: int | None = None
    newer: int | None = None
    published_at: datetime | None = None
    reply: ReplyShown | None = None
    """What its respondent was told became of each point."""


@dataclass(frozen=True, slots=True)
class BecameOf:
    """What became of a delivery; `slug` is its hearing.

    Set aside it has a `reason`, and `goes_on`: the delivery that holds the same, or that it was
    moved to. `newer` is the number of the delivery that the same respondent sent in its place.
    """

    number: int
    slug: str | None
    state: DeliveryState
    reason: str = ""
    newer: int | None = None
    fates: tuple[Fate, ...] = ()
    goes_on: BecameOf | None = None


def fate_of(state: str, *, screened: bool, reasons: Collection[str]) -> FateState:
    """The fate behind a state of publication: what "waiting" waits for, the others as they are.

    `screened` says whether the machine has looked through it, `reasons` why it then waits.
    """
    if state != "waiting":
        return state  # type: ignore[return-value]
    if NOT_PUBLIC in reasons:
        return "not-public"
    return "person" if screened and reasons else "checking"
