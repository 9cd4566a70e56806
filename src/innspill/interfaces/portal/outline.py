"""A definition laid out for the page: chapters inside chapters, questions beside questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from innspill.stages.consultations.core.definition import (
    Chapter,
    Definition,
    PageQuestion,
    Paper,
)


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
