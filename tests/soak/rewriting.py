"""What somebody can do who has everything: the database, the stored bytes and the signing key.

Each function changes what is kept past the guards, and makes the rest fit as far as its name says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.models import Model

from innspill.shared.journal import merkle, signing
from innspill.shared.journal.actions import entry_as_json
from innspill.shared.journal.canonical import canonical
from innspill.shared.journal.models import Checkpoint, Counter, JournalEntry, JournalHead, Stamp
from innspill.shared.journal.verifying import SAID, salted
from innspill.stages.intake.core.kept import ENVELOPE, envelope, said
from innspill.stages.intake.core.receipt import FileReceived
from innspill.stages.intake.models import Delivery, Item, SetAside, TakenBack
from innspill.stages.register.models import Response
from tests.emptying import guards

Table = dict[str, list[tuple[Any, ...]]]


@contextmanager
def guards_lifted() -> Iterator[None]:
    """The triggers are down inside, and up again after."""
    down, up = guards()
    with connection.cursor() as cursor:
        for sql in down:
            cursor.execute(sql)
        yield
        for sql in up:
            cursor.execute(sql)


def drop(rows: Any) -> None:
    """Deletes rows without asking what refers to them."""
    rows._raw_delete(rows.db)


def rewrite_journal() -> None:
    """Makes leaves, head, checkpoints and every receipt fit the lines as they stand, signed anew."""
    peaks: list[bytes] = []
    for row in JournalEntry.objects.order_by("number"):
        size = row.number - 1
        if row.verb == "checkpoint":
            root = merkle.root_of_peaks(peaks)
            row.detail = {**row.detail, "root": root.hex()}
            Checkpoint.objects.filter(size=size).update(
                root=root.hex(), note=signing.signed(size, root)
            )
        data = canonical(
            entry_as_json(row.number, row.at, row.actor, row.verb, row.subject, row.detail)
        )
        leaf = merkle.leaf_hash(data)
        before, peaks = peaks, merkle.grown(peaks, size, leaf)
        JournalEntry.objects.filter(pk=row.pk).update(detail=row.detail, leaf=leaf.hex())
        if row.verb == "received":
            _reissue(row, data, merkle.proof_of_last(before), merkle.root_of_peaks(peaks))
    many = JournalEntry.objects.count()
    JournalHead.objects.update(size=many, peaks=[peak.hex() for peak in peaks])


def forge_sender(delivery: Delivery, name: str) -> None:
    """Another sender for a delivery, in its row, its line, and everywhere after it."""
    delivery.claimed_sender = name
    _forge(delivery)


def forge_hearing(delivery: Delivery, slug: str) -> None:
    """Another hearing asked for."""
    delivery.asked_for = slug
    _forge(delivery)


def cut_tail(size: int) -> None:
    """The journal ends after `size` lines, and so does all that the lines told of."""
    with guards_lifted():
        gone = JournalEntry.objects.filter(number__gt=size)
        for line in gone.order_by("-number"):
            _untell(line)
        drop(gone)
        set_counters_back()
        rewrite_journal()


def set_counters_back() -> None:
    """Each counter says the last number that is there."""
    for counter in Counter.objects.all():
        name, _, hearing = counter.name.partition(" ")
        rows: Sequence[int] = (
            list(Delivery.objects.values_list("number", flat=True))
            if name == "delivery"
            else list(
                Response.objects.filter(consultation=hearing).values_list("number", flat=True)
            )
        )
        Counter.objects.filter(pk=counter.pk).update(value=max(rows, default=0))


def snapshot() -> Table:
    """Every row of every table, as a backup has it."""
    with connection.cursor() as cursor:
        found: Table = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {_quoted(table)}")
            found[table] = cursor.fetchall()
        return found


def put_back(old: Table) -> None:
    """An old backup in place of what is there; the guards are down."""
    with connection.cursor() as cursor:
        for table, rows in old.items():
            cursor.execute(f"DELETE FROM {_quoted(table)}")
            if rows:
                places = ", ".join(["%s"] * len(rows[0]))
                cursor.executemany(f"INSERT INTO {_quoted(table)} VALUES ({places})", rows)


def _forge(delivery: Delivery) -> None:
    files = [FileReceived(item.name, item.sha256, item.size) for item in delivery.items.all()]
    row = JournalEntry.objects.get(verb="received", subject=f"delivery {delivery.number}")
    content = said(delivery, files)
    detail = {
        **row.detail,
        "sent": salted(content, SAID),
        "envelope": salted(envelope(delivery), ENVELOPE),
    }
    with guards_lifted():
        Delivery.objects.filter(pk=delivery.pk).update(
            claimed_sender=delivery.claimed_sender, asked_for=delivery.asked_for,
            receipt={**delivery.receipt, **content},
        )  # fmt: skip
        JournalEntry.objects.filter(pk=row.pk).update(detail=detail)
        rewrite_journal()


def _reissue(row: JournalEntry, data: bytes, proof: Sequence[bytes], root: bytes) -> None:
    for delivery in Delivery.objects.filter(number=row.subject.split()[1]):
        proved = {
            "leaf": data.decode(), "proof": [step.hex() for step in proof], "root": root.hex(),
            "checkpoint": signing.signed(row.number, root),
        }  # fmt: skip
        Delivery.objects.filter(pk=delivery.pk).update(receipt={**delivery.receipt, **proved})


def _untell(line: JournalEntry) -> None:
    """Takes away what a line told of."""
    number = line.subject.rpartition(" ")[2]
    if line.verb == "received":
        for table in (Item, SetAside, TakenBack):
            drop(_of(table, number))
        drop(Delivery.objects.filter(number=number))
    elif line.verb == "registered":
        came = Response.objects.filter(reading__delivery__number=line.detail["delivery"])
        same = came.filter(number=line.subject.rpartition("-")[2]).values_list("pk", flat=True)
        drop(Response.objects.filter(pk__in=list(same)))
    elif line.verb == "set-aside":
        drop(_of(SetAside, number))
    elif line.verb == "moved":
        _of(SetAside, number).update(moved_to=None)
    elif line.verb == "taken-back":
        for each in line.detail["deliveries"]:
            drop(_of(TakenBack, each))
    elif line.verb in {"checkpoint", "stamped"}:
        signed = Checkpoint.objects.filter(size=number)
        drop(Stamp.objects.filter(checkpoint__in=list(signed.values_list("pk", flat=True))))
        if line.verb == "checkpoint":
            drop(signed)


def _of(table: type[Model], number: object) -> Any:
    keys = Delivery.objects.filter(number=number).values_list("pk", flat=True)
    return table._default_manager.filter(delivery__in=list(keys))


def _quoted(table: str) -> str:
    return connection.ops.quote_name(table)
