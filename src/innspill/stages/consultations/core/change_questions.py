"""What has changed in the questions, and what may not once somebody may have answered them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from innspill.stages.consultations.core.change_parts import (
    Change,
    compared,
    listed_parts,
    same,
)
from innspill.stages.consultations.core.definition import Choice, Definition, Question, Text


def questions(before: Definition, after: Definition) -> Iterator[Change]:
    """The changes in the questions. The place of a choice is "QUESTION CHOICE"."""
    old = {question.id: question for question in before.questions}
    new = {question.id: question for question in after.questions}
    yield from listed_parts("question", _texts(old), _texts(new))
    for identity, question in new.items():
        if identity in old:
            yield from _question(old[identity], question)
    kept = [identity for identity in old if identity in new]
    if kept != [identity for identity in new if identity in old]:
        yield Change("question-order", "", ", ".join(old), ", ".join(new))


def forbidden_in_questions(before: Definition, after: Definition) -> Iterator[Change]:
    """What would take the meaning from answers that are given: see `changes.forbidden`."""
    old = {question.id: question for question in before.questions}
    new = {question.id: question for question in after.questions}
    for identity, question in old.items():
        if identity not in new:
            yield Change("question-removed", identity, question.text, None)
            continue
        now = new[identity]
        yield from compared("question-kind", identity, question.kind, now.kind)
        if question.many and not now.many:
            yield Change("question-many", identity, "many", "one")
        yield from _renumbered("question", identity, _texts(old), now.text)
        yield from _lost_choices(question, now)


def _lost_choices(before: Question, after: Question) -> Iterator[Change]:
    old = _choice_texts(before)
    new = _choice_texts(after)
    for identity, text in old.items():
        place = f"{after.id} {identity}"
        if identity not in new:
            yield Change("choice-removed", place, text, None)
        else:
            yield from _renumbered("choice", identity, old, new[identity], place)


def _renumbered(
    kind: str, identity: str, old: Mapping[str, Text], now: Text, place: str = ""
) -> Iterator[Change]:
    """That the words of another one stand here now: answers would move along unseen."""
    if same(old[identity], now):
        return
    if any(other != identity and same(text, now) for other, text in old.items()):
        yield Change(f"{kind}-renumbered", place or identity, old[identity], now)


def _texts(asked: Mapping[str, Question]) -> dict[str, Text]:
    return {identity: question.text for identity, question in asked.items()}


def _choice_texts(question: Question) -> dict[str, Text]:
    return {choice.id: choice.text for choice in question.choices}


def _question(before: Question, after: Question) -> Iterator[Change]:
    place = after.id
    yield from compared("question-reworded", place, before.text, after.text)
    yield from compared("guidance", place, before.guidance, after.guidance)
    yield from compared("question-kind", place, before.kind, after.kind)
    yield from compared("question-many", place, _number(before), _number(after))
    yield from compared("condition", place, _condition(before), _condition(after))
    yield from compared(
        "for-groups", place, ", ".join(before.for_groups), ", ".join(after.for_groups)
    )
    yield from compared(
        "references", place, ", ".join(before.refers_to), ", ".join(after.refers_to)
    )
    yield from _choices(before, after)


def _choices(before: Question, after: Question) -> Iterator[Change]:
    old = {f"{before.id} {choice.id}": choice for choice in before.choices}
    new = {f"{after.id} {choice.id}": choice for choice in after.choices}
    yield from listed_parts("choice", _words(old), _words(new))
    for place in [place for place in new if place in old]:
        yield from compared("choice-reworded", place, old[place].text, new[place].text)
        yield from compared("effect", place, old[place].effect, new[place].effect)


def _words(choices: Mapping[str, Choice]) -> dict[str, Text]:
    return {place: choice.text for place, choice in choices.items()}


def _number(question: Question) -> str:
    return "many" if question.many else "one"


def _condition(question: Question) -> str | None:
    if question.condition is None:
        return None
    return f"{question.condition.question}: {', '.join(question.condition.choices)}"
