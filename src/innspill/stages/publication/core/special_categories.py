"""Sentences that tell of somebody what GDPR art. 9 and 10 guard: always for a person to look at.

Health; ethnicity, faith, politics, trade union, sexual life; offences and what was suffered by them;
child welfare and social benefits, which are secret by other acts. A sentence counts where it names
both such a thing and somebody it is told of; what is said of groups ("personer med demens") does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from innspill.stages.publication.core.special_words import (
    CAPITALS,
    HEALTH_STEMS,
    HEALTH_WORDS,
    OTHER_STEMS,
    OTHER_WORDS,
)

_WHO = re.compile(
    r"\b(?:jeg|eg|æ|meg|min|mi|mitt|mine|vi|oss|vår|vårt|våre|han|hun|ho|sønn(?:en)?|sønnens|son(?:en)?|"
    r"datter(?:en)?|dotter(?:a)?|gutt\w*|gut(?:en)?|jent\w*|unge\w*|barn(?:et|a)?|barnebarn\w*|mor(?:en|a)?|mamma|"
    r"pappa|far(?:en)?|kona|mannen|samboer\w*|sambuar\w*|foreldrene|foreldra|bestemor|bestefar|"
    r"søster\w*|syster\w*|bror\w*|nabo\w*|elev|eleven|ektefellen|eksmannen|ekskona|undertegnede|underteikna|"
    r"tvillingene|svigerm\w+|svigerf\w+|onkel|tante|personalia|personopplysninger)\b"
)
_WHO_ENGLISH = re.compile(
    r"\b(?:I[ '](?:am|have|was|had|suffer|ve|m)|[Mm]y|[Hh]e|[Ss]he|husband|wife|daughter)\b"
)
_ONE = re.compile(r"\b(?:jeg|eg|meg|min|mitt|mine)\b")
"""Who tells of themselves, in what an organisation quotes."""
_OPINION = re.compile(
    r"\b(?:vi|me|jeg|eg|etter vårt syn|vår vurdering)[ ](?:\w+[ ])?(?:mener|meiner|anbefaler|støtter|ber|"
    r"foreslår|krever|savner|etterlyser|vurderer|viser|ønsker|trur|tror|synes"
    r"|er (?:enig|uenig|positiv|opptatt|for|mot)\w*)\b"
    r"|\b(?:personer|pasienter|elever|mennesker|folk|barn|unge|voksne|eldre|pasientar|elevar|menneske)"
    r"[ ](?:med|som|og)\b|\bbarn som\b|\bbarn og unge\b"
)
_SURE = re.compile(
    r"tvangsinn\w+|avslag på (?:arbeidsavkl|uføre|sosial|aap|pleiepenger)\w*"
    r"|vedtak om (?:økonomisk|omsorgs|tvang)\w*|nylig hatt|er syk\w*meldt"
)
"""What is told of somebody even where nobody is named in the sentence."""
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+|\n|$)")
_WORD = re.compile(r"[^\W\d_]+")
Category = Literal["health", "special"]


def statements(
    text: str, named: Sequence[tuple[int, int]], *, private: bool
) -> Iterator[tuple[int, int, Category]]:
    """Sentences about somebody's health or another guarded thing; `named` is where names stand.

    In what an organisation wrote only what is told in the first person or of somebody named.
    """
    hits = _hits(text)
    if not hits:
        return
    starts = sorted(start for start, _ in named)
    name = hit = 0
    for sentence in _SENTENCE.finditer(text):
        categories: set[Category] = set()
        while hit < len(hits) and hits[hit][0] < sentence.end():
            categories.add(hits[hit][1])
            hit += 1
        while name < len(starts) and starts[name] < sentence.start():
            name += 1
        if not categories:
            continue
        words = sentence.group()
        has_name = name < len(starts) and starts[name] < sentence.end()
        if has_name or _tells(words, private=private):
            start = sentence.start() + len(words) - len(words.lstrip())
            category: Category = "health" if "health" in categories else "special"
            yield start, sentence.start() + len(words.rstrip()), category


def _hits(text: str) -> list[tuple[int, Category]]:
    """Where guarded things are named, in order."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = text
    hits: list[tuple[int, Category]] = []
    for stem in HEALTH_STEMS:
        hits += [(at, "health") for at in _places(lower, stem)]
    for stem in OTHER_STEMS:
        hits += [(at, "special") for at in _places(lower, stem)]
    for found in _WORD.finditer(lower):
        if found.group() in HEALTH_WORDS:
            hits.append((found.start(), "health"))
        elif found.group() in OTHER_WORDS:
            hits.append((found.start(), "special"))
    hits += [(found.start(), "health") for found in CAPITALS.finditer(text)]
    return sorted(hits)


def _places(text: str, stem: str) -> Iterator[int]:
    """Where a stem stands; one that begins with a space begins a word."""
    at = text.find(stem)
    while at >= 0:
        yield at + (stem[0] == " ")
        at = text.find(stem, at + 1)


def _tells(words: str, *, private: bool) -> bool:
    """Whether the sentence speaks of somebody."""
    lower = words.lower()
    if not private:
        return _ONE.search(_OPINION.sub(" ", lower)) is not None
    if _SURE.search(lower) or _WHO_ENGLISH.search(words):
        return True
    return _WHO.search(_OPINION.sub(" ", lower)) is not None
