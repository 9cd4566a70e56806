"""The journal is signed each hour that something happened, and at once when a hearing turns.

Where a time-stamping authority is set, it stamps the latest checkpoint. One that does not answer
stops nothing: it is asked again later.
"""

from __future__ import annotations

import logging
import time
from datetime import datetime

from innspill.pipeline import wiring
from innspill.shared.errors import StampUnavailable
from innspill.shared.journal import actions as journal
from innspill.shared.journal import queries

log = logging.getLogger(__name__)
AT_ONCE = frozenset({
    "consultation-loaded", "consultation-opened", "phase-switched", "deadline-moved",
    "extension-granted", "change-announced", "result-published",
})  # fmt: skip
"""The verbs of lines that open, close, extend or publish a hearing."""
PAUSE = 600.0
"""Seconds before an authority that did not answer is asked again."""
_silent_since: list[float] = []


def due() -> list[int]:
    """The size of the last checkpoint where another one should follow it now."""
    now = wiring.clock().now()
    if queries.checkpoint_due(now, at_once=AT_ONCE) is None:
        return []
    last = queries.latest_checkpoint()
    return [last.size if last else 0]


def make_checkpoint(_last: int, *, now: datetime) -> None:
    """Makes the checkpoint that is due; nothing happens where somebody else has made it."""
    reason = queries.checkpoint_due(now, at_once=AT_ONCE)
    if reason is not None:
        journal.checkpoint(reason, now)


def unstamped() -> list[int]:
    """The latest checkpoint, where an authority is set that has not stamped it."""
    if wiring.stamp_authority() is None or _is_silent():
        return []
    return queries.unstamped()


def stamp(size: int, *, now: datetime) -> None:
    """Has the authority stamp a checkpoint. Where it does not, that is logged and tried later."""
    authority = wiring.stamp_authority()
    if authority is None:
        return
    try:
        journal.stamp(size, authority=authority, now=now)
    except StampUnavailable as error:
        log.warning("checkpoint %s is not stamped yet: %s", size, error)
        _silent_since[:] = [time.monotonic()]
    else:
        _silent_since.clear()


def _is_silent() -> bool:
    return bool(_silent_since) and time.monotonic() - _silent_since[0] < PAUSE
