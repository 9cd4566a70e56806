"""A remark on a definition, and how places and lists are named in one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from innspill.stages.consultations.core.definition import Definition, Question, Text, in_language

Urgency = Literal["must", "should"]


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at: `code` names the kind, `place` where it is, `text` says it.

    `level` is "must" where the hearing cannot be opened before it is put right, `values` what
    the sentence for `code` in other languages is filled with. A place is "title", "question 3",
    "section 'Om forslaget'" and so on.
    """

    code: str
    place: str
    text: str
    level: Urgency = "should"
    values: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.place}: {self.text} [{self.code}]"


def texts_of(definition: Definition) -> Iterator[tuple[str, Text]]:
    """All that people read, with its place, in the order of page and form."""
    yield "title", definition.title
    if definition.summary:
        yield "summary", definition.summary
    if definition.short_reason:
        yield "short_reason", definition.short_reason
    for section in definition.sections:
        heading = in_language(section.heading, "nb")
        yield f"section {heading!r}", section.heading
        yield from ((f"section {heading!r}", text) for text in section.paragraphs)
    yield from ((f"phase {status}", text) for status, text in definition.phases.items())
    for paper in definition.papers:
        yield f"paper {paper.id}", paper.title
    for group in definition.target_groups:
        yield f"target group {group.id}", group.name
    for question in definition.questions:
        yield from ((f"question {question.id}", text) for text in texts_of_question(question))
    for term in definition.glossary:
        yield f"term {term.word!r}", term.explanation


def texts_of_question(question: Question) -> Iterator[Text]:
    """The question, its guidance, and its choices."""
    yield question.text
    if question.guidance:
        yield question.guidance
    yield from (choice.text for choice in question.choices)


def ids(identities: Sequence[str]) -> str:
    """Questions by their ids: "question 1", "questions 2 and 3", "questions 6 to 11"."""
    numbers = [int(identity) for identity in identities if identity.isdecimal()]
    run = len(numbers) == len(identities) > 2 and numbers == list(
        range(numbers[0], numbers[0] + len(numbers))
    )
    if run:
        return f"questions {identities[0]} to {identities[-1]}"
    return f"question{'s' if len(identities) > 1 else ''} {listed(identities)}"


def listed(words: Iterable[str]) -> str:
    """Words as a sentence lists them, the first five of many."""
    once = list(dict.fromkeys(words))
    if len(once) > 6:
        return f"{', '.join(once[:5])} and {len(once) - 5} more places"
    return once[0] if len(once) == 1 else f"{', '.join(once[:-1])} and {once[-1]}"


def sentences(text: str) -> list[str]:
    """`text` cut after each sentence and line; numbers and dates ("9. september") do not end one."""
    parts = re.split(r"\n+|(?<=[^\d\W]{2}[.!?:])\s+(?=[A-ZÆØÅ«\"])|(?<=[?!])\s+|(?<=\)\.)\s+", text)
    return [part.strip() for part in parts if part.strip()]
