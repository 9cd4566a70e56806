"""The ledger: every visible character of a document is put to exactly one use.

That is how the sum of design.md holds by construction: answers + footnotes + the form's own
wording + unplaced = all visible text.
"""

from __future__ import annotations

from itertools import groupby

from innspill.shared.values import Span
from innspill.stages.reading.core.answers.stream import Stream

FREE = ""
FORM = "form"
UNPLACED = "unplaced"
_ANSWER = "answer:"
_FOOTNOTE = "footnote:"


def answer_to(question: str) -> str:
    """The use of text that answers `question`."""
    return _ANSWER + question


def footnote_with(mark: str) -> str:
    """The use of text that is the footnote with `mark`."""
    return _FOOTNOTE + mark


def trim(text: str, span: Span) -> Span:
    """`span` of `text` without the white space at its ends; empty where there is nothing else."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


class Ledger:
    """Who has which character of a stream. What has been claimed stays claimed."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self._uses: list[str] = [FREE] * len(stream.text)
        self._found: dict[str, list[Span]] | None = None

    def claim(self, span: Span, use: str) -> None:
        """Gives the characters of `span` that are still free to `use`."""
        uses, end = self._uses, min(span.end, len(self._uses))
        self._found = None
        if uses[span.start : end].count(FREE) == end - span.start:
            uses[span.start : end] = [use] * (end - span.start)
            return
        for position in range(span.start, end):
            if uses[position] == FREE:
                uses[position] = use

    def release(self, use: str, to: str) -> None:
        """Moves everything that `use` has to `to`."""
        self._uses = [to if had == use else had for had in self._uses]
        self._found = None

    def is_free(self, position: int) -> bool:
        """Whether nobody has the character at `position`."""
        return self._uses[position] == FREE

    def free(self) -> list[bool]:
        """For each character whether it is free."""
        return [use == FREE for use in self._uses]

    def spans(self, use: str) -> list[Span]:
        """The stretches that `use` has, in order: one line each, without white space at the ends."""
        if self._found is None:
            self._found = self._all_spans()
        return list(self._found.get(use, ()))

    def _all_spans(self) -> dict[str, list[Span]]:
        """The stretches of every use, found in one pass."""
        found: dict[str, list[Span]] = {}
        text, at = self.stream.text, 0
        for use, run in groupby(self._uses):
            end = at + sum(1 for _ in run)
            for line in text[at:end].split("\n"):
                span = trim(text, Span(at, at + len(line)))
                if len(span):
                    found.setdefault(use, []).append(span)
                at += len(line) + 1
            at = end
        return found
