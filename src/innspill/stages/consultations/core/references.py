"""What a text refers to: chapters, annexes and focus areas, and the paper they make up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from innspill.stages.consultations.core.definition import Chapter, Language, Paper, Question
from innspill.stages.consultations.core.lines import plain

_CHAPTER = re.compile(
    r"\b(?:kapittel|kapitla|kapitlene|kap\.|chapter)\s*(?P<ids>\d+(?:\.\d+)*"
    r"(?:\s*(?:,|og|and|til|–|-)\s*(?:kapittel\s+)?\d+(?:\.\d+)*)*)",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"\b(?i:vedlegg|annex)\s+(?P<id>[A-ZÆØÅ]|\d{1,2})\b")
_FOCUS = re.compile(
    r"\b(?:innsatsområde|satsingsområde|focus area)\s+(?P<id>\d{1,2})\b", re.IGNORECASE
)
_OTHERS = {
    "section": re.compile(
        r"(?<!\w)(?:ny|nye|forslag(?:et)? til|framlegg(?:et)? til)\s+§\s*(?P<id>\d{1,3}(?:-\d{1,3})?(?:\s[a-h](?!\w))?)(?![\w-])"
    ),
    "goal": re.compile(
        r"\b(?:mål|delmål|goal)\s+(?P<id>\d{1,2}\.\d{1,2})(?![\w.-]\d|\w)", re.IGNORECASE
    ),
    "measure": re.compile(
        r"\b(?:tiltak|measure)\s+(?P<id>\d{1,2}\.\d{1,2})(?![\w.-]\d|\w)", re.IGNORECASE
    ),
}
"""A paragraph is the hearing's own where it is new or proposed; others are of the law in force."""
_FOCUS_TITLED = re.compile(
    r"\b(?:innsatsområde|satsingsområde|focus area)\s+(?P<id>\d{1,2})\s*[:–-]\s*(?P<title>.+)$",
    re.IGNORECASE,
)
_FOCUS_WORD = re.compile(r"innsatsområde|satsingsområde|focus area", re.IGNORECASE)
_TITLED = re.compile(
    r"^(?P<title>.{3,200}?)\s*[–:(-]\s*(?P<kind>(?i:kapittel|kap\.|vedlegg|chapter|annex))\s+"
    r"(?P<id>[\w.]+?)\)?$"
)
_NAMED_FIRST = re.compile(
    r"^(?P<kind>(?i:kapittel|vedlegg|chapter|annex))\s+(?P<id>[\w.]+?)\s*[:–-]\s+(?P<title>.{3,200})$"
)


def references_in(text: str) -> tuple[str, ...]:
    """What `text` refers to, in order: "chapter 2", "annex A", "focus-area 1", "section 10-9"."""
    found: list[tuple[int, str]] = []
    for match in _CHAPTER.finditer(text):
        found += [(match.start(), f"chapter {number}") for number in _numbers(match["ids"])]
    found += [(match.start(), f"annex {match['id']}") for match in _ANNEX.finditer(text)]
    found += [(match.start(), f"focus-area {match['id']}") for match in _FOCUS.finditer(text)]
    for kind, pattern in _OTHERS.items():
        found += [(match.start(), f"{kind} {match['id']}") for match in pattern.finditer(text)]
    return tuple(dict.fromkeys(reference for _, reference in sorted(found, key=lambda at: at[0])))


def chapters_in(texts: Iterable[str], language: Language) -> tuple[Chapter, ...]:
    """The chapters and annexes that lines such as "Mål for sikkerhet – kapittel 4" name."""
    found: dict[tuple[str, str], Chapter] = {}
    for text in texts:
        match = _TITLED.match(plain(text)) or _NAMED_FIRST.match(plain(text))
        if match is None:
            continue
        kind = "annex" if match["kind"].lower() in ("vedlegg", "annex") else "chapter"
        chapter = Chapter.model_validate(
            {"id": match["id"], "kind": kind, "title": {language: match["title"].strip()}}
        )
        found.setdefault((kind, chapter.id), chapter)
    return tuple(found.values())


def paper_of(
    texts: Iterable[str], questions: Sequence[Question], language: Language
) -> Paper | None:
    """The paper that is heard: chapters named on the page, and the form's focus areas.

    What questions refer to and nobody names is a chapter without title. None where there is
    nothing to hear.
    """
    chapters = {_reference(chapter): chapter for chapter in chapters_in(texts, language)}
    home = next(
        (name for name, chapter in chapters.items() if _FOCUS_WORD.search(_title(chapter))), None
    )
    for question in questions:
        for text in question.text.values():
            match = _FOCUS_TITLED.search(text)
            if match:
                focus = Chapter(
                    id=match["id"],
                    kind="focus-area",
                    title={language: match["title"].strip()},
                    within=home,
                )
                chapters.setdefault(_reference(focus), focus)
        for reference in question.refers_to:
            kind, _, identity = reference.partition(" ")
            untitled = Chapter.model_validate({"id": identity, "kind": kind, "title": {}})
            chapters.setdefault(reference, untitled)
    if not chapters:
        return None
    ordered = sorted(chapters.values(), key=_order)
    name = "Høyringsdokumentet" if language == "nn" else "Høringsdokumentet"
    return Paper(id="paper", title={language: name}, chapters=tuple(ordered))


def homes(paper: Paper | None) -> dict[str, str]:
    """For each part of the paper that lies within a chapter: that chapter."""
    if paper is None:
        return {}
    return {_reference(part): part.within for part in paper.chapters if part.within}


def parts_of(papers: Iterable[Paper]) -> frozenset[str]:
    """All that questions may refer to: the chapters, annexes and focus areas of `papers`."""
    return frozenset(_reference(part) for paper in papers for part in paper.chapters)


def _numbers(ids: str) -> list[str]:
    spread = re.fullmatch(r"(\d+)\s*(?:til|–|-)\s*(\d+)", ids.strip())
    if spread and int(spread[1]) < int(spread[2]) < int(spread[1]) + 50:
        return [str(number) for number in range(int(spread[1]), int(spread[2]) + 1)]
    return re.findall(r"\d+(?:\.\d+)*", ids)


def _reference(chapter: Chapter) -> str:
    return f"{chapter.kind} {chapter.id}"


def _title(chapter: Chapter) -> str:
    return " ".join(chapter.title.values())


def _order(chapter: Chapter) -> tuple[int, list[int], str]:
    kinds = ("chapter", "focus-area", "goal", "measure", "section", "annex")
    numbers = [int(number) for number in re.findall(r"\d+", chapter.id)]
    return kinds.index(chapter.kind), numbers, chapter.id
