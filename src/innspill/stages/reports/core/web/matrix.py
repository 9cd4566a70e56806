"""The matrix as a table of the page that stands alone."""

from __future__ import annotations

from innspill.stages.reports.core.markup import Html, el
from innspill.stages.reports.core.matrix import matrix_rows, outcome_names
from innspill.stages.reports.core.values import Figures, ReportInput
from innspill.stages.reports.core.web.parts import table, to_response
from innspill.stages.reports.core.words import words_in


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
