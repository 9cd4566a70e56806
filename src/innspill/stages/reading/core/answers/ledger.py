"""The ledger: every visible character of a document is put to exactly one use.

That is how the sum of design.md holds by construction: answers + footnotes + the form's own
wording + unplaced = all visible text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from innspill.shared.values import Span
from innspill.stages.reading.core.answers.stream import Key, Stream

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
    part = text[span.start : span.end]
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, max(start, span.start + len(part.rstrip())))


class Ledger:
    """Who has which character of a stream. What has been claimed stays claimed.

    Kept as stretches in order, which never overlap, so that the work grows with what was
    claimed and not with the length of the text.
    """

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._uses: list[str] = []
        self._found: dict[str, list[Span]] | None = None

    def claim(self, span: Span, use: str) -> None:
        """Gives the characters of `span` that are still free to `use`."""
        for gap in self.free_in(span):
            place = bisect_left(self._starts, gap.start)
            self._starts.insert(place, gap.start)
            self._ends.insert(place, gap.end)
            self._uses.insert(place, use)
            self._found = None

    def release(self, use: str, to: str) -> None:
        """Moves everything that `use` has to `to`."""
        if use == FREE:
            self.claim(Span(0, len(self.stream.text)), to)
        else:
            self._uses = [to if had == use else had for had in self._uses]
            self._found = None

    def is_free(self, position: int) -> bool:
        """Whether nobody has the character at `position`."""
        before = bisect_right(self._starts, position) - 1
        return before < 0 or self._ends[before] <= position

    def free_in(self, span: Span) -> list[Span]:
        """The stretches of `span` that nobody has, in order."""
        gaps: list[Span] = []
        at, end = span.start, min(span.end, len(self.stream.text))
        starts, ends = self._starts, self._ends
        index = max(0, bisect_right(starts, at) - 1)
        while at < end and index < len(starts) and starts[index] < end:
            if starts[index] > at:
                gaps.append(Span(at, starts[index]))
            at = max(at, ends[index])
            index += 1
        if at < end:
            gaps.append(Span(at, end))
        return gaps

    def free_lines(self, span: Span) -> list[Span]:
        """The free stretches in `span`, cut at line breaks: those that show something."""
        return [line for gap in self.free_in(span) for line in _lines(self.stream.text, gap)]

    def key(self) -> Key:
        """The key of all that is still free."""
        return Key.of(self.stream, self.free_in(Span(0, len(self.stream.text))))

    def spans(self, use: str) -> list[Span]:
        """The stretches that `use` has, in order: one line each, without white space at the ends."""
        text = self.stream.text
        if use == FREE:
            gaps = self.free_in(Span(0, len(text)))
            return [trim(text, line) for gap in gaps for line in _lines(text, gap)]
        if self._found is None:
            self._found = self._all_spans()
        return list(self._found.get(use, ()))

    def _all_spans(self) -> dict[str, list[Span]]:
        """The stretches of every use, those that touch as one."""
        found: dict[str, list[Span]] = {}
        text, index = self.stream.text, 0
        while index < len(self._starts):
            start, end, use = self._starts[index], self._ends[index], self._uses[index]
            index += 1
            while index < len(self._starts) and self._starts[index] == end:
                if self._uses[index] != use:
                    break
                end = self._ends[index]
                index += 1
            lines = [trim(text, line) for line in _lines(text, Span(start, end))]
            found.setdefault(use, []).extend(lines)
        return found


def _lines(text: str, span: Span) -> list[Span]:
    """The lines of `span` that show something."""
    lines: list[Span] = []
    at = span.start
    for line in text[span.start : span.end].split("\n"):
        if line and not line.isspace():
            lines.append(Span(at, at + len(line)))
        at += len(line) + 1
    return lines
