"""What a hostile text costs: no more than its length."""

from __future__ import annotations

import time
from collections.abc import Callable


def costs_its_length(look: Callable[[str], object], piece: str, size: int = 4_000) -> bool:
    """Whether `look` takes of eight times as much of `piece` at most three times eight times as long.

    `size`: the letters of the shorter text. No limit in seconds: what a slow or busy machine takes is its own affair.
    """

    def cost(letters: int) -> float:
        text = piece * max(letters // len(piece), 1)
        begun = time.process_time()
        look(text)
        return time.process_time() - begun

    small = max(cost(size), size / 800_000)
    # Once in three: what else the process does in between counts too.
    return any(cost(8 * size) <= 8 * 3 * small for _ in range(3))
