"""Triggers that freeze the rows of a table but for a few columns: a step of a migration.

Such a column can be set once where it tells that a row no longer counts (`…_at`): what was taken
away never comes back. As with `append_only`, a later migration that makes SQLite copy the table, or
adds a column to it, must repeat this step.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import migrations
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_FUNCTION = """
CREATE OR REPLACE FUNCTION innspill_frozen() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is frozen'; END $$
"""


def freeze(connection: BaseDatabaseWrapper, table: str, but: tuple[str, ...]) -> list[str]:
    """The SQL that freezes `table` but for the columns `but`."""
    with connection.cursor() as cursor:
        described = connection.introspection.get_table_description(cursor, table)
    columns = [column.name for column in described if column.name not in but]
    events = [
        ("update", f"UPDATE OF {', '.join(f'{chr(34)}{name}{chr(34)}' for name in columns)}", ""),
        ("delete", "DELETE", ""),
        *_once(connection.vendor, but),
    ]
    if connection.vendor == "sqlite":
        return [
            f"CREATE TRIGGER {table}_frozen_{name} BEFORE {event} ON {table} {when} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is frozen'); END"
            for name, event, when in events
        ]
    rows = [
        f"CREATE TRIGGER {table}_frozen_{name} BEFORE {event} ON {table} FOR EACH ROW {when} "
        "EXECUTE FUNCTION innspill_frozen()"
        for name, event, when in events
    ]
    truncate = (
        f"CREATE TRIGGER {table}_frozen_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION innspill_frozen()"
    )
    return [_FUNCTION, *rows, truncate]


def thaw(vendor: str, table: str, but: tuple[str, ...]) -> list[str]:
    """The SQL that lifts it again: for undoing a migration, and for emptying a test database."""
    on = f" ON {table}" if vendor == "postgresql" else ""
    return [f"DROP TRIGGER IF EXISTS {name}{on}" for name in _names(vendor, table, but)]


def frozen(table: str, but: tuple[str, ...]) -> migrations.RunPython:
    """A migration step: the rows of this table are kept as they are, but for these columns."""

    def up(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        down(_apps, editor)
        for statement in freeze(editor.connection, table, but):
            editor.execute(statement)

    def down(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for statement in thaw(editor.connection.vendor, table, but):
            editor.execute(statement)

    return migrations.RunPython(up, down)


def missing_of_frozen(
    connection: BaseDatabaseWrapper, table: str, but: tuple[str, ...]
) -> set[str]:
    """The triggers that `table` should have and has not."""
    catalogue = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        there = {row[0] for row in cursor.fetchall()}
    return set(_names(connection.vendor, table, but)) - there


def _once(vendor: str, but: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for column in but:
        if column.endswith("_at"):
            differs = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
            when = f"OLD.{column} IS NOT NULL AND NEW.{column} {differs} OLD.{column}"
            yield column, f"UPDATE OF {column}", f"WHEN ({when})"


def _names(vendor: str, table: str, but: tuple[str, ...]) -> list[str]:
    events = ["update", "delete", *(name for name, _, _ in _once(vendor, but))]
    if vendor == "postgresql":
        events.append("truncate")
    return [f"{table}_frozen_{event}" for event in events]
