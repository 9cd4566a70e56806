"""New comments held against themes that stand already, without changing the themes."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from innspill.stages.analysis.core.themes.members import MOST_PER_COMMENT, SHARE_OF_BEST
from innspill.stages.analysis.core.themes.space import WEIGHT_OF_CONTEXT
from innspill.stages.analysis.core.themes.words import content_words, divided

LEAST_LIKENESS = 0.12
"""At this, 7 to 9 % of the comments of another hearing are given a theme: docs/decisions/0032."""


def assign(
    texts: Sequence[str],
    centres: Sequence[Mapping[str, float]],
    *,
    contexts: Sequence[str] = (),
    language: str = "nb",
) -> list[list[tuple[int, float]]]:
    """For each text the themes it belongs to, the nearest first, with how near (0 to 1).

    `centres` are those of `ThemeFound`, by number; `contexts`, in step with `texts`, the words
    around each as when the themes were found. A text may be given several, or none.
    """
    known = Counter(word for centre in centres for word in centre)
    weights = {word: math.log((1 + len(centres)) / (1 + n)) + 1.0 for word, n in known.items()}
    seen = {word: n + 1 for word, n in known.items()}
    strange = max(weights.values(), default=1.0)
    around = {each: _row(each, seen, weights, strange, language) for each in {*contexts}}
    out = []
    for at, text in enumerate(texts):
        row = _row(text, seen, weights, strange, language)
        if contexts and row:
            row = _beside(row, around[contexts[at]])
        out.append(_nearest(row, centres))
    return out


def _row(
    text: str,
    known: Mapping[str, int],
    weights: Mapping[str, float],
    strange: float,
    language: str,
) -> dict[str, float]:
    """The words of a text and the parts of its compounds, with weights, of length 1.

    Words that no theme knows make the text longer: what is mostly about something else is not
    near.
    """
    said: Counter[str] = Counter()
    for word in content_words(text, language):
        said[word] += 1
        said.update(divided(word, known) or ())
    return _of_length_1({w: (1 + math.log(n)) * weights.get(w, strange) for w, n in said.items()})


def _beside(own: Mapping[str, float], around: Mapping[str, float]) -> dict[str, float]:
    """The words of a text with those around it, which weigh less."""
    both = {
        word: own.get(word, 0.0) + WEIGHT_OF_CONTEXT * around.get(word, 0.0)
        for word in {**own, **around}
    }
    return _of_length_1(both)


def _of_length_1(row: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value**2 for value in row.values())) or 1.0
    return {word: value / length for word, value in row.items()}


def _nearest(
    row: Mapping[str, float], centres: Sequence[Mapping[str, float]]
) -> list[tuple[int, float]]:
    like = [
        (sum(value * centre.get(word, 0.0) for word, value in row.items()), at)
        for at, centre in enumerate(centres)
    ]
    best = max(like, default=(0.0, 0))[0]
    if best < LEAST_LIKENESS:
        return []
    near = [(at, round(value, 4)) for value, at in like if value >= SHARE_OF_BEST * best]
    near = [each for each in near if each[1] >= LEAST_LIKENESS]
    return sorted(near, key=lambda each: (-each[1], each[0]))[:MOST_PER_COMMENT]
