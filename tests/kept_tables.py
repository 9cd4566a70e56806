"""The tables of a test database, laid once and copied from then on.

Laying them by the migrations takes seconds, which is nothing for a run of the suite and most of
the time where each small change of the code has a run of its own (`tools/mutants.py`).
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

PLACE = "INNSPILL_KEPT_TABLES"
"""Names the file that they are kept in; without it they are laid each time."""


@contextmanager
def kept_tables() -> Iterator[None]:
    """While it lasts, a new test database in SQLite gets its tables from the file, once it is there."""
    place, lay = os.environ.get(PLACE), management.call_command

    def laid(command: str, *arguments: Any, **options: Any) -> Any:
        if not place or command != "migrate" or connection.vendor != "sqlite":
            return lay(command, *arguments, **options)
        connection.ensure_connection()
        if Path(place).exists():
            with closing(sqlite3.connect(place)) as kept:
                return kept.backup(connection.connection)
        result = lay(command, *arguments, **options)
        beside = Path(f"{place}.{os.getpid()}.part")
        with closing(sqlite3.connect(beside)) as kept:
            connection.connection.backup(kept)
        beside.replace(place)
        return result

    management.call_command = laid
    try:
        yield
    finally:
        management.call_command = lay
