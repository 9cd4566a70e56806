"""Which stretches of a text are taken, so that no two names overlap."""

from __future__ import annotations

from innspill.shared.values import Span


class Taken:
    """The characters of a text that names have been found in; longer names must be taken first."""

    def __init__(self, text: str) -> None:
        self._marks = bytearray(len(text) + 1)

    def take(self, span: Span) -> bool:
        """Takes `span` where none of it is taken; whether it did."""
        if self.has(span):
            return False
        self._marks[span.start : span.end] = b"\x01" * len(span)
        return True

    def has(self, span: Span) -> bool:
        """Whether one end of `span` lies in what is taken."""
        return bool(self._marks[span.start] or self._marks[max(span.start, span.end - 1)])
