"""Answers gathered at the end of a form: "Til spørsmål 3: …", or "1: …, 2: …" after all questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from innspill.shared.values import Certainty, Span
from innspill.stages.reading.core.answers.ledger import FORM, Ledger
from innspill.stages.reading.core.answers.numbered_headings import named_at
from innspill.stages.reading.core.answers.places import Place
from innspill.stages.reading.core.answers.stream import Stream

_NUMBER = re.compile(r"\s*+(?:ad\.?\s+)?(\d{1,3})\s*+[.):–-]+\s*+", re.IGNORECASE)
_INLINE = re.compile(r"(?:(?<=[.;,!?\n]\s)|(?<=:\s)|(?<=\n)|^)(\d{1,3})\s?[:)]\s+")
_LEAD = re.compile(
    r"\s*(?:(?:v[åa]re?\s+)?svar(?:a|ene)?\s+(?:på|til)\s+(?:spørsmåla?|spørsmålene)?|svar|"
    r"(?:our\s+)?answers?(?:\s+to\s+the\s+questions)?)\s*:?\s*",
    re.IGNORECASE,
)
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class _Told:
    """A number of a question in the last place: where it stands, and how it was told."""

    question: str
    span: Span
    named: bool


def gathered(
    stream: Stream, ledger: Ledger, places: tuple[Place, ...], order: Sequence[str]
) -> tuple[Place, ...]:
    """`places`, with the last one cut where it answers the questions one after another.

    Only where the questions it names have nothing under them: a list in an answer stays one.
    """
    if not places:
        return places
    last = max(places, key=lambda place: (place.span.start, place.span.end))
    told = _told(stream, ledger, last, order)
    empty = {place.question for place in places} - {
        place.question for place in places if place is not last and _says(stream, ledger, place)
    }
    empty |= set(order) - {place.question for place in places}
    if not told or not {each.question for each in told if not each.named} <= empty:
        return places
    before = Span(last.span.start, told[0].span.start)
    if len(told) < _ENOUGH and not (told[0].named or _has_lead(stream, ledger, before)):
        return places
    for each in told:
        ledger.claim(each.span, FORM)
    _claim_lead(stream, ledger, before)
    edges = [*(each.span.start for each in told), last.span.end]
    cut = [
        Place(
            each.question,
            Span(each.span.end, edges[number + 1]),
            Certainty.LIKELY if each.named else Certainty.UNSURE,
            ("placed-by-question-number" if each.named else "placed-by-number",),
            ("under the question's number, after the questions",),
        )
        for number, each in enumerate(told)
    ]
    kept = replace(last, span=Span(last.span.start, told[0].span.start))
    return (*(kept if place is last else place for place in places), *cut)


def _says(stream: Stream, ledger: Ledger, place: Place) -> bool:
    """Whether words of three letters or a ticked box stand at `place`, besides bare choices."""
    text = "\n".join(stream.slice(line) for line in ledger.free_lines(place.span))
    return "☒" in text or ("☐" not in text and bool(re.search(r"[^\W\d_]{4}", text)))


def _told(stream: Stream, ledger: Ledger, last: Place, order: Sequence[str]) -> list[_Told]:
    """The questions told by number in `last`, in the form's order, each once; else none."""
    found = _on_lines(stream, ledger, last.span)
    if len(found) < _ENOUGH:
        found = _inline(stream, ledger, last.span) or found
    found = [each for each in found if each.question in order]
    numbers = [order.index(each.question) for each in found]
    return found if numbers == sorted(set(numbers)) else []


def _on_lines(stream: Stream, ledger: Ledger, span: Span) -> list[_Told]:
    found: list[_Told] = []
    for line in ledger.free_lines(span):
        begins = line.start == span.start or stream.text[line.start - 1] == "\n"
        named = named_at(stream, line.start) if begins else None
        number = _NUMBER.match(stream.text, line.start, line.end) if begins else None
        block = stream.block_at(line.start)
        at_start = stream.starts[stream.index_at(line.start)] == line.start
        label = _NUMBER.match(f"{block.label} ") if block.label and at_start else None
        match = named or number
        if match:
            found.append(_Told(match.group(1), Span(line.start, match.end()), bool(named)))
        elif label:
            found.append(_Told(label.group(1), Span(line.start, line.start), named=False))
    return found


def _inline(stream: Stream, ledger: Ledger, span: Span) -> list[_Told]:
    """Numbers within a line: "Svar på spørsmålene: 1: Ja. 2: Nei."."""
    found: list[_Told] = []
    for line in ledger.free_lines(span):
        text = stream.slice(line)
        lead = _LEAD.match(text)
        for match in _INLINE.finditer(text, lead.end() if lead else 0):
            place = Span(line.start + match.start(), line.start + match.end())
            found.append(_Told(match.group(1), place, named=False))
    return found


def _has_lead(stream: Stream, ledger: Ledger, span: Span) -> bool:
    lines = ledger.free_lines(span)
    return bool(lines) and bool(_LEAD.fullmatch(stream.slice(lines[-1])))


def _claim_lead(stream: Stream, ledger: Ledger, span: Span) -> None:
    """Gives "Svar på spørsmålene:" to the form, where it is all that stands before the answers."""
    for line in ledger.free_lines(span):
        if _LEAD.fullmatch(stream.slice(line)):
            ledger.claim(line, FORM)
