"""The parts of a report as the machine writes them."""

from __future__ import annotations

from innspill.stages.reports.core.chapters.whole import write_report
from innspill.stages.reports.core.parts.values import Kind, ReportPart
from innspill.stages.reports.core.recorded import Recorder
from innspill.stages.reports.core.values import Figures, ReportInput
from innspill.stages.reports.core.words import words_in


def parts_for(kind: Kind, figures: Figures, report: ReportInput) -> tuple[ReportPart, ...]:
    """All parts of a report of `kind`, in its own order."""
    recorder = Recorder(words_in(figures.language), figures.language)
    write_report(recorder, figures, report)
    recorder.close()
    return tuple(recorder.parts)
