"""What is learnt is measured on a hearing that it was not learnt from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def learnt_without(hearing: str) -> Iterator[None]:  # noqa: ARG001
    """Within it analysis uses what was learnt from the open hearings but `hearing`."""
    yield
