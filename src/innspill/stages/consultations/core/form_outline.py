"""What the response form consists of, whatever it is shown in: Word, plain text or PDF.

The question as it is put, with what stands below it, its boxes and what was answered. The lines
that the form itself says are known from here, so that readers tell them from what people wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from innspill.shared.days import day_in_words
from innspill.stages.consultations.core.definition import (
    Definition,
    Language,
    Question,
    QuestionKind,
    Text,
    in_language,
)
from innspill.stages.consultations.core.filled import (
    AnswerGiven,
    FilledForm,
    MeasureGiven,
    SenderGiven,
)
from innspill.stages.consultations.core.form_words import (
    WORDS,
    FormWords,
    words_in,
)

_SIDE_BY_SIDE = 48
"""Letters of all choices together that still stand on one line."""
_UNSHOWN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ROWS = 5
"""Rows that the form has at least for measures."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """A box as it is shown: the choice, its text, and whether it is ticked."""

    choice: str
    text: Text
    ticked: bool


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """A question as the form puts it, with what was answered where it is filled in."""

    id: str
    number: str
    """What stands before its words: "1. ", or nothing."""
    text: Text
    kind: QuestionKind
    about: tuple[str, ...]
    """Whom it is for, when it is asked, and what it refers to."""
    how: tuple[str, ...]
    """How it is answered."""
    guidance: Text
    boxes: tuple[Ticked, ...]
    answer: str
    measures: tuple[MeasureGiven, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """All that the form says right below its words."""
        return self.about + self.how

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of what was written."""
        return paragraphs_of(self.answer)

    def side_by_side(self, language: str) -> bool:
        """Whether all choices stand on one line."""
        return sum(len(in_language(box.text, language)) for box in self.boxes) <= _SIDE_BY_SIDE

    @property
    def rows(self) -> tuple[MeasureGiven, ...]:
        """The rows of its table of measures: those that were given, and empty ones to write in."""
        if self.kind != "measures":
            return ()
        return (*self.measures, *(MeasureGiven() for _ in range(_ROWS - len(self.measures))))


def shown(text: str) -> str:
    """`text` without characters that no document can hold."""
    return _UNSHOWN.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of `text`, which empty lines part; a single line break stays in its paragraph."""
    parts = (part.strip("\n") for part in re.split(r"\n[ \t]*(?:\n[ \t]*)+", shown(text)))
    return tuple(part for part in parts if part.strip())


def questions_shown(
    definition: Definition, language: str, filled: FilledForm | None = None
) -> tuple[QuestionShown, ...]:
    """The questions of `definition` in `language`, with the answers of `filled`.

    What was answered to a question that the definition has no more comes last, as it was asked.
    """
    found = [
        _question(question, definition, language, filled.answer(question.id) if filled else None)
        for question in definition.questions
    ]
    known = {question.id for question in definition.questions}
    gone = [each for each in (filled.answers if filled else ()) if each.question not in known]
    return (*found, *(_gone(each, language) for each in gone if not each.is_empty))


def _question(
    question: Question, definition: Definition, language: str, given: AnswerGiven | None
) -> QuestionShown:
    ticks = given.ticks if given else ()
    boxes = [Ticked(c.id, c.text, c.id in ticks) for c in question.choices]
    offered = {choice.id for choice in question.choices}
    if given:
        boxes += [
            Ticked(one.id, {_key(language): one.text}, ticked=True)
            for one in given.offered
            if one.ticked and one.id not in offered
        ]
    return QuestionShown(
        question.id,
        f"{question.id}. " if question.id.isdecimal() else "",
        question.text,
        question.kind,
        tuple(_about(question, definition, language)),
        tuple(_how(question, language)),
        question.guidance,
        tuple(boxes),
        given.text if given else "",
        given.measures if given else (),
    )


def _gone(given: AnswerGiven, language: str) -> QuestionShown:
    key = _key(language)
    boxes = tuple(Ticked(one.id, {key: one.text}, one.ticked) for one in given.offered)
    kind: QuestionKind = "measures" if given.measures else "choice" if boxes else "text"
    return QuestionShown(
        given.question, "", {key: given.asked}, kind, (), (), {}, boxes, given.text, given.measures
    )


def _key(language: str) -> Language:
    return next((known for known in WORDS if known == language), "nb")


def _about(question: Question, definition: Definition, language: str) -> Iterator[str]:
    words = words_in(language)
    groups = [g for g in definition.target_groups if g.id in question.for_groups]
    if groups:
        names = ", ".join(in_language(group.name, language) for group in groups)
        yield f"{words.concerns}: {names}"
    if question.condition:
        yield _condition(question, definition, language, words)
    if question.refers_to:
        yield f"{words.see} {_listed(_references(question, definition, language), words.also)}"


def _how(question: Question, language: str) -> Iterator[str]:
    words = words_in(language)
    labels = [in_language(choice.text, language) for choice in question.choices]
    if question.many and labels:
        yield words.many
    elif question.kind == "scale" and len(labels) > 1:
        yield words.scale.format(first=labels[0], last=labels[-1])
    if question.kind == "measures":
        yield words.measure_rows
    if question.kind == "attachments":
        yield words.attach


def _condition(question: Question, definition: Definition, language: str, words: FormWords) -> str:
    asked = question.condition
    if asked is None:
        return ""
    before = next((one for one in definition.questions if one.id == asked.question), None)
    labels = [
        f"«{in_language(choice.text, language)}»"
        for choice in (before.choices if before else ())
        if choice.id in asked.choices
    ]
    return words.condition.format(choices=_listed(labels, words.either), question=asked.question)


def _references(question: Question, definition: Definition, language: str) -> list[str]:
    words = words_in(language)
    chapters = {
        (chapter.kind, chapter.id): chapter
        for paper in definition.papers
        for chapter in paper.chapters
    }
    found = []
    for reference in question.refers_to:
        kind, _, name = reference.partition(" ")
        said = f"{words.kinds.get(kind, kind)} {name}"
        chapter = next((c for (k, i), c in chapters.items() if k == kind and i == name), None)
        title = in_language(chapter.title, language) if chapter else ""
        found.append(f"{said} ({title})" if title else said)
    return found


def _listed(parts: list[str], last: str) -> str:
    """`parts` as they are said: "a, b eller c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def named(sender: SenderGiven) -> str:
    """A sender on one line, with the number in brackets where it has one."""
    name = " ".join(shown(sender.name).split())
    return f"{name} ({sender.number})" if sender.number else name


def has_room_for_more(definition: Definition) -> bool:
    """Whether the last question already asks for anything else that people want to say."""
    last = definition.questions[-1] if definition.questions else None
    return last is not None and last.kind == "text" and not last.refers_to


def facts(definition: Definition, language: str) -> tuple[tuple[str, str], ...]:
    """What stands at the top of the form: label and value, as far as the definition has it."""
    words = words_in(language)
    found = [(words.held_by, definition.owner), (words.case, definition.case_number)]
    if definition.deadline:
        found.append((words.deadline, day_in_words(definition.deadline, language)))
    if definition.submit_email:
        found.append((words.send_to, definition.submit_email))
    return tuple(found)


def instructions(definition: Definition, language: str) -> tuple[str, ...]:
    """What the form tells people before they write."""
    words = words_in(language)
    told = [words.how]
    if definition.one_response_per == "organisation":
        told.append(words.one_each)
    if definition.published == "all":
        told.append(words.published)
    return tuple(told)


def glossary(definition: Definition, language: str) -> tuple[tuple[str, str], ...]:
    """The words and abbreviations that the form explains."""
    return tuple(
        (term.word, in_language(term.explanation, language)) for term in definition.glossary
    )


def printed_lines(definition: Definition) -> tuple[str, ...]:
    """Every line that our forms print besides the questions, in all languages.

    Readers use it to tell the form's own words from what a respondent wrote.
    """
    lines: list[str] = []
    for language in WORDS:
        words = words_in(language)
        lines += [words.kind, in_language(definition.title, language)]
        lines += [f"{label}: {value}" for label, value in facts(definition, language)]
        lines += instructions(definition, language)
        lines += [words.sender, words.questions, words.write_here]
        lines += [words.sender_name, words.sender_number, words.sender_contact, words.case_number]
        lines += [words.further, words.in_short, words.no_remarks, words.supports]
        lines += [words.more, words.files, words.plain_how, *words.wishes.values()]
        explained = glossary(definition, language)
        lines += [words.glossary] if explained else []
        lines += [f"{word}: {meaning}" for word, meaning in explained]
        for question in definition.questions:
            lines += [*_about(question, definition, language), *_how(question, language)]
    return tuple(dict.fromkeys(lines))


def locked_lines(definition: Definition) -> tuple[str, ...]:
    """Every paragraph that stands locked in our Word form, in all languages."""
    lines = [*printed_lines(definition)]
    for language in WORDS:
        for question in questions_shown(definition, language):
            lines.append(question.number + in_language(question.text, language))
            lines.append(in_language(question.guidance, language))
            lines += [in_language(box.text, language) for box in question.boxes]
    return tuple(dict.fromkeys(shown(line) for line in lines if line))
