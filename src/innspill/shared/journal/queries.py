"""The only way others read the journal: its lines, whether they are whole, and mishaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from innspill.shared.journal import merkle
from innspill.shared.journal.actions import entry_as_json
from innspill.shared.journal.append_only import missing_triggers
from innspill.shared.journal.canonical import canonical
from innspill.shared.journal.models import Inspection, JournalEntry, JournalHead, Mishap

GUARDED = (
    "journal_journalentry",
    "intake_delivery",
    "intake_item",
    "intake_takenback",
    "journal_checkpoint",
)
"""The tables that triggers guard."""
CHECKPOINT = "innspill/checkpoint/1"


@dataclass(frozen=True, slots=True)
class MishapRow:
    """A surprise in a step, which a person should look at."""

    id: int
    step: str
    thing: int
    what: str
    at: datetime


@dataclass(frozen=True, slots=True)
class JournalCheck:
    """What a look through the whole journal found: nothing in `faults` means it is whole."""

    size: int
    root: str
    faults: tuple[str, ...]


def check() -> JournalCheck:
    """Reads every line anew: numbers without gaps, each leaf, and the peaks of the head."""
    faults: list[str] = []
    peaks: list[bytes] = []
    size = 0
    for row in JournalEntry.objects.order_by("number").iterator():
        size += 1
        if row.number != size:
            faults.append(f"line {size} is missing")
            break
        data = entry_as_json(row.number, row.at, row.actor, row.verb, row.subject, row.detail)
        leaf = merkle.leaf_hash(canonical(data))
        if leaf.hex() != row.leaf:
            faults.append(f"line {size} was changed")
        peaks = merkle.grown(peaks, size - 1, leaf)
    head = JournalHead.objects.first()
    if (head.size if head else 0) != size:
        faults.append(f"{size} lines are here, the head says {head.size if head else 0}")
    elif head and head.peaks != [peak.hex() for peak in peaks]:
        faults.append("the head does not fit the lines")
    return JournalCheck(size, merkle.root_of_peaks(peaks).hex(), tuple(faults))


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The journal as anyone may hold it: how long, its root, and the hash of each line.

    Hashes only, so it gives away nothing. It is not signed yet: who publishes it vouches for it.
    """

    schema: str
    size: int
    root: str
    leaves: tuple[str, ...]


def checkpoint() -> Checkpoint:
    """The journal at this moment, to be published and kept elsewhere."""
    leaves = tuple(JournalEntry.objects.order_by("number").values_list("leaf", flat=True))
    root = merkle.root_of([bytes.fromhex(leaf) for leaf in leaves])
    return Checkpoint(CHECKPOINT, len(leaves), root.hex(), leaves)


def last_looked_at() -> datetime | None:
    """When everything that is kept was last looked through, by the clock of that moment."""
    return Inspection.objects.order_by("-pk").values_list("at", flat=True).first()


def unguarded() -> list[str]:
    """The tables that should be append-only and have lost a trigger."""
    return [table for table in GUARDED if missing_triggers(connection, table)]


def mishaps() -> list[MishapRow]:
    """What went wrong in the steps and nobody has seen to."""
    return [
        MishapRow(row.pk, row.step, row.thing, row.what, row.at) for row in Mishap.objects.all()
    ]


def left_alone(step: str) -> set[int]:
    """The things that a step leaves alone because of a mishap."""
    return set(Mishap.objects.filter(step=step).values_list("thing", flat=True))


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line of the journal as it is shown at the desk."""

    at: datetime
    actor: str
    verb: str
    detail: Mapping[str, Any]


def about(subject: str) -> list[LineShown]:
    """Every line about one thing, newest first."""
    rows = JournalEntry.objects.filter(subject=subject).order_by("-number")
    return [LineShown(row.at, row.actor, row.verb, row.detail) for row in rows]
