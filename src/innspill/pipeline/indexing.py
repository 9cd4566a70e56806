"""The search index follows what is public: each copy is taken in and let go of by itself.

The index is a file beside the database and can be made anew from it at any moment. Where it is
missing it is made copy by copy; where it is damaged or of another edition, all at once.
"""

from __future__ import annotations

import logging
from datetime import datetime

from innspill.adapters.search_writing import Progress
from innspill.pipeline import wiring
from innspill.shared.errors import SearchUnavailable
from innspill.stages.publication import searching

log = logging.getLogger(__name__)
ANEW = 0
"""The row number that stands for all of them."""


def due() -> list[int]:
    """The copies that the index lacks or must let go of; `ANEW` where it cannot be used."""
    index = wiring.search_index()
    if index is None:
        return [ANEW] if searching.all_searched()[0] else []
    try:
        return searching.to_index(index)
    except SearchUnavailable as error:
        log.warning("%s; it is made anew", error)
        return [ANEW]


def bring_up(rendition: int, *, now: datetime) -> None:  # noqa: ARG001 - as every step is called
    """Takes one copy in if it is public, else out. Raises SearchUnavailable."""
    if rendition == ANEW:
        make_anew()
        return
    copy = searching.searched(rendition)
    writer = wiring.search_writer()
    if copy is None:
        writer.remove(rendition)
    else:
        writer.add(copy)


def make_anew(progress: Progress | None = None) -> int:
    """A new index of all that is public; the one before it serves until then."""
    total, copies = searching.all_searched()
    return wiring.search_writer().make_anew(copies, total=total, progress=progress)
