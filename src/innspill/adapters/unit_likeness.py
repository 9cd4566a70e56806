"""How like a written name is to a unit's: by the words they share, rare ones counting most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from innspill.adapters.unit_words import key_of, words_of
from innspill.stages.register.core.names import fold, letters

_SAME_NAME = 100.0
_SAME_BUT_FORM = 99.0
_OTHER_ORDER = 0.97
_HELD_WITHIN = 88.0
_NEAR = 75.0


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a word tells: little where many names have it. `frequent` has the commonest."""

    frequent: Mapping[str, int]
    total: int
    known: dict[str, float] = field(default_factory=dict)

    def of(self, word: str) -> float:
        """From about 1 (in a tenth of all names) to about 10 (in few)."""
        found = self.known.get(word)
        if found is None:
            units = self.frequent.get(word, 30)
            found = log(1 + self.total / units) * (0.4 if len(word) < 3 else 1.0)
            if len(self.known) < 50_000:
                self.known[word] = found
        return found

    def nearest(self, word: str, scanned: Mapping[str, int], most: int) -> list[str]:
        """The words of `scanned` that `word` may be a slip for, itself among them."""
        slips = 1 if len(word) < 8 else 2
        near = []
        for other, units in scanned.items():
            distance = OSA.distance(word, other, score_cutoff=slips)
            if distance <= slips:
                near.append((distance, -units, other))
        return [other for _, _, other in sorted(near)[:most]]


def likeness(
    written: str, words: Sequence[str], name: str, key: str, weights: Weights
) -> tuple[float, str]:
    """From 0 to 100, and why. `words` are those of `written`, `key` is that of `name`."""
    own = key_of(written)
    if own == key and own:
        same = letters(fold(written)) == letters(fold(name))
        return (_SAME_NAME, "has this name") if same else (_SAME_BUT_FORM, "is called so")
    theirs = words_of(name)
    shared, mine, whole, within = _shared(words, theirs, weights)
    alike = 2 * shared / (mine + whole) if mine + whole else 0.0
    letter = fuzz.ratio(own, key)
    if letter < 90:
        other = fuzz.ratio("".join(sorted(words)), "".join(sorted(theirs)))
        letter = max(letter, other * _OTHER_ORDER)
    score = 65.0 * alike + 0.33 * letter
    if within and len(theirs) > 1 and len(words) > len(theirs):
        at_start = 4.0 if own.startswith(key) else 0.0
        score = max(score, _HELD_WITHIN - 6 + at_start + min(2.0, len(theirs) / 4))
        return score, "is named within it"
    return score, "has a name like it"


def _shared(
    words: Sequence[str], theirs: Sequence[str], weights: Weights
) -> tuple[float, float, float, bool]:
    """The weight that is shared, that of each, and whether all of `theirs` is in `words`."""
    left = list(theirs)
    shared = 0.0
    for word in words:
        if word in left:
            left.remove(word)
            shared += weights.of(word)
            continue
        near = max(left, key=lambda other: fuzz.ratio(word, other), default="")
        like = fuzz.ratio(word, near) if near else 0.0
        if like >= _NEAR and len(word) > 2:
            left.remove(near)
            shared += min(weights.of(word), weights.of(near)) * like / 100
    mine = sum(weights.of(word) for word in words)
    return shared, mine, sum(weights.of(word) for word in theirs), not left
