"""Whether the database keeps what it has acknowledged: an error, not a warning, where it may not."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections

from innspill.config.sqlite import faults


def database_is_safe(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Asks each SQLite connection for the settings it really has, and holds them to the rule."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        if connection.vendor != "sqlite":
            continue
        with connection.cursor() as cursor:
            journal_mode = str(cursor.execute("PRAGMA journal_mode").fetchone()[0])
            synchronous = int(cursor.execute("PRAGMA synchronous").fetchone()[0])
        mode = str(connection.settings_dict["OPTIONS"].get("transaction_mode", ""))
        wrong = faults(sqlite3.sqlite_version_info, journal_mode, synchronous, mode)
        found += [
            Error(fault, hint="Leave init_command as it is.", id="innspill.E001") for fault in wrong
        ]
    return found
