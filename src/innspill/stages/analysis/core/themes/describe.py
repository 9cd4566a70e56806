"""What stands on a theme: its label, its sentence, its phrases, who is typical and who against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from innspill.stages.analysis.core.folding import without_notes
from innspill.stages.analysis.core.sentences import sentences
from innspill.stages.analysis.core.themes.nouns import GIVEN_LOW, Nouns
from innspill.stages.analysis.core.themes.phrases import (
    Phrase,
    Voices,
    distinct,
    grown,
    is_simple,
    phrases_of,
)
from innspill.stages.analysis.core.themes.word_tables import words_of
from innspill.stages.analysis.core.themes.words import content_words, words
from innspill.stages.analysis.core.values import StanceValue

MOST_PHRASES = 6
LONGEST_LABEL, LONGEST_DESCRIPTION = 70, 300
_SHORTEST_SENTENCE, _LONGEST_SENTENCE = 6, 40
_READ_FOR_DESCRIPTION = 60
_STANDS_ALONE_LESS = 0.6
_OF_LABEL = 1.7
"""What a sentence with a word of the label weighs more."""
_PART = 5
"""Letters of a word that may be a part of one in a title: "hytte" in "Hyttefelt"."""
_TYPICAL = 3
"""Typical examples come from different groups where they can."""
_AGAINST: Mapping[StanceValue, frozenset[StanceValue]] = {
    "supports": frozenset({"opposes"}),
    "opposes": frozenset({"supports"}),
    "reservations": frozenset({"supports"}),
}


@dataclass(frozen=True, slots=True)
class MainPlace:
    """The title of the place that most of a theme's comments are about, or a third at least."""

    title: str
    is_of_most: bool


NO_PLACE = MainPlace("", is_of_most=False)


def label_and_phrases(
    voices: Voices,
    centre: Mapping[str, float],
    nouns: Nouns,
    taken: set[str],
    place: MainPlace = NO_PLACE,
) -> tuple[str, tuple[str, ...]]:
    """The label, which no other theme has, and the key phrases; `taken` gets the label.

    Where no noun phrase stands in the texts the label is the word that weighs most in them, as
    written. A word alone says too little without the place that most of the texts are about, and
    a short one is told by the place of a third of them.
    """
    found = phrases_of(voices, centre, nouns)
    free = [each for each in found if each.text.casefold() not in taken]
    best = grown(free[0], free, nouns) if free else None
    label = best.text if best else _word_of(voices.texts, centre, nouns, taken)
    word = label.casefold()
    shown = distinct(([best] if best else []) + found, MOST_PHRASES)
    phrases = tuple(_texts(shown)) or ((label,) if label else ())
    needs = place.is_of_most or (best is not None and is_simple(best.key, nouns))
    if place.title and needs and len(label.split()) == 1:
        label = _in_place(label, place.title, nouns.language, taken)
    taken |= {word, label.casefold()}
    return _capital(label), phrases


def _in_place(word: str, place: str, language: str, taken: set[str]) -> str:
    """A word with the place that it is said of: the title alone where the word stands in it."""
    if _stands_in(word, place, language):
        return word if place.casefold() in taken else place
    whole = f"{place}: {word}"
    return whole if len(whole) <= LONGEST_LABEL else word


def _stands_in(word: str, place: str, language: str) -> bool:
    said = content_words(word, language)
    title = content_words(place, language)
    return bool(said) and any(
        said[0] == each or (len(said[0]) >= _PART and said[0] in each) for each in title
    )


def description(
    texts: Sequence[str], centre: Mapping[str, float], language: str, label: str = ""
) -> str:
    """The sentence of the texts that says most of what the theme is about, word for word.

    Marks of footnotes are left out: the notes are not beside it.
    One that stands alone is preferred: not too short or long, not beginning with "dette" or "men";
    and one with words of the `label`, so that the two speak of the same.
    """
    named = frozenset(content_words(label, language))
    best, most = "", 0.0
    for text in texts[:_READ_FOR_DESCRIPTION]:
        for span in sentences(text):
            piece = text[span.start : span.end]
            score = (
                _central(piece, centre, named, language)
                if len(piece) <= LONGEST_DESCRIPTION
                else 0.0
            )
            if score > most:
                best, most = piece, score
    return without_notes(best or _cut(texts[0] if texts else ""))


def against(stances: Sequence[StanceValue]) -> list[int]:
    """Places of those whose stance goes against that of most who take one."""
    counted = {each: sum(said == each for said in stances) for each in _AGAINST}
    leading = max(counted, key=lambda each: counted[each])
    if not counted[leading]:
        return []
    return [at for at, said in enumerate(stances) if said in _AGAINST[leading]]


def of_different_groups(members: Sequence[int], groups: Sequence[str]) -> list[int]:
    """The same members; the first few are of different groups where there are several."""
    if not groups:
        return list(members)
    first: list[int] = []
    for at in members:
        if len(first) == _TYPICAL:
            break
        if all(groups[at] != groups[other] for other in first):
            first.append(at)
    chosen = set(first)
    return [*first, *(at for at in members if at not in chosen)]


def _central(
    piece: str, centre: Mapping[str, float], named: frozenset[str], language: str
) -> float:
    said = words(piece)
    if not _SHORTEST_SENTENCE <= len(said) <= _LONGEST_SENTENCE:
        return 0.0
    known = set(content_words(piece, language))
    weight = sum(centre.get(word, 0.0) for word in known) / (4.0 + len(known)) ** 0.5
    back = said[0].casefold() in words_of(language).refers_back
    whole = piece.rstrip().endswith((".", "!", "?")) and piece[:1].isupper()
    weight *= _STANDS_ALONE_LESS if back or not whole else 1.0
    return float(weight * (_OF_LABEL if named & known else 1.0))


def _word_of(
    texts: Sequence[str], centre: Mapping[str, float], nouns: Nouns, taken: set[str]
) -> str:
    weighed: dict[str, float] = {}
    unfit = words_of(nouns.language).weak | GIVEN_LOW | taken
    for text in texts[:_READ_FOR_DESCRIPTION]:
        for word in words(text):
            said = content_words(word, nouns.language)
            low = word.casefold().strip("-")
            if nouns.kind(word) in ("adjective", "other"):
                continue
            if said and not unfit.intersection((low, said[0])):
                weighed[low] = centre.get(said[0], 0.0)
    return min(weighed, key=lambda each: (-weighed[each], each), default="")


def _texts(found: Sequence[Phrase]) -> list[str]:
    return [each.text for each in found]


def _capital(label: str) -> str:
    return (label[:1].upper() + label[1:])[:LONGEST_LABEL]


def _cut(text: str) -> str:
    """The beginning of a text, to the end of a word."""
    said = " ".join(text.split())
    if len(said) <= LONGEST_DESCRIPTION:
        return said
    return said[: LONGEST_DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"
