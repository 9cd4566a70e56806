"""The ledger: every visible character of a document is put to exactly one use.

That is how the sum of design.md holds by construction: answers + footnotes + the form's own
wording + unplaced = all visible text.
"""

from __future__ import annotations

from innspill.shared.values import Span
from innspill.stages.reading.core.stream import Stream

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

    def claim(self, span: Span, use: str) -> None:
        """Gives the characters of `span` that are still free to `use`."""
        uses = self._uses
        for position in range(span.start, min(span.end, len(uses))):
            if uses[position] == FREE:
                uses[position] = use

    def release(self, use: str, to: str) -> None:
        """Moves everything that `use` has to `to`."""
        self._uses = [to if had == use else had for had in self._uses]

    def is_free(self, position: int) -> bool:
        """Whether nobody has the character at `position`."""
        return self._uses[position] == FREE

    def free(self) -> list[bool]:
        """For each character whether it is free."""
        return [use == FREE for use in self._uses]

    def spans(self, use: str) -> list[Span]:
        """The stretches that `use` has, in order: one line each, without white space at the ends."""
        found: list[Span] = []
        start: int | None = None
        for position, character in enumerate(self.stream.text):
            mine = character != "\n" and self._uses[position] == use
            if mine and start is None:
                start = position
            elif not mine and start is not None:
                found.append(Span(start, position))
                start = None
        if start is not None:
            found.append(Span(start, len(self.stream.text)))
        trimmed = (trim(self.stream.text, span) for span in found)
        return [span for span in trimmed if len(span)]

    def count(self, prefix: str) -> int:
        """How many visible characters are with uses that begin with `prefix`."""
        return sum(
            use.startswith(prefix) and not character.isspace()
            for use, character in zip(self._uses, self.stream.text, strict=True)
        )
