"""What the responses ask for: spans, and who should do what as the text says it."""

from innspill.stages.analysis.core.proposals.find import lead_of, phrase_of, proposals

__all__ = ["lead_of", "phrase_of", "proposals"]
