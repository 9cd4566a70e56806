"""answers.csv: one row for every answer, and one for every paragraph that answers no question."""

from __future__ import annotations

from collections.abc import Iterator

from innspill.shared.cells import csv_text
from innspill.stages.analysis.core.placing import current, place
from innspill.stages.analysis.core.values import AnswerStance
from innspill.stages.publication.core.values import PublicAnswer
from innspill.stages.reports.core.placing import row_label
from innspill.stages.reports.core.quoting import shown_name
from innspill.stages.reports.core.values import Reported, ReportInput

HEADER = (
    "reference", "sender", "group", "via", "received", "late", "state", "question",
    "ticks", "choice", "no_comment", "text", "flags", "stance", "certainty",
)  # fmt: skip
AGAINST_TICK = "text-against-tick"
"""The flag of an answer whose text says something else than its tick."""


def answers_csv(report: ReportInput) -> str:
    """answers.csv as text: the current responses, each answer a row; lists are parted by "|".

    `question` is empty for a paragraph outside the questions. `late` is true, false or empty
    (unknown). What is not published keeps its ticks, but its text is left out. `stance` and
    `certainty` are the machine's suggestion.
    """
    return csv_text(HEADER, _rows(report))


def _rows(report: ReportInput) -> Iterator[tuple[str, ...]]:
    stances = {(each.response, each.question): each for each in report.analysis.stances}
    for response in current(report.responses):
        lead = _lead(response, report)
        for answer in response.public.answers:
            stance = stances.get((response.public.reference, answer.question))
            yield (*lead, *_answer(answer, stance, quoted=response.state == "published"))
        if response.state == "published":
            for paragraph in response.public.general:
                yield (*lead, "", "", "", "", paragraph, "", "", "")


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


def _answer(answer: PublicAnswer, stance: AnswerStance | None, *, quoted: bool) -> tuple[str, ...]:
    flags = (*answer.flags, *((AGAINST_TICK,) if stance and stance.text_disagrees else ()))
    return (
        answer.question,
        "|".join(answer.ticks),
        answer.choice or "",
        _truth(answer.no_comment),
        answer.text if quoted else "",
        "|".join(flags),
        stance.stance.value if stance else "",
        stance.stance.certainty if stance else "",
    )


def _truth(value: bool | None) -> str:
    return "" if value is None else str(value).lower()
