"""What stands in each sheet of report.xlsx: plain rows, no formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from innspill.stages.reports.core.ledger import ledger_lines
from innspill.stages.reports.core.left import Left, left_in_words
from innspill.stages.reports.core.matrix import matrix_rows, outcome_names
from innspill.stages.reports.core.paper_words import paper_words_in
from innspill.stages.reports.core.placing import row_label
from innspill.stages.reports.core.quoting import deadline_word, quoted_comments, sure_day
from innspill.stages.reports.core.values import Figures, ReportInput
from innspill.stages.reports.core.words import Words, words_in

Value = str | int | date | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `strong` are the rows that are totals; `frozen` columns stay while scrolling.

    The column `in_one_line` is not wrapped: its text is long and the same in many rows.
    """

    name: str
    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    strong: frozenset[int] = frozenset()
    frozen: int = 0
    filtered: bool = True
    in_one_line: int | None = None
    editable: frozenset[int] = frozenset()
    """Columns that people may change: then the rest of the sheet is protected, without a password."""
    choices: tuple[int, tuple[str, ...]] | None = None
    """A column, and the words that it may hold."""


def sheets(figures: Figures, report: ReportInput, left: Sequence[Left] = ()) -> tuple[Sheet, ...]:
    """The six sheets in their order; the first one says what is `left`."""
    words = words_in(report.language)
    return (
        _overview(figures, report, words, left),
        _responses(figures, words),
        _questions(figures, words),
        _matrix(report, words),
        _comments(report, words),
        _proposals(figures, words),
    )


def _overview(figures: Figures, report: ReportInput, words: Words, left: Sequence[Left]) -> Sheet:
    """What is left, facts, figures, groups, the two sums and how it was counted, under headings of their own."""
    own = paper_words_in(report.language)
    lacking: list[Row] = [
        (sentence, None) for sentence in left_in_words(left, own, report.language)
    ]
    parts: tuple[tuple[str, list[Row]], ...] = (
        (figures.title, _facts(figures, report, words)),
        *(((own.left_intro, lacking),) if lacking else ()),
        (words.summary, _figures(figures, words)),
        (words.invited_heading, _groups(figures, report, words)),
        (
            words.ledger_heading,
            [
                (name if is_sum else f"–  {name}", number)
                for name, number, is_sum in ledger_lines(figures.ledger, words)
            ],
        ),
        (words.appendix, list(words.counting)),
    )
    rows: list[Row] = []
    strong: set[int] = set()
    for heading, lines in parts:
        strong.add(len(rows))
        rows.extend([(heading, None), *lines, ()])
    header = (words.measure, words.number)
    return Sheet(words.sheets[0], header, (64, 70), tuple(rows), frozenset(strong), filtered=False)


def _facts(figures: Figures, report: ReportInput, words: Words) -> list[Row]:
    return [
        (words.case_number, figures.case_number),
        (words.owner, figures.owner),
        (words.deadline, report.definition.deadline),
        (words.made, sure_day(figures.made_at)),
    ]


def _figures(figures: Figures, words: Words) -> list[Row]:
    return [
        (words.invited_column, figures.invited),
        (f"–  {words.answered_column}", figures.invited_answered),
        (f"–  {words.not_answered_column}", figures.invited_silent),
        (words.respondents_column, figures.respondents),
        (f"–  {words.from_invited}", figures.from_invited),
        (f"–  {words.member_responses_column}", figures.from_members),
        (f"–  {words.not_invited}", figures.not_invited),
        (words.on_time, figures.on_time),
        (words.late, figures.late),
        (f"{words.deadline_column}: {words.unknown.lower()}", figures.lateness_unknown),
        (words.with_remarks, figures.with_remarks),
        (words.without_remarks, figures.respondents - figures.with_remarks),
    ]


def _groups(figures: Figures, report: ReportInput, words: Words) -> list[Row]:
    rows: list[Row] = []
    for group in figures.groups:
        label = row_label("group", group.group, report.definition, report.language)
        rows.append((f"{label}: {words.invited_column.lower()}", group.invited))
        rows.append((f"–  {words.answered_column}", group.answered))
        rows.append((f"–  {words.not_answered_column}", group.silent))
    return rows


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
    """One row for each group of each question. Choices of all questions share their columns;
    a cell is empty where the question has no such choice.
    """
    choices = tuple(
        dict.fromkeys(
            (each[0], each[1]) for counted in figures.questions for each in counted.choices
        )
    )
    header = (
        words.question_column, words.text_column, words.group, words.respondents_column,
        *(text for _, text in choices), words.unclear, words.no_comment, words.text_only,
        words.silent,
    )  # fmt: skip
    rows: list[Row] = []
    strong: set[int] = set()
    for counted in figures.questions:
        own = {(choice, text): choice for choice, text, _ in counted.choices}
        for tally in (*counted.groups, counted.total):
            if tally.kind == "total":
                strong.add(len(rows))
            counts = dict(tally.choices)
            ticked = [counts[own[each]] if each in own else None for each in choices]
            rest = (tally.unclear, tally.no_comment, tally.text_only, tally.silent)
            lead = (counted.question, counted.text, tally.group, tally.respondents)
            rows.append((*lead, *ticked, *rest))
    widths = (10, 50, 44, *(12 for _ in header[3:]))
    return Sheet(
        words.sheets[2], header, widths, tuple(rows), frozenset(strong), frozen=3, in_one_line=1
    )


def _matrix(report: ReportInput, words: Words) -> Sheet:
    questions = report.definition.questions
    header = (words.reference, words.sender, words.group, words.state_column)
    names = outcome_names(report)
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


OUTCOME, REASON, RESPONSIBLE = 5, 6, 7
"""The columns of the comment sheet that people work on; all of them by name in `comment_columns`."""


def comment_columns(language: str) -> tuple[str, ...]:
    """The header of the comment sheet: id, reference, sender, question, text, outcome, reason,
    responsible, seen (the number of the disposition that stood), and what the machine thinks.
    """
    words, own = words_in(language), paper_words_in(language)
    return (
        own.id_column, words.reference, words.sender, words.question_column, words.remarks_column,
        words.disposition_column, own.reason_column, own.responsible_column, own.seen_column,
        f"{words.stance_column} ({words.machine_note.lower()})",
    )  # fmt: skip


def _comments(report: ReportInput, words: Words) -> Sheet:
    rows = tuple(
        (
            quoted.fingerprint,
            quoted.reference,
            quoted.name,
            quoted.comment.question or words.no_question,
            quoted.comment.text,
            words.outcomes.get(quoted.outcome or "", ""),
            quoted.reason or "",
            quoted.responsible,
            quoted.disposition or None,
            words.stances[quoted.comment.stance.value],
        )
        for quoted in quoted_comments(report)
    )
    return Sheet(
        words.sheets[4], comment_columns(report.language),
        (12, 14, 30, 12, 80, 24, 50, 24, 8, 22), rows, frozen=3, in_one_line=0,
        editable=frozenset((OUTCOME, REASON, RESPONSIBLE)),
        choices=(OUTCOME, tuple(words.outcomes.values())),
    )  # fmt: skip


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
