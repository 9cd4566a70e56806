"""What is there after a trial: every acknowledged delivery, its bytes, its receipt, the journal."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.soak.senders import Sent


@dataclass
class Aftermath:
    """Figures, and what is wrong by kind: lists that should all be empty."""

    deliveries: int = 0
    lines: int = 0
    faults: dict[str, list[str]] = field(default_factory=dict)


def look(home: Path, acknowledged: Iterable[Sent]) -> Aftermath:
    """Looks into the home's database and byte store. Once in a process: Django is set up by it."""
    os.environ["INNSPILL_HOME"] = str(home)
    from innspill.interfaces.cli.starting import start_django

    start_django()
    from innspill.adapters.byte_store import FolderByteStore
    from innspill.pipeline.inspecting import inspect
    from innspill.shared.journal import queries as journal
    from innspill.shared.journal.verifying import Fault, check_files, check_receipt
    from innspill.shared.values import Sha256
    from innspill.stages.intake import queries as intake
    from innspill.stages.intake.models import Delivery, Item

    store = FolderByteStore(home / "bytes")
    kept = dict(Item.objects.values_list("delivery__number", "sha256"))
    numbers = list(Delivery.objects.order_by("number").values_list("number", flat=True))
    found = Aftermath(deliveries=len(numbers))
    lost, altered, unproven, twins = [], [], [], []
    seen: dict[int, str] = {}
    for sent in acknowledged:
        if seen.setdefault(sent.number, sent.key) != sent.key:
            twins.append(f"{sent.number} was given to two")
        if sent.number not in kept:
            lost.append(f"{sent.number} {sent.name}")
        elif kept[sent.number] != sent.sha256 or _bytes(store, sent.sha256) != sent.data:
            altered.append(f"{sent.number} {sent.name}")
    for row in Delivery.objects.order_by("number").iterator():
        files = {
            item["name"]: _bytes(store, Sha256(item["sha256"])) for item in row.receipt["files"]
        }
        try:
            check_receipt(row.receipt)
            check_files(row.receipt, files)
        except Fault as fault:
            unproven.append(f"{row.number}: {fault}")
    for sent in acknowledged:
        if sent.receipt and sent.receipt != Delivery.objects.get(number=sent.number).receipt:
            unproven.append(f"{sent.number}: another receipt than was given")
    whole = journal.check()
    counted = intake.counts(None)
    sums = counted.registered + sum(many for _, many in counted.set_aside) + counted.unprocessed
    found.lines = whole.size
    found.faults = {
        "lost": lost, "altered": altered, "numbers given twice": twins,
        "gaps in the numbers": [] if numbers == [*range(1, len(numbers) + 1)] else ["there are"],
        "receipts that do not hold": unproven, "faults of the journal": list(whole.faults),
        "faults of an inspection": list(inspect(store=store).faults),
        "sums that do not hold": [] if sums == counted.deliveries == len(numbers) else [f"{counted}"],
    }  # fmt: skip
    return found


def _bytes(store: object, sha256: str) -> bytes:
    try:
        return bytes(store.get(sha256))  # type: ignore[attr-defined]
    except (KeyError, ValueError):
        return b""
