"""What the machine says in a report now."""

from __future__ import annotations

from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.made_parts import parts_for
from innspill.stages.reports.core.parts.values import Kind, ReportPart
from innspill.stages.reports.material import report_input


def machine_parts(consultation_id: int, kind: Kind, language: str) -> tuple[ReportPart, ...]:
    """The parts of a report as the machine would write them now, in its own order."""
    material = report_input(consultation_id, language)
    return parts_for(kind, count(material), material)
