"""What a comment is about: what it names, where it stands, and what its words tell of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from innspill.shared.values import Certainty
from innspill.stages.analysis.core.grounds import ground
from innspill.stages.analysis.core.links.places import Places, places_of
from innspill.stages.analysis.core.links.references import named
from innspill.stages.analysis.core.values import Link
from innspill.stages.consultations.core.definition import Definition

MOST = 3
NAMED, ASIDE, ASKED, HEADED, BEFORE, WORDS = 9.0, 1.0, 5.0, 6.0, 3.0, 1.0
_LEAST = 1.2
"""Below this nothing is said: a single common word tells nothing."""
_SURE, _LIKELY = 6.0, 3.0

_LETTER = re.compile(
    r"uttalelse|uttale\b|fråsegn|høringssvar|høyringssvar|høring\b|høyring\b|merknader (?:fra|frå)|innspill fra|innspel frå",
    re.IGNORECASE,
)

Scores = dict[str, float]
Grounds = dict[str, list[str]]


def links_of(
    text: str,
    question: str | None,
    definition: Definition,
    *,
    heading: str = "",
    before: Sequence[Link] = (),
) -> tuple[Link, ...]:
    """The places that `text` is about, the likeliest first, at most three, with their grounds.

    `question` is the id of the question that it stands under, `heading` the heading above it,
    `before` the links of the comment before it in the same stretch of the letter.
    """
    places = places_of(definition)
    scores: Scores = defaultdict(float)
    grounds: Grounds = defaultdict(list)
    asked = places.asked.get(question or "", ())
    _standing(asked, scores, grounds)
    if heading:
        _by_heading(heading, places, asked, scores, grounds)
    _by_name(text, places, asked, scores, grounds)
    _by_words(text, places, scores, grounds)
    if before and not any(each.startswith("heading") for each in grounds[before[0].place]):
        scores[before[0].place] += BEFORE
        grounds[before[0].place].append(ground("after"))
    _finest(text, places, scores, grounds, asked)
    if _APART.search(text) and not any(map(_is_placed, grounds.values())):
        return ()
    ordered = sorted(scores, key=lambda place: -scores[place])
    found = [place for place in ordered if scores[place] >= _LEAST][:MOST]
    if not found and question:
        return (Link(f"question {question}", Certainty.LIKELY, (ground("under"),)),)
    return tuple(Link(place, _certainty(scores, place), tuple(grounds[place])) for place in found)


_APART = re.compile(
    r"\b(?:slutt(?:er|ar) (?:seg|oss|meg) (?:[a-zæøå]+ ){0,3}(?:til|opp om)|still(?:er|ar) (?:oss|seg|meg) bak|"
    r"(?:hørings|høyrings)(?:frist|instans|runde|prosess|liste|skjema)\w*|svarfrist\w*|planarbeidet|planprosess\w*|habilitet\w*|"
    r"(?:ber|bed) om (?:et|eit) møte|still(?:er|e)? gjerne|gjerne (?:kan )?bidra|(?:bidrar|bidreg|bidra) gjerne|referansegrupp\w*|"
    r"takk(?:er|ar)? for|ring(?:e|er)? (?:meg|oss|tilbake)|til orientering)\b",
    re.IGNORECASE,
)
"""Adherence to another's answer, the hearing's own course, offers of help: about no part of the papers."""


def _is_placed(grounds: Sequence[str]) -> bool:
    """Whether something tells the place for sure: its name, its heading, the question."""
    return any(each.startswith(("named", "heading", "about")) for each in grounds)


def leads_somewhere(heading: str, definition: Definition) -> bool:
    """Whether a heading names a place of the hearing, or tells of one in its words."""
    scores: Scores = defaultdict(float)
    _by_heading(heading, places_of(definition), (), scores, defaultdict(list))
    return bool(scores)


def _standing(asked: Sequence[str], scores: Scores, grounds: Grounds) -> None:
    for number, place in enumerate(asked):
        scores[place] += ASKED / (1 + 0.5 * number)
        grounds[place].append(ground("about"))


def _by_heading(
    heading: str, places: Places, asked: Sequence[str], scores: Scores, grounds: Grounds
) -> None:
    told: Scores = defaultdict(float)
    _by_name(heading, places, asked, told, defaultdict(list))
    _by_words(heading, places, told, defaultdict(list))
    if _LETTER.search(heading) and not any(named(heading)):
        return  # what the letter is called, not what a part of it is about
    best = max(told.values(), default=0.0)
    for place, score in told.items():
        if score >= 1.6 and score >= 0.5 * best:
            scores[place] += HEADED * score / best
            grounds[place].append(ground("heading", heading))


def _by_name(
    text: str, places: Places, asked: Sequence[str], scores: Scores, grounds: Grounds
) -> None:
    seen: set[str] = set()
    for kind, number, position, aside in named(text):
        place = _place(kind, number, places, asked)
        if place is None or place in seen:
            continue
        seen.add(place)
        early = 1.0 if position < 80 else 0.7
        scores[place] += ASIDE if aside else NAMED * early / (1 + 0.25 * (len(seen) - 1))
        grounds[place].append(ground("named", _as_written(text, position, number)))


def _as_written(text: str, position: int, number: str) -> str:
    """What names a place, as the text has it: from its word or sign to its number."""
    number = number.rpartition("§")[2].strip()
    at = text.find(number, position, position + 60)
    return text[position : at + len(number)] if at >= 0 else number


def _place(kind: str, number: str, places: Places, asked: Sequence[str]) -> str | None:
    """The known place that is meant; a number with a point is a part of what bears the first."""
    if kind == "question":
        return next(iter(places.asked.get(number, ())), None)
    if kind == "law":
        return _section_of(number, places)
    if kind == "point" and "." not in number:
        return None  # the letter's own numbers, more often than not
    first = number.partition(".")[0]
    kinds: Mapping[str, tuple[str, ...]] = {
        "chapter": ("chapter",), "annex": ("annex",), "focus-area": ("focus-area",), "section": ("section",),
        "measure": ("measure", "focus-area"), "goal": ("goal", "chapter"),
        "point": ("section", "chapter", "measure", "goal", "focus-area"),
        "bare": ("measure", "goal", "focus-area", "chapter"),
    }  # fmt: skip
    exact = [f"{each} {number}" for each in kinds[kind] if f"{each} {number}" in places.known]
    if exact and (kind != "bare" or "." in number):
        return exact[0]
    if kind == "section" or "." not in number:
        return None
    parts = [f"{each} {first}" for each in kinds[kind] if f"{each} {first}" in places.known]
    return next((each for each in parts if each in asked), parts[0] if parts else None)


def _section_of(said: str, places: Places) -> str | None:
    """The section of the hearing that "opplæringslova § 10-9" is: its title names the same law."""
    law, _, number = said.rpartition("§")
    place = f"section {' '.join(number.replace(' - ', '-').split())}"
    stems = places.laws.get(place, frozenset())
    return place if any(stem in law.casefold() for stem in stems) else None


def _by_words(text: str, places: Places, scores: Scores, grounds: Grounds) -> None:
    told = places.spoken_of(text)
    for place, (score, words) in told.items():
        share = 0.8 if place.startswith("section ") else 1.0
        scores[place] += share * WORDS * min(score, 8.0)
        grounds[place].append(ground("words", *words))


_WORDING = re.compile(
    r"§|\b(?:lovtekst\w*|ordlyd\w*|paragraf\w*|bestemmelse\w*|føresegn\w*|ledd|formulering\w*|lovforslag\w*|lovframlegg\w*)\b",
    re.IGNORECASE,
)


def _finest(
    text: str, places: Places, scores: Scores, grounds: Grounds, asked: Sequence[str]
) -> None:
    """A part that is spoken of goes before the whole that it lies in.

    A chapter with one part only, the paragraph that it proposes, is about that part.
    """
    for part, whole in places.home.items():
        if whole not in scores:
            continue
        if places.parts[whole] == 1 and part.startswith("section "):
            speaks = _WORDING.search(text) is not None
            scores[part] += scores[whole] + (0.1 if speaks else -0.1)
            grounds[part] += [each for each in grounds[whole] if each not in grounds[part]]
        elif (
            part in scores and whole not in asked and scores[part] >= max(2.0, 0.8 * scores[whole])
        ):
            scores[part] += 0.3 * scores[whole]


def _certainty(scores: Scores, place: str) -> Certainty:
    others = max((score for each, score in scores.items() if each != place), default=0.0)
    if scores[place] >= _SURE and scores[place] >= 1.5 * others:
        return Certainty.CERTAIN
    return (
        Certainty.LIKELY
        if scores[place] >= _LIKELY and scores[place] >= others
        else Certainty.UNSURE
    )
