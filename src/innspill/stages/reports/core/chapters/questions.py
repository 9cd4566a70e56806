"""The chapter on the answers: text, counts by group, chart, positions and remarks of each question."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from innspill.stages.analysis.core.shares import percentage
from innspill.stages.consultations.core.definition import Question, in_language
from innspill.stages.reports.core.chapters.paper import MARK, Paper
from innspill.stages.reports.core.charts import question_chart
from innspill.stages.reports.core.counting import Column, shown_columns, ticked
from innspill.stages.reports.core.quoting import Quoted, quoted_comments
from innspill.stages.reports.core.values import Figures, QuestionFigures, ReportInput
from innspill.stages.reports.core.words import Words, number, per_cent


def write_questions(paper: Paper, figures: Figures, report: ReportInput) -> None:
    """The whole chapter."""
    paper.heading(paper.words.questions)
    quoted = quoted_comments(report)
    for question, counted in zip(report.definition.questions, figures.questions, strict=True):
        paper.heading(question_heading(question, paper.words), 2)
        paper.text(counted.text, "Innspill Question")
        guidance = in_language(question.guidance, paper.language)
        if guidance:
            paper.text(f"{paper.words.guidance}: {guidance}", "Innspill Note")
        _counts(paper, counted)
        if counted.total.respondents:
            paper.chart(question_chart(counted, paper.language))
        _stances(paper, counted)
        here = [each for each in quoted if each.comment.question == question.id]
        paper.heading(paper.words.comments_heading, 3)
        if here:
            write_remarks(paper, here, report)
        else:
            paper.text(paper.words.comments_none)
        if figures.shown < figures.respondents:
            paper.text(paper.words.hidden_note, "Innspill Note")


def question_heading(question: Question, words: Words) -> str:
    """The question's number and what it refers to: "Spørsmål 1 (kapittel 2 og vedlegg A)"."""
    shown = words.question_heading.format(question=question.id)
    names = [
        f"{words.references[kind]} {place}"
        for kind, place in (reference.split(" ", 1) for reference in question.refers_to)
    ]
    if not names:
        return shown
    joined = f" {words.joining} ".join([*([", ".join(names[:-1])] if names[1:] else []), names[-1]])
    return f"{shown} ({joined})"


def _counts(paper: Paper, counted: QuestionFigures) -> None:
    words, language = paper.words, paper.language
    total = counted.total
    columns = shown_columns(counted, words)
    rows = [
        (tally.group, *(number(column.of(tally), language) for column in columns))
        for tally in (*counted.groups, total)
    ]
    strong = [len(rows) - 1]
    share = _share(paper, columns, counted)
    if share:
        rows.append(share)
    title = words.chart_question.format(question=counted.question)
    header = (words.group, *(column.name for column in columns))
    widths = (4.3, *_widths([column.name for column in columns], 11.7))
    paper.table(
        words.counts_caption.format(title=title), header, rows, widths, numeric=1, strong=strong
    )
    paper.text(
        words.denominator.format(
            respondents=number(total.respondents, language),
            answered=number(total.respondents - total.silent, language),
            ticked=number(ticked(total), language),
        ),
        "Innspill Note",
    )


def _widths(names: Sequence[str], whole: float) -> list[float]:
    """Centimetres for columns of counts: by the longest word of each name, so that none is cut."""
    weights = [max(5, *(len(word) for word in name.split())) + 2 for name in names]
    return [whole * weight / sum(weights) for weight in weights]


def _share(
    paper: Paper, columns: Sequence[Column], counted: QuestionFigures
) -> tuple[str, ...] | None:
    """The row of whole per cent, only where the denominator is large enough."""
    shares = [percentage(column.of(counted.total), counted.total.respondents) for column in columns]
    if any(share is None for share in shares):
        return None
    shown = (per_cent(share, paper.language) for share in shares if share is not None)
    return (paper.words.share, *shown)


def _stances(paper: Paper, counted: QuestionFigures) -> None:
    taken = [
        f"{paper.words.stances[value].lower()} {number(count, paper.language)}"
        for value, count in counted.stances
        if count
    ]
    if taken:
        paper.text(paper.words.stances_intro.format(stances=", ".join(taken)))


def write_remarks(paper: Paper, quoted: Sequence[Quoted], report: ReportInput) -> None:
    """Remarks word for word, under the name of each sender with a link to its reference."""
    public = {each.public.reference: each.public for each in report.responses}
    for reference, points in groupby(quoted, key=lambda each: each.reference):
        said = list(points)
        paper.sender(said[0].name, reference)
        for each in said:
            paper.text(each.comment.text, "Innspill Quote", each.language)
            if each.outcome:
                _decision(paper, each)
        notes = dict(public[reference].footnotes)
        for mark in dict.fromkeys(MARK.findall(" ".join(each.comment.text for each in said))):
            if mark in notes:
                shown = paper.words.footnote.format(mark=mark)
                paper.text(f"{shown}: {notes[mark]}", "Innspill Decision", said[0].language)


def _decision(paper: Paper, quoted: Quoted) -> None:
    words = paper.words
    outcome = words.outcomes.get(quoted.outcome or "", quoted.outcome or "")
    label = f"{words.disposition_column}: {outcome}."
    paper.labelled(label, quoted.reason or "", "Innspill Decision")
