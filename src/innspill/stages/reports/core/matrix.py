"""matrix.csv: one row for every current response, one column for every question."""

from __future__ import annotations

from innspill.shared.cells import csv_text
from innspill.stages.analysis.core.outcomes import outcome
from innspill.stages.analysis.core.placing import current, place
from innspill.stages.consultations.core.definition import in_language
from innspill.stages.reports.core.placing import row_label
from innspill.stages.reports.core.quoting import shown_name
from innspill.stages.reports.core.values import ReportInput
from innspill.stages.reports.core.words import words_in

LEADING = ("reference", "sender", "group", "state")


def matrix_rows(report: ReportInput) -> tuple[tuple[str, ...], ...]:
    """Reference, sender, group and state of each current response, then its word on each question.

    That word is the choice's id, "unclear", "no-comment", "text", or "" where nothing was said.
    """
    rows = []
    for response in current(report.responses):
        placed = place(response, report.definition)
        said = [
            outcome(response.public.answers, question)[0]
            for question in report.definition.questions
        ]
        lead = (
            response.public.reference,
            shown_name(response, report.language),
            row_label(placed.kind, placed.group, report.definition, report.language),
            response.state,
        )
        rows.append((*lead, *said))
    return tuple(rows)


def outcome_names(report: ReportInput) -> tuple[dict[str, str], ...]:
    """For each question, what the words of its column are called in the report's language."""
    words = words_in(report.language)
    rest = {"unclear": words.unclear, "no-comment": words.no_comment, "text": words.text_column}
    return tuple(
        rest | {each.id: in_language(each.text, report.language) for each in question.choices}
        for question in report.definition.questions
    )


def matrix_csv(report: ReportInput) -> str:
    """matrix.csv as text. Rows are organisations (responses); the columns `question 1`, … follow.

    The last column, `kind`, is what the register counts the response under: an answer of its own,
    a notice that one will come, an addition …

    See `cells.csv_text` for separator, byte order mark and how to write it.
    """
    questions = [f"question {question.id}" for question in report.definition.questions]
    kinds = [response.kind for response in current(report.responses)]
    rows = [(*row, kind) for row, kind in zip(matrix_rows(report), kinds, strict=True)]
    return csv_text((*LEADING, *questions, "kind"), rows)
