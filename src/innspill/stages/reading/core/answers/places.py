"""Which part of a form answers which question: from one question to the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from innspill.shared.values import Certainty, Span
from innspill.stages.reading.core.answers.headings import Heading
from innspill.stages.reading.core.answers.stream import Stream

_TAG = re.compile(r"q(?P<question>[\w.-]+?)_text")
_CLOSING = re.compile(
    r"\s*(?:med\s+(?:vennlig|venleg|beste|venlig)?\s*(?:hilsen|helsing)|(?:vennlig|venleg|beste)\s+"
    r"(?:hilsen|helsing)|mvh\b|hilsen\b|helsing\b|(?:yours\s+(?:sincerely|faithfully)|"
    r"(?:kind|best)\s+regards|sincerely)\b)",
    re.IGNORECASE,
)
_CLOSING_LENGTH = 60
_LAST_LINES = 25


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the stream that answers `question`, and why we think so."""

    question: str
    span: Span
    certainty: Certainty = Certainty.CERTAIN
    flags: tuple[str, ...] = ()


def places_of(stream: Stream, headings: Sequence[Heading], end: int) -> tuple[Place, ...]:
    """For each question found, the stretch up to the next one, at most to `end`."""
    found: list[Place] = []
    for index, heading in enumerate(headings):
        following = headings[index + 1].span.start if index + 1 < len(headings) else end
        stop = min(max(following, heading.span.end), _table_end(stream, headings, heading))
        flags = () if heading.how == "wording" else (heading.how,)
        if heading.several:
            flags = (*flags, "several-questions")
        found.append(
            Place(heading.question, Span(heading.span.end, stop), heading.certainty, flags)
        )
    return tuple(found)


def _table_end(stream: Stream, headings: Sequence[Heading], heading: Heading) -> int:
    """Where the table ends that holds this question and others; the stream's end without one.

    A form laid out as a table has its answers in the table, too: what follows it is not one.
    """
    table = _table_at(stream, heading.span.end - 1)
    if table is None:
        return len(stream.text)
    together = sum(_table_at(stream, other.span.end - 1) == table for other in headings)
    if together < 2:
        return len(stream.text)
    last = max(i for i, b in enumerate(stream.blocks) if b.cell and b.cell.table == table)
    return stream.span_of(last).end


def _table_at(stream: Stream, position: int) -> int | None:
    cell = stream.block_at(position).cell
    return cell.table if cell else None


def tagged_places(stream: Stream, questions: Iterable[str]) -> tuple[Place, ...]:
    """The blocks that stand in a control named for a question's text ("q1_text")."""
    known = set(questions)
    return tuple(
        Place(named["question"], stream.span_of(index))
        for index, block in enumerate(stream.blocks)
        if (named := _TAG.fullmatch(block.tag or "")) and named["question"] in known
    )


def closing_at(stream: Stream, free: Sequence[bool]) -> int:
    """Where the closing ("Med vennlig hilsen") of a response begins; the stream's end without one.

    It is a short line near the end. What follows it is who signed, and no answer.
    """
    lines = [
        start
        for start in stream.line_starts()
        if any(free[start : stream.line_end(start)])
        and stream.text[start : stream.line_end(start)].strip()
    ]
    for start in lines[-_LAST_LINES:]:
        line = stream.text[start : stream.line_end(start)]
        if _CLOSING.match(line) and len(line.strip()) <= _CLOSING_LENGTH:
            return start
    return len(stream.text)
