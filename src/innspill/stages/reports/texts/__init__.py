"""What people write in reports, and in which order the parts stand."""

from innspill.stages.reports.texts.queries import with_human_parts

__all__ = ["with_human_parts"]
