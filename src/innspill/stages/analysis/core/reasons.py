"""Comments that only say what they hold, and not why."""

from __future__ import annotations

import re
from collections.abc import Mapping

from innspill.stages.analysis.core.folding import fold
from innspill.stages.analysis.core.stance_words import OPPOSE, SUPPORT
from innspill.stages.consultations.core.definition import Language

ALWAYS_NAMED: Mapping[str, Mapping[Language, str]] = {
    "other": {"nb": "Annet", "nn": "Anna", "en": "Other"},
    "no-reason": {"nb": "Ingen begrunnelse", "nn": "Inga grunngiving", "en": "No reason given"},
}
"""The two themes that every hearing has, for what is like no theme and for these."""
_MOST_WORDS = 9
"""A comment with more words says something of what it is about."""
_REASONS = frozenset({
    "fordi", "ettersom", "siden", "sidan", "da", "då", "grunn", "derfor", "difor", "for", "because", "since", "as",
})  # fmt: skip
_TAKES_SIDES = ("supports", "reservations", "opposes")
_ANSWERS = re.compile(
    r"(?<!\w)(?:ja|jo|nei|yes|no|(?:support|oppose|agree|disagree)\w*|against|in favour)(?!\w)",
    re.IGNORECASE,
)


def gives_no_reason(text: str, stance: str) -> bool:
    """Whether `text` takes a side in a few words and gives no reason: "Ja, vi støtter forslaget.".

    The side must stand in words: "Nye lyktestolper ødelegger stjernehimmelen" is a reason, and
    only from it one gathers the side.
    """
    words = fold(text).split()
    return (
        stance in _TAKES_SIDES
        and len(words) <= _MOST_WORDS
        and not _REASONS.intersection(words)
        and any(side.search(text) for side in (SUPPORT, OPPOSE, _ANSWERS))
    )
