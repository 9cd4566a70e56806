"""The four kinds of report: which parts each has, in which order."""

from innspill.stages.reports.core.outlines.kinds import checked_parts, parts_of

__all__ = ["checked_parts", "parts_of"]
