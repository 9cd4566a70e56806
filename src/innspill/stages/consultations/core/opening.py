"""What stands in the way of opening a hearing, and which changes come too late after that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from innspill.stages.consultations.core.deadline import end_of_day
from innspill.stages.consultations.core.definition import (
    Definition,
    Language,
    Question,
    Text,
    in_language,
)

BOTH_FORMS: tuple[Language, ...] = ("nb", "nn")
"""The written forms that a state body owes the public (språklova § 14)."""
_SAID: dict[str, str] = {
    "no-title": "the hearing has no title",
    "no-deadline": "there is no deadline",
    "deadline-past": "the deadline has passed already",
    "no-way-to-answer": "there are no questions, and no address that responses can be sent to",
    "missing-nb": "a state body owes bokmål, which is missing in",
    "missing-nn": "a state body owes nynorsk, which is missing in",
}


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One thing that must be mended first. `places` names where ("title", "question 3")."""

    code: str
    places: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " ".join([_SAID[self.code], ", ".join(self.places)]).strip()


def hindrances(definition: Definition, now: datetime) -> tuple[Hindrance, ...]:
    """What must be mended before `definition` can be opened to the public `now`."""
    return tuple(_hindrances(definition, now))


def missing(definition: Definition, language: Language) -> tuple[str, ...]:
    """The places whose text is not there in `language`, in the order of the page."""
    places = [place for place, text in texts(definition) if not text.get(language, "").strip()]
    return tuple(dict.fromkeys(places))


def texts(definition: Definition) -> Iterator[tuple[str, Text]]:
    """Every text that the public reads, with the place where it stands. Empty ones are left out."""
    for place, text in _texts(definition):
        if any(part.strip() for part in text.values()):
            yield place, text


def _hindrances(definition: Definition, now: datetime) -> Iterator[Hindrance]:
    if not in_language(definition.title, "nb").strip():
        yield Hindrance("no-title", ("title",))
    if definition.deadline is None:
        yield Hindrance("no-deadline", ("deadline",))
    elif end_of_day(definition.deadline, definition.timezone) <= now:
        yield Hindrance("deadline-past", ("deadline",))
    if not definition.questions and not definition.submit_email:
        yield Hindrance("no-way-to-answer", ("questions", "submit_email"))
    if definition.state_body:
        for language in BOTH_FORMS:
            places = missing(definition, language)
            if places:
                yield Hindrance(f"missing-{language}", places)


def _texts(definition: Definition) -> Iterator[tuple[str, Text]]:
    yield "title", definition.title
    yield "summary", definition.summary
    yield "short_reason", definition.short_reason
    for number, section in enumerate(definition.sections, start=1):
        yield f"section {number}", section.heading
        yield from ((f"section {number}", text) for text in section.paragraphs)
    for number, event in enumerate(definition.events, start=1):
        yield f"event {number}", event.title
        yield from ((f"event {number}", text) for text in event.materials)
        yield from ((f"event {number}", link.name) for link in event.links)
    yield from ((f"phase {status}", text) for status, text in definition.phases.items())
    yield from ((f"target-group {group.id}", group.name) for group in definition.target_groups)
    yield from ((f"term {term.word}", term.explanation) for term in definition.glossary)
    for asked in definition.page_questions:
        yield f"page-question {asked.id}", asked.text
    for question in definition.questions:
        yield from ((f"question {question.id}", text) for text in _texts_of(question))
    for paper in definition.papers:
        yield f"paper {paper.id}", paper.title


def _texts_of(question: Question) -> Iterator[Text]:
    yield question.text
    yield question.guidance
    yield from (choice.text for choice in question.choices)


@dataclass(frozen=True, slots=True)
class TooLate:
    """A change that may not be made after the opening: people may have answered already."""

    code: str
    place: str

    def __str__(self) -> str:
        said = {
            "question-removed": "is removed",
            "kind-changed": "is made another kind of question",
            "choice-removed": "loses a choice",
            "renumbered": "gets the words of another question",
            "case-number": "is changed",
            "opens": "is changed",
            "deadline": "is changed here; move it under the deadline, with a note",
            "timezone": "is changed",
        }
        return f"{self.place} {said[self.code]}"


def too_late(before: Definition, after: Definition) -> tuple[TooLate, ...]:
    """The changes from `before`, which is open, to `after` that would bend answers already given."""
    return (*_fixed(before, after), *_bent(before, after))


def _fixed(before: Definition, after: Definition) -> Iterator[TooLate]:
    if before.case_number != after.case_number:
        yield TooLate("case-number", "case_number")
    for name in ("opens", "deadline", "timezone"):
        if getattr(before, name) != getattr(after, name):
            yield TooLate(name, name)


def _bent(before: Definition, after: Definition) -> Iterator[TooLate]:
    now = {question.id: question for question in after.questions}
    words = {question.id: in_language(question.text, "nb") for question in before.questions}
    for question in before.questions:
        place = f"question {question.id}"
        changed = now.get(question.id)
        if changed is None:
            yield TooLate("question-removed", place)
            continue
        if changed.kind != question.kind:
            yield TooLate("kind-changed", place)
        if not {one.id for one in question.choices} <= {one.id for one in changed.choices}:
            yield TooLate("choice-removed", place)
        said = in_language(changed.text, "nb")
        if said != words[question.id] and said in words.values():
            yield TooLate("renumbered", place)
