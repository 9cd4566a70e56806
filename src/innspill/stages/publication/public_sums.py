"""The two sums for pages that everybody looks at, which must not count thousands of rows each time.

They change only with a line of the journal. While many hand in, lines come faster than large sums
are counted: then sums of a moment ago are told, which hold as well, for that moment.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from innspill.shared.journal import queries as journal
from innspill.stages.publication import queries
from innspill.stages.publication.core.ledger import Ledger

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


def ledger(consultation_id: int) -> Ledger:
    """The two sums of one hearing: as they are, or where they are large, as they just were."""
    head = journal.head()
    known = _counted.get(consultation_id)
    if known is not None and known.holds(head):
        return known.ledger
    began = time.thread_time()
    found = queries.ledger(consultation_id)
    cost = time.thread_time() - began
    _counted[consultation_id] = _Counted(found, head, time.monotonic(), cost)
    return found
