"""The wall on a connection to SQLite: views of its own, and an authorizer that knows only them.

Temporary views take the tables' names for this connection. Each is a view of another one with a
name that nobody can guess, and only what that one's text names is read from the tables: SQLite
tells the authorizer on whose behalf a column is read, and a common table expression could call
itself like one of ours.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable

from innspill.adapters.wall.tables import PUBLIC_TABLES

Judge = Callable[[int, str | None, str | None, str | None, str | None], int]
_HARMLESS = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_RECURSIVE,
    sqlite3.SQLITE_TRANSACTION,
    sqlite3.SQLITE_SAVEPOINT,
}
_WHOLE = frozenset(table.name for table in PUBLIC_TABLES if not table.where and not table.body)
"""Tables of which every row is public: SQLite asks for the table itself where rows are counted."""


def raise_wall(connection: sqlite3.Connection) -> Callable[[], None]:
    """From now on the connection reads what is public and nothing else. Returns what undoes it."""
    hidden = {table.name: f"{table.name}_{secrets.token_hex(8)}" for table in PUBLIC_TABLES}
    for table in PUBLIC_TABLES:
        within = hidden[table.name]
        connection.execute(f'CREATE TEMP VIEW "{within}" AS {table.select("main.")}')
        connection.execute(
            f'CREATE TEMP VIEW "{table.name}" AS SELECT * FROM temp."{within}"'  # noqa: S608 - our own names
        )
    connection.execute("PRAGMA query_only = ON")
    connection.set_authorizer(_judge(frozenset(hidden), frozenset(hidden.values())))

    def lower() -> None:
        connection.set_authorizer(None)
        connection.execute("PRAGMA query_only = OFF")
        for name in (*hidden, *hidden.values()):
            connection.execute(f'DROP VIEW temp."{name}"')

    return lower


def _judge(shown: frozenset[str], hidden: frozenset[str]) -> Judge:
    views = shown | hidden

    def judge(
        action: int, what: str | None, column: str | None, schema: str | None, by: str | None
    ) -> int:
        if action in _HARMLESS:
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_FUNCTION:
            return sqlite3.SQLITE_DENY if column == "load_extension" else sqlite3.SQLITE_OK
        if action != sqlite3.SQLITE_READ:
            return sqlite3.SQLITE_DENY
        is_view = schema == "temp" and what in views
        is_counted = not column and what in _WHOLE
        may = is_view or is_counted or by in hidden
        return sqlite3.SQLITE_OK if may else sqlite3.SQLITE_DENY

    return judge
