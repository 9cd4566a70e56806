"""Headings that a respondent added to the form, about something that was not asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from innspill.shared.values import Span
from innspill.stages.reading.core.answers.headings import Heading
from innspill.stages.reading.core.answers.stream import Stream

_NUMBER = re.compile(r"\s*+(?:spørsmål\s+|spm\.?\s*)?(\d{1,3})\s*+[.):]\s*+\S", re.IGNORECASE)
_LONGEST = 200
_ENOUGH = 2


def own_headings(stream: Stream, headings: Sequence[Heading]) -> list[int]:
    """Where they begin: headings as high as the questions', or numbered on after the last one."""
    if len(headings) < _ENOUGH:
        return []
    return sorted([*_as_high(stream, headings), *_numbered_on(stream, headings)])


def _as_high(stream: Stream, headings: Sequence[Heading]) -> list[int]:
    """Headings by the file's own word, at a level at least as high as that of the questions."""
    asked = {stream.index_at(_inside(heading.span)) for heading in headings}
    levels = [
        block.level
        for index in asked
        if (block := stream.blocks[index]).kind == "heading" and block.level is not None
    ]
    if len(levels) < _ENOUGH or len(levels) < len(asked):
        return []
    return [
        stream.starts[index]
        for index, block in enumerate(stream.blocks)
        if block.kind == "heading" and index not in asked
        if block.level is not None and block.level <= max(levels)
        if not any(h.span.start < stream.span_of(index).end and stream.starts[index] < h.span.end
                   for h in headings)
    ]  # fmt: skip


def _numbered_on(stream: Stream, headings: Sequence[Heading]) -> list[int]:
    """Lines after the last question with the number that would come next, asking something."""
    last = headings[-1]
    if not (last.number or "").isdecimal() or any(h.number is None for h in headings[-_ENOUGH:]):
        return []
    number, found = int(last.number or 0), list[int]()
    for line in stream.line_starts():
        if line < last.span.end:
            continue
        said = _NUMBER.match(stream.text, line, stream.line_end(line))
        text = stream.text[line : stream.line_end(line)].strip()
        asks = text.endswith("?") and len(text) <= _LONGEST
        if said and int(said.group(1)) == number + 1 and asks:
            found.append(line)
            number += 1
    return found


def _inside(span: Span) -> int:
    return max(span.start, span.end - 1)
