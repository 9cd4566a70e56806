"""The parts of a report as the machine writes them."""

from __future__ import annotations

from innspill.stages.reports.core.outlines import checked_parts
from innspill.stages.reports.core.parts.values import Kind, ReportPart
from innspill.stages.reports.core.values import Figures, ReportInput


def parts_for(kind: Kind, figures: Figures, report: ReportInput) -> tuple[ReportPart, ...]:
    """All parts of a report of `kind`, in its own order, each held against its sources.

    Raises UnfaithfulReportError where a sentence says what no source does.
    """
    return checked_parts(kind, figures, report)
