"""Footnotes that stand as lines among the text, as text and PDF files have them.

Such a line begins with the number that is next in order, and a mark with that number stands in
the text between the footnotes before it and itself. Both are demanded: a numbered heading or a
list is no footnote. The footnote ends where the page does, where the layout changes, or where its
sentence is over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from innspill.shared.values import Span
from innspill.stages.reading.core.answers.ledger import Ledger, trim
from innspill.stages.reading.core.answers.lines import Layout, gap_between
from innspill.stages.reading.core.answers.stream import Stream, key_of

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_START = re.compile(r"[ \t]*(?:\[(\d{1,2})\]|([⁰¹²³⁴-⁹]{1,2})|(\d{1,2}))[ \t]*(?=[^\W\d_]|[\"«“(])")
_BEGINS = re.compile(rf"{_START.pattern}|[ \t]*\d{{1,3}}[.):][ \t]|[ \t]*[☒☐]")
_ENDS = re.compile(r"[.!?…»”\"]$|https?://\S+$|www\.\S+$")
_MOST_LINES = 12
_STEM = 4


@dataclass(frozen=True, slots=True)
class NoteLines:
    """A footnote found as lines: its mark, the lines of its text, and where it is referred to."""

    mark: str
    number: Span
    lines: tuple[Span, ...]
    reference: Span


@dataclass(frozen=True, slots=True)
class _Expected:
    """The footnote that is next in order: its mark, and after where its reference stands."""

    mark: str
    since: int


@dataclass(frozen=True, slots=True)
class _Line:
    """One line with words on it."""

    span: Span
    indent: int


def find_note_lines(stream: Stream, layout: Layout, ledger: Ledger) -> tuple[NoteLines, ...]:
    """The footnotes that stand as lines in `stream`, in order. Only line-wise files have any.

    Lines that `ledger` has given to something else (page heads, quoted mail) are none.
    """
    if not layout.linewise:
        return ()
    lines = [line for line in _lines(stream) if ledger.is_free(line.span.start)]
    found: list[NoteLines] = []
    group: list[NoteLines] = []
    since, index = 0, 0
    while index < len(lines):
        note = _note_at(stream, layout, lines, index, _Expected(str(len(found) + 1), since))
        if note is None:
            if group:
                # The page goes on: marks of the next footnotes stand after these.
                since, group = group[-1].lines[-1].end, []
            index += 1
            continue
        found.append(note)
        group.append(note)
        since = note.reference.end
        index += len(note.lines)
    return tuple(found)


def _lines(stream: Stream) -> Iterator[_Line]:
    for start in stream.line_starts():
        whole = Span(start, stream.line_end(start))
        span = trim(stream.text, whole)
        if len(span):
            yield _Line(span, span.start - whole.start)


def _note_at(
    stream: Stream, layout: Layout, lines: Sequence[_Line], index: int, expected: _Expected
) -> NoteLines | None:
    """The expected footnote, where it begins at line `index`."""
    mark = expected.mark
    line = lines[index]
    found = _START.match(stream.text, line.span.start, line.span.end)
    if not found or "".join(filter(None, found.groups())).translate(_SUPERSCRIPT) != mark:
        return None
    length = _length(stream, layout, lines, index)
    spans = tuple(lines[index + offset].span for offset in range(length))
    text = stream.text[found.end() : spans[-1].end]
    reference = _reference(stream.text, mark, expected.since, line.span.start, text)
    if reference is None:
        return None
    return NoteLines(mark, Span(line.span.start, found.end()), spans, reference)


def _length(stream: Stream, layout: Layout, lines: Sequence[_Line], index: int) -> int:
    """How many lines the footnote that begins at line `index` has."""
    length = 1
    while length < _MOST_LINES and index + length < len(lines):
        before, after = lines[index + length - 1], lines[index + length]
        if _BEGINS.match(stream.text, after.span.start, after.span.end):
            break
        if _breaks(stream, layout, before, after):
            break
        if _ENDS.search(stream.slice(before.span)) and not _pages(stream, before, after):
            break
        length += 1
    return length


def _pages(stream: Stream, before: _Line, after: _Line) -> bool:
    """Whether the file has pages, so that a footnote's end needs no guessing."""
    return None not in (
        stream.block_at(before.span.start).page,
        stream.block_at(after.span.start).page,
    )


def _breaks(stream: Stream, layout: Layout, before: _Line, after: _Line) -> bool:
    """Whether page or layout change between two lines."""
    one, other = stream.block_at(before.span.start), stream.block_at(after.span.start)
    if one.page != other.page:
        return True
    if after.indent > before.indent:
        return True
    gap = gap_between(one, other)
    return gap is not None and layout.gap is not None and gap > layout.gap


def _reference(text: str, mark: str, since: int, until: int, note: str) -> Span | None:
    """Where `text[since:until]` refers to footnote `mark`: the likeliest of the places.

    A mark is glued to the word before it ("NIS1"), or to the one after where the space slipped
    ("CERT 2og"), raised (¹) or in brackets. The word that the footnote explains counts for it.
    """
    raised = mark.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    patterns = (
        rf"{raised}|\[{mark}\]",
        rf"(?<=[^\W\d_]){mark}(?![\w])|(?<=[^\W\d_][.,;:)»”\"]){mark}(?![\w.,])",
        rf"(?<=[^\W\d_][ \t]){mark}(?=[^\W\d_])",
    )
    explained = key_of(note)
    best: tuple[int, int, Span] | None = None
    for rank, pattern in enumerate(patterns):
        for found in re.finditer(pattern, text[since:until]):
            span = Span(since + found.start(), since + found.end())
            word = re.search(r"[^\W\d_]+\W*$", text[max(0, span.start - 40) : span.start])
            stem = key_of(word.group())[:_STEM] if word else ""
            shared = int(bool(stem) and explained.startswith(stem[: max(3, len(stem) - 1)]))
            candidate = (shared, -rank, span)
            if best is None or candidate[:2] > best[:2]:
                best = candidate
    return best[2] if best else None
