"""The file of the search index: its tables, and how it is opened. See decision 0023.

It is made of public copies alone, and of nothing that cannot be made again from them.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from innspill.shared.errors import SearchUnavailable
from innspill.stages.publication.core.searching.words import EDITION

SCHEMA = f"1.{EDITION}"
ROOM = 1024
"""Row numbers that each copy has for its passages: more than `passages.MOST`."""
_WAIT = 2.0
_PASSING = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR,
            sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_INTERRUPT}  # fmt: skip
"""What is no fault of the file."""
TABLES = """
CREATE TABLE about(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE copy(
    id INTEGER PRIMARY KEY, hearing INTEGER NOT NULL, body_group TEXT NOT NULL,
    remarks INTEGER NOT NULL, late INTEGER NOT NULL, joint INTEGER NOT NULL,
    year INTEGER NOT NULL, standing TEXT NOT NULL, names_until TEXT, words BLOB NOT NULL);
CREATE INDEX copy_names_until ON copy(names_until) WHERE names_until IS NOT NULL;
CREATE VIRTUAL TABLE whole USING fts5(
    said, name, person, content='', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE passage USING fts5(
    said, person, scope, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0');
CREATE TABLE stem(stem TEXT PRIMARY KEY, copies INTEGER NOT NULL, backwards TEXT NOT NULL)
    WITHOUT ROWID;
CREATE INDEX stem_backwards ON stem(backwards);
"""


class SearchFile:
    """The file, opened once a thread for reading, and anew when another was put in its place."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = threading.local()

    def read(self) -> sqlite3.Connection:
        """A connection that cannot write. Raises SearchUnavailable."""
        try:
            looked = os.stat(self.path)  # noqa: PTH116 - on the way of every search
        except OSError as error:
            raise SearchUnavailable(f"there is no search index ({error.strerror})") from error
        now = (looked.st_dev, looked.st_ino)
        if getattr(self._own, "file", None) != now:
            self.close()
            address = f"{self.path.absolute().as_uri()}?mode=ro"
            connection = sqlite3.connect(address, uri=True, timeout=_WAIT, isolation_level=None)
            try:
                _check(connection)
            except SearchUnavailable:
                connection.close()
                raise
            self._own.connection, self._own.file = connection, now
        opened: sqlite3.Connection = self._own.connection
        return opened

    def close(self) -> None:
        """Lets go of this thread's connection."""
        if getattr(self._own, "file", None):
            self._own.connection.close()
            self._own.file = None

    @contextmanager
    def written(self) -> Iterator[sqlite3.Connection]:
        """A transaction that writes; the file is made where there is none."""
        if not self.path.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True)
        with usable():
            connection = sqlite3.connect(self.path, timeout=20, isolation_level=None)
            try:
                connection.execute("BEGIN IMMEDIATE")
                if not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
                    make_tables(connection)
                _check(connection)
                yield connection
                connection.execute("COMMIT")
            finally:
                connection.close()  # which takes back what was not committed


def make_tables(connection: sqlite3.Connection) -> None:
    """The tables, empty."""
    for statement in TABLES.split(";"):
        if statement.strip():
            connection.execute(statement)
    connection.execute("INSERT INTO about VALUES ('schema', ?)", (SCHEMA,))


@contextmanager
def usable() -> Iterator[None]:
    """What goes wrong with the file becomes SearchUnavailable."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        broken = code not in _PASSING
        raise SearchUnavailable(f"the search index: {error}", broken=broken) from error


def _check(connection: sqlite3.Connection) -> None:
    with usable():
        row = connection.execute("SELECT value FROM about WHERE name = 'schema'").fetchone()
    if row is None or row[0] != SCHEMA:
        raise SearchUnavailable("the search index is of another edition")
