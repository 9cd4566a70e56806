"""Whether the parts of a definition fit each other: what no schema of fields can say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.deadline import zone
from innspill.stages.consultations.core.definition import Definition, Question


def check(definition: Definition, where: str) -> None:
    """Raises BadInput where two parts have the same id, or one part names another that is not there.

    `where` names the definition in the error.
    """
    for kind, identities in _identities(definition):
        twice = [identity for identity, times in Counter(identities).items() if times > 1]
        if twice:
            raise BadInput(
                f"two {kind} have the id {twice[0]!r}", where=where, todo="Give each its own id."
            )
    for place, question in enumerate(definition.questions):
        _check_question(question, definition.questions[:place], definition, where)
    try:
        zone(definition.timezone)
    except BadInput as error:
        raise BadInput(error.what, where=f"{where}: timezone", todo=error.todo) from error


def _identities(definition: Definition) -> Iterator[tuple[str, list[str]]]:
    yield "questions", [question.id for question in definition.questions]
    yield "papers", [paper.id for paper in definition.papers]
    yield "target groups", [group.id for group in definition.target_groups]
    for question in definition.questions:
        yield f"choices of question {question.id}", [choice.id for choice in question.choices]


def _check_question(
    question: Question, before: tuple[Question, ...], definition: Definition, where: str
) -> None:
    at = f"{where}: question {question.id}"
    if question.choices and question.kind not in {"choice", "scale"}:
        raise BadInput(
            f"a question of kind {question.kind} has no choices",
            where=at,
            todo="Remove them, or make it a choice.",
        )
    known = {group.id for group in definition.target_groups}
    strange = [group for group in question.for_groups if group not in known]
    if strange:
        raise BadInput(
            f"there is no target group {strange[0]!r}", where=at, todo="Add it to target_groups."
        )
    if question.condition is None:
        return
    asked = next((one for one in before if one.id == question.condition.question), None)
    if asked is None:
        raise BadInput(
            f"its condition names question {question.condition.question!r}, which does not stand"
            " before it",
            where=at,
            todo="Name a question that comes earlier.",
        )
    offered = {choice.id for choice in asked.choices}
    unknown = [choice for choice in question.condition.choices if choice not in offered]
    if unknown or not question.condition.choices:
        raise BadInput(
            f"its condition needs choices of question {asked.id}",
            where=at,
            todo=f"Choose among {', '.join(sorted(offered)) or 'none: it has no choices'}.",
        )
