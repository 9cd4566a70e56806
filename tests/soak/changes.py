"""The kinds of changes: each makes one in the database or among the stored bytes, past all guards."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from django.db import DatabaseError, transaction
from django.db.models import F, Field, Model

from innspill.shared.journal import merkle
from innspill.shared.journal.actions import entry_as_json
from innspill.shared.journal.canonical import canonical
from innspill.shared.journal.models import Checkpoint, Counter, JournalEntry, JournalHead, Stamp
from innspill.stages.intake.models import Delivery, Item, SetAside, TakenBack
from innspill.stages.register.models import Response
from tests.soak.rewriting import (
    cut_tail,
    drop,
    forge_hearing,
    forge_sender,
    guards_lifted,
    put_back,
    rewrite_journal,
)

if TYPE_CHECKING:
    from tests.soak.tampering import Trial

COLUMNS: dict[type[Model], tuple[str, ...]] = {
    JournalEntry: ("number", "at", "actor", "verb", "subject", "detail", "leaf"),
    JournalHead: ("size", "peaks"),
    Counter: ("value",),
    Checkpoint: ("size", "root", "at", "reason", "note"),
    Stamp: ("token", "at"),
    Delivery: (
        "number", "consultation_id", "channel", "received_at", "stored_at", "relayed_at", "salt",
        "claimed_sender", "claimed_email", "idempotency_key", "asked_for", "replaces_id", "body_id",
        "receipt",
    ),
    Item: ("position", "name", "sha256", "size"),
    SetAside: ("reason", "explanation", "duplicate_of_id", "moved_to_id", "by_id", "at"),
    TakenBack: ("delivery_id", "at"),
    Response: ("number", "received_at"),
}  # fmt: skip
"""What is held to the journal, column by column."""


class Refused(Exception):
    """The database does not take the change, or there is nothing to change."""


def edit_row(_trial: Trial, by: Random) -> str:
    """Another value in one column of one row."""
    table = by.choice(sorted(COLUMNS, key=lambda each: each.__name__))
    row, column = _any(table, by), by.choice(COLUMNS[table])
    old = getattr(row, column)
    new = _other(old, _field(table, column), by)
    if new == old and type(new) is type(old):
        raise Refused
    _sql(lambda: table._default_manager.filter(pk=row.pk).update(**{column: new}))
    return f"{table.__name__} {row.pk} {column}: {old!r:.60} → {new!r:.60}"


def delete_row(_trial: Trial, by: Random) -> str:
    """One row is gone, with what hangs on it."""
    tables = (JournalEntry, Delivery, Item, SetAside, TakenBack, Checkpoint, Stamp, Response)
    table = by.choice(tables)
    row = _any(table, by)

    def change() -> None:
        if table is Delivery:
            for below in (Item, SetAside, TakenBack):
                drop(below._default_manager.filter(delivery=row.pk))
        drop(table._default_manager.filter(pk=row.pk))

    _sql(change)
    return f"{table.__name__} {row.pk}"


def insert_row(_trial: Trial, by: Random) -> str:
    """One row more, made like another one."""
    table = by.choice((JournalEntry, Delivery, Item, SetAside, TakenBack, Checkpoint, Response))
    row: Any = _any(table, by)
    last: Any = table._default_manager.order_by("pk").last()
    row.pk = last.pk + 1
    if hasattr(row, "number"):
        row.number = 1 + max(table._default_manager.values_list("number", flat=True))
    if table is Checkpoint:
        row.size += 1
    if table is Item:
        row.position += 1
    if table in {SetAside, TakenBack}:
        row.delivery_id = by.choice(list(Delivery.objects.values_list("pk", flat=True)))
    if table is Delivery:
        row.idempotency_key += "x"
    if table is Response:
        row.reading_id = row.reading_id + 100_000
    _sql(lambda: row.save(force_insert=True))
    return f"{table.__name__} {row.pk}"


def reorder_rows(_trial: Trial, by: Random) -> str:
    """Two rows change places; half the time the journal's leaves and head are made to fit."""
    table: Any = by.choice((JournalEntry, Delivery, Item))
    column = "sha256" if table is Item else "number"
    one, two = _any(table, by), _any(table, by)
    first, second = getattr(one, column), getattr(two, column)
    if first == second:
        raise Refused
    fits = by.random() < 0.5

    def change() -> None:
        rows = table._default_manager
        if column == "number":
            rows.filter(pk=one.pk).update(number=10_000_000)
        rows.filter(pk=two.pk).update(**{column: first})
        rows.filter(pk=one.pk).update(**{column: second})
        if fits and table is JournalEntry:
            rewrite_journal()

    _sql(change)
    return f"{table.__name__} {first} and {second}, made to fit: {fits}"


def count_back(_trial: Trial, by: Random) -> str:
    """A series of numbers goes on from an earlier one."""
    row = by.choice(list(Counter.objects.filter(value__gt=0)))
    back = by.randint(1, row.value)
    _sql(lambda: Counter.objects.filter(pk=row.pk).update(value=F("value") - back))
    return f"{row.name}, {back} back"


def edit_line_to_fit(_trial: Trial, by: Random) -> str:
    """A line of the journal is another one, and its leaf and the head fit."""
    row = _any(JournalEntry, by)
    row.actor = by.choice(("kari", "ola", row.actor + "x"))
    data = canonical(
        entry_as_json(row.number, row.at, row.actor, row.verb, row.subject, row.detail)
    )
    leaf = merkle.leaf_hash(data).hex()

    def change() -> None:
        JournalEntry.objects.filter(pk=row.pk).update(actor=row.actor, leaf=leaf)
        peaks: list[bytes] = []
        leaves = JournalEntry.objects.order_by("number").values_list("leaf", flat=True)
        for size, each in enumerate(leaves):
            peaks = merkle.grown(peaks, size, bytes.fromhex(each))
        JournalHead.objects.update(peaks=[peak.hex() for peak in peaks])

    _sql(change)
    return f"line {row.number}"


def rewrite_from_line(_trial: Trial, by: Random) -> str:
    """A line is another one, and all is signed anew: leaves, head, checkpoints and receipts."""
    quiet = JournalEntry.objects.exclude(verb__in=["received", "checkpoint", "stamped"])
    row = by.choice(list(quiet.filter(number__lt=_covered())))

    def change() -> None:
        JournalEntry.objects.filter(pk=row.pk).update(actor=f"{row.actor}x")
        rewrite_journal()

    _sql(change)
    return f"line {row.number}, all made to fit"


def forge_delivery(_trial: Trial, by: Random) -> str:
    """A delivery is from somebody else or for another hearing, and all is signed anew."""
    row = _any(Delivery, by)
    if by.random() < 0.5:
        forge_sender(row, "Somebody else")
    else:
        forge_hearing(row, "another-hearing")
    return f"delivery {row.number}, all made to fit"


def cut(_trial: Trial, by: Random) -> str:
    """The end of the journal is gone, with all that it told of, and everything fits."""
    size = by.randrange(_covered())
    cut_tail(size)
    return f"after line {size}"


def old_backup(trial: Trial, _by: Random) -> str:
    """The database is as it was at an earlier time."""
    _sql(lambda: put_back(trial.old))
    return f"of {len(trial.old['journal_journalentry'])} lines"


def flip_bit(trial: Trial, by: Random) -> str:
    """One bit of one stored file."""
    path = _stored(trial, by)
    data = bytearray(path.read_bytes())
    if not data:
        raise Refused
    place = by.randrange(len(data))
    data[place] ^= 1 << by.randrange(8)
    _write(path, bytes(data))
    return f"{path.name}, byte {place}"


def lose_file(trial: Trial, by: Random) -> str:
    """A stored file is gone, empty or cut short."""
    path, how = _stored(trial, by), by.choice(("gone", "empty", "cut"))
    data = path.read_bytes()
    if how == "gone":
        path.unlink()
    elif data:
        _write(path, b"" if how == "empty" else data[:-1])
    else:
        raise Refused
    return f"{path.name} {how}"


def rename_file(trial: Trial, by: Random) -> str:
    """A stored file has another name or place, or changes places with another."""
    path, other = _stored(trial, by), _stored(trial, by)
    how = by.choice(("name", "place", "swap"))
    if how == "name":
        path.rename(path.with_name(path.name[:-1] + ("0" if path.name[-1] != "0" else "1")))
    elif how == "place":
        path.rename(path.parent.parent / path.name)
    elif path != other:
        one, two = path.read_bytes(), other.read_bytes()
        _write(path, two)
        _write(other, one)
    else:
        raise Refused
    return f"{path.name} {how}"


def add_file(trial: Trial, by: Random) -> str:
    """A file that nobody sent lies among those that were."""
    folder, how = trial.folder / "bytes", by.choice(("foreign", "wrong", "old"))
    if how == "foreign":
        place = folder / by.choice(("README", "ab/cd/x.txt", "ab/.hidden"))
        data = b"x"
    else:
        from innspill.shared.values import sha256_of

        data = by.randbytes(20)
        name = sha256_of(data if how == "old" else b"other" + data)
        place = folder / name[:2] / name[2:4] / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    if how == "old":
        days = time.time() - 3 * 86_400
        os.utime(place, (days, days))
    return f"{place.name} {how}"


KINDS: dict[str, Callable[[Trial, Random], str]] = {
    "row edited": edit_row, "row deleted": delete_row, "row inserted": insert_row,
    "rows reordered": reorder_rows, "counter set back": count_back,
    "line edited to fit": edit_line_to_fit, "journal rewritten": rewrite_from_line,
    "delivery forged": forge_delivery, "tail cut": cut, "old backup": old_backup,
    "bit flipped": flip_bit, "file lost": lose_file, "file renamed": rename_file,
    "file added": add_file,
}  # fmt: skip


def _sql(change: Callable[[], Any]) -> None:
    try:
        with transaction.atomic(), guards_lifted():
            change()
    except (DatabaseError, ValueError, TypeError) as error:
        raise Refused from error


def _any(table: Any, by: Random) -> Any:
    rows = list(table._default_manager.order_by("pk"))
    if not rows:
        raise Refused
    return by.choice(rows)


def _field(table: type[Model], column: str) -> Field[Any, Any]:
    found = table._meta.get_field(column.removesuffix("_id"))
    assert isinstance(found, Field)
    return found


def _other(old: Any, field: Field[Any, Any], by: Random) -> Any:
    """A value unlike `old` that the column could hold."""
    if old is None:
        return datetime(2026, 1, 1).astimezone() if "at" in field.name else by.randint(1, 5)
    if isinstance(old, datetime):
        return old + timedelta(microseconds=by.choice((1, -1, 1_000_000, 86_400_000_000)))
    if isinstance(old, int):
        return by.choice((old + 1, max(old - 1, 0), old + 1_000))
    if isinstance(old, str):
        return _other_text(old, by)
    if isinstance(old, bytes | memoryview):
        data = bytearray(old)
        data[by.randrange(len(data))] ^= 1
        return bytes(data)
    return _other_json(old, by)


def _other_text(old: str, by: Random) -> str:
    if not old:
        return "x"
    place = by.randrange(len(old))
    return old[:place] + ("0" if old[place] != "0" else "1") + old[place + 1 :]


def _other_json(old: Any, by: Random) -> Any:
    if isinstance(old, dict) and old:
        key = by.choice(sorted(old))
        if by.random() < 0.2:
            return {each: value for each, value in old.items() if each != key}
        return {**old, key: _other_json(old[key], by)}
    if isinstance(old, list) and old:
        place = by.randrange(len(old))
        return [*old[:place], _other_json(old[place], by), *old[place + 1 :]]
    if isinstance(old, str):
        return _other_text(old, by)
    return 1 if old != 1 else 2


def _covered() -> int:
    """How many lines what lies elsewhere covers: up to the last delivery's."""
    last = JournalEntry.objects.filter(verb="received").order_by("number").last()
    assert last is not None
    return last.number


def _stored(trial: Trial, by: Random) -> Path:
    folder = trial.folder / "bytes"
    return by.choice(sorted(path for path in folder.glob("??/??/*") if path.is_file()))


def _write(path: Path, data: bytes) -> None:
    path.chmod(0o600)
    path.write_bytes(data)
    path.chmod(0o400)
