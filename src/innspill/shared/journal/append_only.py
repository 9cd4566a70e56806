"""Triggers that make tables append-only, for SQLite and PostgreSQL: a step of a migration.

A later migration that makes SQLite copy such a table (a changed column) loses its triggers and
must repeat this step; `innspill doctor` looks whether they are there.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import migrations
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

Change = Callable[[StateApps, BaseDatabaseSchemaEditor], None]

_SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
_POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION innspill_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is append-only'; END $$
"""
_POSTGRESQL = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION innspill_refuse()
"""
_VERBS = {"sqlite": ("update", "delete"), "postgresql": ("update", "delete", "truncate")}
_NAMES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger",
}
"""How each database is asked for the names of its triggers."""


def put_up(vendor: str, table: str) -> list[str]:
    """The SQL that makes `table` append-only. Raises KeyError for a database we do not know."""
    if vendor == "sqlite":
        return [_SQLITE.format(table=table, verb=verb) for verb in _VERBS[vendor]]
    triggers = [_POSTGRESQL.format(table=table, verb=verb) for verb in _VERBS[vendor]]
    return [_POSTGRESQL_FUNCTION, *triggers]


def take_down(vendor: str, table: str) -> list[str]:
    """The SQL that lifts it again: for undoing a migration, and for emptying a test database."""
    on = f" ON {table}" if vendor == "postgresql" else ""
    return [f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on}" for verb in _VERBS[vendor]]


def append_only(*tables: str) -> migrations.RunPython:
    """A migration step: these tables refuse every UPDATE and DELETE."""
    return migrations.RunPython(_each(tables, put_up), _each(tables, take_down))


def lifted(*tables: str) -> migrations.RunPython:
    """A migration step before one that changes these tables; `append_only` comes after it."""
    return migrations.RunPython(_each(tables, take_down), _each(tables, put_up))


def _each(tables: tuple[str, ...], sql: Callable[[str, str], list[str]]) -> Change:
    def change(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        for table in tables:
            for statement in sql(editor.connection.vendor, table):
                editor.execute(statement)

    return change


def missing_triggers(connection: BaseDatabaseWrapper, table: str) -> set[str]:
    """The triggers that `table` should have and has not."""
    wanted = {f"{table}_no_{verb}" for verb in _VERBS[connection.vendor]}
    with connection.cursor() as cursor:
        cursor.execute(_NAMES[connection.vendor])
        return wanted - {row[0] for row in cursor.fetchall()}
