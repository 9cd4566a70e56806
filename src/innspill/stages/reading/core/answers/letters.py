"""Letters: which passages answer a question, judged by what they refer to.

A heading or a lead-in that names a question or a chapter opens a section that lasts to the next
heading; a paragraph that names exactly one is placed by itself. All else stays unplaced: general
remarks are no less worth reading.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from innspill.shared.values import Certainty, Span
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.headings import Heading
from innspill.stages.reading.core.answers.hearing import Hearing
from innspill.stages.reading.core.answers.ledger import FORM, FREE, UNPLACED, Ledger
from innspill.stages.reading.core.answers.places import GROUNDS, Place
from innspill.stages.reading.core.answers.references import Reference, References
from innspill.stages.reading.core.answers.sheet import Sheet
from innspill.stages.reading.core.answers.stream import Stream

_LEAD = re.compile(
    r"^\s*(?:\d{1,2}[.)]\s*)?(?:til|ad|vedr(?:ørende|\.)?|svar\s+på|svar\s+til|om|on|re:?)?\s*$",
    re.IGNORECASE,
)
_AFTER_LEAD = re.compile(r"\s*(?:[:.)]|[–—-]\s)")
_TURNS = re.compile(
    r"\s*(?:(?:når\s+det\s+gjelder|når\s+det\s+gjeld|til|i|om|under|for|vedrørende|ad|as\s+for|in|"
    r"regarding)\s+)?(?:the\s+|det\s+)?",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^\s*(?:hei|kjære|til\s+rette\s+vedkommende|dear|to\s+whom)\b", re.IGNORECASE
)
_NUMBERED = re.compile(r"^\s*(\d{1,2})\s*[.):]\s*")
_HEADING_LENGTH = 110


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a letter that is about one question."""

    question: str
    certainty: Certainty
    flags: tuple[str, ...]
    grounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    span: Span
    text: str
    is_heading: bool


def letter_places(
    sheet: Sheet, hearing: Hearing, headings: Sequence[Heading], end: int
) -> tuple[Place, ...]:
    """The passages before `end` that answer questions. Claims the headings that say so."""
    for heading in headings:
        sheet.ledger.claim(heading.span, FORM)
    found = _paragraphs(sheet, [heading.span.start for heading in headings], end)
    numbered = _by_number(found, hearing.definition)
    if numbered and not headings:
        return numbered
    return tuple(_walk(sheet.ledger, hearing.references, found, headings))


def _walk(
    ledger: Ledger,
    finder: References,
    found: Iterable[_Paragraph],
    headings: Sequence[Heading],
) -> Iterable[Place]:
    section: Section | None = None
    waiting = sorted(headings, key=lambda heading: heading.span.start)
    for paragraph in found:
        while waiting and waiting[0].span.start < paragraph.span.start:
            section = _section_of(waiting.pop(0))
        references = tuple(finder.find_all(paragraph.text))
        if paragraph.is_heading:
            section = _opened_by(ledger, finder, paragraph, references)
            continue
        lead = _lead(paragraph, references)
        if lead:
            section = _by_reference(lead)
            start = paragraph.span.start
            match = _AFTER_LEAD.match(paragraph.text, lead.end)
            if match and section:
                ledger.claim(Span(start, start + match.end()), FORM)
        elif section and (turned := _turns_to(references, paragraph.text, section.question)):
            section = _by_reference(turned)
        if section:
            yield _place(section, paragraph.span)
        elif not lead and (only := _only(references)):
            yield _place(only, paragraph.span)


def _place(section: Section, span: Span) -> Place:
    return Place(section.question, span, section.certainty, section.flags, section.grounds)


def _by_reference(reference: Reference) -> Section | None:
    """The section that a reference opens; None where no question asks about that part."""
    if reference.question is None:
        return None
    return Section(reference.question, reference.certainty, reference.flags, reference.grounds)


def _section_of(heading: Heading) -> Section:
    flags = () if heading.how == "wording" else (heading.how,)
    more = ("several-questions",) if heading.several or heading.also else ()
    return Section(heading.question, heading.certainty, (*flags, *more), (GROUNDS[heading.how],))


def _opened_by(
    ledger: Ledger, finder: References, heading: _Paragraph, references: Iterable[Reference]
) -> Section | None:
    """The section that a heading opens; None for one about something else. Claims the heading."""
    asked = (reference for reference in references if reference.question is not None)
    reference = next(asked, None) or finder.title(heading.text)
    if reference is None:
        return None
    rest = heading.text[: reference.start] + heading.text[reference.end :]
    says_more = len(re.sub(r"[\W\d]", "", rest)) > 12
    ledger.claim(heading.span, UNPLACED if says_more else FORM)
    return _by_reference(reference)


def _lead(paragraph: _Paragraph, references: Iterable[Reference]) -> Reference | None:
    """The reference that a paragraph opens with: "Til spørsmål 3: …"."""
    for reference in references:
        opens = _LEAD.match(paragraph.text, 0, reference.start)
        if opens and _AFTER_LEAD.match(paragraph.text, reference.end):
            return reference
    return None


def _turns_to(references: Iterable[Reference], text: str, current: str) -> Reference | None:
    """The reference by which a paragraph begins to speak of something else than `current`."""
    opening = [
        reference
        for reference in references
        if not reference.aside and _TURNS.fullmatch(text, 0, reference.start)
    ]
    if not opening or any(reference.question == current for reference in opening):
        return None
    return opening[0]


def _only(references: Iterable[Reference]) -> Section | None:
    """The one question that a paragraph refers to; None where there are several or none."""
    found = [each for each in references if each.question is not None and not each.aside]
    questions = {reference.question for reference in found}
    return _by_reference(found[0]) if len(questions) == 1 else None


def _by_number(found: Sequence[_Paragraph], definition: Definition) -> tuple[Place, ...]:
    """Numbered paragraphs, one for each question of the form in order, and no others."""
    ids = [question.id for question in definition.questions]
    numbered = [(m.group(1), p) for p in found if (m := _NUMBERED.match(p.text))]
    if len(ids) < 2 or [number for number, _ in numbered] != ids:
        return ()
    return tuple(
        Place(
            number,
            Span(p.span.start + _number_length(p.text), p.span.end),
            Certainty.UNSURE,
            ("placed-by-number",),
            (GROUNDS["placed-by-number"],),
        )
        for number, p in numbered
    )


def _number_length(text: str) -> int:
    found = _NUMBERED.match(text)
    return found.end() if found else 0


def _paragraphs(sheet: Sheet, cuts: Sequence[int], end: int) -> tuple[_Paragraph, ...]:
    """The free paragraphs before `end`, none of which goes on past one of `cuts`."""
    found: list[_Paragraph] = []
    for whole in sheet.groups(FREE):
        lines = [line for line in whole if line.start < end]
        for _, part in groupby(lines, key=lambda line: bisect_right(cuts, line.start)):
            group = list(part)
            span = Span(group[0].start, group[-1].end)
            text = sheet.stream.slice(span)
            found.append(_Paragraph(span, text, _is_heading(sheet.stream, group, text)))
    return tuple(found)


def _is_heading(stream: Stream, group: Sequence[Span], text: str) -> bool:
    """Whether a paragraph is a heading: said so by the file, or short and without a full stop."""
    if stream.block_at(group[0].start).kind == "heading":
        return True
    if len(text) > _HEADING_LENGTH or len(group) > 2 or _GREETING.match(text):
        return False
    return text.rstrip()[-1:] not in {".", ",", ";", "!", "?"} and text.lstrip()[:1] not in {
        "•", "-", "–", "☒", "☐",
    }  # fmt: skip
