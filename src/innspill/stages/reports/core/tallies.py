"""Ticks counted, question by question and group by group, so that every row adds up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from innspill.stages.analysis.core.outcomes import (
    NO_COMMENT,
    SILENT,
    TEXT_ONLY,
    UNCLEAR,
    Outcome,
    Row,
    outcome,
    rows_of,
)
from innspill.stages.analysis.core.placing import Place, place
from innspill.stages.analysis.core.values import StanceValue
from innspill.stages.consultations.core.definition import Question, in_language
from innspill.stages.reports.core.placing import row_label
from innspill.stages.reports.core.values import (
    QuestionFigures,
    Reported,
    ReportInput,
    Tally,
    TallyKind,
)


def question_figures(
    report: ReportInput, responses: Sequence[Reported]
) -> tuple[QuestionFigures, ...]:
    """The figures of every question of the definition, out of the current `responses`."""
    places = [place(response, report.definition) for response in responses]
    rows = rows_of(report.definition, places)
    return tuple(
        _figures(question, report, responses, places, rows)
        for question in report.definition.questions
    )


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
