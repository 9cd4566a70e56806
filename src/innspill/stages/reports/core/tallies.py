"""Ticks counted, question by question and group by group, so that every row adds up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar, get_args

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
from innspill.stages.analysis.core.shares import percentage
from innspill.stages.analysis.core.values import StanceValue
from innspill.stages.consultations.core.definition import Question, in_language
from innspill.stages.reports.core.counting import shown_columns, ticked
from innspill.stages.reports.core.placing import row_label
from innspill.stages.reports.core.quoting import Quoted
from innspill.stages.reports.core.theming import Inside, outcomes_of, themes_at
from innspill.stages.reports.core.values import (
    QuestionFigures,
    Reported,
    ReportInput,
    StanceTally,
    Tally,
    TallyKind,
)
from innspill.stages.reports.core.words import words_in

T = TypeVar("T")
Stand = tuple[Reported, str]
"""A response that answered a question with its stance there, "" where it has none."""


def question_figures(
    report: ReportInput,
    responses: Sequence[Reported],
    quoted: Sequence[Quoted],
    themes: Sequence[Inside],
) -> tuple[QuestionFigures, ...]:
    """The figures of every question of the definition, out of the current `responses`.

    `quoted` are the remarks that may be told, `themes` the themes that they stand in.
    """
    places = [place(response, report.definition) for response in responses]
    rows = rows_of(report.definition, places)
    by_question = defaultdict(list)
    for each in quoted:
        by_question[each.comment.question].append(each)
    figures = (
        _figures(question, report, responses, _Rows(places, rows), by_question[question.id])
        for question in report.definition.questions
    )
    return tuple(replace(each, themes=themes_at(themes, each.question)) for each in figures)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where each response is counted, and the rows that there are."""

    places: Sequence[Place]
    rows: Sequence[Row]

    def parted(self, said: Sequence[T]) -> Iterator[tuple[Row, list[T]]]:
        """What is said of each response, row by row."""
        inside: dict[Row, list[T]] = {row: [] for row in self.rows}
        for each, where in zip(said, self.places, strict=True):
            inside[where.kind, where.group].append(each)
        yield from inside.items()


def _figures(
    question: Question,
    report: ReportInput,
    responses: Sequence[Reported],
    rows: _Rows,
    quoted: Sequence[Quoted],
) -> QuestionFigures:
    said = [outcome(response.public.answers, question) for response in responses]
    language = report.language

    def label(row: Row) -> str:
        return row_label(row[0], row[1], report.definition, language)

    held = _held(report, question.id)
    stands = [
        (each, held.get(each.public.reference, "")) if what != (SILENT, False) else None
        for each, what in zip(responses, said, strict=True)
    ]
    whole = _views(label(("total", None)), "total", stands)
    total = _tally(label(("total", None)), "total", said, question)
    counted = QuestionFigures(
        question=question.id,
        text=in_language(question.text, language),
        choices=tuple(
            (choice.id, in_language(choice.text, language), choice.effect)
            for choice in question.choices
        ),
        groups=tuple(_tally(label(row), row[0], here, question) for row, here in rows.parted(said)),
        total=total,
        stances=whole.stances,
        comments=len(quoted),
        answered=whole.answered,
        ticked=ticked(total),
        without_stance=whole.without,
        view=whole,
        views=tuple(_views(label(row), row[0], here) for row, here in rows.parted(stands)),
        outcomes=outcomes_of(each.outcome for each in quoted),
    )
    return replace(counted, shares=_shares(counted, report.language))


def _shares(counted: QuestionFigures, language: str) -> tuple[tuple[str, int], ...]:
    """Whole per cent by column, only where the denominator is large enough."""
    total = counted.total
    shares = [
        (column.key, percentage(column.of(total), total.respondents))
        for column in shown_columns(counted, words_in(language))
    ]
    return tuple((key, share) for key, share in shares if share is not None)


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


def _views(label: str, kind: TallyKind, stands: Sequence[Stand | None]) -> StanceTally:
    """The stances of one row; None is a response that did not answer."""
    answered = [each for each in stands if each is not None]
    counted = Counter(value for _, value in answered)
    return StanceTally(
        group=label,
        kind=kind,
        answered=len(answered),
        stances=_by_stance(value for _, value in answered),
        without=counted[""],
        private=_by_stance(value for each, value in answered if _is_private(each)),
        hidden=_by_stance(value for each, value in answered if each.state != "published"),
    )


def _is_private(response: Reported) -> bool:
    return response.public.private and response.state == "published"


def _by_stance(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    counted = Counter(values)
    return tuple((value, counted[value]) for value in get_args(StanceValue))


def _held(report: ReportInput, question: str) -> dict[str, str]:
    """The stance of each response to one question; each response has one."""
    return {
        each.response: each.stance.value
        for each in report.analysis.stances
        if each.question == question
    }
