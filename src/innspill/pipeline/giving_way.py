"""The worker gives way to what arrives: while much comes in, it does a little and rests a lot.

What is done with a delivery can wait for an hour; the one who hands it in cannot. Without this the
worker, which is the nicer process, would hold the database's lock with no processor to work on.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from innspill.stages.intake import queries as intake

BUSY = 5.0
"""Deliveries a second from which on the worker gives way."""
REST = 2.0
_LOOK_EVERY = 0.25


class GivingWay:
    """Asks how fast deliveries come, and rests between two things while they come fast."""

    def __init__(
        self,
        arrived: Callable[[], int] = intake.latest_number,
        clock: Callable[[], float] = time.monotonic,
        rest: Callable[[float], None] = time.sleep,
    ) -> None:
        self._arrived, self._clock, self._rest = arrived, clock, rest
        self._at, self._number = clock(), arrived()
        self._is_busy = False

    def between_two(self) -> bool:
        """To be called between two things; whether it rested."""
        now = self._clock()
        if now - self._at >= _LOOK_EVERY:
            number = self._arrived()
            self._is_busy = (number - self._number) / (now - self._at) > BUSY
            self._at, self._number = now, number
        if self._is_busy:
            self._rest(REST)
        return self._is_busy
