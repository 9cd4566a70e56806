"""Remarks outside the questions, proposals, equal texts, and the appendix of every remark."""

from __future__ import annotations

from collections.abc import Iterator

from innspill.stages.reports.core.chapters.assessed import outcome_sentences
from innspill.stages.reports.core.chapters.questions import question_heading
from innspill.stages.reports.core.chapters.quotes import remark_blocks
from innspill.stages.reports.core.papers import MARK
from innspill.stages.reports.core.parts.telling import Teller, paragraph, plain
from innspill.stages.reports.core.parts.values import (
    Block,
    Bullets,
    ReportPart,
    Sentence,
    Table,
)
from innspill.stages.reports.core.values import Figures, ProposalRow
from innspill.stages.reports.core.words import Words


def general_parts(t: Teller) -> Iterator[ReportPart]:
    """Remarks that belong to no question, word for word. No chapter where there are none."""
    known = {question.id for question in t.report.definition.questions}
    here = [each for each in t.quoted if each.comment.question not in known]
    if here:
        intro = paragraph(t.fixed(t.words.general_intro, "remarks"))
        yield ReportPart("general", t.words.general, 1, (intro, *remark_blocks(t, here)))


def remark_parts(t: Teller) -> Iterator[ReportPart]:
    """The appendix with every remark to each question, and what was decided on it."""
    if not t.report.definition.questions or not t.figures.respondents:
        return
    yield ReportPart("remarks", t.said.all_remarks, 1, tuple(_about_remarks(t)), numbered=False)
    for question in t.report.definition.questions:
        here = [each for each in t.quoted if each.comment.question == question.id]
        heading = question_heading(question, t.words)
        if here:
            blocks = tuple(remark_blocks(t, here))
        else:
            blocks = (paragraph(t.fixed(t.words.comments_none, "remarks")),)
        yield ReportPart(f"remarks:{question.id}", heading, 2, blocks, numbered=False)


def _about_remarks(t: Teller) -> Iterator[Block]:
    if t.figures.points and t.figures.points_decided:
        yield outcome_sentences(t, "")
    if t.figures.hidden:
        yield t.note(t.words.hidden_note, "what is not published")


def proposal_parts(t: Teller) -> Iterator[ReportPart]:
    """Every proposal in one table, with what was decided on it; nothing where nobody answered."""
    if t.figures.respondents:
        yield ReportPart("proposals", t.words.proposals, 1, tuple(_proposals(t)))


def _proposals(t: Teller) -> Iterator[Block]:
    words, figures = t.words, t.figures
    if not figures.proposals:
        yield paragraph(t.fixed(words.proposals_none, "proposals"))
        return
    yield paragraph(t.fixed(words.proposals_intro, "proposals"))
    decided = any(row.outcome for row in figures.proposals)
    rows = tuple(_line(t, row, decided=decided) for row in by_question(figures))
    header = (words.sender, words.question_column, words.proposal_column)
    if decided:
        columns = (*header, words.disposition_column)
        yield Table(words.proposals, columns, rows, (3.8, 1.8, 5.7, 4.7))
    else:
        yield Table(words.proposals, header, rows, (3.9, 2.2, 9.9))


def _line(t: Teller, row: ProposalRow, *, decided: bool) -> tuple[Sentence, ...]:
    """One line of the table; the last column stands only where anything is decided."""
    comment = t.comment_source(row.comment)
    said = (
        t.of_response(f"{row.name}\n{row.reference}", row.reference),
        t.hearing(row.question or "–", f"question {row.question}") if row.question else plain("–"),
        Sentence(MARK.sub("", row.text), (comment,)),
    )
    if not decided:
        return said
    word = disposition(row, t.words)
    return (
        *said,
        Sentence(word, (t.decision_source(row.comment),)) if row.outcome else plain(word),
    )


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


def duplicate_parts(t: Teller) -> Iterator[ReportPart]:
    """Groups of responses with equal or nearly equal text. A lone one is like no other."""
    words, figures = t.words, t.figures
    if figures.respondents < 2:
        return
    if not figures.duplicates:
        blocks: tuple[Block, ...] = (paragraph(t.fixed(words.duplicates_none, "copies")),)
    else:
        names = {row.reference: row.name for row in figures.answered}
        lines = (
            t.of_response("; ".join(f"{names[each]} ({each})" for each in group), *group)
            for group in figures.duplicates
        )
        intro = paragraph(t.fixed(words.duplicates_intro, "copies"))
        blocks = (intro, Bullets(tuple(lines)))
    yield ReportPart("duplicates", words.duplicates, 1, blocks)
