"""The two sums of the promises as lines to show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from innspill.stages.reports.core.values import Ledger
from innspill.stages.reports.core.words import Words


def ledger_lines(ledger: Ledger, words: Words) -> Iterator[tuple[str, int, bool]]:
    """Name, number and whether it is a sum: each sum first, then its parts."""
    for name, place, is_sum in ledger_places(ledger, words):
        value: Any = ledger
        for step in place.split("/"):
            value = value[int(step)] if step.isdecimal() else getattr(value, step)
        yield name, int(value), is_sum


def ledger_places(ledger: Ledger, words: Words) -> Iterator[tuple[str, str, bool]]:
    """The same lines with where their number stands in the ledger: "set_aside/0/1"."""
    yield words.ledger_deliveries, "deliveries", True
    yield words.ledger_registered, "registered", False
    for at, (reason, _) in enumerate(ledger.set_aside):
        yield words.set_aside.get(reason, reason), f"set_aside/{at}/1", False
    yield words.ledger_unprocessed, "unprocessed", False
    yield words.ledger_responses, "responses", True
    yield words.ledger_published, "published", False
    yield words.ledger_withheld, "withheld", False
    yield words.ledger_waiting, "waiting", False
    yield words.ledger_superseded, "superseded", False
    yield words.ledger_withdrawn, "withdrawn", False
