"""The two sums of the promises as lines to show."""

from __future__ import annotations

from collections.abc import Iterator

from innspill.stages.reports.core.values import Ledger
from innspill.stages.reports.core.words import Words


def ledger_lines(ledger: Ledger, words: Words) -> Iterator[tuple[str, int, bool]]:
    """Name, number and whether it is a sum: each sum first, then its parts."""
    yield words.ledger_deliveries, ledger.deliveries, True
    yield words.ledger_registered, ledger.registered, False
    for reason, number in ledger.set_aside:
        yield words.set_aside.get(reason, reason), number, False
    yield words.ledger_unprocessed, ledger.unprocessed, False
    yield words.ledger_responses, ledger.responses, True
    yield words.ledger_published, ledger.published, False
    yield words.ledger_withheld, ledger.withheld, False
    yield words.ledger_waiting, ledger.waiting, False
    yield words.ledger_superseded, ledger.superseded, False
    yield words.ledger_withdrawn, ledger.withdrawn, False
