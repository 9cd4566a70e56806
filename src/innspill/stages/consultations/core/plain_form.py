"""The response form as plain text, to be filled in within an e-mail.

Boxes are brackets, fields of one line stand behind their label, and answers between two lines
that say where they begin and end, so that they are found again whatever is written in them.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from innspill.stages.consultations.core import form_tags
from innspill.stages.consultations.core.definition import Definition, in_language
from innspill.stages.consultations.core.filled import FilledForm, MeasureGiven, SenderGiven
from innspill.stages.consultations.core.form_outline import (
    QuestionShown,
    facts,
    glossary,
    has_room_for_more,
    instructions,
    named,
    paragraphs_of,
    questions_shown,
    shown,
)
from innspill.stages.consultations.core.form_words import FormWords, words_in

_WIDTH = 72
_ROWS = 3
"""Measures that there is room for in an empty form; more can be added by hand."""


def build_text(definition: Definition, language: str, filled: FilledForm | None = None) -> str:
    """The response form of `definition` in `language`, with what `filled` says where it is given.

    The form's own lines are at most 72 characters wide; what somebody wrote is not cut.
    """
    return "\n".join(_lines(definition, language, filled)).rstrip() + "\n"


def _lines(definition: Definition, language: str, filled: FilledForm | None) -> Iterator[str]:
    words = words_in(language)
    yield words.kind
    yield from _wrapped(in_language(definition.title, language))
    yield ""
    for label, value in facts(definition, language):
        yield from _wrapped(f"{label}: {value}")
    yield ""
    told = [
        words.plain_how if line == words.how else line
        for line in instructions(definition, language)
    ]
    for line in told:
        yield from _wrapped(line)
    explained = glossary(definition, language)
    if explained:
        yield from ("", "", words.glossary, "")
        for word, meaning in explained:
            yield from _wrapped(f"{word}: {meaning}")
    yield from ("", "", words.sender, "")
    yield from _sender(definition, words, filled)
    if definition.questions:
        yield from ("", "", words.questions)
    for question in questions_shown(definition, language, filled):
        yield from ("", "")
        yield from _question(question, language)
    comment = paragraphs_of(filled.comment if filled else "")
    if comment or not has_room_for_more(definition):
        yield from ("", "")
        yield from _between(begin_of(words.more), comment, words)
    if filled and filled.files:
        yield from ("", "")
        names = [" ".join(shown(file.name).split()) for file in filled.files]
        yield from _between(begin_of(words.files), ["\n".join(names)], words)


def _sender(definition: Definition, words: FormWords, filled: FilledForm | None) -> Iterator[str]:
    first = filled.senders[0] if filled and filled.senders else SenderGiven(name="")
    case = (filled.case_number if filled else "") or definition.case_number
    yield field(words.sender_name, first.name)
    yield field(words.sender_number, first.number)
    yield field(words.sender_contact, filled.contact if filled else "")
    yield field(words.case_number, case)
    yield ""
    further = [named(sender) for sender in filled.senders[1:]] if filled else []
    yield from _between(begin_of(words.further), ["\n".join(further)] if further else [], words)
    yield from ("", "", words.in_short, "")
    yield box(words.no_remarks, ticked=filled is not None and filled.no_remarks)
    yield field(words.supports, filled.supports if filled else "")
    if filled and filled.wish in words.wishes:
        yield from ("", words.wishes[filled.wish])


def field(label: str, value: str) -> str:
    """A field of one line."""
    return f"{label}: {' '.join(shown(value).split())}"


def box(label: str, *, ticked: bool) -> str:
    """A box with its label."""
    return f"[{'x' if ticked else ' '}] {' '.join(shown(label).split())}"


def begin_of(label: str) -> str:
    """The line that says where a longer field begins."""
    return f"[[ {label} ]]"


def answer_begins(question: str, words: FormWords) -> str:
    """The line that says where the answer to `question` begins."""
    return begin_of(words.plain_begin.format(question=" ".join(shown(question).split())))


def measure_label(part: form_tags.MeasurePart, row: int, words: FormWords) -> str:
    """What stands before one part of a measure: "Ansvarlig (2)"."""
    column = form_tags.MEASURE_PARTS.index(part)
    return f"{words.measures[column]} ({row})"


def question_lines(question: QuestionShown, language: str) -> tuple[list[str], list[str]]:
    """The heading of a question, and what else stands above its answer: not wrapped yet."""
    heading = question.number + in_language(question.text, language)
    below = [*question.notes]
    below += [box(in_language(b.text, language), ticked=b.ticked) for b in question.boxes]
    below.append(in_language(question.guidance, language))
    return _parted([heading]), _parted(below)


def _parted(lines: Iterable[str]) -> list[str]:
    return [part for line in lines for part in shown(line).split("\n") if part.strip()]


def _question(question: QuestionShown, language: str) -> Iterator[str]:
    words = words_in(language)
    heading, below = question_lines(question, language)
    for line in heading:
        yield from _wrapped(line)
    if below:
        yield ""
    for line in below:
        yield from _wrapped(line)
    yield ""
    rows = question.rows[: max(len(question.measures), _ROWS)]
    measures = list(_measures(rows, words))
    yield from _between(answer_begins(question.id, words), question.paragraphs, words, measures)


def _measures(rows: Sequence[MeasureGiven], words: FormWords) -> Iterator[str]:
    for number, row in enumerate(rows, start=1):
        for part in form_tags.MEASURE_PARTS:
            yield field(measure_label(part, number, words), getattr(row, part))
        yield ""


def _between(
    begin: str, paragraphs: Sequence[str], words: FormWords, above: Sequence[str] = ()
) -> Iterator[str]:
    yield begin
    yield from above
    for place, paragraph in enumerate(paragraphs):
        if place:
            yield ""
        yield from paragraph.split("\n")
    if not paragraphs:
        yield ""
    yield begin_of(words.plain_end)


def _wrapped(line: str) -> list[str]:
    later = "    " if line.startswith(("[ ] ", "[x] ")) else ""
    return textwrap.wrap(
        shown(line), _WIDTH, subsequent_indent=later, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
