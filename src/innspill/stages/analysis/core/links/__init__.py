"""Which part of the hearing a comment is about, wherever in the response it stands."""

from innspill.stages.analysis.core.links.find import links_of
from innspill.stages.analysis.core.links.trail import Trail

__all__ = ["Trail", "links_of"]
