"""One look through everything that is kept: bytes, rows and journal, each held to the others.

What somebody with all rights on the machine has changed is found, as long as the change is not made
to fit everywhere. One who cuts the end off the journal with all that hangs on it, or puts an old
copy back, can make everything fit: that is found with a receipt or a checkpoint that lay elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from innspill.pipeline import wiring
from innspill.pipeline.forgetting import EVERY, referred_to
from innspill.pipeline.inspected_rows import VERBS, row_faults
from innspill.shared.journal import queries as journal
from innspill.shared.journal import signing
from innspill.shared.journal.keys import is_ours, key_of
from innspill.shared.journal.verifying import Fault, check_receipt, opened
from innspill.shared.journal.walking import Walked, checkpoint_faults, walk
from innspill.shared.ports import ByteStore
from innspill.shared.values import Sha256
from innspill.stages.intake import kept as intake

Progress = Callable[[str, int, int], None]
_LOOKS = 3
_FORGOTTEN_AFTER = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a look found: how many files and journal lines, and in sentences what is wrong."""

    files: int
    lines: int
    faults: tuple[str, ...]


def inspect(
    *,
    store: ByteStore,
    checkpoint: str | None = None,
    receipt: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
) -> Inspected:
    """Looks through everything, on a system that may be running.

    `checkpoint` (a signed note, or the JSON that lists lines beside it) and `receipt` are what
    somebody kept elsewhere: with one of them a cut tail and an old copy are found too.
    """
    files, faults = _bytes(store, progress)
    walked, found = _database(checkpoint, receipt)
    size = walked.size
    for _ in range(_LOOKS - 1):
        if not found or journal.line_count() == size:
            break
        # Something came meanwhile: what was seen half done is whole in the next look.
        walked, again = _database(checkpoint, receipt)
        found = [fault for fault in again if fault in found]
        size = walked.size
    return Inspected(files, walked.size, (*faults, *found))


def _database(
    checkpoint: str | None, receipt: Mapping[str, Any] | None
) -> tuple[Walked, list[str]]:
    # The rows before the lines: whatever row is seen, its line is there.
    deliveries = list(intake.deliveries())
    walked = walk(VERBS)
    faults = [*walked.faults, *(f"{table} may be changed" for table in journal.unguarded())]
    faults += checkpoint_faults(walked)
    faults += row_faults(walked, deliveries)
    if checkpoint is not None:
        faults += _against_checkpoint(checkpoint, walked)
    if receipt is not None:
        given = {row.number: row.receipt for row in deliveries}
        faults += _against_receipt(receipt, walked, given)
    return walked, faults


def _against_checkpoint(checkpoint: str, walked: Walked) -> Iterator[str]:
    note = checkpoint
    if checkpoint.lstrip().startswith("{"):
        try:
            note = str(json.loads(checkpoint)["note"])
        except (ValueError, KeyError, RecursionError):
            yield "the checkpoint in hand is none"
            return
    try:
        tree = opened(note, key_of(note))
    except Fault as fault:
        yield f"the checkpoint in hand: {fault}"
        return
    yield from _held(tree.size, tree.root, walked, "checkpoint in hand")


def _against_receipt(
    receipt: Mapping[str, Any], walked: Walked, given: Mapping[int, Any]
) -> Iterator[str]:
    try:
        given_by = receipt.get("key")
        is_known = isinstance(given_by, str) and is_ours(given_by)
        check_receipt(receipt, given_by if is_known else signing.public_key())
    except Fault as fault:
        yield f"the receipt in hand: {fault}"
        return
    root = bytes.fromhex(receipt["root"])
    yield from _held(receipt["tree_size"], root, walked, "receipt in hand")
    if given.get(receipt["number"]) != receipt:
        yield f"delivery {receipt['number']} is not what the receipt in hand says"


def _held(size: int, root: bytes, walked: Walked, what: str) -> Iterator[str]:
    if size > walked.size:
        yield f"the {what} is of {size} lines, and only {walked.size} are here"
    elif walked.root_at(size) != root:
        yield f"the first {size} lines are not those of the {what}"


def _bytes(store: ByteStore, progress: Progress | None) -> tuple[int, list[str]]:
    """Reads every stored file anew, and finds the bytes of every row that refers to some."""
    faults = [f"{name}: this file does not belong here" for name in sorted(store.strays())]
    # The rows before the files: bytes are stored before the row that refers to them.
    wanted = referred_to()
    stored = sorted(set(store.names()))
    for place, name in enumerate(stored, start=1):
        try:
            store.get(name)
        except (ValueError, OSError) as error:
            faults.append(f"{name}: {error}")
        except KeyError:
            # Forgotten since the names were listed; where a row refers to it, it is missing below.
            wanted_still = name in wanted
            faults += [f"{name}: missing, and something refers to it"] if wanted_still else []
        if progress is not None:
            progress("check", place, len(stored))
    missing = wanted - set(stored)
    if missing:
        missing &= referred_to()
    faults += [f"{name}: missing, and something refers to it" for name in sorted(missing)]
    return len(stored), faults + _unreferred(store, wanted)


def _unreferred(store: ByteStore, wanted: set[str]) -> list[str]:
    """What should have been forgotten: nothing refers to it, and the sweep has passed it by."""
    swept, now = store.swept_at(), wiring.clock().now()
    if swept is None or not timedelta() <= now - swept < 2 * EVERY:
        return []
    loose: set[Sha256] = set(store.settled(_FORGOTTEN_AFTER)) - {Sha256(name) for name in wanted}
    return [f"{name}: nothing refers to it" for name in sorted(loose)]
