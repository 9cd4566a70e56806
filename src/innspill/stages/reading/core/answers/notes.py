"""Footnotes: taken out of the text, each with its mark and the place it came from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from innspill.shared.values import Span
from innspill.stages.reading.core.answers.ledger import Ledger, footnote_with, trim
from innspill.stages.reading.core.answers.lines import Layout
from innspill.stages.reading.core.answers.note_lines import NoteLines, find_note_lines
from innspill.stages.reading.core.answers.paragraphs import rebuild
from innspill.stages.reading.core.answers.stream import Stream
from innspill.stages.reading.core.values import Footnote

_KINDS = frozenset({"footnote", "endnote"})


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of a document, and where the text refers to them."""

    footnotes: tuple[Footnote, ...]
    references: dict[Span, str]


def take_notes(stream: Stream, layout: Layout, ledger: Ledger) -> Notes:
    """Finds all footnotes of `stream` and claims their characters."""
    references = {
        Span(stream.starts[index] + note.start, stream.starts[index] + note.end): note.mark
        for index, block in enumerate(stream.blocks)
        if block.kind not in _KINDS
        for note in block.notes
    }
    found = [*_note_blocks(stream, layout, ledger)]
    for lines in find_note_lines(stream, layout, ledger):
        found.append(_note_of_lines(stream, ledger, lines))
        if not any(
            mark == lines.mark and abs(span.start - lines.reference.start) <= 1
            for span, mark in references.items()
        ):
            references[lines.reference] = lines.mark
    return Notes(tuple(found), references)


def _note_blocks(stream: Stream, layout: Layout, ledger: Ledger) -> list[Footnote]:
    """The footnotes that the file itself says are footnotes."""
    spans: dict[str, list[Span]] = {}
    for index, block in enumerate(stream.blocks):
        if block.kind in _KINDS:
            span = stream.span_of(index)
            ledger.claim(span, footnote_with(block.mark or "?"))
            lines = _lines_of(stream, span)
            spans.setdefault(block.mark or "?", []).extend(lines)
    found: list[Footnote] = []
    for mark, lines in spans.items():
        built = rebuild(stream, layout, lines, {})
        found.append(Footnote(mark, built.text, built.origin))
    return found


def _note_of_lines(stream: Stream, ledger: Ledger, note: NoteLines) -> Footnote:
    first = note.lines[0]
    for line in note.lines:
        ledger.claim(line, footnote_with(note.mark))
    text_lines = [replace(first, start=note.number.end), *note.lines[1:]]
    # A footnote is one paragraph, however its lines were cut.
    text = " ".join(stream.slice(line).strip() for line in text_lines)
    return Footnote(
        note.mark, text, tuple(stream.origin(line.start, line.end) for line in note.lines)
    )


def _lines_of(stream: Stream, span: Span) -> list[Span]:
    """The lines of `span`, without white space at their ends."""
    lines: list[Span] = []
    at = span.start
    for line in stream.slice(span).split("\n"):
        trimmed = trim(stream.text, Span(at, at + len(line)))
        if len(trimmed):
            lines.append(trimmed)
        at += len(line) + 1
    return lines
