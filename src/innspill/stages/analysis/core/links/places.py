"""The places of a hearing, with the words that tell of each."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from innspill.stages.analysis.core.identity import ByIdentity
from innspill.stages.analysis.core.links.kin import families
from innspill.stages.consultations.core.definition import Chapter, Definition
from innspill.stages.reading.core.answers.bridge import bridged

NAME, TITLE, PASSAGE, KIN = 4.0, 2.0, 0.8, 0.6
"""What a word counts: a name or code of a title ("Tangen", "N5"), another word of it, one of its text."""
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LAW = re.compile(r"(\w{3,})(?:lov[ae]?n?|forskrift\w*)\b", re.IGNORECASE)
_SIDES = re.compile(
    r"\b(?:støtt(?:er|ar|et|es)|(?:kan|vil|må|ikke|ikkje|å) (?:støtte|støtta))\b", re.IGNORECASE
)
"""Whoever takes a side speaks of no chapter on support: "Vi støtter forslaget"."""
_LETTERS = 40
_LEAST_STEM = 5
_COMMON_WORDS = """
    og i på til for av med som det den de en et er at å om fra ved eller men så ikke kan skal vil må bør har
    være blir ble var også vi jeg dette disse der her når hvor hva hvem alle andre mer nye ny god gode mot inn ut
    opp etter før under over mellom uten innen per slik sin sitt sine vår vårt våre egen eget egne flere
    bare kun gang gå går ligg ligge ligger liggje sett sette settes legg legge legges plass to tre fire fem ti år dag
    heter heiter gjøre gjør gjerne mye mange både også ved fra frå inntil sist først rett nye gamle gammel samme
    betal betale betaler stort liten tid tilbake mindre mer mest heile hele samt via mens siden veldig ha hos
    del deler stå står mann folk vis bygg bygge bygges bygging flyttes flytte flyttast ned inne ute her bruke brukes
    grense meter prosent sees komme kommer finnes finst gjennom opp oppe dere deres hver hvert ønske ønsker
    forslag forslaget beskrivelse arbeid dag del område områder kapittel vedlegg paragraf sak saken
    kommune kommunen kommunene gjelder gi gir få får tas tatt ta største helt stor store se
    """
_COMMON = frozenset(bridged(word) for word in _COMMON_WORDS.split())


class Places:
    """Where a hearing's comments can belong, and how well a text's words speak of each place."""

    def __init__(self, definition: Definition) -> None:
        parts = [part for paper in definition.papers for part in paper.chapters]
        self.known = tuple(dict.fromkeys(name_of(part) for part in parts))
        self.home = {name_of(part): _home(part) for part in parts if part.within}
        self.parts = Counter(self.home.values())
        """How many parts lie in each whole."""
        self.laws = {
            name_of(part): frozenset(
                hit.casefold() for text in part.title.values() for hit in _LAW.findall(text)
            )
            for part in parts
            if part.kind == "section"
        }
        """The stems of the laws that the titles of sections name: "opplærings"."""
        self.asked = {each.id: each.refers_to for each in definition.questions}
        self._weights = _weights(parts, frozenset(_distinct(definition.owner)))
        self._families = _by_family(self._weights)
        self._rarity = {
            word: math.log(1 + len(self.known) / len(at)) for word, at in self._weights.items()
        }
        self._ofs = {
            number: math.log(1 + len(self.known) / len(at)) for number, at in self._families.items()
        }

    def spoken_of(self, text: str) -> dict[str, tuple[float, tuple[str, ...]]]:
        """For each place that words of `text` tell of: how much, and which words, best first."""
        scores: dict[str, float] = defaultdict(float)
        grounds: dict[str, dict[str, float]] = defaultdict(dict)
        for word, said in _distinct(_SIDES.sub(" ", text)).items():
            for place, weight in self._of(word):
                scores[place] += weight
                grounds[place][said] = max(weight, grounds[place].get(said, 0.0))
        return {
            place: (score, tuple(sorted(grounds[place], key=lambda w: -grounds[place][w])[:4]))
            for place, score in scores.items()
        }

    def _of(self, word: str) -> Iterator[tuple[str, float]]:
        best: dict[str, float] = {}
        for form in _forms(word):
            share = 1.0 if form == word else 0.7
            for place, weight in self._weights.get(form, {}).items():
                best[place] = max(best.get(place, 0.0), share * weight * self._rarity[form])
        for number in families().get(word, ()):
            for place, weight in self._families.get(number, {}).items():
                best[place] = max(best.get(place, 0.0), KIN * weight * self._ofs[number])
        yield from best.items()


def name_of(part: Chapter) -> str:
    """How a part is referred to: "chapter 5"."""
    return f"{part.kind} {part.id}"


def places_of(definition: Definition) -> Places:
    """The places of `definition`; made once for the one that is at hand."""
    return _made(ByIdentity(definition))


@lru_cache(maxsize=4)
def _made(same: ByIdentity) -> Places:
    return Places(same.definition)


def _home(part: Chapter) -> str:
    within = part.within or ""
    return within if " " in within else f"chapter {within}"


def _weights(parts: Iterable[Chapter], owner: frozenset[str]) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for part in parts:
        place = name_of(part)
        for text in part.title.values():
            for word, said in _distinct(text).items():
                if word not in owner:
                    found[word][place] = NAME if _is_name(said, text) else TITLE
        for passage in part.passages:
            for text in passage.values():
                for word, said in _distinct(text).items():
                    if word not in owner:
                        weight = TITLE if _is_name(said, text) else PASSAGE
                        found[word].setdefault(place, weight)
    return dict(found)


def _is_name(said: str, text: str) -> bool:
    """Whether a word of a title or passage is a name or a code: capital inside, or with a digit."""
    if any(each.isdigit() for each in said):
        return said[:1].isupper()
    at = text.find(said)
    return said[:1].isupper() and at > 0 and text[at - 2 : at] not in (". ", ": ", "– ")


def _by_family(weights: dict[str, dict[str, float]]) -> dict[int, dict[str, float]]:
    found: dict[int, dict[str, float]] = defaultdict(dict)
    for word, places in weights.items():
        for form in _forms(word):
            for number in families().get(form, ()):
                for place, weight in places.items():
                    found[number][place] = max(weight, found[number].get(place, 0.0))
    return dict(found)


def _distinct(text: str) -> dict[str, str]:
    """The words of `text` that tell anything, by their common key, each as it is written first."""
    found: dict[str, str] = {}
    for said in _WORD.findall(text):
        for piece in (said, *(said.split("-") if "-" in said else ())):
            word = bridged(piece[:_LETTERS])
            if (
                word not in _COMMON
                and (len(word) > 2 or any(c.isdigit() for c in word))
                and not word.isdigit()
            ):
                found.setdefault(word, said)
    return found


def _forms(word: str) -> Iterator[str]:
    """The word and what may be a part of it, as Norwegian compounds are made."""
    yield word
    for length in range(_LEAST_STEM, len(word)):
        yield word[:length]
        yield word[-length:]
