"""The numbered, journalled row of what arrived, and its receipt: several in one transaction.

A number and a journal line are given to one transaction at a time. Those of a process who wait for
their turn are recorded together by the first of them (group commit): the more wait, the less each
costs. On the evening of a deadline that is what keeps PostgreSQL, where each statement is a way to
the server and back, as quick as SQLite. See decision 0021.
"""

from __future__ import annotations

import errno
import secrets
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from django.db import connection, transaction

from innspill.shared.journal import actions as journal
from innspill.shared.journal import signing
from innspill.shared.journal.verifying import SAID, salted
from innspill.shared.passing import is_passing
from innspill.stages.intake import queries
from innspill.stages.intake.actions.setting_aside import set_aside
from innspill.stages.intake.core.kept import ENVELOPE, envelope, said
from innspill.stages.intake.core.receipt import FileReceived, Receipt, receipt_of
from innspill.stages.intake.models import Delivery, Item, SetAside

_NUMBERS = "delivery"
_MOST = 20
"""As many wait at the most in one process (`config/admission.py`), and a turn stays short."""


@dataclass(slots=True)
class Arrived:
    """What is to be recorded; then its receipt, or what went wrong with it."""

    row: Delivery
    files: tuple[FileReceived, ...]
    version_of: str
    receipt: Receipt | None = None
    fault: Exception | None = None

    def is_done(self) -> bool:
        """Whether it stands, or cannot."""
        return self.receipt is not None or self.fault is not None


_waiting: deque[Arrived] = deque()
_turn = Lock()


def recorded(arrived: Arrived) -> Receipt:
    """Records it and gives the receipt when it is committed; within a transaction of the caller's,
    as part of that. Raises IntegrityError where the same key came before.
    """
    if connection.in_atomic_block:
        with transaction.atomic():
            return _record([arrived])[0]
    _waiting.append(arrived)
    with _turn:
        while not arrived.is_done():
            _record_some(_those_in_front())
    if arrived.fault is not None:
        raise arrived.fault
    assert arrived.receipt is not None
    return arrived.receipt


def _those_in_front() -> list[Arrived]:
    """The first who wait, in their order, up to one that must see another of them done."""
    taken: list[Arrived] = []
    while _waiting and len(taken) < _MOST:
        first = _waiting[0]
        if any(_must_see(first, before) for before in taken):
            break
        taken.append(_waiting.popleft())
    return taken


def _must_see(one: Arrived, before: Arrived) -> bool:
    same_form = bool(one.version_of) and one.version_of == before.version_of
    return same_form or one.row.idempotency_key == before.row.idempotency_key


def _record_some(several: Sequence[Arrived]) -> None:
    try:
        with transaction.atomic():
            receipts = _record(several)
        for arrived, receipt in zip(several, receipts, strict=True):
            arrived.receipt = receipt
    except Exception as error:  # noqa: BLE001 - each of them raises it where it was handed in
        _blame(several, error)
    finally:
        for arrived in several:
            if not arrived.is_done():  # whoever ended this process ends nobody's wait without end
                arrived.fault = InterruptedError(errno.EAGAIN, "the recording was broken off")


def _blame(several: Sequence[Arrived], error: Exception) -> None:
    """What is wrong with one is no fault of the others: then each has a transaction of its own."""
    if len(several) == 1 or is_passing(error):
        for arrived in several:
            arrived.fault = error
        return
    for arrived in several:
        arrived.row.pk = None
        _record_some([arrived])


def _record(several: Sequence[Arrived]) -> list[Receipt]:
    # Before the lines, which are what a key is missed by. Without one nothing is received.
    signing.public_key()
    last = journal.next_number(_NUMBERS, len(several))
    # From here on nobody else can take a number, so that what came before is all there.
    contents = []
    for number, arrived in enumerate(several, start=last - len(several) + 1):
        _number(arrived, number)
        contents.append(said(arrived.row, arrived.files))
    lines = journal.write_together(
        [_line(arrived.row, content) for arrived, content in zip(several, contents, strict=True)]
    )
    for arrived, content, line in zip(several, contents, lines, strict=True):
        arrived.row.receipt = {**content, **_proof(line)}
    Delivery.objects.bulk_create([arrived.row for arrived in several])
    Item.objects.bulk_create(
        Item(
            delivery=arrived.row, position=position, name=file.name, sha256=file.sha256,
            size=file.size,
        )
        for arrived in several
        for position, file in enumerate(arrived.files)
    )  # fmt: skip
    for arrived in several:
        _without_a_hearing(arrived.row)
    return [receipt_of(arrived.row.receipt) for arrived in several]


def _number(arrived: Arrived, number: int) -> None:
    row = arrived.row
    row.number, row.salt = number, secrets.token_hex(32)
    latest = queries.latest_of(arrived.version_of) if arrived.version_of else None
    if latest is not None:
        row.replaces = Delivery.objects.get(number=latest)


def _line(row: Delivery, content: dict[str, Any]) -> journal.Line:
    detail = {
        "consultation": row.consultation_id,
        "sent": salted(content, SAID),
        "envelope": salted(envelope(row), ENVELOPE),
    }
    return journal.Line("received", f"delivery {row.number}", journal.SYSTEM, detail, row.stored_at)


def _without_a_hearing(row: Delivery) -> None:
    if row.consultation_id is None:
        set_aside(
            row.pk,
            reason=SetAside.Reason.UNKNOWN_HEARING,
            explanation=f"it was sent to {row.asked_for or 'no hearing'}",
            now=row.stored_at,
        )


def _proof(line: journal.Written) -> dict[str, Any]:
    """The line and its place in the journal, signed as it stands with that line."""
    return {
        "journal_position": line.number,
        "leaf": line.leaf_data.decode(),
        "proof": [step.hex() for step in line.proof],
        "tree_size": line.tree_size,
        "root": line.root.hex(),
        "checkpoint": signing.signed(line.tree_size, line.root),
        "key": signing.public_key(),
    }
