"""What tests of the finder ask: what of a kind is found, and that hostile text costs no more than its length."""

from __future__ import annotations

import time
from collections.abc import Callable

from innspill.stages.publication.core.personal_data import find


def found(text: str, kind: str, *, private: bool = False) -> list[str]:
    """The words of `text` that are found as `kind`; `private`: in what a private person wrote."""
    return [
        text[each.start : each.end] for each in find(text, private=private) if each.kind == kind
    ]


def costs_its_length(look: Callable[[str], object], piece: str, size: int = 4_000) -> bool:
    """Whether `look` takes of eight times as much of `piece` at most three times eight times as long."""

    def cost(letters: int) -> float:
        text = piece * (letters // len(piece))
        begun = time.process_time()
        look(text)
        return time.process_time() - begun

    small = max(cost(size), size / 800_000)
    # Once in three: what else the process does in between counts too.
    return any(cost(8 * size) <= 8 * 3 * small for _ in range(3))
