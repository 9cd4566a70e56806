"""How surely a sentence tells of somebody's health: its signs, added up by weights that were learnt."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from innspill.stages.publication.core.telling.fields import FIELDS
from innspill.stages.publication.core.telling.guarded import GUARDED
from innspill.stages.publication.core.telling.signs import PERSONS, Sentence, signs

_FILE = Path(__file__).with_name("weights.json")
_MEANT = frozenset({"stance", "asks", "law"})
"""Signs of who says what they mean of the matter."""
_MINUTES = re.compile(
    r"(?i)(?<![^\W_])(?:til[ ]?sted(?:e|es)|til[ ]?stades|møtte?|fr[ae]mmøtte|f(?:or|rå)fall|ble valgt|vart vald|blei vald|"
    r"stemte|stemmer|røyster|røysta|framlegg(?:et)?|forslag(?:et)?|fremmet|fremma|vedta(?:tt|k|ket)|vedteken?|protokoll\w*|referat|"
    r"medlemm?er|medlemene|arbeidsgruppe|arbeidsgruppa|orienterte|viste til|behandlet saken|intervjuet|intervjua|deltatt|delteke|referansegruppa)(?![^\W_])"
)
"""What minutes say of somebody who met, was chosen, moved or voted: nothing that is guarded."""
_OF_MINUTES = frozenset({"party", "crime", "life", "fall"})
"""Fields that words of minutes are in: "stemte", "meldt", "bør"."""
_PRIVATE, _BODY = 0.04, 0.10
"""From which chance on a person is asked, by who wrote it."""

_PRIVATE_LOOK, _BODY_LOOK = 0.012, 0.03
"""From which chance on it is noted for who reads."""


def tells_of_health(sentence: Sentence) -> bool:
    """Whether a person should look at the sentence."""
    seen = signs(sentence)
    if _says_nothing_of_persons(seen) or _is_of_minutes(sentence, seen):
        return False
    return _chance(seen) >= (_PRIVATE if sentence.private else _BODY)


def may_tell(sentence: Sentence) -> bool:
    """Whether it is worth a look, though nobody is asked."""
    seen = signs(sentence)
    if _only_means(seen) and not seen & FIELDS:
        return False
    return _chance(seen) >= (_PRIVATE_LOOK if sentence.private else _BODY_LOOK)


def _says_nothing_of_persons(seen: frozenset[str]) -> bool:
    """Whether nobody is told of, or the writer only says what they mean of the matter."""
    fields, who, meant = seen & FIELDS, seen & PERSONS, _only_means(seen)
    if fields:
        # "I propose that people vote": votes, faith and benefits are what hearings are about.
        return meant and GUARDED.keys() >= fields
    return meant if who else not seen & {"past", "have", "before", "after"}


def _only_means(seen: frozenset[str]) -> bool:
    """Whether it is about nobody but the writer, who says what they mean of the matter."""
    return seen & PERSONS <= {"i", "we"} and bool(seen & _MEANT) and "past" not in seen


def _is_of_minutes(sentence: Sentence, seen: frozenset[str]) -> bool:
    """Whether a body's sentence only says what somebody did in a meeting."""
    if sentence.private or sentence.strong or seen & PERSONS != {"named"}:
        return False
    return _OF_MINUTES.issuperset(sentence.fields) and bool(_MINUTES.search(sentence.words))


def _chance(seen: frozenset[str]) -> float:
    """How likely a sentence with these signs tells of somebody, from 0 to 1."""
    weights = _weights()
    total = sum(weights.get(sign, 0.0) for sign in (*seen, ""))
    return 1 / (1 + math.exp(-total))


@cache
def _weights() -> Mapping[str, float]:
    """What each sign speaks for; "" is what stands before any sign."""
    found: dict[str, float] = json.loads(_FILE.read_text("utf-8"))
    return found
