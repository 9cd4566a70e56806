"""Whether a response came in time."""

from __future__ import annotations

from datetime import datetime


def is_late(received_at: datetime | None, deadline_at: datetime | None) -> bool | None:
    """Whether something received then came after the deadline; None where nobody knows.

    Both are aware; `deadline_at` is the first instant that is late (the next local midnight).
    Lateness is never assumed: without a time of receipt it is None. A hearing without a
    deadline has no late responses.
    """
    if deadline_at is None:
        return False
    if received_at is None:
        return None
    return received_at >= deadline_at
