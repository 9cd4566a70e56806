"""pg_dump and pg_restore, PostgreSQL's own programs for copying a database and putting it back."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from innspill.shared.errors import BadInput


class PostgresPrograms:
    """The programs of one PostgreSQL, found on PATH or in `folder`, used on one database.

    `connection` is what libpq is told: host, port, dbname, user, password. Nothing of it is shown
    on the command line, where others on the machine could read it.
    """

    def __init__(self, folder: str, connection: Mapping[str, Any]) -> None:
        self._folder = folder
        self._settings = {
            variable: str(connection[name])
            for name, variable in _VARIABLES.items()
            if connection.get(name)
        }

    def dump(self, into: Path, *, snapshot: str) -> None:
        """Writes the database, as a transaction with this exported snapshot sees it, into a file."""
        self._run("pg_dump", "--format=custom", "--no-owner", "--no-privileges",
                  "--exclude-schema=innspill_public",
                  f"--snapshot={snapshot}", f"--file={into}")  # fmt: skip

    def check(self, dump: Path) -> None:
        """Reads the whole of such a file, and does nothing with it. Raises BadInput if it cannot."""
        self._run("pg_restore", f"--file={os.devnull}", str(dump))

    def restore(self, dump: Path) -> None:
        """Puts such a file into the database, all of it or nothing."""
        self._run("pg_restore", "--no-owner", "--no-privileges", "--single-transaction",
                  "--exit-on-error", f"--dbname={self._settings['PGDATABASE']}", str(dump))  # fmt: skip

    def _run(self, program: str, *arguments: str) -> None:
        found = shutil.which(program, path=self._folder or None)
        if found is None:
            raise BadInput(
                f"{program} is not found", where=self._folder or "PATH",
                todo="Install PostgreSQL's client programs, or name their folder in INNSPILL_PG_BIN.",
            )  # fmt: skip
        done = subprocess.run(  # noqa: S603 - our own command, no words from outside
            [found, *arguments], env={**os.environ, **self._settings},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            lines = done.stderr.strip().splitlines() or [f"ended with {done.returncode}"]
            raise BadInput(f"{program} could not do it: {lines[0]}", todo=_advice(done.stderr))


_VARIABLES = {
    "host": "PGHOST", "port": "PGPORT", "dbname": "PGDATABASE", "user": "PGUSER",
    "password": "PGPASSWORD", "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT",
    "service": "PGSERVICE", "passfile": "PGPASSFILE",
}  # fmt: skip


def _advice(said: str) -> str:
    if "server version mismatch" in said or "unsupported version" in said:
        return "Use the programs of the server's own version (INNSPILL_PG_BIN)."
    return "See what the server says."
