"""The last chapters: remarks outside the questions, proposals, equal texts, how it was counted."""

from __future__ import annotations

from innspill.stages.reports.core.chapters.paper import MARK, Paper
from innspill.stages.reports.core.chapters.questions import write_remarks
from innspill.stages.reports.core.quoting import quoted_comments
from innspill.stages.reports.core.values import Figures, ProposalRow, ReportInput
from innspill.stages.reports.core.words import Words


def write_general(paper: Paper, report: ReportInput) -> None:
    """Remarks that belong to no question."""
    paper.heading(paper.words.general)
    known = {question.id for question in report.definition.questions}
    here = [each for each in quoted_comments(report) if each.comment.question not in known]
    if not here:
        paper.text(paper.words.general_none)
        return
    paper.text(paper.words.general_intro)
    write_remarks(paper, here, report)


def write_proposals(paper: Paper, figures: Figures) -> None:
    """Every proposal in one table."""
    words = paper.words
    paper.heading(words.proposals)
    if not figures.proposals:
        paper.text(words.proposals_none)
        return
    paper.text(words.proposals_intro)
    decided = any(row.outcome for row in figures.proposals)
    rows = [_line(row, words, decided=decided) for row in by_question(figures)]
    header = (words.sender, words.question_column, words.proposal_column)
    if decided:
        paper.table(
            words.proposals, (*header, words.disposition_column), rows, (3.8, 1.9, 7.2, 3.1)
        )
    else:
        paper.table(words.proposals, header, rows, (4.2, 1.9, 9.9))


def _line(row: ProposalRow, words: Words, *, decided: bool) -> tuple[str, ...]:
    """One line of the table; the last column stands only where anything is decided."""
    said = (f"{row.name}\n{row.reference}", row.question or "–", MARK.sub("", row.text))
    return (*said, disposition(row, words)) if decided else said


def by_question(figures: Figures) -> list[ProposalRow]:
    """The proposals in the order of the questions; those outside the questions come last."""
    order = {question.question: index for index, question in enumerate(figures.questions)}
    return sorted(figures.proposals, key=lambda row: order.get(row.question or "", len(order)))


def disposition(row: ProposalRow, words: Words) -> str:
    """Outcome and reason on two lines; a dash where nothing is decided."""
    if row.outcome is None:
        return "–"
    said = (words.outcomes.get(row.outcome, row.outcome), row.reason or "")
    return "\n".join(line for line in said if line)


def write_duplicates(paper: Paper, figures: Figures) -> None:
    """Groups of responses with equal or nearly equal text."""
    words = paper.words
    paper.heading(words.duplicates)
    if not figures.duplicates:
        paper.text(words.duplicates_none)
        return
    paper.text(words.duplicates_intro)
    names = {row.reference: row.name for row in figures.answered}
    paper.bullets(
        [
            "; ".join(f"{names[reference]} ({reference})" for reference in group)
            for group in figures.duplicates
        ]
    )


def write_appendix(paper: Paper) -> None:
    """How it was counted: every word of the tables explained."""
    words = paper.words
    paper.heading(words.appendix, numbered=False)
    for name, meaning in words.counting:
        paper.labelled(f"{name}.", meaning)
