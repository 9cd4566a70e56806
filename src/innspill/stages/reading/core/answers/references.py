"""References to what is heard: "spørsmål 3", "kapittel 4", "innsatsområde 2", "vedlegg A"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.stream import key_of

_MORE = r"(?P<more>\s*(?:og|,|and|&|til|-|–)\s*\d{1,2}\b)?"
_KINDS = {
    "question": rf"(?:spørsmål(?:et)?|spm\.?|questions?)\s*(?:nr\.?\s*|nummer\s*|no\.?\s*)?(?P<id>\d{{1,3}})\b{_MORE}",
    "chapter": rf"(?:kapit(?:tel|let|telet)|kap\.?|chapter)\s*(?P<id>\d{{1,2}})\b{_MORE}",
    "annex": r"(?:vedlegg(?:et)?|annex|appendix)\s*(?P<id>[A-ZÆØÅa-zæøå]|\d{1,2})\b",
    "focus-area": r"(?:innsats|satsings|tiltaks|fokus)område(?:t)?\s*(?:nr\.?\s*|nummer\s*)?(?P<id>\d{1,2})\b"
    rf"{_MORE}|focus\s+area\s*(?P<id2>\d{{1,2}})\b",
}
_ANY = {kind: re.compile(rf"(?<!\w){pattern}", re.IGNORECASE) for kind, pattern in _KINDS.items()}
_SHORTEST_TITLE = 6
_LIKE = 90


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in text that refers to one question."""

    question: str
    certainty: Certainty
    flags: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Title:
    """A chapter's title, as a key, and the questions about that chapter."""

    key: str
    questions: tuple[str, ...]


class References:
    """Finds references, knowing which question asks about which part of the papers."""

    def __init__(self, definition: Definition) -> None:
        self._questions = [question.id for question in definition.questions]
        self._about: dict[str, list[str]] = {}
        for question in definition.questions:
            for reference in question.refers_to:
                self._about.setdefault(reference.casefold(), []).append(question.id)
        self._page = {
            page.id: [q.id for q in definition.questions if page.id in q.page_questions]
            for page in definition.page_questions
        }
        self._titles = tuple(
            Title(key, tuple(self._about[part]))
            for paper in definition.papers
            for chapter in paper.chapters
            if (part := f"{chapter.kind} {chapter.id}".casefold()) in self._about
            for text in chapter.title.values()
            if len(key := key_of(text)) >= _SHORTEST_TITLE
        )

    def find(self, text: str) -> Iterator[Reference]:
        """The references in `text`: to questions first, then to parts of the papers."""
        for kind, pattern in _ANY.items():
            for found in pattern.finditer(text):
                number = found["id"] or found.groupdict().get("id2") or ""
                several = bool(found.groupdict().get("more"))
                reference = self._to(kind, number, several, found.span())
                if reference:
                    yield reference

    def title(self, line: str) -> Reference | None:
        """The reference that `line`, a heading, makes by being the title of a chapter."""
        key = key_of(re.sub(r"^\s*[\d.]+\s*[.):-]?\s*", "", line))
        for title in self._titles:
            long_enough = len(key) >= _SHORTEST_TITLE
            if key == title.key or (long_enough and fuzz.ratio(key, title.key) >= _LIKE):
                return _reference(title.questions, "placed-by-heading", (0, len(line)), False)
        return None

    def _to(
        self, kind: str, number: str, several: bool, place: tuple[int, int]
    ) -> Reference | None:
        if kind == "question":
            if number not in self._questions:
                return None
            ambiguous = number in self._page and number not in self._page[number]
            found = _reference((number,), "placed-by-question-number", place, several)
            if ambiguous and found:
                flags = (*found.flags, "question-number-ambiguous")
                return Reference(number, Certainty.UNSURE, flags, *place)
            return found
        about = self._about.get(f"{kind} {number}".casefold(), [])
        return _reference(tuple(about), "placed-by-reference", place, several) if about else None


def _reference(
    questions: tuple[str, ...], flag: str, place: tuple[int, int], several: bool
) -> Reference:
    if several or len(questions) > 1:
        return Reference(questions[0], Certainty.UNSURE, (flag, "several-questions"), *place)
    return Reference(questions[0], Certainty.LIKELY, (flag,), *place)
