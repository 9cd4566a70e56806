"""Questions are moved, added, copied and removed; while a hearing is a draft they are numbered anew."""

from __future__ import annotations

from collections.abc import Sequence

from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.definition import Condition, Definition, Question


class OutOfOrder(BadInput):
    """A question would stand before, or without, the one that its condition names."""

    def __init__(self, question: str, depends_on: str) -> None:
        self.question = question
        self.depends_on = depends_on
        super().__init__(
            f"question {question} is asked of those who ticked at question {depends_on},"
            " so it must come after it"
        )


def moved(definition: Definition, question_id: str, place: int) -> Definition:
    """`definition` with the question at another place (0 is first). Raises KeyError, OutOfOrder."""
    question = definition.question(question_id)
    others = [one for one in definition.questions if one.id != question_id]
    others.insert(max(0, min(place, len(others))), question)
    return _arranged(definition, others)


def stepped(definition: Definition, question_id: str, by: int) -> Definition:
    """`definition` with the question `by` places further down (up where negative)."""
    ids = [question.id for question in definition.questions]
    if question_id not in ids:
        raise KeyError(question_id)
    return moved(definition, question_id, max(0, ids.index(question_id) + by))


def removed(definition: Definition, question_id: str) -> Definition:
    """`definition` without the question. Raises KeyError, and OutOfOrder where another needs it."""
    definition.question(question_id)
    return _arranged(definition, [one for one in definition.questions if one.id != question_id])


def added(
    definition: Definition, question: Question, *, after: str | None = None
) -> tuple[Definition, str]:
    """`definition` with a new question, last or `after` another one, and the id that it got."""
    fresh = question.model_copy(update={"id": next_id(definition)})
    questions = list(definition.questions)
    ids = [one.id for one in questions]
    place = ids.index(after) + 1 if after in ids else len(questions)
    questions.insert(place, fresh)
    arranged = _arranged(definition, questions)
    return arranged, arranged.questions[place].id


def doubled(definition: Definition, question_id: str) -> tuple[Definition, str]:
    """`definition` with a copy right after the question, and the copy's id. Raises KeyError."""
    original = definition.question(question_id)
    copy = original.model_copy(update={"page_questions": ()})
    return added(definition, copy, after=question_id)


def replaced(definition: Definition, question: Question) -> Definition:
    """`definition` with `question` instead of the one with its id. Raises KeyError, OutOfOrder."""
    definition.question(question.id)
    return _checked(
        definition.model_copy(
            update={
                "questions": tuple(
                    question if one.id == question.id else one for one in definition.questions
                )
            }
        )
    )


def next_id(definition: Definition) -> str:
    """The number after the highest that is used."""
    used = [int(one.id) for one in definition.questions if one.id.isdecimal()]
    return str(max(used, default=0) + 1)


def _arranged(definition: Definition, questions: Sequence[Question]) -> Definition:
    checked = _checked(definition.model_copy(update={"questions": tuple(questions)}))
    plain = all(question.id.isdecimal() for question in questions)
    if definition.status != "draft" or not plain:
        return checked
    return checked.model_copy(update={"questions": _renumbered(checked.questions)})


def _renumbered(questions: Sequence[Question]) -> tuple[Question, ...]:
    """The questions numbered from 1. Ids are what answers go by, so only while nobody answers."""
    numbers = {question.id: str(place) for place, question in enumerate(questions, start=1)}
    return tuple(
        question.model_copy(
            update={
                "id": numbers[question.id],
                "condition": _of_numbers(question.condition, numbers),
            }
        )
        for question in questions
    )


def _of_numbers(condition: Condition | None, numbers: dict[str, str]) -> Condition | None:
    if condition is None:
        return None
    return condition.model_copy(update={"question": numbers[condition.question]})


def _checked(definition: Definition) -> Definition:
    before: dict[str, set[str]] = {}
    for question in definition.questions:
        condition = question.condition
        if condition is not None and not set(condition.choices) <= before.get(
            condition.question, set()
        ):
            raise OutOfOrder(question.id, condition.question)
        before[question.id] = {choice.id for choice in question.choices}
    return definition
