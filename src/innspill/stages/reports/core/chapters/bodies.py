"""The chapter on who was invited, who answered, who was silent, and what became of it all."""

from __future__ import annotations

from innspill.stages.reports.core.chapters.front import write_answered_chart
from innspill.stages.reports.core.chapters.paper import Paper, anchor_of
from innspill.stages.reports.core.ledger import ledger_lines
from innspill.stages.reports.core.placing import row_label
from innspill.stages.reports.core.quoting import deadline_word
from innspill.stages.reports.core.values import BodyFigures, Figures, ReportInput
from innspill.stages.reports.core.words import Words, day, number, short_day


def write_bodies(paper: Paper, figures: Figures, report: ReportInput) -> None:
    """The whole chapter."""
    paper.heading(paper.words.bodies)
    _invited(paper, figures, report)
    _answered(paper, figures)
    _silent(paper, figures, report)
    _late(paper, figures, report)
    _joint(paper, figures)
    _ledger(paper, figures)


def body_name(body: BodyFigures, words: Words) -> str:
    """A line of the list as it is shown, collective ones marked."""
    return f"{body.name} ({words.collective})" if body.collective else body.name


def _invited(paper: Paper, figures: Figures, report: ReportInput) -> None:
    words, language = paper.words, paper.language
    paper.heading(words.invited_heading, 2)
    if not figures.bodies:
        paper.text(words.no_bodies)
        return
    paper.text(words.invited_intro)
    labels = _labels(figures, report)
    rows = [
        (
            labels[group.group],
            *(
                number(each, language)
                for each in (group.invited, group.answered, group.silent, group.member_responses)
            ),
        )
        for group in figures.groups
    ]
    total = [
        figures.invited,
        figures.invited_answered,
        figures.invited_silent,
        sum(group.member_responses for group in figures.groups),
    ]
    rows.append((words.total, *(number(each, language) for each in total)))
    header = (
        words.group, words.invited_column, words.answered_column, words.not_answered_column,
        words.member_responses_column,
    )  # fmt: skip
    paper.table(
        words.invited_heading, header, rows, (7, 2, 2.2, 2.4, 2.6), numeric=1,
        strong=[len(rows) - 1],
    )  # fmt: skip
    write_answered_chart(paper, figures, report)
    for group in figures.groups:
        lines = [
            (body_name(body, words), ", ".join(body.responses) or "–")
            for body in figures.bodies
            if body.group == group.group
        ]
        columns = (words.body_column, words.answers_for_column)
        paper.table(f"{words.each_body}: {labels[group.group]}", columns, lines, (9.5, 6.5))
    for body in figures.bodies:
        if body.members:
            members = ", ".join(body.members)
            paper.text(
                words.members_line.format(
                    name=body.name, count=number(len(body.members), language), members=members
                )
            )


def _labels(figures: Figures, report: ReportInput) -> dict[str, str]:
    return {
        group.group: row_label("group", group.group, report.definition, figures.language)
        for group in figures.groups
    }


def _answered(paper: Paper, figures: Figures) -> None:
    words, language = paper.words, paper.language
    paper.heading(words.answered_heading, 2)
    if not figures.answered:
        paper.text(words.no_responses)
        return
    paper.text(words.answered_intro)
    header = (
        words.reference, words.sender, words.group, words.received, words.deadline_column,
        words.remarks_column,
    )  # fmt: skip
    rows = [
        (
            row.reference,
            row.name if row.state == "published" else f"{row.name}\n{words.states[row.state]}",
            row.group,
            short_day(row.received, language) or words.unknown,
            deadline_word(row.late, words),
            words.with_remarks if row.remarks else words.without_remarks,
        )
        for row in figures.answered
    ]
    anchors = [anchor_of(row.reference) for row in figures.answered]
    paper.table(
        words.answered_heading, header, rows, (1.9, 3.7, 4.1, 1.9, 2.1, 2.3), anchors=anchors
    )


def _silent(paper: Paper, figures: Figures, report: ReportInput) -> None:
    words = paper.words
    if not figures.bodies:
        return
    paper.heading(words.silent_heading, 2)
    silent = [body for body in figures.bodies if not body.responses]
    if not silent:
        paper.text(words.silent_none)
        return
    paper.text(words.silent_intro)
    labels = _labels(figures, report)
    for group, label in labels.items():
        names = [body_name(body, words) for body in silent if body.group == group]
        if names:
            paper.labelled(f"{label}:", ", ".join(names) + ".", "List Bullet")


def _late(paper: Paper, figures: Figures, report: ReportInput) -> None:
    words = paper.words
    paper.heading(words.late_heading, 2)
    late = [row for row in figures.answered if row.late]
    unknown = [row.reference for row in figures.answered if row.late is None]
    if late:
        deadline = day(report.definition.deadline, paper.language)
        paper.text(words.late_intro.format(deadline=deadline))
        paper.bullets(
            [
                f"{row.name} ({row.reference}), {day(row.received, paper.language) or words.unknown}"
                for row in late
            ]
        )
    elif figures.on_time or not unknown:
        paper.text(words.late_none)
    if unknown:
        paper.text(words.late_unknown.format(references=", ".join(unknown)))


def _joint(paper: Paper, figures: Figures) -> None:
    words = paper.words
    paper.heading(words.joint_heading, 2)
    joint = [row for row in figures.answered if len(row.senders) > 1]
    adhering = [row for row in figures.answered if row.supports]
    if not joint and not adhering:
        paper.text(words.joint_none)
    if joint:
        paper.text(words.joint_intro)
        paper.bullets([f"{row.reference}: {'; '.join(row.senders)}" for row in joint])
    if adhering:
        paper.bullets(
            [
                words.adherence_line.format(
                    name=row.name, reference=row.reference, supports=row.supports
                )
                for row in adhering
            ]
        )


def _ledger(paper: Paper, figures: Figures) -> None:
    words, language = paper.words, paper.language
    paper.heading(words.ledger_heading, 2)
    paper.text(words.ledger_intro)
    lines = list(ledger_lines(figures.ledger, words))
    rows = [
        (name if is_sum else f"–  {name}", number(count, language)) for name, count, is_sum in lines
    ]
    strong = [index for index, line in enumerate(lines) if line[2]]
    header = (words.measure, words.number)
    paper.table(words.ledger_heading, header, rows, (12, 4), numeric=1, strong=strong)
    paper.text(words.ledger_adds_up if figures.ledger.adds_up else words.ledger_broken)
