"""What stands in each sheet of report.xlsx: plain rows, no formats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from innspill.stages.consultations.core.definition import in_language
from innspill.stages.reports.core.charts import choice_name
from innspill.stages.reports.core.figures import percentage
from innspill.stages.reports.core.ledger import ledger_lines
from innspill.stages.reports.core.matrix import matrix_rows
from innspill.stages.reports.core.placing import row_label
from innspill.stages.reports.core.quoting import deadline_word, quoted_comments, sure_day
from innspill.stages.reports.core.values import Figures, QuestionFigures, ReportInput, Tally
from innspill.stages.reports.core.words import Words, words_in

Value = str | int | float | date | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `strong` are the rows that are totals; `frozen` columns stay while scrolling."""

    name: str
    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    strong: frozenset[int] = frozenset()
    frozen: int = 0
    filtered: bool = True


def sheets(figures: Figures, report: ReportInput) -> tuple[Sheet, ...]:
    """The six sheets in their order."""
    words = words_in(report.language)
    return (
        _overview(figures, report, words),
        _responses(figures, words),
        _questions(figures, words),
        _matrix(report, words),
        _comments(report, words),
        _proposals(figures, words),
    )


def _overview(figures: Figures, report: ReportInput, words: Words) -> Sheet:
    definition = report.definition
    rows: list[Row] = [
        (figures.title, None),
        (words.case_number, figures.case_number),
        (words.owner, figures.owner),
        (words.deadline, definition.deadline),
        (words.made, sure_day(figures.made_at)),
        (words.invited_column, figures.invited),
        (words.answered_column, figures.invited_answered),
        (words.not_answered_column, figures.invited_silent),
        (words.respondents_column, figures.respondents),
        (words.not_invited, figures.not_invited),
        (words.member_responses_column, figures.from_members),
        (words.on_time, figures.on_time),
        (words.late, figures.late),
        (f"{words.deadline_column}: {words.unknown.lower()}", figures.lateness_unknown),
        (words.with_remarks, figures.with_remarks),
        (words.without_remarks, figures.respondents - figures.with_remarks),
    ]
    rows.extend((name, number) for name, number, _ in ledger_lines(figures.ledger, words))
    for group in figures.groups:
        label = row_label("group", group.group, definition, report.language)
        rows.append((f"{label}: {words.invited_column.lower()}", group.invited))
        rows.append((f"{label}: {words.answered_column.lower()}", group.answered))
    rows.extend(words.counting)
    header = (words.measure, words.number)
    return Sheet(words.sheets[0], header, (58, 60), tuple(rows), frozenset({0}), filtered=False)


def _responses(figures: Figures, words: Words) -> Sheet:
    header = (
        words.reference, words.sender, words.group, words.received, words.deadline_column,
        words.remarks_column, words.state_column, words.joint_heading,
    )  # fmt: skip
    rows = tuple(
        (
            row.reference,
            row.name,
            row.group,
            sure_day(row.received),
            deadline_word(row.late, words),
            words.with_remarks if row.remarks else words.without_remarks,
            words.states[row.state],
            row.supports or ("; ".join(row.senders) if len(row.senders) > 1 else ""),
        )
        for row in figures.answered
    )
    return Sheet(words.sheets[1], header, (14, 42, 36, 12, 18, 16, 22, 42), rows, frozen=2)


def _questions(figures: Figures, words: Words) -> Sheet:
    """Long form, one count in each row: it can be filtered and pivoted without merged cells."""
    header = (
        words.question_column, words.text_column, words.group, words.answer_column, words.number,
        words.respondents_column, words.share,
    )  # fmt: skip
    rows: list[Row] = []
    strong: set[int] = set()
    for question in figures.questions:
        for tally in (*question.groups, question.total):
            for name, number in tally_cells(question, tally, words):
                if tally.kind == "total":
                    strong.add(len(rows))
                per_cent = percentage(number, tally.respondents)
                rows.append(
                    (
                        question.question, question.text, tally.group, name, number,
                        tally.respondents, None if per_cent is None else per_cent / 100,
                    )
                )  # fmt: skip
    widths = (10, 60, 40, 30, 10, 14, 22)
    return Sheet(words.sheets[2], header, widths, tuple(rows), frozenset(strong), frozen=1)


def tally_cells(question: QuestionFigures, tally: Tally, words: Words) -> Iterator[tuple[str, int]]:
    """The parts that a tally's respondents fall into, by name, in the order of the columns."""
    counts = dict(tally.choices)
    for choice, text, effect in question.choices:
        yield choice_name(text, effect, words), counts[choice]
    yield words.unclear, tally.unclear
    yield words.no_comment, tally.no_comment
    yield words.text_only, tally.text_only
    yield words.silent, tally.silent


def _matrix(report: ReportInput, words: Words) -> Sheet:
    questions = report.definition.questions
    header = (words.reference, words.sender, words.group, words.state_column)
    names = [_outcome_names(report, index, words) for index in range(len(questions))]
    rows = tuple(
        (
            *row[:3],
            words.states[row[3]],
            *(names[index].get(said, said) for index, said in enumerate(row[4:])),
        )
        for row in matrix_rows(report)
    )
    titles = tuple(words.question_heading.format(question=each.id) for each in questions)
    widths = (14, 42, 36, 20, *(16 for _ in questions))
    return Sheet(words.sheets[3], header + titles, widths, rows, frozen=2)


def _outcome_names(report: ReportInput, index: int, words: Words) -> dict[str, str]:
    question = report.definition.questions[index]
    names = {"unclear": words.unclear, "no-comment": words.no_comment, "text": words.text_only}
    names |= {choice.id: in_language(choice.text, report.language) for choice in question.choices}
    return names


def _comments(report: ReportInput, words: Words) -> Sheet:
    header = (
        words.reference, words.sender, words.question_column, words.remarks_column,
        f"{words.stance_column} ({words.machine_note.lower()})", words.disposition_column,
        words.text_column,
    )  # fmt: skip
    rows = tuple(
        (
            quoted.reference,
            quoted.name,
            quoted.comment.question or words.no_question,
            quoted.comment.text,
            words.stances[quoted.comment.stance.value],
            words.outcomes.get(quoted.outcome or "", ""),
            quoted.reason or "",
        )
        for quoted in quoted_comments(report)
    )
    return Sheet(words.sheets[4], header, (14, 34, 12, 80, 22, 22, 50), rows, frozen=2)


def _proposals(figures: Figures, words: Words) -> Sheet:
    header = (
        words.reference, words.sender, words.question_column, words.proposal_column,
        words.disposition_column, words.text_column,
    )  # fmt: skip
    rows = tuple(
        (
            row.reference,
            row.name,
            row.question or words.no_question,
            row.text,
            words.outcomes.get(row.outcome or "", ""),
            row.reason or "",
        )
        for row in figures.proposals
    )
    return Sheet(words.sheets[5], header, (14, 34, 12, 80, 22, 50), rows, frozen=2)
