"""The tables of SQLite are laid by the migrations once in a run of the suite, then copied.

Laying them takes many seconds, for each process of the run, each server that it starts, and each
small change of the code that `tools/mutants.py` tries.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.core import management
from django.db import connection

from innspill.interfaces.cli.starting import one_at_a_time

PLACE = "INNSPILL_KEPT_TABLES"
"""Names the file that the tables are kept in; without it they are laid each time."""
COPIED = "INNSPILL_COPIED_DATABASE"
"""Names the database of PostgreSQL with tables that a test database is copied from."""

_LAY = """
import django
from django.core import management
from tests.kept_tables import kept_tables
django.setup()
with kept_tables():
    management.call_command("migrate", verbosity=0)
"""


@contextmanager
def kept_tables() -> Iterator[None]:
    """While it lasts, a new database gets its tables from the file, once it is there."""
    place, lay = os.environ.get(PLACE), management.call_command

    def laid(command: str, *arguments: Any, **options: Any) -> Any:
        if not place or command != "migrate" or connection.vendor != "sqlite":
            return lay(command, *arguments, **options)
        connection.ensure_connection()
        if connection.introspection.table_names():
            return lay(command, *arguments, **options)
        with one_at_a_time(Path(f"{place}.lock")):
            if Path(place).exists():
                with closing(sqlite3.connect(place)) as kept:
                    return kept.backup(connection.connection)
            result = lay(command, *arguments, **options)
            beside = Path(f"{place}.part")
            with closing(sqlite3.connect(beside)) as kept:
                connection.connection.backup(kept)
            beside.replace(place)
            return result

    management.call_command = laid
    try:
        yield
    finally:
        management.call_command = lay


def with_tables(home: Path) -> Path:
    """`home`, with the tables in its database: what starts there need not lay them first.

    Without a file to keep them in, nothing is done.
    """
    place = os.environ.get(PLACE)
    if place:
        if not Path(place).exists():
            with tempfile.TemporaryDirectory() as other:
                lay_tables(Path(other))
        home.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(place, home / "innspill.sqlite3")
    return home


def lay_tables(home: Path, database: str = "") -> None:
    """Has a process of its own lay the tables, in `home` or in the database of that address."""
    subprocess.run(
        [sys.executable, "-c", _LAY],
        env={**os.environ, "INNSPILL_HOME": str(home), "INNSPILL_DATABASE": database,
             "DJANGO_SETTINGS_MODULE": "innspill.config.settings"},
        cwd=Path(__file__).parents[1], check=True,
    )  # fmt: skip
