"""Whether the database keeps what it has acknowledged: an error, not a warning, where it may not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from innspill.config import postgres, sqlite


def database_is_safe(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Asks each connection for the settings it really has, and holds them to the rule."""
    asked = {"sqlite": _of_sqlite, "postgresql": _of_postgres}
    return [
        found
        for alias in databases or ()
        for found in asked[connections[alias].vendor](connections[alias])
    ]


def _of_sqlite(connection: BaseDatabaseWrapper) -> Iterator[CheckMessage]:
    with connection.cursor() as cursor:
        journal_mode = str(cursor.execute("PRAGMA journal_mode").fetchone()[0])
        synchronous = int(cursor.execute("PRAGMA synchronous").fetchone()[0])
    mode = str(connection.settings_dict["OPTIONS"].get("transaction_mode", ""))
    for fault in sqlite.faults(sqlite3.sqlite_version_info, journal_mode, synchronous, mode):
        yield Error(fault, hint="Leave init_command as it is.", id="innspill.E001")
    mounts = Path("/proc/mounts")
    if mounts.exists():
        place = Path(str(connection.settings_dict["NAME"])).resolve()
        kind = sqlite.far_away(place, mounts.read_text(encoding="utf-8", errors="replace"))
        if kind:
            yield Error(
                f"SQLite lies on a network file system ({kind}), whose locks cannot be relied on",
                hint="Use a disk of this machine, or PostgreSQL (INNSPILL_DATABASE).",
                id="innspill.E003",
            )


def _of_postgres(connection: BaseDatabaseWrapper) -> Iterator[CheckMessage]:
    shown = {}
    with connection.cursor() as cursor:
        for name in postgres.ASKED:
            cursor.execute(f"SHOW {name}")
            shown[name] = str(cursor.fetchone()[0])
    for fault in postgres.faults(shown):
        yield Error(fault, hint="Set it on in postgresql.conf.", id="innspill.E002")
