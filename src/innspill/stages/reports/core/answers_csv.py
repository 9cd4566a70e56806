"""answers.csv: one row for every answer, and one for every paragraph that answers no question."""

from __future__ import annotations

from collections.abc import Iterator

from innspill.shared.cells import csv_text
from innspill.stages.analysis.core.placing import current, place
from innspill.stages.publication.core.values import PublicAnswer
from innspill.stages.reports.core.figures import shown_name
from innspill.stages.reports.core.placing import row_label
from innspill.stages.reports.core.values import Reported, ReportInput

HEADER = (
    "reference", "sender", "group", "via", "received", "late", "state", "question",
    "ticks", "choice", "no_comment", "text", "flags",
)  # fmt: skip


def answers_csv(report: ReportInput) -> str:
    """answers.csv as text: the current responses, each answer a row; lists are parted by "|".

    `question` is empty for a paragraph outside the questions. `late` is true, false or empty
    (unknown). What is not published keeps its ticks, but its text is left out.
    """
    return csv_text(HEADER, _rows(report))


def _rows(report: ReportInput) -> Iterator[tuple[str, ...]]:
    for response in current(report.responses):
        lead = _lead(response, report)
        for answer in response.public.answers:
            yield (*lead, *_answer(answer, quoted=response.state == "published"))
        if response.state == "published":
            for paragraph in response.public.general:
                yield (*lead, "", "", "", "", paragraph, "")


def _lead(response: Reported, report: ReportInput) -> tuple[str, ...]:
    public = response.public
    placed = place(response, report.definition)
    return (
        public.reference,
        shown_name(response, report.language),
        row_label(placed.kind, placed.group, report.definition, report.language),
        placed.via,
        public.received or "",
        _truth(public.late),
        response.state,
    )


def _answer(answer: PublicAnswer, *, quoted: bool) -> tuple[str, ...]:
    return (
        answer.question,
        "|".join(answer.ticks),
        answer.choice or "",
        _truth(answer.no_comment),
        answer.text if quoted else "",
        "|".join(answer.flags),
    )


def _truth(value: bool | None) -> str:
    return "" if value is None else str(value).lower()
