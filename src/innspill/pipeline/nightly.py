"""The look through everything that is kept, once a night: `innspill fixity`, started by the worker.

It runs in a process of its own with the lowest priority, since reading 100,000 files takes minutes
and receipts must not wait for it. What it found it writes down itself, for the desk; here its end is
waited for, and a fault is said aloud in the log.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from datetime import datetime, timedelta
from datetime import time as hour
from zoneinfo import ZoneInfo

from innspill.shared.journal import queries as journal

log = logging.getLogger(__name__)
OSLO = ZoneInfo("Europe/Oslo")
AT = hour(2)
"""When the night's look is due, by the clock on the wall."""
AGAIN = 3600.0
"""Seconds before a look that broke off is begun anew."""
_START = "import os; os.nice(19); from innspill.interfaces.cli.main import main; main()"


def due(now: datetime, last: datetime | None) -> bool:
    """Whether a look is due: none was made since the last 02:00 in Oslo.

    A look in the future was made before the clock was set back: one is made now, by the new time.
    """
    return last is None or last > now or last < _latest(now)


def _latest(now: datetime) -> datetime:
    local = now.astimezone(OSLO)
    today = datetime.combine(local.date(), AT, OSLO)
    return today if today <= now else datetime.combine(local.date() - timedelta(days=1), AT, OSLO)


class NightlyLook:
    """Keeps the nightly look going beside a loop that calls `keep_up` now and then."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[bytes] | None = None
        self._not_before = time.monotonic()

    def keep_up(self, now: datetime) -> None:
        """Begins a look where one is due and none is running, and says how one ended."""
        if self._running is not None:
            ended = self._running.poll()
            if ended is None:
                return
            self._running = None
            if ended:
                log.error("the nightly look found faults or broke off (innspill fixity: %s)", ended)
        if time.monotonic() < self._not_before or not due(now, journal.last_looked_at()):
            return
        # Also where it breaks off without a word, it is not begun every two seconds.
        self._not_before = time.monotonic() + AGAIN
        command = [sys.executable, "-c", _START, "fixity"]
        self._running = subprocess.Popen(  # noqa: S603 - our own command, no words from outside
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=os.environ.copy()
        )
