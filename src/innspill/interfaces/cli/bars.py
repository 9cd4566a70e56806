"""A progress bar for work that has several parts: a bar for each, on stderr."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Any, Self

import click


class Bars:
    """Call it with the part's name, how many are done and how many there are."""

    def __init__(self) -> None:
        self._name = ""
        self._bar: Any = None

    def __call__(self, name: str, done: int, total: int) -> None:
        """Draws the bar of this part; a new name, or a count that starts anew, ends the one before."""
        if name != self._name or done == 1:
            self._end()
            self._name = name
            self._bar = click.progressbar(length=total, label=f"{name:<9}", file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(1)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def _end(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None
