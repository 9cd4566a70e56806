"""The database as one file, on either engine: copied while others write, and put back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from innspill.adapters.postgres_programs import PostgresPrograms
from innspill.shared.errors import BadInput

_NAMED = (
    ("intake_item", "sha256"),
    ("drafting_draftfile", "sha256"),
    ("handover_package", "sha256"),
)
"""Tables whose rows name stored bytes that must be there."""
_ENDINGS = {"sqlite": ".sqlite3", "postgresql": ".dump"}
Rows = Callable[[str], Sequence[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Copied:
    """What stands in a copy: the lines of its journal, the last signed checkpoint, and the bytes
    that its rows name, each with the table that does.
    """

    engine: str
    version: str
    lines: int
    checkpoint: str
    named: Mapping[str, str]


class DatabaseCopies(Protocol):
    """How a database becomes one file and a file a database."""

    engine: str

    def copy(self, into: Path) -> Copied:
        """Copies what is committed now into a new file. Others may write meanwhile."""

    def check_free(self) -> None:
        """Raises BadInput unless nothing is there yet."""

    def put_back(self, copy: Path) -> None:
        """Makes the file the database, all of it or nothing. Raises BadInput if it is none."""


def of_settings() -> DatabaseCopies:
    """The one for the engine of the settings."""
    return _Postgres() if connection.vendor == "postgresql" else _Sqlite()


def ending(engine: str) -> str:
    """What the file of an engine's copy ends with. Raises BadInput for one that we do not know."""
    if engine not in _ENDINGS:
        raise BadInput(f"it was made from another kind of database: {engine}")
    return _ENDINGS[engine]


class _Sqlite:
    engine = "sqlite"

    def copy(self, into: Path) -> Copied:
        with (
            closing(_opened(_place())) as live,
            closing(sqlite3.connect(into)) as copy,
        ):
            # Page by page it begins anew each time somebody writes, and would never end.
            live.backup(copy)
        with closing(_opened(into)) as copy:
            (said,) = copy.execute("PRAGMA integrity_check").fetchone()
            if said != "ok":
                raise BadInput(f"the copy of the database is damaged: {said}", where=str(into))
            return _told(
                self.engine, sqlite3.sqlite_version, lambda sql: copy.execute(sql).fetchall()
            )

    def check_free(self) -> None:
        if _place().exists():
            raise BadInput("there is a database already", where=str(_place()),
                           todo="Restore into an empty home.")  # fmt: skip

    def put_back(self, copy: Path) -> None:
        beside = _place().with_name(f"{_place().name}.part")
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(copy.read_bytes())
        beside.replace(_place())


class _Postgres:
    engine = "postgresql"

    def copy(self, into: Path) -> Copied:
        try:
            rows = _asked
            with transaction.atomic():
                rows("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                # It waits here while pg_dump works, however long that takes.
                rows("SET LOCAL idle_in_transaction_session_timeout = 0")
                ((snapshot,),) = rows("SELECT pg_export_snapshot()")
                ((version,),) = rows("SHOW server_version")
                told = _told(self.engine, str(version), rows)
                _programs().dump(into, snapshot=str(snapshot))
        except DatabaseError as error:
            raise BadInput(f"there is no database of ours: {error}",
                           where="INNSPILL_DATABASE") from error  # fmt: skip
        _programs().check(into)
        return told

    def check_free(self) -> None:
        ((tables,),) = _asked(
            "SELECT count(*) FROM pg_tables"
            " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
        )
        if tables:
            raise BadInput(
                f"the database holds {tables} tables already", where="INNSPILL_DATABASE",
                todo="Restore into an empty database.",
            )  # fmt: skip

    def put_back(self, copy: Path) -> None:
        _programs().restore(copy)
        # What this process asked before was asked of the empty database.
        connection.close()


def _programs() -> PostgresPrograms:
    return PostgresPrograms(settings.PG_BIN, connection.get_connection_params())


def _asked(statement: str) -> Sequence[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall()) if cursor.description else []


def _place() -> Path:
    return Path(str(settings.DATABASES["default"]["NAME"]))


def _opened(database: Path) -> sqlite3.Connection:
    if not database.is_file():
        raise BadInput("there is no database here", where=str(database.parent),
                       todo="Give the folder of INNSPILL_HOME, or of a copy.")  # fmt: skip
    return sqlite3.connect(f"file:{database}?mode=ro", uri=True)


def _told(engine: str, version: str, rows: Rows) -> Copied:
    ((lines,),) = rows("SELECT count(*) FROM journal_journalentry")
    last = rows("SELECT note FROM journal_checkpoint ORDER BY size DESC LIMIT 1")
    return Copied(engine, version, int(lines), str(last[0][0]) if last else "", dict(_named(rows)))


def _named(rows: Rows) -> Iterator[tuple[str, str]]:
    for table, column in _NAMED:
        for (name,) in rows(f"SELECT DISTINCT {column} FROM {table}"):  # noqa: S608 - our own names
            yield str(name), table
