"""The page's chapters on the answers: each question, remarks outside them, and proposals."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from innspill.stages.analysis.core.shares import percentage
from innspill.stages.consultations.core.definition import in_language
from innspill.stages.reports.core.chapters.points import by_question, disposition
from innspill.stages.reports.core.chapters.questions import question_heading
from innspill.stages.reports.core.charts import question_chart
from innspill.stages.reports.core.counting import shown_columns, ticked
from innspill.stages.reports.core.markup import Html, el, join
from innspill.stages.reports.core.quoting import Quoted, quoted_comments
from innspill.stages.reports.core.values import Figures, QuestionFigures, ReportInput
from innspill.stages.reports.core.web.parts import figure, foreign, noted, table, to_response
from innspill.stages.reports.core.words import number, per_cent, words_in


def questions(figures: Figures, report: ReportInput) -> Html:
    """Each question: text, counts, chart and remarks."""
    words = words_in(figures.language)
    quoted = quoted_comments(report)
    parts = []
    for question, counted in zip(report.definition.questions, figures.questions, strict=True):
        here = [each for each in quoted if each.comment.question == question.id]
        guidance = in_language(question.guidance, figures.language)
        parts.append(
            el(
                "section",
                el("h3", question_heading(question, words)),
                el("p", counted.text, class_="question"),
                el("p", f"{words.guidance}: {guidance}", class_="note") if guidance else None,
                counts(counted, figures.language),
                _stances(counted, figures.language),
                el("h4", words.comments_heading),
                remarks(here, figures.language) if here else el("p", words.comments_none),
            )
        )
    return join(parts)


def counts(counted: QuestionFigures, language: str) -> Html:
    """The table of one question by group, its denominator, and its chart."""
    words = words_in(language)
    columns = shown_columns(counted, words)
    total = counted.total
    rows = [
        (tally.group, *(number(column.of(tally), language) for column in columns))
        for tally in (*counted.groups, total)
    ]
    strong = [len(rows) - 1]
    shares = [percentage(column.of(total), total.respondents) for column in columns]
    known = [per_cent(share, language) for share in shares if share is not None]
    if len(known) == len(columns):
        rows.append((words.share, *known))
    title = words.chart_question.format(question=counted.question)
    said = words.denominator.format(
        respondents=number(total.respondents, language),
        answered=number(total.respondents - total.silent, language),
        ticked=number(ticked(total), language),
    )
    header = (words.group, *(column.name for column in columns))
    return join(
        (
            table(words.counts_caption.format(title=title), header, rows, numeric=1, strong=strong),
            el("p", said, class_="note"),
            figure(question_chart(counted, language)) if total.respondents else None,
        )
    )


def _stances(counted: QuestionFigures, language: str) -> Html | None:
    words = words_in(language)
    taken = [f"{words.stances[value].lower()} {count}" for value, count in counted.stances if count]
    return el("p", words.stances_intro.format(stances=", ".join(taken))) if taken else None


def remarks(quoted: Sequence[Quoted], language: str) -> Html:
    """Remarks word for word, each under its sender."""
    words = words_in(language)
    parts = []
    for reference, points in groupby(quoted, key=lambda each: each.reference):
        said = list(points)
        parts.append(el("p", el("strong", said[0].name), " (", to_response(reference), ")"))
        for each in said:
            tag = foreign(each.language, language)
            parts.append(el("blockquote", noted(each.comment.text), lang=tag))
            if each.outcome:
                outcome = words.outcomes.get(each.outcome, each.outcome)
                shown = el("strong", f"{words.disposition_column}: {outcome}. ")
                parts.append(el("p", shown, each.reason or "", class_="decision note"))
    return join(parts)


def general(figures: Figures, report: ReportInput) -> Html:
    """Remarks that belong to no question."""
    words = words_in(figures.language)
    known = {question.id for question in report.definition.questions}
    here = [each for each in quoted_comments(report) if each.comment.question not in known]
    return remarks(here, figures.language) if here else el("p", words.general_none)


def proposals(figures: Figures) -> Html:
    """Every proposal in one table."""
    words = words_in(figures.language)
    if not figures.proposals:
        return el("p", words.proposals_none)
    rows = [
        (
            row.name,
            to_response(row.reference),
            row.question or "–",
            noted(row.text),
            disposition(row, words).replace("\n", ". "),
        )
        for row in by_question(figures)
    ]
    header = (
        words.sender, words.reference, words.question_column, words.proposal_column,
        words.disposition_column,
    )  # fmt: skip
    return join((el("p", words.proposals_intro), table(words.proposals, header, rows)))
