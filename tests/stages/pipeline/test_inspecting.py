"""A look through everything finds what was changed behind the system's back, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction

from innspill.adapters.byte_store import FolderByteStore
from innspill.pipeline import wiring
from innspill.pipeline.inspecting import inspect
from innspill.shared.journal import actions as journal
from innspill.shared.journal import queries
from innspill.shared.journal.append_only import put_up, take_down
from innspill.stages.intake import actions as intake
from tests.soak import tampering
from tests.soak.rewriting import cut_tail
from tests.stages.conftest import NOW, HandIn, Staff

pytestmark = pytest.mark.django_db
SAMPLES = ("svar-vannlab.docx", "fråsegn.txt", "datatryggleiksradet.txt")


@pytest.fixture
def receipt(
    hand_in: HandIn, work_on: Callable[[], int], staff: Staff, hearing: Any
) -> dict[str, Any]:
    """A home with responses, one stray that was moved and one taken back; the receipt of the last."""
    for name in SAMPLES:
        hand_in(name, sender="Kari Nordmann")
    stray = hand_in("brev.txt", b"To whom it may concern", slug="unknown", key="stray")
    intake.move(stray.number, to_slug=hearing.slug, by=staff.caseworker, now=NOW,
                store=wiring.store())  # fmt: skip
    intake.take_back(2, now=NOW)
    work_on()
    last = hand_in("siste.txt", b"The last one.", key="last")
    work_on()
    return last.content


def faults(**in_hand: Any) -> tuple[str, ...]:
    return inspect(store=wiring.store(), **in_hand).faults


def behind_its_back(*statements: str) -> None:
    """What somebody with all rights does: lifts the guards, changes, and puts them back."""
    tables = [table for table in queries.GUARDED if any(table in sql for sql in statements)]
    vendor = connection.vendor
    with connection.cursor() as cursor:
        for sql in (
            *(sql for table in tables for sql in take_down(vendor, table)),
            *statements,
            *(sql for table in tables for sql in put_up(vendor, table)),
        ):
            cursor.execute(sql)


def test_a_home_that_nobody_touched_has_no_fault(receipt: dict[str, Any]) -> None:
    checkpoint = queries.latest_checkpoint()
    assert checkpoint is not None
    looked = inspect(store=wiring.store(), checkpoint=checkpoint.note, receipt=receipt)
    assert looked.faults == ()
    assert looked.lines == queries.line_count() > 20
    assert looked.files >= 5
    assert faults(checkpoint=json.dumps(queries.signed_lines(checkpoint.size))) == ()


CHANGES = (
    ("UPDATE intake_delivery SET claimed_sender = 'Ola' WHERE number = 1", "who sent it"),
    ("UPDATE intake_delivery SET claimed_email = 'a@b.no' WHERE number = 1", "who sent it"),
    ("UPDATE intake_delivery SET relayed_at = stored_at WHERE number = 1", "who sent it"),
    ("UPDATE intake_delivery SET idempotency_key = 'x' WHERE number = 1", "who sent it"),
    ("UPDATE intake_delivery SET stored_at = '2026-01-01 00:00:00+00:00' WHERE number = 1", "who sent it"),
    ("UPDATE intake_delivery SET channel = 'letter' WHERE number = 1", "when it came, how"),
    ("UPDATE intake_delivery SET salt = '' WHERE number = 1", "when it came, how"),
    ("UPDATE intake_delivery SET consultation_id = NULL WHERE number = 1", "another hearing"),
    ("UPDATE intake_delivery SET receipt = '{}' WHERE number = 1", "receipt was changed"),
    ("UPDATE intake_item SET name = 'annet.txt' WHERE name = 'siste.txt'", "its files"),
    ("UPDATE intake_item SET size = 1 WHERE name = 'siste.txt'", "its files"),
    ("UPDATE intake_item SET position = 1 WHERE name = 'siste.txt'", "other places"),
    ("UPDATE intake_setaside SET reason = 'spam'", "why it was set aside was changed"),
    ("UPDATE intake_setaside SET explanation = ''", "why it was set aside was changed"),
    ("UPDATE intake_setaside SET moved_to_id = NULL", "what it went on as"),
    ("DELETE FROM intake_setaside", "why it was set aside is gone"),
    ("DELETE FROM intake_takenback", "taken back"),
    ("UPDATE intake_takenback SET at = '2026-01-01 00:00:00+00:00'", "taken back"),
    ("UPDATE journal_counter SET value = value - 1 WHERE name = 'delivery'", "the counter"),
    ("UPDATE journal_counter SET value = 0 WHERE name LIKE 'response%'", "the counter"),
    ("UPDATE journal_checkpoint SET reason = 'hour' WHERE reason = 'phase'", "time or reason"),
    ("UPDATE journal_checkpoint SET note = ''", "not what this key signs"),
    ("UPDATE journal_journalhead SET size = size - 1", "the head says"),
    ("UPDATE journal_journalentry SET actor = 'x' WHERE number = 3", "line 3 was changed"),
    ("UPDATE register_response SET received_at = '2026-01-01 00:00:00+00:00'", "when it came"),
    ("DELETE FROM register_response WHERE number = 1", "response 1 of delivery"),
)  # fmt: skip


def test_a_changed_row_is_found_whoever_lifted_the_guard(receipt: dict[str, Any]) -> None:
    unfound = []
    for statement, said in CHANGES:
        with transaction.atomic():
            behind_its_back(statement)
            found = faults()
            transaction.set_rollback(True)
        if not any(said in fault for fault in found):
            unfound.append((statement, found))
    assert unfound == []


def of(content: bytes, home: Path) -> Path:
    store = FolderByteStore(home / "bytes")
    return store._place(store.put(content))


def test_damaged_missing_renamed_and_foreign_files_are_found(
    receipt: dict[str, Any], home: Path
) -> None:
    place = of(b"The last one.", home)
    place.chmod(0o600)
    place.write_bytes(b"The lost one.")
    assert any("damaged" in fault for fault in faults())
    place.rename(place.with_name("f" * 64))
    found = faults()
    assert any("missing" in fault for fault in found)
    assert any("does not belong here" in fault for fault in found)


def test_a_file_that_comes_while_others_are_written_is_no_fault(
    receipt: dict[str, Any], home: Path
) -> None:
    place = of(b"nothing refers to it yet", home)
    place.with_name(f"{place.name}.0a1b2c3d4e5f.part").write_bytes(b"half")
    assert faults() == ()


def test_a_cut_tail_is_found_with_what_lay_elsewhere(receipt: dict[str, Any]) -> None:
    """The end of the journal and all that hangs on it is gone, and everything is made to fit."""
    note = queries.signed_lines()["note"]
    with transaction.atomic():
        cut_tail(receipt["journal_position"] - 1)
        assert faults() == ()
        assert any("only" in fault for fault in faults(receipt=receipt))
        assert any("only" in fault for fault in faults(checkpoint=note))
        transaction.set_rollback(True)


def test_what_is_kept_elsewhere_must_itself_be_of_this_home(receipt: dict[str, Any]) -> None:
    assert any("in hand" in fault for fault in faults(checkpoint="no note"))
    assert any("in hand" in fault for fault in faults(checkpoint='{"note": 1}'))
    assert any("in hand" in fault for fault in faults(receipt={**receipt, "number": 1}))


def test_the_desk_is_told_what_a_look_found() -> None:
    journal.note_inspection(files=3, lines=9, faults=["line 4 was changed"], now=NOW)
    shown = queries.last_inspection()
    assert shown is not None
    assert (shown.files, shown.lines, shown.faults) == (3, 9, ("line 4 was changed",))


def test_every_random_change_is_found_with_one_receipt_or_checkpoint_in_hand(home: Path) -> None:
    """The short one of `python -m tests.soak.tampering`; three changes of each kind."""
    trial = tampering.build(home, deliveries=11)
    assert tampering.untouched(trial) == ()
    outcome = tampering.tamper(trial, 42, seed=5)
    assert outcome.missed == []
    assert len(outcome.tried) == 14
    assert tampering.untouched(trial) == ()
