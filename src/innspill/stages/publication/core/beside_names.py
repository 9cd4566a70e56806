"""Where somebody lives and when they were born, in a body's text: what stands beside who is named.

"Marit Skjervum i Tingelstadlinna 212", "Brager, Hilde    02.05.1968", "Ho bur i Tveitovegen 130". The
address of the body itself, and of what it writes about, stands beside nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from innspill.stages.publication.core.addresses import addresses, streets_lived_in
from innspill.stages.publication.core.personal_details import long_ago_dates
from innspill.stages.publication.core.values import WithholdingKind

Place = tuple[int, int]
_GAP = re.compile(
    r"(?:[ \t,;:|/()–-]|f\.|\d[\d ]{6,12}\d|"
    r"(?<![^\W_])(?:som|bor|bur|bodde|budde|bodd|budd|bosatt|busett|lives?|living|igjen|att|aleine|alene|brukar|bruker|heime|hjemme|"
    r"født|fødd|born|i|på|ved|frå|fra|at|in|hos|den|tlf\.?|mob\.?|og|familien)(?![^\W_])){0,24}"
)
"""What may stand between a name and what is told of it."""
_LIVES = re.compile(
    r"(?i)(?<![^\W_])(?:bor|bur|bodde|budde|bodd|budd|bosatt|busett|hjemme hos|heime hjå|lives?|living)(?![^\W_])[^.\n\d]{0,30}$"
)
_REACH = 120
"""So far after a name something may stand that is told of it."""


def told_beside(text: str, named: Iterable[Place]) -> Iterator[tuple[Place, WithholdingKind]]:
    """The addresses and the dates of long ago beside those `named`, and where somebody is said to live."""
    homes = {
        place for place in (*addresses(text), *streets_lived_in(text)) if text[place[0]].isupper()
    }
    births = set(long_ago_dates(text))
    found = sorted(homes | births)
    beside = set(_beside(text, named, found))
    for place in found:
        if place in beside and place in births:
            yield place, "birth-date"
        elif place in beside or (
            place in homes and _LIVES.search(text, max(0, place[0] - 50), place[0])
        ):
            yield place, "address"


def _beside(text: str, named: Iterable[Place], found: Sequence[Place]) -> Iterator[Place]:
    """Those of `found` that nothing of weight parts from a name before them, or from another such."""
    at = 0
    for _, end in sorted(named):
        while at < len(found) and found[at][0] < end:
            at += 1
        reached, here = end, at
        while here < len(found) and found[here][0] <= reached + _REACH:
            gap = _GAP.match(text, reached, found[here][0])
            if gap is None or gap.end() != found[here][0]:
                break
            yield found[here]
            reached = found[here][1]
            here += 1
