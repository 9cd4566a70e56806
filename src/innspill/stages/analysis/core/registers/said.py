"""A comment as the registers read it."""

from __future__ import annotations

from dataclasses import dataclass

from innspill.stages.analysis.core.values import Mention, Proposal


@dataclass(frozen=True, slots=True)
class Said:
    """A comment's text with the proposals and the names found in it."""

    text: str
    proposals: tuple[Proposal, ...] = ()
    mentions: tuple[Mention, ...] = ()
    senders: tuple[str, ...] = ()
    """Whose response it stands in: they are not missing from it."""
