"""Comments that only say what they hold, and not why."""

from __future__ import annotations

from innspill.stages.analysis.core.folding import fold

_MOST_WORDS = 9
"""A comment with more words says something of what it is about."""
_REASONS = frozenset({
    "fordi", "ettersom", "siden", "sidan", "da", "då", "grunn", "derfor", "difor", "for", "because", "since", "as",
})  # fmt: skip
_TAKES_SIDES = ("supports", "reservations", "opposes")


def gives_no_reason(text: str, stance: str) -> bool:
    """Whether `text` takes a side in a few words and gives no reason: "Ja, vi støtter forslaget."."""
    words = fold(text).split()
    return stance in _TAKES_SIDES and len(words) <= _MOST_WORDS and not _REASONS.intersection(words)
