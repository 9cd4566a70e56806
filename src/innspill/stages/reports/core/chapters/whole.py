"""All chapters in their order."""

from __future__ import annotations

from innspill.stages.reports.core.chapters.bodies import write_bodies
from innspill.stages.reports.core.chapters.front import write_about, write_summary, write_title
from innspill.stages.reports.core.chapters.paper import Paper
from innspill.stages.reports.core.chapters.points import (
    write_appendix,
    write_duplicates,
    write_general,
    write_proposals,
)
from innspill.stages.reports.core.chapters.questions import write_questions
from innspill.stages.reports.core.values import Figures, ReportInput


def write_report(paper: Paper, figures: Figures, report: ReportInput) -> None:
    """The whole report on `paper`."""
    write_title(paper, figures, report)
    write_summary(paper, figures)
    write_about(paper, report)
    write_bodies(paper, figures, report)
    write_questions(paper, figures, report)
    write_general(paper, report)
    write_proposals(paper, figures)
    write_duplicates(paper, figures)
    write_appendix(paper)
