"""The two sums for pages that everybody looks at, which must not count thousands of rows each time.

They change only with a line of the journal. While many hand in, lines come faster than large sums
are counted: then sums of a moment ago are told, which hold as well, for that moment.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from innspill.shared import public_side
from innspill.shared.journal import queries as journal
from innspill.stages.publication import queries
from innspill.stages.publication.core.ledger import Ledger
from innspill.stages.publication.models import PublicSum

_ASIDE = "aside:"
_STATES = ("published", "withheld", "waiting", "superseded", "withdrawn")
COSTLY = 0.010
"""Seconds of processor from which on counting anew with each line is too much."""
MOMENT = 2.0
"""Seconds for which costly sums are told again."""


@dataclass(frozen=True, slots=True)
class _Counted:
    ledger: Ledger
    head: tuple[str, ...]
    at: float
    cost: float

    def holds(self, head: tuple[str, ...]) -> bool:
        is_fresh = self.cost >= COSTLY and time.monotonic() - self.at < MOMENT
        return is_fresh or (bool(head) and self.head == head)


_counted: dict[int, _Counted] = {}


def now(consultation_id: int) -> Ledger:
    """The two sums of one hearing at this moment; through the wall as the database counts them."""
    if not public_side.is_reading():
        return queries.ledger(consultation_id)
    rows = PublicSum.objects.filter(consultation_id=consultation_id)
    counts = {(side, what): many for side, what, many in rows.values_list("side", "what", "many")}
    deliveries = {what: many for (side, what), many in counts.items() if side == "deliveries"}
    responses = {what: many for (side, what), many in counts.items() if side == "responses"}
    aside = sorted(
        (what.removeprefix(_ASIDE), many)
        for what, many in deliveries.items()
        if what.startswith(_ASIDE)
    )
    return Ledger(
        deliveries=sum(deliveries.values()),
        registered=deliveries.get("registered", 0),
        set_aside=tuple(aside),
        unprocessed=deliveries.get("unprocessed", 0),
        responses=sum(responses.values()),
        **{state: responses.get(state, 0) for state in _STATES},
    )


def ledger(consultation_id: int) -> Ledger:
    """The two sums of one hearing: as they are, or where they are large, as they just were."""
    head = journal.head()
    known = _counted.get(consultation_id)
    if known is not None and known.holds(head):
        return known.ledger
    began = time.thread_time()
    found = now(consultation_id)
    cost = time.thread_time() - began
    _counted[consultation_id] = _Counted(found, head, time.monotonic(), cost)
    return found
