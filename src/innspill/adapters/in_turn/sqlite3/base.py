"""Django's SQLite backend, in which all who write come in the order in which they asked.

SQLite itself keeps no queue: whoever finds it locked sleeps up to a tenth of a second and tries
again, and one who writes without pause, as the worker does, wins nearly every time. Here they
queue at a lock file. The first in the queue waits for the database, and lets the next one to the
head when its transaction has begun. The system lets go of the lock of whoever dies.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db.backends.sqlite3 import base

_ENDING = "-turn"
_LONG = 1.0
_TIMEOUT = 5.0
"""What the sqlite3 module waits for where nothing is said."""


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to SQLite."""

    def _start_transaction_under_autocommit(self) -> None:
        if self.is_in_memory_db():
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
            return
        began = time.monotonic()
        with _head_of_the_queue(Path(str(self.settings_dict["NAME"]))):
            waited = time.monotonic() - began
            if waited < _LONG:
                super()._start_transaction_under_autocommit()  # type: ignore[misc]
                return
            # The time in the queue is part of the time that anybody waits, else those behind a
            # database that hangs would each wait for it anew.
            longest = float(self.settings_dict["OPTIONS"].get("timeout", _TIMEOUT))
            self._wait_at_most(max(0.05, longest - waited))
            try:
                super()._start_transaction_under_autocommit()  # type: ignore[misc]
            finally:
                self._wait_at_most(longest)

    def _wait_at_most(self, seconds: float) -> None:
        self.cursor().execute(f"PRAGMA busy_timeout={int(seconds * 1000)}")


@contextmanager
def _head_of_the_queue(database: Path) -> Iterator[None]:
    """Waits for all who came before, in this and in other processes."""
    place = database.with_name(database.name + _ENDING)
    handle = os.open(place, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
