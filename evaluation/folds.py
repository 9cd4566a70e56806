"""What is learnt is measured on a hearing that it was not learnt from."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from evaluation import train
from evaluation.hearings import LEARNT, OPEN
from innspill.stages.analysis.core.learnt.linear import reading_from

_KEPT = tempfile.TemporaryDirectory(prefix="innspill-folds-")


@contextmanager
def learnt_without(hearing: str) -> Iterator[None]:
    """Within it analysis uses what was learnt from all hearings but `hearing` and the closed one.

    For a hearing that nothing was learnt from, that is what is shipped.
    """
    if hearing not in (*OPEN, *LEARNT):
        yield
        return
    with reading_from(_learnt(hearing)):
        yield


@lru_cache(maxsize=len(OPEN + LEARNT))
def _learnt(hearing: str) -> Path:
    folder = Path(_KEPT.name) / hearing
    folder.mkdir()
    train.learn([each for each in (*OPEN, *LEARNT) if each != hearing], folder)
    return folder
