"""Emptying a test database whose tables refuse to be emptied."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection

from innspill.shared.journal.append_only import put_up, take_down
from innspill.shared.journal.frozen import freeze, thaw
from innspill.shared.journal.queries import FROZEN, GUARDED


def guards() -> tuple[list[str], list[str]]:
    """The SQL that takes the triggers of all guarded and frozen tables down, and up again."""
    vendor = connection.vendor
    down = [sql for table in GUARDED for sql in take_down(vendor, table)]
    up = [sql for table in GUARDED for sql in put_up(vendor, table)]
    for table, but in FROZEN.items():
        down += thaw(vendor, table, but)
        up += freeze(connection, table, but)
    return down, up


@contextmanager
def flush_lifts_the_guard() -> Iterator[None]:
    """While this holds, Django's flush between tests takes the triggers down and up again."""
    patch = pytest.MonkeyPatch()
    flush = connection.ops.sql_flush

    def lifted(*arguments: Any, **named: Any) -> list[str]:
        down, up = guards()
        return [*down, *flush(*arguments, **named), *up]

    patch.setattr(connection.ops, "sql_flush", lifted)
    yield
    patch.undo()
