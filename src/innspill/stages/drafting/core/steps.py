"""A hearing's form as steps: who you are, one chapter after the other, and the review."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from innspill.stages.consultations.core.definition import (
    Chapter,
    Definition,
    Paper,
    Question,
    Text,
)
from innspill.stages.drafting.core.values import Content

WHO, REVIEW = "avsender", "gjennomgang"
"""Keys of the first and the last step, as they stand in addresses."""
HANDFUL = 5
"""So many questions at most in one step, where they refer to no chapter."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the form. `title` is the chapter's, empty for those that the portal names.

    `number` counts the steps from 1, `first` and `last` the places of its questions in the form.
    """

    key: str
    kind: Literal["who", "questions", "review"]
    number: int = 0
    title: Text | None = None
    chapter: Chapter | None = None
    paper: Paper | None = None
    questions: tuple[Question, ...] = ()


def steps_of(definition: Definition) -> tuple[Step, ...]:
    """The steps of a form, in order: "who", the questions by chapter, "review".

    Questions that stand together and whose first reference lies in the same chapter make a step;
    an annex or focus area counts as the chapter that it lies in. Those without a reference make
    steps of a handful.
    """
    made = [Step(WHO, "who"), *_of_questions(definition), Step(REVIEW, "review")]
    return tuple(replace(step, number=number) for number, step in enumerate(made, start=1))


def asked(definition: Definition, contents: Mapping[str, Content]) -> tuple[Question, ...]:
    """The questions that apply, given the ticks: those without a condition, or where it is met.

    A question that is not asked itself meets no other's condition.
    """
    found: dict[str, Question] = {}
    for question in definition.questions:
        wanted = question.condition
        if wanted is not None:
            given = contents.get(wanted.question, Content())
            if wanted.question not in found or not set(wanted.choices) & set(given.ticks):
                continue
        found[question.id] = question
    return tuple(found.values())


def step_with(steps: Iterable[Step], question: str) -> Step | None:
    """The step that a question stands in."""
    return next((step for step in steps if any(q.id == question for q in step.questions)), None)


def chapter_at(definition: Definition, reference: str) -> tuple[Paper, Chapter] | None:
    """The part of a paper that a reference ("chapter 2", "focus-area 1") names."""
    kind, _, name = reference.partition(" ")
    for paper in definition.papers:
        for chapter in paper.chapters:
            if (chapter.kind, chapter.id) == (kind, name):
                return paper, chapter
    return None


def _of_questions(definition: Definition) -> list[Step]:
    steps: list[Step] = []
    for place, together in groupby(definition.questions, key=lambda q: _place(definition, q)):
        questions = tuple(together)
        if place is None:
            steps += _handfuls(questions, steps)
            continue
        paper, chapter = place
        key = _free(f"{_SHORT[chapter.kind]}-{chapter.id}".lower().replace(" ", "-"), steps)
        steps.append(Step(key, "questions", 0, chapter.title, chapter, paper, questions))
    return steps


_SHORT = {
    "chapter": "kapittel", "annex": "vedlegg", "focus-area": "omrade", "section": "paragraf",
    "goal": "mal", "measure": "tiltak",
}  # fmt: skip


def _place(definition: Definition, question: Question) -> tuple[Paper, Chapter] | None:
    if not question.refers_to:
        return None
    found = chapter_at(definition, question.refers_to[0])
    if found is None:
        return None
    paper, chapter = found
    for _ in paper.chapters:  # no deeper than there are chapters, even if two lie in each other
        outer = _outer(paper, chapter)
        if outer is None:
            break
        chapter = outer
    return paper, chapter


def _outer(paper: Paper, chapter: Chapter) -> Chapter | None:
    if chapter.within is None:
        return None
    named = chapter.within.rpartition(" ")[2]
    of_the_name = [each for each in paper.chapters if each.id == named and each != chapter]
    return min(of_the_name, key=lambda each: each.kind != "chapter", default=None)


def _handfuls(questions: tuple[Question, ...], before: list[Step]) -> list[Step]:
    made: list[Step] = []
    many = -(-len(questions) // HANDFUL)
    size = -(-len(questions) // many)
    for start in range(0, len(questions), size):
        some = questions[start : start + size]
        key = _free(f"sporsmal-{some[0].id}".lower(), [*before, *made])
        made.append(Step(key, "questions", questions=some))
    return made


def _free(wanted: str, taken: list[Step]) -> str:
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in wanted)
    keys = {WHO, REVIEW, *(step.key for step in taken)}
    key, number = plain, 1
    while key in keys:
        number += 1
        key = f"{plain}-{number}"
    return key
