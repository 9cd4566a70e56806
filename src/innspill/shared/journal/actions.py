"""The only code that writes the journal, its checkpoints, gapless numbers and what went wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError

from innspill.shared.errors import BadInput
from innspill.shared.journal import merkle, signing
from innspill.shared.journal.canonical import canonical, instant
from innspill.shared.journal.models import (
    Checkpoint,
    Inspection,
    JournalEntry,
    JournalHead,
    Mishap,
    Stamp,
)
from innspill.shared.ports import StampAuthority

SYSTEM = "innspill"
"""The actor of what no person did."""
OWN_VERBS = ("checkpoint", "stamped")
"""The verbs of lines about checkpoints: a journal that got no other lines has nothing new."""


_TURN = (
    "INSERT INTO journal_counter (name, value) VALUES (%s, %s) "
    "ON CONFLICT (name) DO UPDATE SET value = journal_counter.value + %s RETURNING value"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A line as it stands in the journal, with the proof that it stands there.

    `number` counts from 1; `leaf_data` are the exact bytes that the leaf hash is taken of.
    """

    number: int
    leaf_data: bytes
    proof: tuple[bytes, ...]
    tree_size: int
    root: bytes


@dataclass(frozen=True, slots=True)
class Line:
    """A line to be written. `detail` holds ids, counts and hashes, no personal data."""

    verb: str
    subject: str
    actor: str
    detail: Mapping[str, Any]
    at: datetime


def write(
    verb: str, subject: str, *, actor: str, detail: Mapping[str, Any], at: datetime
) -> Written:
    """Writes one line inside the caller's transaction, which it stands or falls with.

    `detail` holds ids, counts and hashes, no personal data. Raises TransactionManagementError
    outside a transaction and TypeError for a detail with fractions.
    """
    return write_together([Line(verb, subject, actor, detail, at)])[0]


def write_together(lines: Sequence[Line]) -> list[Written]:
    """Writes lines, one after the other, as `write` does one; each with the proof as of that line."""
    head = _locked_head()
    size, peaks = head.size, [bytes.fromhex(peak) for peak in head.peaks]
    rows, written = [], []
    for line in lines:
        proof = tuple(merkle.proof_of_last(peaks))
        number = size + 1
        leaf_data = canonical(
            entry_as_json(number, line.at, line.actor, line.verb, line.subject, line.detail)
        )
        leaf = merkle.leaf_hash(leaf_data)
        peaks = merkle.grown(peaks, size, leaf)
        size = number
        rows.append(
            JournalEntry(
                number=number, at=line.at, actor=line.actor, verb=line.verb, subject=line.subject,
                detail=dict(line.detail), leaf=leaf.hex(),
            )
        )  # fmt: skip
        written.append(Written(number, leaf_data, proof, number, merkle.root_of_peaks(peaks)))
    JournalEntry.objects.bulk_create(rows)
    JournalHead.objects.filter(pk=head.pk).update(size=size, peaks=[peak.hex() for peak in peaks])
    return written


def next_number(name: str, count: int = 1) -> int:
    """The next number of a gapless series, inside the caller's transaction; of `count` the last.

    The row is locked until the transaction ends, so that numbers have no gaps and no twins.
    """
    return _turn(name, count)


def in_turn(name: str) -> None:
    """Waits until nobody else has a gapless series in hand, and holds it until the transaction ends.

    What is read after this is all that those before have done.
    """
    _turn(name, 0)


def _turn(name: str, step: int) -> int:
    # One statement: on PostgreSQL all who hand in wait while this row is held, and every way to
    # the server and back makes their wait longer.
    if not connection.in_atomic_block:
        raise TransactionManagementError("a gapless number needs a transaction")
    with connection.cursor() as cursor:
        cursor.execute(_TURN, [name, step, step])
        return int(cursor.fetchone()[0])


@transaction.atomic
def checkpoint(reason: str, now: datetime) -> int | None:
    """Signs the journal as it stands and keeps that as a checkpoint; gives its size.

    None where no line came since the last one. The line that tells of it is the first one after.
    """
    head = _locked_head()
    last = Checkpoint.objects.order_by("size").last()
    new = JournalEntry.objects.filter(number__gt=last.size if last else 0)
    if not new.exclude(verb__in=OWN_VERBS).exists():
        return None
    root = merkle.root_of_peaks([bytes.fromhex(peak) for peak in head.peaks])
    note = signing.signed(head.size, root)
    Checkpoint.objects.create(size=head.size, root=root.hex(), at=now, reason=reason, note=note)
    detail = {"size": head.size, "root": root.hex(), "reason": reason, "key": signing.public_key()}
    write("checkpoint", f"checkpoint {head.size}", actor=SYSTEM, detail=detail, at=now)
    return head.size


def new_key(*, former: str, actor: str, now: datetime) -> str:
    """Makes a new signing key where the one that signed is lost for good, and tells both public
    halves in the journal; gives the new one.

    `former` is what receipts say was the lost one, where the journal itself does not. The line
    comes first: a key without it would be a stranger's. Raises BadInput where a key is there.
    """
    place = settings.HOME / signing.KEY
    if place.exists():
        raise BadInput("the signing key is there", where=str(place),
                       todo="Only one that is lost is replaced.")  # fmt: skip
    key = signing.made()
    with transaction.atomic():
        _locked_head()
        named = JournalEntry.objects.filter(
            verb__in=("checkpoint", "new-key"), detail__has_key="key"
        )
        last = named.order_by("number").values_list("detail", flat=True).last()
        detail = {"former": str(last["key"]) if last else former, "key": key[1]}
        write("new-key", "signing key", actor=actor, detail=detail, at=now)
    signing.put_in_place(key)
    return key[1]


def stamp(size: int, *, authority: StampAuthority, now: datetime) -> None:
    """Has somebody else say when a checkpoint was there; nothing happens where that is done.

    Raises StampUnavailable, and then nothing is kept.
    """
    row = Checkpoint.objects.get(size=size)
    token, at = authority.stamp(row.note.encode())
    with transaction.atomic():
        _locked_head()
        if Stamp.objects.filter(checkpoint=row).exists():
            return
        Stamp.objects.create(checkpoint=row, token=token, at=at)
        detail = {"token": hashlib.sha256(token).hexdigest(), "at": instant(at)}
        write("stamped", f"checkpoint {size}", actor=SYSTEM, detail=detail, at=now)


@transaction.atomic
def note_inspection(*, files: int, lines: int, faults: Sequence[str], now: datetime) -> None:
    """Keeps what a look through everything found, for the desk."""
    Inspection.objects.create(at=now, files=files, lines=lines, faults=list(faults))
    detail = {"files": files, "lines": lines, "faults": len(faults)}
    write("inspected", "everything", actor=SYSTEM, detail=detail, at=now)


@transaction.atomic
def record_mishap(*, step: str, thing: int, what: str, now: datetime) -> None:
    """Records that a step met a surprise; the step leaves this thing alone from now on."""
    Mishap.objects.get_or_create(step=step, thing=thing, defaults={"what": what, "at": now})
    write("mishap", f"{step} {thing}", actor=SYSTEM, detail={"step": step}, at=now)


@transaction.atomic
def try_again(*, mishap_id: int, actor: str, now: datetime) -> None:
    """Lets the step take the thing up once more."""
    mishap = Mishap.objects.get(pk=mishap_id)
    write("try-again", f"{mishap.step} {mishap.thing}", actor=actor, detail={}, at=now)
    mishap.delete()


def entry_as_json(  # noqa: PLR0917 - the fields of a line, in their order
    number: int, at: datetime, actor: str, verb: str, subject: str, detail: Mapping[str, Any]
) -> dict[str, Any]:
    """A line as the JSON object whose canonical bytes are its leaf."""
    return {
        "number": number,
        "at": instant(at),
        "actor": actor,
        "verb": verb,
        "subject": subject,
        "detail": dict(detail),
    }


def _locked_head() -> JournalHead:
    head = JournalHead.objects.select_for_update().first()
    if head is None:
        # Two may write the very first line at once: the row's number makes them meet.
        JournalHead.objects.get_or_create(pk=1)
        head = JournalHead.objects.select_for_update().get(pk=1)
    return head
