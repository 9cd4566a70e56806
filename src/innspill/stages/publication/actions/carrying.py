"""Marks go along when a response gets a new state, where the text they stand in is the same."""

from __future__ import annotations

from collections.abc import Mapping

from innspill.shared.values import sha256_of
from innspill.stages.publication.models import Mark, Screening
from innspill.stages.publication.standing_marks import standing_firsts


def carried_over(screening: Screening, texts: Mapping[str, str]) -> tuple[int, int]:
    """Copies the marks of earlier states to a new one; how many went along, and how many did not.

    A mark that did not is not lost: it goes along to a later state that has its text again.
    """
    digests = {place: digest_of(text) for place, text in texts.items()}
    firsts = standing_firsts(screening.response_id)
    fitting = [mark for mark in firsts if digests.get(mark.place) == mark.digest]
    Mark.objects.bulk_create(_copy(mark, screening) for mark in fitting)
    return len(fitting), len(firsts) - len(fitting)


def digest_of(text: str) -> str:
    """What tells one text of a place from another."""
    return str(sha256_of(text.encode()))


def _copy(mark: Mark, screening: Screening) -> Mark:
    return Mark(
        screening=screening, first=mark, place=mark.place, start=mark.start, end=mark.end,
        digest=mark.digest, word=mark.word, kind=mark.kind, ground=mark.ground,
        reason=mark.reason, by_id=mark.by_id, at=mark.at,
    )  # fmt: skip
