"""Questions whose wording is gone and that are told by their number: "Spørsmål 2: …", "3) …".

A name is enough in the form's order; a bare number only where it is the one that is missing there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from innspill.shared.values import Span
from innspill.stages.reading.core.answers.heading_starts import Start
from innspill.stages.reading.core.answers.question_wordings import How
from innspill.stages.reading.core.answers.stream import Stream

_NAMED = re.compile(
    r"[\s>#*]*+(?:ad\.?\s+|(?:v[åa]rt\s+)?svar\s+(?:på|til)\s+|til\s+|vedr(?:ørende|\.)?\s+)?"
    r"(?:(?:spørsmåla?|spørsmål(?:et|ene|ane)?|spm\.?|sp\.|questions?)\s*+(?:nr\.?\s*+|nummer\s+)?|"
    r"(?<=ad\s)|(?<=ad\.\s))"
    r"(\d{1,3})(?P<also>(?:(?:\s*+(?:og|and|&|/)\s*+|,\s?|[–-])\d{1,3}\b)*+)\s*+"
    r"(?:[.):–-]+\s*+|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A question told by its number, and further ones that the same words name."""

    question: str
    span: Span
    how: How
    also: tuple[str, ...] = ()


def named_at(stream: Stream, line: int) -> re.Match[str] | None:
    """The words that name a question at the start of the line at `line`."""
    return _NAMED.match(stream.text, line, stream.line_end(line))


def by_name(
    stream: Stream,
    starts: Sequence[Start],
    order: Sequence[str],
    found: Sequence[tuple[str, Span]],
) -> Iterator[Numbered]:
    """Lines that name a question not found otherwise, in the order of the form.

    Only the name is the heading; the words after it may be the respondent's own.
    """
    place = {question: number for number, question in enumerate(order)}
    missing = set(order) - {question for question, _ in found}
    for line in dict.fromkeys(start.line for start in starts):
        named = named_at(stream, line)
        if named is None or named.group(1) not in missing:
            continue
        if _in_order(place, named.group(1), line, found):
            also = tuple(re.findall(r"\d+", named["also"]))
            span = Span(line, named.end())
            yield Numbered(named.group(1), span, "shortened-wording", also)


def by_number(
    stream: Stream,
    starts: Sequence[Start],
    order: Sequence[str],
    found: Sequence[tuple[str, Span]],
) -> Iterator[Numbered]:
    """Lines that begin with the number missing between two questions, and no other number there."""
    place = {question: number for number, question in enumerate(order)}
    missing = [question for question in order if question not in {each for each, _ in found}]
    ordered = sorted(found, key=lambda pair: pair[1].start)
    bounds = [*(span for _, span in ordered), Span(len(stream.text), len(stream.text))]
    for before, after in pairwise(bounds):
        here = [s for s in starts if before.end <= s.line < after.start and _numbers(stream, s)]
        numbers = list(dict.fromkeys(start.number for start in here))
        wanted = [q for q in missing if here and _in_order(place, q, here[0].line, found)]
        if not here or numbers != wanted or len(here) != len(numbers):
            continue
        for start in here:
            span = Span(start.line, start.words)
            if start.number:
                yield Numbered(start.number, span, "placed-by-number")


def _numbers(stream: Stream, start: Start) -> bool:
    """Whether a line is numbered: by the program, or with a stop; "5 (i stor grad)" is a choice."""
    before = stream.text[start.line : start.words]
    return start.number is not None and (not before or before.rstrip()[-1:] in {".", ")", ":"})


def _in_order(
    place: dict[str, int], question: str, line: int, found: Sequence[tuple[str, Span]]
) -> bool:
    return all((span.start < line) == (place[each] < place[question]) for each, span in found)
