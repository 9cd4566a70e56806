"""What a response said to a question, and the rows that responses are counted in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from innspill.stages.analysis.core.counted import TallyKind
from innspill.stages.analysis.core.placing import Place
from innspill.stages.consultations.core.definition import Definition, Question
from innspill.stages.publication.core.values import PublicAnswer

UNCLEAR, NO_COMMENT, TEXT_ONLY, SILENT = "unclear", "no-comment", "text", ""
Row = tuple[TallyKind, str | None]
Outcome = tuple[str, bool]
"""What a response said to one question: a choice id (True) or one of the four words (False)."""


def outcome(answers: Iterable[PublicAnswer], question: Question) -> Outcome:
    """What a response said to `question`, from its answers to it (none means silent).

    Several ticks that nobody settled are unclear, and so is a tick that the form has not got:
    a fact to show, not a choice to make.
    """
    said = {_one(answer, question) for answer in answers if answer.question == question.id}
    said.discard((SILENT, False))
    if len(said) == 1:
        return said.pop()
    if not said:
        return SILENT, False
    ticked = {each for each in said if each[1] or each[0] == UNCLEAR}
    if len(ticked) == 1:
        return ticked.pop()
    return (UNCLEAR if ticked else TEXT_ONLY), False


def rows_of(definition: Definition, places: Sequence[Place]) -> tuple[Row, ...]:
    """Every group, members and joint responses where there are any, and the not invited."""
    used = {(each.kind, each.group) for each in places}
    rows: list[Row] = []
    for group in definition.bodies:
        rows.append(("group", group.name))
        if ("members", group.name) in used:
            rows.append(("members", group.name))
    if ("joint", None) in used:
        rows.append(("joint", None))
    rows.append(("not-invited", None))
    return tuple(dict.fromkeys(rows))


def _one(answer: PublicAnswer, question: Question) -> Outcome:
    ids = {choice.id for choice in question.choices}
    if answer.choice is not None and answer.choice in ids:
        return answer.choice, True
    if answer.ticks or answer.choice is not None:
        return UNCLEAR, False
    if answer.no_comment:
        return NO_COMMENT, False
    return (TEXT_ONLY if answer.text.strip() else SILENT), False
