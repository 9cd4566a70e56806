"""One question as the web form shows it: with what stands there, and what colleagues said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from innspill.stages.consultations.core.definition import (
    Chapter,
    Choice,
    Definition,
    Question,
    TargetGroup,
)
from innspill.stages.consultations.core.filled import MeasureGiven
from innspill.stages.drafting.core.steps import Step, chapter_at
from innspill.stages.drafting.core.steps import asked as applying
from innspill.stages.drafting.queries import DraftShown, FileShown, NoteShown

EMPTY_ROWS = 2
"""How many empty rows a table of measures offers below those that are filled in."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick, and whether it is."""

    choice: Choice
    ticked: bool


@dataclass(frozen=True, slots=True)
class Only:
    """That a question is only for those who ticked `choices` at an earlier one; `met` if they did.

    `boxes` are the names that those boxes have on the page, parted by spaces.
    """

    question: Question
    choices: tuple[Choice, ...]
    boxes: str
    met: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer. `key` names its fields on the page, `revision` its state."""

    question: Question
    key: str
    boxes: tuple[Box, ...]
    text: str
    measures: tuple[MeasureGiven, ...]
    revision: int
    by: str
    about: tuple[Chapter, ...]
    first_about: bool
    groups: tuple[TargetGroup, ...]
    only: Only | None
    notes: tuple[NoteShown, ...]
    files: tuple[FileShown, ...]

    @property
    def ticked(self) -> tuple[Choice, ...]:
        """The boxes that are ticked."""
        return tuple(box.choice for box in self.boxes if box.ticked)

    @property
    def is_answered(self) -> bool:
        """Whether anything stands there."""
        return bool(self.ticked or self.text.strip() or self.measures or self.files)

    @property
    def is_asked(self) -> bool:
        """Whether it is asked of this respondent, as far as the answers so far tell."""
        return self.only is None or self.only.met

    @property
    def open_notes(self) -> tuple[NoteShown, ...]:
        """What colleagues said that nobody has settled yet."""
        return tuple(note for note in self.notes if note.settled_at is None)


@dataclass(frozen=True, slots=True)
class StepShown:
    """A step with its questions as they stand, and how many of them are answered."""

    step: Step
    asked: tuple[Asked, ...]

    @property
    def answered(self) -> int:
        """How many questions of the step have an answer."""
        return sum(one.is_answered for one in self.asked)

    @property
    def due(self) -> int:
        """How many there are to answer: those that are asked of this respondent, or answered."""
        return sum(one.is_asked or one.is_answered for one in self.asked)


def answered_of(everything: Sequence[StepShown]) -> dict[str, int]:
    """How many questions of all steps have an answer, and how many there are to answer."""
    return {
        "answered": sum(step.answered for step in everything),
        "due": sum(step.due for step in everything),
    }


def shown(definition: Definition, draft: DraftShown, steps: tuple[Step, ...]) -> list[StepShown]:
    """Every step of questions with what stands in the draft."""
    places = {question.id: n for n, question in enumerate(definition.questions, start=1)}
    return [
        StepShown(step, tuple(_of_step(definition, draft, step, places)))
        for step in steps
        if step.kind == "questions"
    ]


def key_of(definition: Definition, question_id: str) -> str:
    """The name that a question has on the pages ("q3"); nothing for one that is not asked."""
    ids = [question.id for question in definition.questions]
    return f"q{ids.index(question_id) + 1}" if question_id in ids else ""


def _referred(definition: Definition, question: Question) -> Iterator[Chapter]:
    for reference in question.refers_to:
        found = chapter_at(definition, reference)
        if found is not None:
            yield found[1]


def _of_step(
    definition: Definition, draft: DraftShown, step: Step, places: Mapping[str, int]
) -> Iterator[Asked]:
    said: set[str] = set()
    for question in step.questions:
        names = set(question.refers_to)
        yield _asked(definition, draft, question, places[question.id], is_first=not names <= said)
        said |= names


def _asked(
    definition: Definition,
    draft: DraftShown,
    question: Question,
    place: int,
    *,
    is_first: bool,
) -> Asked:
    answer = draft.answers.get(question.id)
    ticks = answer.ticks if answer else ()
    return Asked(
        question=question,
        key=f"q{place}",
        boxes=tuple(Box(choice, choice.id in ticks) for choice in question.choices),
        text=answer.text if answer else "",
        measures=tuple(answer.measures) if answer else (),
        revision=answer.revision if answer else 0,
        by=answer.by if answer else "",
        about=tuple(_referred(definition, question)),
        first_about=is_first,
        groups=tuple(g for g in definition.target_groups if g.id in question.for_groups),
        only=_only(definition, question, draft),
        notes=tuple(note for note in draft.notes if note.question == question.id),
        files=tuple(file for file in draft.files if file.question == question.id),
    )


def _only(definition: Definition, question: Question, draft: DraftShown) -> Only | None:
    condition = question.condition
    if condition is None:
        return None
    earlier = definition.question(condition.question)
    wanted = [
        (place, one)
        for place, one in enumerate(earlier.choices, start=1)
        if one.id in condition.choices
    ]
    key = key_of(definition, earlier.id)
    contents = {name: answer.content for name, answer in draft.answers.items()}
    return Only(
        question=earlier,
        choices=tuple(one for _, one in wanted),
        boxes=" ".join(f"{key}-tick-{place}" for place, _ in wanted),
        met=question in applying(definition, contents),
    )
