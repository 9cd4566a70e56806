"""How often each address has asked for something lately: one table for all processes of a server.

Made before the server forks its processes, so that they count together. Nothing is locked: a
process may be killed at any moment, and a count that two raise at once may be one too low.
"""

from __future__ import annotations

import hashlib
import mmap
import secrets
from functools import cache

_PLACES = 1 << 16
_WORD = 8
_COUNT_BITS = 20
_MOST = (1 << _COUNT_BITS) - 1


class RequestCounts:
    """Counts by name and minute, or a longer while. Names are hashed with a secret, and none can be read out."""

    def __init__(self) -> None:
        self._table = memoryview(mmap.mmap(-1, _PLACES * _WORD)).cast("Q")
        self._secret = secrets.token_bytes(16)

    def add(self, name: str, now: float, *, seconds: int = 60) -> int:
        """Counts `name` once more in the minute of `now`, or in `seconds`; how often that makes.

        Two names may share a place, one time in 65,536, and then count as one.
        """
        place = self._place(name)
        minute = int(now // seconds)
        counted_in, count = divmod(self._table[place], 1 << _COUNT_BITS)
        count = min(count + 1, _MOST) if counted_in == minute else 1
        self._table[place] = (minute << _COUNT_BITS) | count
        return count

    def _place(self, name: str) -> int:
        digest = hashlib.blake2b(name.encode(), key=self._secret, digest_size=8).digest()
        return int.from_bytes(digest, "big") % _PLACES


@cache
def shared_counts() -> RequestCounts:
    """The table of this server: called once before it forks, it is the same in every process."""
    return RequestCounts()
