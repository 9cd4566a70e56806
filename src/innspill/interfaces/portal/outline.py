"""A definition laid out for the page: chapters inside chapters, questions beside questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from innspill.stages.consultations.core.definition import (
    Chapter,
    Definition,
    PageQuestion,
    Paper,
    Section,
    Text,
)

_NUMBER = re.compile(r"^\s*\d+\s*[.)]\s*")
BODIES = ("høringsinstanser", "høyringsinstansar", "invited bodies")
"""Headings of a section that introduces the list of invited bodies."""


@dataclass(frozen=True, slots=True)
class SectionsShown:
    """The page's sections, but for what it shows in a list of its own.

    `asked` introduces the page's questions (None where no section does), `bodies` the list of
    invited bodies.
    """

    others: tuple[Section, ...]
    asked: Section | None
    bodies: Section | None


@dataclass(frozen=True, slots=True)
class ChapterShown:
    """A chapter with what lies within it."""

    chapter: Chapter
    within: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class PaperShown:
    """A document that is heard, with its chapters in order."""

    paper: Paper
    chapters: tuple[ChapterShown, ...]


@dataclass(frozen=True, slots=True)
class PageQuestionShown:
    """A question of the page, and the ids of the form's questions that answer to it."""

    question: PageQuestion
    in_form: tuple[str, ...]


def papers(definition: Definition) -> tuple[PaperShown, ...]:
    """The papers with focus areas under the chapter that they belong to."""
    return tuple(PaperShown(paper, tuple(_chapters(paper))) for paper in definition.papers)


def _chapters(paper: Paper) -> Iterator[ChapterShown]:
    known = {chapter.id for chapter in paper.chapters if chapter.within is None}
    for chapter in paper.chapters:
        if chapter.within is None:
            inside = tuple(one for one in paper.chapters if one.within == chapter.id)
            yield ChapterShown(chapter, inside if chapter.kind == "chapter" else ())
        elif chapter.within not in known:
            yield ChapterShown(chapter, ())


def page_questions(definition: Definition) -> tuple[PageQuestionShown, ...]:
    """The page's questions with the form's questions that each was split into."""
    return tuple(
        PageQuestionShown(
            asked, tuple(q.id for q in definition.questions if asked.id in q.page_questions)
        )
        for asked in definition.page_questions
    )


def sections(definition: Definition) -> SectionsShown:
    """The sections without what stands in lists of its own: an imported page repeats it."""
    asked = bodies = None
    others = []
    for section in definition.sections:
        if asked is None and _asks(section, definition):
            asked = section.model_copy(update={"paragraphs": _introduction(section, definition)})
        elif definition.bodies and _heading(section) in BODIES:
            bodies = section
        else:
            others.append(section)
    return SectionsShown(tuple(others), asked, bodies)


def _asks(section: Section, definition: Definition) -> bool:
    """Whether every question of the page stands in this section."""
    said = {_bare(paragraph) for paragraph in section.paragraphs}
    questions = {_bare(question.text) for question in definition.page_questions}
    return bool(questions) and questions <= said


def _introduction(section: Section, definition: Definition) -> tuple[Text, ...]:
    questions = {_bare(question.text) for question in definition.page_questions}
    return tuple(each for each in section.paragraphs if _bare(each) not in questions)


def _heading(section: Section) -> str:
    return next(iter(section.heading.values()), "").strip().casefold()


def _bare(text: Text) -> str:
    return _NUMBER.sub("", next(iter(text.values()), "")).strip()
