"""The stance of a comment: what it says outright, else what learnt weights make of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from innspill.shared.values import Certainty
from innspill.stages.analysis.core import stance_words as words
from innspill.stages.analysis.core.learnt.linear import LinearModel, model
from innspill.stages.analysis.core.learnt.words import stem, words_of
from innspill.stages.analysis.core.sentences import sentences
from innspill.stages.analysis.core.stance import Voices, by_rules, cues_of
from innspill.stages.analysis.core.stances.features import Setting, of_stance
from innspill.stages.analysis.core.values import Stance, StanceValue

_UNSURE, _LIKELY = 0.34, 0.7
"""Under the first the rules have the word, or nothing is said; over the second it is called likely."""
_WEIGHED = {"opposes": 2.5, "neutral": 1.5}
"""Rare stances are worth more than their rarity says, and one who opposes must not be missed."""
_GROUNDS = 4
_WORD = re.compile(r"[^\W\d_]+")
_EMPTY_WORDS = """
    alle andre at av bare berre blei bli blir ble da den der dere deres dei dem denne dette det dette disse
    eit ein ei eller en er et eitt ett for fordi fra frå før han hadde har hennes her hos hun hva hvem hver hvilke
    hvor hvordan i ikke ikkje ingen inn ja jeg kan kommune kommunen kva kvar kven man med meg mellom men mens mer
    mot mye må nei noe noen noko nokre når og også om opp oss over på seg selv sin sine sitt siden sjølv skal
    slik som så til tiltak under ut uten vart var ved vi vil vår våre vårt være vere kapittel kapittelet ord
    kun bør
    """
_EMPTY = frozenset(_EMPTY_WORDS.split())
"""Words that weigh, but tell a reader nothing: no grounds."""
_FIRST = 2000
"""Characters of a comment in which grounds are looked for."""


def comment_stance(text: str, setting: Setting, voices: Voices) -> Stance:
    """The stance of one comment in its `setting`, with words of the text as grounds.

    "unclear" is where nothing is likely enough to be said.
    """
    # on the tuning hearings the rules' reservations were right in 91 of 100, as good as weights
    cues = cues_of(text, voices)
    ruled = by_rules(text, cues)
    if ruled.value in ("no-comment", "no-stand", "reservations"):
        return ruled
    if _reports_others(text):
        return Stance("neutral", Certainty.UNSURE, ruled.grounds)
    weights = model("stance")
    chances = weights.chances(of_stance(text, setting))
    likeliest = max(chances, key=lambda each: chances[each] * _WEIGHED.get(each, 1.0))
    if max(chances.values()) < _UNSURE:
        if ruled.certainty is Certainty.LIKELY:
            return ruled
        return Stance("unclear", Certainty.UNSURE, ruled.grounds)
    value = cast("StanceValue", likeliest)
    if (value, ruled.value) == ("supports", "opposes"):
        # the words oppose outright: nobody is told the contrary of what is shown as its ground
        return Stance("opposes", Certainty.UNSURE, ruled.grounds)
    both = ruled.value == value and ruled.certainty is Certainty.LIKELY
    sure = Certainty.LIKELY if both or chances[likeliest] >= _LIKELY else Certainty.UNSURE
    return Stance(value, sure, ruled.grounds or tuple(_telling(text, weights, value)))


def _reports_others(text: str) -> bool:
    """Whether each sentence tells what others think, and none what the sender does; or both views."""
    pieces = [text[each.start : each.end] for each in sentences(text)]
    if words.BOTH_VIEWS.search(text):
        return True
    return bool(pieces) and all(
        words.HOLDERS.search(each) and not words.OWN.search(words.HOLDERS.split(each)[0])
        for each in pieces
    )


def _telling(text: str, weights: LinearModel, value: str) -> Iterator[str]:
    """The words of `text` that speak most for `value`, as they stand there."""
    found: dict[str, float] = {}
    for word in _WORD.findall(text[:_FIRST]):
        plain = words_of(word)
        weight = weights.weight(f"w={stem(plain[0])}", value) if plain else 0.0
        if weight > 0 and len(word) > 3 and word.lower() not in _EMPTY:
            found[word] = weight
    for word in sorted(found, key=lambda each: (-found[each], each))[:_GROUNDS]:
        yield f"«{word}»"
