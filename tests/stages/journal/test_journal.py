"""The journal: gapless, append-only, and every change behind its back is found."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from innspill.shared.journal import actions, merkle, queries
from innspill.shared.journal.append_only import put_up, take_down
from innspill.shared.journal.models import JournalEntry
from tests.stages.conftest import NOW

pytestmark = pytest.mark.django_db
TABLE = "journal_journalentry"


def write(many: int) -> list[actions.Written]:
    with transaction.atomic():
        return [
            actions.write("tried", f"thing {i}", actor="test", detail={"i": i}, at=NOW)
            for i in range(many)
        ]


def behind_its_back(sql: str) -> None:
    """What somebody with all rights on the database may do: lift the triggers and change it."""
    vendor = connection.vendor
    with connection.cursor() as cursor:
        for statement in [*take_down(vendor, TABLE), sql, *put_up(vendor, TABLE)]:
            cursor.execute(statement)


def test_lines_are_numbered_without_gaps() -> None:
    assert [line.number for line in write(5)] == [1, 2, 3, 4, 5]


def test_each_line_comes_with_a_proof_that_holds() -> None:
    for line in write(9):
        leaf = merkle.leaf_hash(line.leaf_data)
        index = line.number - 1
        assert merkle.verified(leaf, index, line.tree_size, line.proof, line.root)


def test_what_is_rolled_back_leaves_no_line_and_no_gap() -> None:
    write(2)
    with transaction.atomic():
        actions.write("tried", "thing", actor="test", detail={}, at=NOW)
        transaction.set_rollback(True)
    assert write(1)[0].number == 3
    assert queries.check().faults == ()


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_refuses_to_change_a_line(change: str) -> None:
    write(2)
    rows = JournalEntry.objects.filter(number=1)
    changes = {"update": lambda: rows.update(actor="somebody else"), "delete": rows.delete}
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        changes[change]()
    assert queries.check().faults == ()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite has INSERT OR REPLACE")
def test_a_line_cannot_be_replaced_by_a_like_one() -> None:
    write(2)
    replacing = f"INSERT OR REPLACE INTO {TABLE} SELECT * FROM {TABLE} WHERE number = 1"
    with connection.cursor() as cursor, pytest.raises(DatabaseError, match="append-only"):
        cursor.execute(replacing)


def test_tables_that_lost_their_guard_are_named() -> None:
    assert queries.unguarded() == []
    with connection.cursor() as cursor:
        cursor.execute(take_down(connection.vendor, TABLE)[0])
    assert queries.unguarded() == [TABLE]


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        (f"UPDATE {TABLE} SET actor = 'nobody' WHERE number = 3", "line 3 was changed"),
        (f"UPDATE {TABLE} SET detail = '{{}}' WHERE number = 3", "line 3 was changed"),
        (f"DELETE FROM {TABLE} WHERE number = 3", "line 3 is missing"),
        (f"DELETE FROM {TABLE} WHERE number = 6", "the head says 6"),
        (f"UPDATE {TABLE} SET number = 60 WHERE number = 6", "line 6 is missing"),
    ],
)
def test_a_change_behind_its_back_is_found(sql: str, found: str) -> None:
    write(6)
    behind_its_back(sql)
    assert any(found in fault for fault in queries.check().faults)


def test_numbers_of_a_series_are_gapless_even_after_a_rollback() -> None:
    with transaction.atomic():
        assert actions.next_number("series") == 1
    with transaction.atomic():
        assert actions.next_number("series") == 2
        transaction.set_rollback(True)
    with transaction.atomic():
        assert actions.next_number("series") == 2
        assert actions.next_number("another") == 1
