"""Which part of a form answers which question: from one question to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from innspill.shared.values import Certainty, Span
from innspill.stages.consultations.core.form_tags import FormTags
from innspill.stages.reading.core.answers.headings import Heading
from innspill.stages.reading.core.answers.ledger import Ledger
from innspill.stages.reading.core.answers.own_headings import own_headings
from innspill.stages.reading.core.answers.stream import Stream

IN_CONTROL = "stands in the control of this question"
GROUNDS = {
    "wording": "under the question's wording",
    "edited-wording": "under the question's wording, somewhat edited",
    "shortened-wording": "under the question's number or the beginning of its wording",
    "page-question": "under a question of the hearing page",
    "placed-by-number": "under the question's number",
}
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
    grounds: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    """The marks that the question's own wording carries."""


def places_of(
    stream: Stream, headings: Sequence[Heading], end: int, notes: dict[Span, str]
) -> tuple[Place, ...]:
    """For each question found, the stretch up to the next one, at most to `end`.

    A heading of the respondent's own, about nothing that was asked, ends a stretch, too.
    """
    found: list[Place] = []
    own = own_headings(stream, headings)
    for index, heading in enumerate(headings):
        following = headings[index + 1].span.start if index + 1 < len(headings) else end
        stop = min(max(following, heading.span.end), _table_end(stream, headings, heading))
        stop = min([stop, *(start for start in own if start >= heading.span.end)])
        place = Place(
            heading.question,
            Span(heading.span.end, stop),
            heading.certainty,
            _flags_of(heading),
            (GROUNDS[heading.how],),
            tuple(m for at, m in notes.items() if heading.span.start < at.end <= heading.span.end),
        )
        found += [place, *_with_it(heading, stop)]
    return _told_twice(stream, found)


def _flags_of(heading: Heading) -> tuple[str, ...]:
    flags = () if heading.how == "wording" else (heading.how,)
    return (*flags, "several-questions") if heading.several or heading.also else flags


def _with_it(heading: Heading, stop: int) -> list[Place]:
    """Empty places of the further questions that the same heading names."""
    return [
        Place(
            question, Span(stop, stop), Certainty.UNSURE, ("several-questions",),
            (f"answered together with question {heading.question}",),
        )
        for question in heading.also
    ]  # fmt: skip


def _told_twice(stream: Stream, places: Sequence[Place]) -> tuple[Place, ...]:
    """`places`, where those of one question that both say something are flagged."""
    filled: dict[str, int] = {}
    for place in places:
        says = any(character.isalnum() for character in stream.slice(place.span))
        filled[place.question] = filled.get(place.question, 0) + says
    return tuple(
        Place(
            place.question, place.span, max(place.certainty, Certainty.LIKELY, key=_doubt),
            (*place.flags, "question-repeated"), place.grounds, place.footnotes,
        )
        if filled[place.question] > 1 and "several-questions" not in place.flags
        else place
        for place in places
    )  # fmt: skip


def _doubt(certainty: Certainty) -> int:
    return (Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNSURE).index(certainty)


def _table_end(stream: Stream, headings: Sequence[Heading], heading: Heading) -> int:
    """Where the table ends that holds this question and others; the stream's end without one.

    A form laid out as a table has its answers in the table, too: what follows it is not one.
    """
    table = _table_at(stream, heading.span)
    if table is None:
        return len(stream.text)
    together = sum(_table_at(stream, other.span) == table for other in headings)
    if together < 2:
        return len(stream.text)
    last = max(i for i, b in enumerate(stream.blocks) if b.cell and b.cell.table == table)
    return stream.span_of(last).end


def _table_at(stream: Stream, heading: Span) -> int | None:
    cell = stream.block_at(max(heading.start, heading.end - 1)).cell
    return cell.table if cell else None


def tagged_places(stream: Stream, tags: FormTags) -> tuple[Place, ...]:
    """The blocks that stand in a control named for a question's text or for one of its measures."""
    found: list[Place] = []
    for index, block in enumerate(stream.blocks):
        if not block.tag:
            continue
        cell = tags.measure(block.tag)
        question = cell.question if cell else tags.texts.get(block.tag)
        if question is not None:
            found.append(Place(question, stream.span_of(index), grounds=(IN_CONTROL,)))
    return tuple(found)


def closing_at(stream: Stream, free: Sequence[bool]) -> int:
    """Where the closing ("Med vennlig hilsen") of a response begins; the stream's end without one.

    It is a short line near the end. What follows it is who signed, and no answer.
    """
    starts = stream.line_starts()
    lines = [Span(start, stream.line_end(start)) for start in starts]
    return _closing(stream, [line for line in lines if any(free[line.start : line.end])])


def closing_in(stream: Stream, ledger: Ledger) -> int:
    """Where the closing begins, as `closing_at` finds it among what is free in `ledger`."""
    found: list[Span] = []
    for start in reversed(stream.line_starts()):
        line = Span(start, stream.line_end(start))
        if ledger.free_in(line) and stream.slice(line).strip():
            found.append(line)
        if len(found) == _LAST_LINES:
            break
    return _closing(stream, found[::-1])


def _closing(stream: Stream, lines: Sequence[Span]) -> int:
    shown = [line for line in lines if stream.slice(line).strip()]
    for line in shown[-_LAST_LINES:]:
        text = stream.slice(line)
        if _CLOSING.match(text) and len(text.strip()) <= _CLOSING_LENGTH:
            return line.start
    return len(stream.text)
