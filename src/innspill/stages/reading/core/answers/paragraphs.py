"""Text rebuilt from the characters it came from, with footnote marks in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from innspill.shared.values import Origin, Span
from innspill.stages.reading.core.answers.hyphens import SOFT, joint
from innspill.stages.reading.core.answers.lines import Layout, goes_on
from innspill.stages.reading.core.answers.stream import Stream

PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A text, the marks of the footnotes it refers to, and where each stretch came from."""

    text: str
    marks: tuple[str, ...]
    pieces: tuple[tuple[int, Origin], ...]
    origin: tuple[Origin, ...]


@dataclass(slots=True)
class _Writing:
    stream: Stream
    notes: Mapping[Span, str]
    parts: list[str] = field(default_factory=list)
    """What was written, piece by piece: a long text is not copied for each line of it."""
    length: int = 0
    marks: list[str] = field(default_factory=list)
    pieces: list[tuple[int, Origin]] = field(default_factory=list)

    def add(self, span: Span) -> None:
        """Adds the characters of `span`, footnote references replaced by their marks."""
        at = span.start
        for note, mark in _inside(self.stream.text, self.notes, span):
            end = min(note.start, span.end)
            # "helseCERT 2og": the space that belongs after the mark was put before it.
            swapped = len(note) and _glued(self.stream.text, note.end)
            swapped = swapped and self.stream.text[at:end].endswith(" ")
            self._copy(at, end - 1 if swapped else end)
            self.write(f"[^{mark}]" + (" " if swapped else ""))
            self.marks.append(mark)
            at = note.end
        self._copy(at, span.end)

    def undivide(self) -> None:
        """Takes away the hyphen that the text ends with: the line's, not the word's."""
        if not self.length or not self.pieces:
            return
        if shorter := self.parts.pop()[:-1]:
            self.parts.append(shorter)
        self.length -= 1
        at, origin = self.pieces.pop()
        if origin.end - origin.start > 1:
            self.pieces.append((at, replace(origin, end=origin.end - 1)))

    def _copy(self, start: int, end: int) -> None:
        if end > start:
            self.pieces.append((self.length, self.stream.origin(start, end)))
            self.write(self.stream.text[start:end])

    def write(self, text: str) -> None:
        """Adds `text`, which stands so in no place of the original, or whose place is known."""
        if text:
            self.parts.append(text)
            self.length += len(text)


def _inside(text: str, notes: Mapping[Span, str], span: Span) -> list[tuple[Span, str]]:
    """The references in `span` or in the white space after it, in order."""
    if not notes:
        return []
    limit = span.end
    while limit < len(text) and text[limit] in " \t\xa0":
        limit += 1
    found = [
        (note, mark)
        for note, mark in notes.items()
        if span.start <= note.start and note.end <= limit
    ]
    return sorted(found, key=lambda pair: (pair[0].start, pair[0].end))


def _glued(text: str, position: int) -> bool:
    return position < len(text) and text[position].isalpha()


def rebuild(
    stream: Stream, layout: Layout, spans: Sequence[Span], notes: Mapping[Span, str]
) -> Rebuilt:
    """The text of `spans` (one line each): lines joined where the paragraph goes on."""
    writing = _Writing(stream, notes)
    before: Span | None = None
    for span in spans:
        if before is not None:
            between = _between(stream, layout, before, span)
            if between == SOFT:
                writing.undivide()
            else:
                writing.write(between)
        writing.add(span)
        before = span
    marks = tuple(dict.fromkeys(writing.marks))
    return Rebuilt("".join(writing.parts), marks, tuple(writing.pieces), _merged(stream, spans))


def paragraphs(stream: Stream, layout: Layout, spans: Sequence[Span]) -> list[tuple[Span, ...]]:
    """`spans` grouped: each group is one paragraph."""
    groups: list[list[Span]] = []
    for span in spans:
        if groups and _between(stream, layout, groups[-1][-1], span) != PARAGRAPH:
            groups[-1].append(span)
        else:
            groups.append([span])
    return [tuple(group) for group in groups]


def _between(stream: Stream, layout: Layout, before: Span, after: Span) -> str:
    """What parts two lines in the text: a space, a line break, or a new paragraph.

    Nothing, or `SOFT`, where a word was divided: with its own hyphen, or with one to drop.
    """
    same_block = stream.index_at(before.start) == stream.index_at(after.start)
    if same_block and "\n" not in stream.text[before.end : after.start]:
        return " "
    if goes_on(stream, layout, before, after):
        return joint(stream.slice(before), stream.slice(after), layout.words)
    return "\n" if same_block and not layout.linewise else PARAGRAPH


def _merged(stream: Stream, spans: Sequence[Span]) -> tuple[Origin, ...]:
    """One origin per block where nothing but white space parts its stretches."""
    merged: list[Span] = []
    for span in spans:
        last = merged[-1] if merged else None
        same = last is not None and stream.index_at(last.start) == stream.index_at(span.start)
        if last and same and not stream.text[last.end : span.start].strip():
            merged[-1] = Span(last.start, span.end)
        else:
            merged.append(span)
    return tuple(stream.origin(span.start, span.end) for span in merged)
