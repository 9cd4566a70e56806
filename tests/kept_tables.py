"""The tables of SQLite are laid by the migrations once in a run of the suite, then copied.

Laying them takes many seconds, for each process of the run, each server that it starts, and each
small change of the code that `tools/mutants.py` tries.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.core import management
from django.db import connection

from innspill.interfaces.cli.starting import one_at_a_time

PLACE = "INNSPILL_KEPT_TABLES"
"""Names the file that the tables are kept in; without it they are laid each time."""


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
