"""Proofs that are shown to whoever asks: the same as those worked out anew, and cheap to ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from innspill.shared.journal import actions, merkle, queries, signing, walking
from innspill.shared.journal.append_only import put_up, take_down
from innspill.shared.journal.models import JournalEntry, JournalHead
from tests.stages.conftest import NOW

pytestmark = pytest.mark.django_db
LINES = JournalEntry._meta.db_table


def happen(many: int, what: str = "thing") -> None:
    with transaction.atomic():
        for number in range(many):
            actions.write("tried", f"{what} {number}", actor="test", detail={}, at=NOW)


def looked_up(position: int, size: int) -> int:
    """How many look-ups it takes to show a proof, which is the right one."""
    with CaptureQueriesContext(connection) as asked:
        shown = queries.proof_shown(position, size)
    assert shown == queries.proof_for(position, size)
    return len(asked)


def test_each_proof_is_shown_as_it_is_worked_out_anew() -> None:
    happen(9)
    for size in range(1, 10):
        for position in range(1, size + 1):
            assert queries.proof_shown(position, size) == queries.proof_for(position, size)


def test_what_is_known_of_the_journal_is_not_read_again() -> None:
    happen(5)
    queries.proof_shown(1, 5)
    assert looked_up(2, 5) == 1
    happen(1)
    assert looked_up(2, 6) == 2
    assert looked_up(2, 6) == 1
    assert looked_up(3, 4) == 1


@pytest.mark.parametrize("many", [4, 5, 6])
def test_another_journal_is_never_shown_with_the_proofs_of_this_one(many: int) -> None:
    with transaction.atomic():
        happen(5)
        queries.proof_shown(1, 5)
        transaction.set_rollback(True)
    happen(many, "another thing")
    assert queries.proof_shown(2, many) == queries.proof_for(2, many)
    assert looked_up(2, many) == 1


def test_of_an_empty_journal_nothing_is_shown() -> None:
    with transaction.atomic():
        happen(3)
        queries.proof_shown(1, 3)
        transaction.set_rollback(True)
    with pytest.raises(IndexError):
        queries.proof_shown(1, 1)
    assert queries._known_tree().size == 0
    with CaptureQueriesContext(connection) as asked:
        queries._known_tree()
    assert len(asked) == 1


def test_lines_after_those_that_the_head_tells_of_are_not_shown() -> None:
    happen(3)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {LINES} (number, at, actor, verb, subject, detail, leaf) "
            f"SELECT 4, at, actor, verb, subject, detail, leaf FROM {LINES} WHERE number = 3"
        )
    with pytest.raises(IndexError):
        queries.proof_shown(1, 4)
    assert looked_up(1, 3) == 1


def test_a_head_that_fits_nothing_is_tried_twice_and_no_more() -> None:
    happen(3)
    JournalHead.objects.update(peaks=["00" * 32])
    with CaptureQueriesContext(connection) as asked:
        assert queries.proof_shown(1, 3) == queries.proof_for(1, 3)
    assert len(asked) <= 4


def test_the_head_is_another_one_after_each_line() -> None:
    assert queries.head() == ()
    leaves, seen = [], set()
    for _ in range(4):
        happen(1)
        leaves.append(bytes.fromhex(queries.line_hashes()[-1]))
        peaks = queries.head()
        assert merkle.root_of_peaks([bytes.fromhex(peak) for peak in peaks]) == merkle.root_of(
            leaves
        )
        seen.add(peaks)
    assert len(seen) == 4
    assert [len(peaks) for peaks in sorted(seen, key=len)] == [1, 1, 1, 2]


def test_what_was_signed_once_is_shown_as_it_was_signed(home: Path) -> None:
    happen(2)
    actions.checkpoint("hour", NOW)
    kept = queries.latest_checkpoint()
    assert kept is not None
    (home / "signing-key").unlink()
    signing.put_in_place(signing.made())
    assert signing.signed(2, bytes.fromhex(kept.root)) != kept.note
    assert queries.signed_lines(2)["note"] == kept.note
    assert queries.signed_lines(1)["note"] != kept.note
    with CaptureQueriesContext(connection) as asked:
        assert queries.checkpoint_of(2) == kept
    assert len(asked) == 1
    assert queries.checkpoint_of(1) is None


@pytest.mark.parametrize("size", ["x", None, 2.5])
def test_a_line_that_tells_of_no_checkpoint_there_is_is_named(size: object) -> None:
    happen(2)
    actions.checkpoint("hour", NOW)
    happen(1)
    actions.checkpoint("hour", NOW)
    changed(3, {"size": size, "root": "x", "reason": "hour"})
    found = list(walking.checkpoint_faults(walking.walk((walking.CHECKPOINT, walking.STAMPED))))
    assert f"checkpoint {size}: is gone" in found
    assert "checkpoint 2: no line tells of it" in found


def test_a_line_that_tells_of_another_root_is_found() -> None:
    happen(2)
    actions.checkpoint("hour", NOW)
    changed(3, {**JournalEntry.objects.get(number=3).detail, "root": "00" * 32})
    found = list(walking.checkpoint_faults(walking.walk((walking.CHECKPOINT, walking.STAMPED))))
    assert found == ["checkpoint 2: the lines before it are others now"]


def changed(number: int, detail: dict[str, object]) -> None:
    """What somebody with all rights on the database may do to a line."""
    with connection.cursor() as cursor:
        for statement in take_down(connection.vendor, LINES):
            cursor.execute(statement)
        JournalEntry.objects.filter(number=number).update(detail=detail)
        for statement in put_up(connection.vendor, LINES):
            cursor.execute(statement)
