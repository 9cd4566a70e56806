"""Ticks counted, question by question and group by group, so that every row adds up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import get_args

from innspill.stages.analysis.core.values import StanceValue
from innspill.stages.consultations.core.definition import Definition, Question, in_language
from innspill.stages.publication.core.values import PublicAnswer
from innspill.stages.reports.core.placing import Place, place, row_label
from innspill.stages.reports.core.values import (
    QuestionFigures,
    Reported,
    ReportInput,
    Tally,
    TallyKind,
)

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


def question_figures(
    report: ReportInput, responses: Sequence[Reported]
) -> tuple[QuestionFigures, ...]:
    """The figures of every question of the definition, out of the current `responses`."""
    places = [place(response, report.definition) for response in responses]
    rows = _rows(report.definition, places)
    return tuple(
        _figures(question, report, responses, places, rows)
        for question in report.definition.questions
    )


def _one(answer: PublicAnswer, question: Question) -> Outcome:
    ids = {choice.id for choice in question.choices}
    if answer.choice is not None and answer.choice in ids:
        return answer.choice, True
    if answer.ticks or answer.choice is not None:
        return UNCLEAR, False
    if answer.no_comment:
        return NO_COMMENT, False
    return (TEXT_ONLY if answer.text.strip() else SILENT), False


def _rows(definition: Definition, places: Sequence[Place]) -> tuple[Row, ...]:
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


def _figures(
    question: Question,
    report: ReportInput,
    responses: Sequence[Reported],
    places: Sequence[Place],
    rows: Sequence[Row],
) -> QuestionFigures:
    said = [outcome(response.public.answers, question) for response in responses]
    language = report.language
    tallies = []
    for kind, group in rows:
        here = [
            each
            for each, where in zip(said, places, strict=True)
            if (where.kind, where.group) == (kind, group)
        ]
        tallies.append(
            _tally(row_label(kind, group, report.definition, language), kind, here, question)
        )
    references = {response.public.reference for response in responses}
    shown = {each.public.reference for each in responses if each.state == "published"}
    return QuestionFigures(
        question=question.id,
        text=in_language(question.text, language),
        choices=tuple(
            (choice.id, in_language(choice.text, language), choice.effect)
            for choice in question.choices
        ),
        groups=tuple(tallies),
        total=_tally(
            row_label("total", None, report.definition, language), "total", said, question
        ),
        stances=_stances(report, question.id, references),
        comments=sum(
            point.question == question.id and point.is_remark and point.response in shown
            for point in report.analysis.comments
        ),
    )


def _tally(label: str, kind: TallyKind, said: Sequence[Outcome], question: Question) -> Tally:
    counted = Counter(said)
    return Tally(
        group=label,
        respondents=len(said),
        choices=tuple((choice.id, counted[(choice.id, True)]) for choice in question.choices),
        unclear=counted[(UNCLEAR, False)],
        no_comment=counted[(NO_COMMENT, False)],
        text_only=counted[(TEXT_ONLY, False)],
        silent=counted[(SILENT, False)],
        kind=kind,
    )


def _stances(
    report: ReportInput, question: str, references: set[str]
) -> tuple[tuple[str, int], ...]:
    """How many current responses take each stance; each response counts once."""
    values = {
        each.response: each.stance.value
        for each in report.analysis.stances
        if each.question == question and each.response in references
    }
    counted = Counter(values.values())
    return tuple((value, counted[value]) for value in get_args(StanceValue))
