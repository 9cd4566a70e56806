"""The reports that are asked for, made beside the worker's loop: no receipt waits for a long one.

Each is made in a process of its own, one after the other, by the same step. What goes wrong there
that process writes down itself; where it was killed, its order is left alone until a person says so.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from innspill.pipeline import wiring
from innspill.shared.journal import actions as journal

log = logging.getLogger(__name__)
STEP = "report"
AGAIN = 30.0
"""Seconds before an order is taken up again that the machine could not do."""
_START = (
    "import os, sys; os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'innspill.config.settings');"
    " import django; django.setup();"
    " from innspill.pipeline import work; work.do_one('report', int(sys.argv[1]))"
)


class ReportsBeside:
    """Keeps one report going beside a loop that calls `keep_up` now and then."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[bytes] | None = None
        self._order = 0
        self._began = 0.0

    def keep_up(self, waiting: Callable[[], Sequence[int]]) -> None:
        """Begins the first report that waits where none is being made, and says how one ended."""
        if self._running is not None:
            ended = self._running.poll()
            if ended is None:
                return
            self._running = None
            if ended:
                self._broke_off(ended)
        orders = waiting()
        if not orders or (orders[0] == self._order and time.monotonic() < self._began + AGAIN):
            return
        self._order, self._began = orders[0], time.monotonic()
        command = [sys.executable, "-c", _START, str(self._order)]
        self._running = subprocess.Popen(  # noqa: S603 - our own command, no words from outside
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=os.environ.copy()
        )

    def _broke_off(self, code: int) -> None:
        log.error("the making of report order %s broke off (%s)", self._order, code)
        what = f"The process that made it ended with {code}."
        journal.record_mishap(step=STEP, thing=self._order, what=what, now=wiring.clock().now())
