"""The page's chapters on who was invited, who answered and what became of it all."""

from __future__ import annotations

from innspill.stages.reports.core.chapters.bodies import body_name
from innspill.stages.reports.core.charts import answered_chart
from innspill.stages.reports.core.ledger import ledger_lines
from innspill.stages.reports.core.markup import Html, el, join
from innspill.stages.reports.core.matrix import matrix_rows, outcome_names
from innspill.stages.reports.core.placing import row_label
from innspill.stages.reports.core.quoting import deadline_word
from innspill.stages.reports.core.values import Figures, ReportInput
from innspill.stages.reports.core.web.parts import figure, listed, table, to_response
from innspill.stages.reports.core.words import number, short_day, words_in


def bodies(figures: Figures, report: ReportInput) -> Html:
    """The whole chapter, without its heading."""
    return join(
        (
            _invited(figures, report),
            _answered(figures),
            _silent(figures, report),
            _joint(figures),
            _ledger(figures),
        )
    )


def _labels(figures: Figures, report: ReportInput) -> dict[str, str]:
    return {
        group.group: row_label("group", group.group, report.definition, figures.language)
        for group in figures.groups
    }


def _invited(figures: Figures, report: ReportInput) -> Html:
    words, language = words_in(figures.language), figures.language
    heading = el("h3", words.invited_heading)
    if not figures.bodies:
        return join((heading, el("p", words.no_bodies)))
    labels = _labels(figures, report)
    counts = [
        (labels[each.group], each.invited, each.answered, each.silent, each.member_responses)
        for each in figures.groups
    ]
    members = sum(group.member_responses for group in figures.groups)
    counts.append(
        (words.total, figures.invited, figures.invited_answered, figures.invited_silent, members)
    )
    rows = [(row[0], *(number(each, language) for each in row[1:])) for row in counts]
    header = (
        words.group, words.invited_column, words.answered_column, words.not_answered_column,
        words.member_responses_column,
    )  # fmt: skip
    return join(
        (
            heading,
            el("p", words.invited_intro),
            table(words.invited_heading, header, rows, numeric=1, strong=[len(rows) - 1]),
            figure(answered_chart(figures.groups, list(labels.values()), language)),
            _each_body(figures, labels),
        )
    )


def _each_body(figures: Figures, labels: dict[str, str]) -> Html:
    words = words_in(figures.language)
    shown = {row.reference for row in figures.answered if row.state == "published"}
    rows = []
    for body in figures.bodies:
        links = [to_response(each, shown=each in shown) for each in body.responses]
        joined = join([links[0], *(join((", ", each)) for each in links[1:])]) if links else "–"
        named = body_name(body, words)
        if body.members:
            named += f": {', '.join(body.members)}"
        rows.append((named, labels[body.group], joined))
    header = (words.body_column, words.group, words.answers_for_column)
    return table(words.each_body, header, rows)


def _answered(figures: Figures) -> Html:
    words, language = words_in(figures.language), figures.language
    heading = el("h3", words.answered_heading)
    if not figures.answered:
        return join((heading, el("p", words.no_responses)))
    header = (
        words.sender, words.reference, words.group, words.received, words.deadline_column,
        words.remarks_column, words.state_column,
    )  # fmt: skip
    rows = [
        (
            row.name,
            to_response(row.reference, shown=row.state == "published"),
            row.group,
            short_day(row.received, language) or words.unknown,
            deadline_word(row.late, words),
            words.with_remarks if row.remarks else words.without_remarks,
            words.states[row.state],
        )
        for row in figures.answered
    ]
    return join((heading, table(words.answered_heading, header, rows)))


def matrix(figures: Figures, report: ReportInput) -> Html:
    """What each response said to each question; empty where it said nothing."""
    words = words_in(figures.language)
    names = outcome_names(report)
    rows = [
        (
            row[1],
            to_response(row[0], shown=row[3] == "published"),
            *(names[index].get(said, said) for index, said in enumerate(row[4:])),
        )
        for row in matrix_rows(report)
    ]
    if not rows:
        return el("p", words.no_responses)
    header = (words.sender, words.reference, *(each.id for each in report.definition.questions))
    return table(words.matrix, header, rows)


def _silent(figures: Figures, report: ReportInput) -> Html | None:
    words = words_in(figures.language)
    if not figures.bodies:
        return None
    heading = el("h3", words.silent_heading)
    silent = [body for body in figures.bodies if not body.responses]
    if not silent:
        return join((heading, el("p", words.silent_none)))
    items = []
    for group, label in _labels(figures, report).items():
        names = [body_name(body, words) for body in silent if body.group == group]
        if names:
            items.append(el("li", el("strong", f"{label}: "), ", ".join(names)))
    return join((heading, el("p", words.silent_intro), el("ul", *items)))


def _joint(figures: Figures) -> Html:
    words = words_in(figures.language)
    lines = [
        f"{row.reference}: {'; '.join(row.senders)}"
        for row in figures.answered
        if len(row.senders) > 1
    ]
    lines.extend(
        words.adherence_line.format(name=row.name, reference=row.reference, supports=row.supports)
        for row in figures.answered
        if row.supports
    )
    said = listed(lines) if lines else el("p", words.joint_none)
    return join((el("h3", words.joint_heading), said))


def _ledger(figures: Figures) -> Html:
    words = words_in(figures.language)
    lines = list(ledger_lines(figures.ledger, words))
    rows = [(name, number(count, figures.language)) for name, count, _ in lines]
    strong = [index for index, line in enumerate(lines) if line[2]]
    return join(
        (
            el("h3", words.ledger_heading),
            el("p", words.ledger_intro),
            table(
                words.ledger_heading, (words.measure, words.number), rows, numeric=1, strong=strong
            ),
            el("p", words.ledger_adds_up if figures.ledger.adds_up else words.ledger_broken),
        )
    )
