"""The journal read anew from its first line to its last, and held to its head and checkpoints.

It is read in pages, so that nobody who wants to write waits for long.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from innspill.shared.journal import merkle, signing
from innspill.shared.journal.actions import entry_as_json
from innspill.shared.journal.canonical import canonical, instant
from innspill.shared.journal.keys import NEW_KEY, KeyChange, Keys, change_of, is_note
from innspill.shared.journal.models import Checkpoint, Counter, JournalEntry, JournalHead, Stamp

_PAGE = 1_000
CHECKPOINT, STAMPED = "checkpoint", "stamped"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that somebody wanted to see: the bytes of its leaf, and the root right after it."""

    number: int
    at: datetime
    subject: str
    detail: Mapping[str, Any]
    leaf_data: bytes
    root: bytes


@dataclass(slots=True)
class Walked:
    """The whole journal: `lines` by verb, the root at each checkpoint, and what is wrong."""

    size: int = 0
    root: bytes = merkle.root_of_peaks([])
    leaves: list[bytes] = field(default_factory=list)
    roots: dict[int, bytes] = field(default_factory=dict)
    lines: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))
    faults: list[str] = field(default_factory=list)
    key_changes: list[KeyChange] = field(default_factory=list)

    @property
    def keys(self) -> Keys:
        """The keys that the lines tell of, up to the one that is here."""
        return Keys(tuple(self.key_changes), signing.public_key())

    def root_at(self, size: int) -> bytes:
        """The root of the first `size` lines."""
        kept = self.roots.get(size)
        return merkle.root_of(self.leaves[:size]) if kept is None else kept


def walk(verbs: Collection[str] = ()) -> Walked:
    """Reads every line: numbers without gaps, each leaf, and the head. Keeps those of `verbs`."""
    found, peaks = Walked(), list[bytes]()
    signed = set(Checkpoint.objects.values_list("size", flat=True))
    for row in _rows():
        if row.number != found.size + 1:
            found.faults.append(f"line {found.size + 1} is missing")
            break
        data = _leaf_data(row)
        leaf = merkle.leaf_hash(data)
        if leaf.hex() != row.leaf:
            found.faults.append(f"line {row.number} was changed")
        peaks = merkle.grown(peaks, found.size, leaf)
        found.size = row.number
        found.leaves.append(leaf)
        if row.number in signed:
            found.roots[row.number] = merkle.root_of_peaks(peaks)
        detail = row.detail if isinstance(row.detail, dict) else {}
        if row.verb == NEW_KEY:
            found.key_changes.append(change_of(row.number, detail))
        if row.verb in verbs:
            root = merkle.root_of_peaks(peaks)
            line = Line(row.number, row.at, row.subject, detail, data, root)
            found.lines[row.verb].append(line)
    found.root = merkle.root_of_peaks(peaks)
    found.faults += _head_faults(found.size, [peak.hex() for peak in peaks])
    return found


def checkpoint_faults(walked: Walked) -> Iterator[str]:
    """Each checkpoint and stamp held to the lines: those before it, and the one that tells of it.

    `walked` has the lines of CHECKPOINT and STAMPED.
    """
    told: dict[Any, Line] = {line.detail.get("size"): line for line in walked.lines[CHECKPOINT]}
    if len(told) != len(walked.lines[CHECKPOINT]):
        yield "two lines tell of the same checkpoint"
    kept = {row.size: row for row in Checkpoint.objects.all()}
    for size in sorted(told.keys() | kept.keys(), key=str):
        row, line = kept.get(size), told.get(size)
        if row is None or line is None:
            yield f"checkpoint {size}: " + ("is gone" if row is None else "no line tells of it")
        elif row.size > walked.size:
            yield f"checkpoint {size}: there are only {walked.size} lines"
        else:
            yield from _checkpoint_faults(row, line, walked.root_at(row.size), walked.keys)
    yield from walked.keys.faults()
    yield from _stamp_faults(walked)


def counters() -> dict[str, int]:
    """The last number given in each series."""
    return dict(Counter.objects.values_list("name", "value"))


def _checkpoint_faults(row: Checkpoint, line: Line, root: bytes, keys: Keys) -> Iterator[str]:
    if row.root != root.hex() or line.detail.get("root") != row.root:
        yield f"checkpoint {row.size}: the lines before it are others now"
    if (row.at, row.reason) != (line.at, line.detail.get("reason")):
        yield f"checkpoint {row.size}: its time or reason was changed"
    if not is_note(row.note, keys.at(row.size), row.size, root):
        yield f"checkpoint {row.size}: it is not what this key signs"


def _stamp_faults(walked: Walked) -> Iterator[str]:
    told = {
        line.subject: (line.detail.get("token"), line.detail.get("at"))
        for line in walked.lines[STAMPED]
    }
    kept = {
        f"checkpoint {row.checkpoint.size}": (
            hashlib.sha256(bytes(row.token)).hexdigest(), row.at and instant(row.at),
        )
        for row in Stamp.objects.select_related("checkpoint")
    }  # fmt: skip
    for subject in sorted(told.keys() | kept.keys()):
        if told.get(subject) != kept.get(subject):
            yield f"{subject}: its stamp is gone or was changed"


def _leaf_data(row: JournalEntry) -> bytes:
    """The bytes that the leaf is taken of; none where somebody wrote what no line holds."""
    try:
        return canonical(
            entry_as_json(row.number, row.at, row.actor, row.verb, row.subject, row.detail)
        )
    except (TypeError, ValueError, AttributeError):
        return b""


def _rows() -> Iterator[JournalEntry]:
    last = -1
    while page := list(JournalEntry.objects.filter(number__gt=last).order_by("number")[:_PAGE]):
        yield from page
        last = page[-1].number


def _head_faults(size: int, peaks: list[str]) -> Iterator[str]:
    heads = list(JournalHead.objects.all())
    if len(heads) > 1:
        yield f"there are {len(heads)} heads"
    said = heads[0].size if heads else 0
    if said != size:
        yield f"{size} lines are here, the head says {said}"
    elif heads and heads[0].peaks != peaks:
        yield "the head does not fit the lines"
