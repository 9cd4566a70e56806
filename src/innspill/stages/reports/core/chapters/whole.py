"""The whole report on any paper: its first page, then all parts in their order."""

from __future__ import annotations

from collections.abc import Iterable

from innspill.stages.reports.core.chapters.paper import Paper
from innspill.stages.reports.core.outlines import checked_parts
from innspill.stages.reports.core.parts.values import Kind, ReportPart
from innspill.stages.reports.core.parts.writing import write_parts
from innspill.stages.reports.core.values import Figures, ReportInput
from innspill.stages.reports.core.words import day, moment
from innspill.stages.reports.core.words.told_in import told_words


def write_report(
    paper: Paper,
    figures: Figures,
    report: ReportInput,
    kind: Kind = "summary",
    parts: Iterable[ReportPart] | None = None,
) -> None:
    """The whole report of one kind on `paper`; `parts` are the machine's where none are given."""
    write_title(paper, figures, report, kind)
    write_parts(paper, checked_parts(kind, figures, report) if parts is None else parts)


def write_title(paper: Paper, figures: Figures, report: ReportInput, kind: Kind) -> None:
    """Title, facts and the table of contents."""
    words, definition = paper.words, report.definition
    facts = (
        (words.owner, figures.owner),
        (words.case_number, figures.case_number),
        (words.opened, day(definition.opens, paper.language)),
        (words.deadline, day(definition.deadline, paper.language)),
        (words.status, words.statuses[definition.status]),
        (words.made, moment(figures.made_at, paper.language)),
    )
    shown = [fact for fact in facts if fact[1]]
    paper.front(told_words(paper.language).kinds[kind], figures.title, shown)
