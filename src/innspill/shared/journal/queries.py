"""The only way others read the journal: its lines, whether they are whole, and mishaps."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from django.db import connection

from innspill.shared.journal import keys as journal_keys
from innspill.shared.journal import merkle, signing
from innspill.shared.journal.actions import OWN_VERBS, entry_as_json
from innspill.shared.journal.append_only import missing_triggers
from innspill.shared.journal.canonical import canonical
from innspill.shared.journal.frozen import missing_of_frozen
from innspill.shared.journal.models import (
    Checkpoint,
    Inspection,
    JournalEntry,
    JournalHead,
    Mishap,
)
from innspill.shared.journal.verifying import CHECKPOINT
from innspill.shared.journal.walking import walk

GUARDED = (
    "journal_journalentry",
    "intake_delivery",
    "intake_item",
    "intake_takenback",
    "journal_checkpoint",
    "journal_stamp",
    "publication_mark",
    "publication_wish",
)
"""The tables that triggers guard."""
FROZEN = {
    "publication_rendition": ("replaced_at", "superseded_by"),
    "publication_publishedresult": ("taken_down_at",),
    "publication_publishedpoint": (),
    "publication_publishedtheme": (),
    "publication_publishedchange": (),
    "publication_givenreply": (),
    "publication_publicfile": (),
}
"""The tables whose rows triggers keep as they are, but for these columns."""
HOUR = timedelta(hours=1)


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
    walked = walk()
    return JournalCheck(walked.size, walked.root.hex(), tuple(walked.faults))


@dataclass(frozen=True, slots=True)
class CheckpointShown:
    """The journal at one moment, signed: `note` is what others keep. `root` is in hexadecimal.

    `stamped_at` is the time that an authority gave it, where one did.
    """

    size: int
    root: str
    at: datetime
    reason: str
    note: str
    stamped_at: datetime | None


@dataclass(frozen=True, slots=True)
class InspectionShown:
    """One look through everything that is kept, and in sentences what it found wrong."""

    at: datetime
    files: int
    lines: int
    faults: tuple[str, ...]


def latest_checkpoint() -> CheckpointShown | None:
    """The last signed checkpoint, or None where none was made yet."""
    return next(iter(checkpoints(1)), None)


def checkpoints(limit: int | None = None) -> list[CheckpointShown]:
    """The signed checkpoints, newest first."""
    rows = Checkpoint.objects.select_related("stamp").order_by("-size")
    return [_checkpoint(row) for row in rows[:limit]]


def checkpoint_of(size: int) -> CheckpointShown | None:
    """The signed checkpoint of so many lines, or None where none was made then."""
    row = Checkpoint.objects.select_related("stamp").filter(size=size).first()
    return _checkpoint(row) if row else None


def _checkpoint(row: Checkpoint) -> CheckpointShown:
    stamped_at = row.stamp.at if hasattr(row, "stamp") else None
    return CheckpointShown(row.size, row.root, row.at, row.reason, row.note, stamped_at)


def keys() -> tuple[str, ...]:
    """The verifier keys of this journal: the current one first, then those that were lost."""
    return journal_keys.keys().all()


def checkpoint_due(now: datetime, *, at_once: Collection[str]) -> str | None:
    """Why a checkpoint should be made now: "phase" after a line with such a verb, "hour", or None.

    A clock that was put back neither stops nor floods them: an hour is an hour away, whichever way.
    """
    last = Checkpoint.objects.order_by("size").values_list("size", "at").last()
    size, at = last or (0, None)
    new = JournalEntry.objects.filter(number__gt=size).exclude(verb__in=OWN_VERBS)
    if new.filter(verb__in=at_once).exists():
        return Checkpoint.Reason.PHASE
    if (at is None or abs(now - at) >= HOUR) and new.exists():
        return Checkpoint.Reason.HOUR
    return None


def unstamped() -> list[int]:
    """The size of the latest checkpoint, where nobody has stamped it; it covers all before it."""
    last = Checkpoint.objects.order_by("size").last()
    return [last.size] if last is not None and not hasattr(last, "stamp") else []


def line_count() -> int:
    """How many lines the journal has."""
    return JournalHead.objects.values_list("size", flat=True).first() or 0


def head() -> tuple[str, ...]:
    """The Merkle peaks of the journal: other ones after each line, and no other journal has them."""
    found = JournalHead.objects.values_list("peaks", flat=True).first()
    return tuple(found or ())


def line_hashes(size: int | None = None) -> tuple[str, ...]:
    """The hash of each of the first `size` lines (all), which gives away nothing of them."""
    rows = JournalEntry.objects.order_by("number").values_list("leaf", flat=True)
    return tuple(rows if size is None else rows.filter(number__lte=size))


def stands(position: int, leaf_data: str) -> bool:
    """Whether the journal has at this position, to the letter, the line that a receipt shows."""
    row = JournalEntry.objects.filter(number=position).first()
    if row is None:
        return False
    line = canonical(
        entry_as_json(row.number, row.at, row.actor, row.verb, row.subject, row.detail)
    )
    return line.decode() == leaf_data and row.leaf == merkle.leaf_hash(line).hex()


def proof_for(position: int, size: int) -> dict[str, Any]:
    """That line `position` is one of the first `size` ones, as `verifying.check_against` takes it.

    Also that the journal of `position` lines, which a receipt has signed, is the beginning of it.
    Raises IndexError where there are not so many lines.
    """
    leaves = [bytes.fromhex(leaf) for leaf in line_hashes(size)]
    if len(leaves) != size:
        raise IndexError(size)
    return {
        "position": position,
        "size": size,
        "proof": [step.hex() for step in merkle.proof_of(position - 1, leaves)],
        "consistency": [step.hex() for step in merkle.consistency_of(position, leaves)],
        "root": merkle.root_of(leaves).hex(),
    }


def proof_shown(position: int, size: int) -> dict[str, Any]:
    """As `proof_for`, at the price of a few look-ups: for whoever asks, as often as they ask.

    What it holds in memory grows with the journal, and is read anew where it does not fit the
    journal's head. Raises IndexError where there are not so many lines.
    """
    with _KNOWING:
        tree = _known_tree()
        return {
            "position": position,
            "size": size,
            "proof": [step.hex() for step in tree.proof(position - 1, size)],
            "consistency": [step.hex() for step in tree.consistency(position, size)],
            "root": tree.root(size).hex(),
        }


_KNOWING = Lock()
_KNOWN = [merkle.GrowingTree()]


def _known_tree() -> merkle.GrowingTree:
    head = JournalHead.objects.first()
    size = head.size if head else 0
    peaks = [bytes.fromhex(peak) for peak in head.peaks] if head else []
    for is_last_try in (False, True):
        tree = _KNOWN[0]
        if tree.size < size:
            lines = JournalEntry.objects.filter(number__gt=tree.size, number__lte=size)
            leaves = lines.order_by("number").values_list("leaf", flat=True)
            tree.grow(bytes.fromhex(leaf) for leaf in leaves.iterator())
        fits = tree.size == size and (not size or tree.root(size) == merkle.root_of_peaks(peaks))
        if fits or is_last_try:
            break
        _KNOWN[0] = merkle.GrowingTree()
    return tree


def signed_lines(size: int | None = None) -> dict[str, Any]:
    """A checkpoint with the hash of each line beside it, which proves every receipt up to there.

    Signed now where it is not said which `size`. Hashes only, so it gives away nothing.
    """
    leaves = line_hashes(size)
    root = merkle.root_of([bytes.fromhex(leaf) for leaf in leaves])
    kept = Checkpoint.objects.filter(size=len(leaves)).values_list("note", flat=True).first()
    note = kept or signing.signed(len(leaves), root)
    return {"schema": CHECKPOINT, "note": note, "leaves": list(leaves)}


def last_inspection() -> InspectionShown | None:
    """What the last look through everything found, or None where there was none."""
    return next(iter(inspections(1)), None)


def inspections(limit: int) -> list[InspectionShown]:
    """The last looks through everything, newest first."""
    rows = Inspection.objects.order_by("-pk")[:limit]
    return [InspectionShown(row.at, row.files, row.lines, tuple(row.faults)) for row in rows]


def last_looked_at() -> datetime | None:
    """When everything that is kept was last looked through, by the clock of that moment."""
    return Inspection.objects.order_by("-pk").values_list("at", flat=True).first()


def unguarded() -> list[str]:
    """The tables that should be append-only and have lost a trigger."""
    frozen = [each for each, but in FROZEN.items() if missing_of_frozen(connection, each, but)]
    return [*(table for table in GUARDED if missing_triggers(connection, table)), *frozen]


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
