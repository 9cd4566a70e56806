"""References to what is heard: "spørsmål 3", "kapittel 4.2", "§ 5", "det tredje spørsmålet".

What asks about which part is told by the definition: a question's `refers_to`, and the parts that
its own wording names ("(kapittel 2)", "tiltak 3").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from innspill.shared.values import Certainty
from innspill.stages.consultations.core.definition import Definition, Question
from innspill.stages.reading.core.answers.bridge import bridge, joined

_NUMBER = r"(?P<id>\d{1,3}(?:\.\d{1,2}){0,2})(?!\d|\.\d)"
_MORE = r"(?P<more>\s*(?:og|,|and|&|til|-|–|/)\s*\d{1,2}\b(?!\.\d))?"
_NO = r"(?:nr\.?\s*|nummer\s*|no\.?\s*)?"
_KINDS = {
    "question": rf"(?:spørsmål(?:et|a|ene|ane)?|spm\.?|sp\.|questions?)\s*{_NO}{_NUMBER}{_MORE}",
    "chapter": rf"(?:kapit(?:tel|let|telet|la|lene)|kap\.?|chapters?)\s*{_NO}{_NUMBER}{_MORE}",
    "point": rf"(?:punkt(?:et)?|pkt\.?|pk\.|avsnitt(?:et)?|del|section|paragraph)\s*{_NO}{_NUMBER}{_MORE}",
    "annex": r"(?:vedlegg(?:et)?|annex|appendix)\s*(?P<id>[A-ZÆØÅa-zæøå]|\d{1,2})\b",
    "focus-area": rf"(?:innsats|satsings|tiltaks|fokus)område(?:t|r|ne)?\s*{_NO}{_NUMBER}{_MORE}|"
    r"focus\s+area\s*(?P<id2>\d{1,2})\b",
    "measure": rf"(?:tiltak(?:et)?|measures?)\s*{_NO}{_NUMBER}{_MORE}",
    "goal": rf"(?:mål(?:et)?|delmål(?:et)?|goals?|objectives?)\s*{_NO}{_NUMBER}{_MORE}",
    "page": rf"(?:side|s\.|page)\s*{_NUMBER}",
    "paragraph": r"(?:§§?|paragraf(?:en)?)\s*(?P<id>\d{1,3}(?:-\d{1,3}|\.\d{1,2}){0,2}(?:\s[a-h](?!\w))?)",
}
_ANY = {kind: re.compile(rf"(?<!\w){pattern}", re.IGNORECASE) for kind, pattern in _KINDS.items()}
_CALLED = {
    "question": ("spørsmål", "spm", "sp.", "question"), "chapter": ("kap", "chapter"),
    "point": ("punkt", "pkt", "pk.", "avsnitt", "del", "section", "paragraph"),
    "annex": ("vedlegg", "annex", "appendix"), "focus-area": ("område", "focus"),
    "measure": ("tiltak", "measure"), "goal": ("mål", "goal", "objective"),
    "page": ("side", "s.", "page"), "paragraph": ("§", "paragraf"),
}  # fmt: skip
"""One of these words stands in whatever a pattern finds."""
_SAID = {
    "question": "question", "chapter": "chapter", "point": "section", "annex": "annex",
    "focus-area": "focus area", "measure": "measure", "goal": "goal", "page": "page",
    "paragraph": "§",
}  # fmt: skip
_ORDINALS = (
    ("første", "fyrste", "first"), ("andre", "second"), ("tredje", "third"),
    ("fjerde", "fourth"), ("femte", "fifth"), ("sjette", "sixth"), ("sjuende", "syvende", "seventh"),
    ("åttende", "eighth"), ("niende", "ninth"), ("tiende", "tenth"),
)  # fmt: skip
_PLACES = {word: place for place, words in enumerate(_ORDINALS) for word in words}
_ORDINAL = re.compile(
    rf"(?<!\w)(?:det\s+|the\s+)?(?P<ordinal>{'|'.join(_PLACES)})\s+(?:spørsmålet|spørsmål|question)\b",
    re.IGNORECASE,
)
_AD = re.compile(r"^\s*ad\.?\s+(?P<id>\d{1,3})\s*(?=[.):–-])", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:\bsj[åa]\b|\bse\b|\bjf\.?|\bjfr\.?|\bjamfør\b|\bcf\.|\bsee\b|\b(?:viser|vise|syner)\s+(?:også\s+|òg\s+)?til\b|"
    r"\bsom\s+(?:nevnt|nemnt|omtalt|skrevet|skrive)\b|\bi\s+(?:v[åa]rt\s+)?svar(?:et)?\s+på\b|"
    r"\bsvar(?:et)?\s+(?:v[åa]rt\s+)?på\b|\bunder\b\s+svaret)"
    r"(?:\s+(?:også|òg|v[åa]re?t?|svar(?:et)?|på|til|under|i|det|de|the|our|answer|to|above|also|merknad(?:en)?)){0,6}\s*$",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^\s*\(?[\d.]+\s*[.):-]?\s*")
_BEFORE = 240
_SHORTEST_TITLE = 6
_LIKE = 86
_PART_OF_TITLE = 12


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in text that refers to one question; `question` is None where nobody asks."""

    question: str | None
    certainty: Certainty
    flags: tuple[str, ...]
    start: int
    end: int
    grounds: tuple[str, ...] = ()
    aside: bool = False
    """Whether it only points there ("se også spørsmål 2") and speaks of something else."""


@dataclass(frozen=True, slots=True)
class Title:
    """A chapter's title, in words that both written norms share, and the questions about it."""

    words: str
    part: str
    questions: tuple[str, ...]


class References:
    """Finds references, knowing which question asks about which part of the papers."""

    def __init__(self, definition: Definition) -> None:
        self._questions = [question.id for question in definition.questions]
        self._about: dict[str, list[str]] = {}
        for question in definition.questions:
            for reference in question.refers_to:
                self._add(reference.casefold(), question.id)
        # What the wording names counts where `refers_to` says nothing of such a part.
        for question in definition.questions:
            for part in _named_in(question):
                self._add(part, question.id)
        self._within = {
            chapter.id.casefold(): chapter.within
            for paper in definition.papers
            for chapter in paper.chapters
            if chapter.within
        }
        self._page = {
            page.id: [q.id for q in definition.questions if page.id in q.page_questions]
            for page in definition.page_questions
        }
        self._titles = tuple(
            Title(words, f"{chapter.kind.replace('-', ' ')} {chapter.id}", tuple(asking))
            for paper in definition.papers
            for chapter in paper.chapters
            if (asking := self._asking(f"{chapter.kind} {chapter.id}".casefold()))
            for text in chapter.title.values()
            if len((words := joined(bridge(text))).replace(" ", "")) >= _SHORTEST_TITLE
        )

    def find(self, text: str) -> Iterator[Reference]:
        """The references in `text` that lead to a question: to questions first, then to parts."""
        return (reference for reference in self.find_all(text) if reference.question is not None)

    def find_all(self, text: str) -> Iterator[Reference]:
        """All references in `text`, those too that no question asks about."""
        said = text.casefold()
        for kind, pattern in _ANY.items():
            for found in pattern.finditer(text) if _may_name(kind, said) else ():
                number = found["id"] or found.groupdict().get("id2") or ""
                several = bool(found.groupdict().get("more"))
                aside = _is_aside(text, found.start())
                yield self._to(kind, number, several, found.span(), aside)
        if ad := _AD.match(text):
            yield self._to("question", ad["id"], False, ad.span(), False)
        for found in _ORDINAL.finditer(text) if _may_name("question", said) else ():
            place = _PLACES[found["ordinal"].lower()]
            if place < len(self._questions):
                aside = _is_aside(text, found.start())
                yield self._to("question", self._questions[place], False, found.span(), aside)

    def title(self, line: str) -> Reference | None:
        """The reference that `line`, a heading, makes by being the title of a chapter."""
        words = joined(bridge(_NUMBERING.sub("", line)))
        if len(words.replace(" ", "")) < _SHORTEST_TITLE:
            return None
        scores = {title.part: (_likeness(words, title.words), title) for title in self._titles}
        for title in self._titles:
            score = _likeness(words, title.words)
            if score > scores[title.part][0]:
                scores[title.part] = (score, title)
        ordered = sorted(scores.values(), key=lambda pair: -pair[0])
        if not ordered or ordered[0][0] < _LIKE:
            return None
        if len(ordered) > 1 and ordered[1][0] == ordered[0][0]:
            return None
        title = ordered[0][1]
        grounds = f"under the heading of {title.part}"
        return _reference(title.questions, "placed-by-heading", (0, len(line)), grounds)

    def _add(self, part: str, question: str) -> None:
        asking = self._about.setdefault(part, [])
        if question not in asking:
            asking.append(question)

    def _asking(self, part: str, below: frozenset[str] = frozenset()) -> list[str]:
        """The questions about `part`, or about the chapter that it is within.

        `below` are the parts that led here: one may bear the number of the chapter it is in.
        """
        if part in self._about:
            return self._about[part]
        kind, _, number = part.partition(" ")
        if kind == "paragraph":  # "§ 10-9" is a section of the papers
            return self._asking(f"section {number}", below)
        if kind == "point" and f"chapter {number}" in self._about:
            return self._about[f"chapter {number}"]
        parent = self._within.get(number)
        if parent is None and "." in number and kind in ("chapter", "point"):
            parent = number.rpartition(".")[0]
        above = f"chapter {parent}".casefold()
        if not parent or above in below | {part}:
            return []
        return self._asking(above, below | {part})

    def _to(
        self, kind: str, number: str, several: bool, place: tuple[int, int], aside: bool
    ) -> Reference:
        said = f"{_SAID[kind]} {number}"
        if kind == "question":
            if number not in self._questions:
                return Reference(None, Certainty.UNSURE, (), *place, aside=aside)
            found = _reference(
                (number,),
                "placed-by-question-number",
                place,
                f"refers to {said}",
                several=several,
                aside=aside,
            )
            if number in self._page and number not in self._page[number]:
                flags = (*found.flags, "question-number-ambiguous")
                return Reference(number, Certainty.UNSURE, flags, *place, found.grounds, aside)
            return found
        about = self._asking(f"{kind} {number}".casefold())
        if not about:
            return Reference(None, Certainty.UNSURE, (), *place, aside=aside)
        return _reference(
            tuple(about),
            "placed-by-reference",
            place,
            f"mentions {said}",
            several=several,
            aside=aside,
        )


def _may_name(kind: str, said: str) -> bool:
    """Whether a word for `kind` stands in `said`, a text in small letters: much quicker to see."""
    return any(word in said for word in _CALLED[kind])


def _is_aside(text: str, start: int) -> bool:
    """Whether what stands before `start` only points to what is named there."""
    return bool(_ASIDE.search(text, max(0, start - _BEFORE), start))


def _named_in(question: Question) -> Iterable[str]:
    """The parts that a question's own wording names."""
    for text in (*question.text.values(), *question.guidance.values()):
        for kind, pattern in _ANY.items():
            if kind == "question":
                continue
            for found in pattern.finditer(text):
                number = found["id"] or found.groupdict().get("id2") or ""
                yield f"{kind} {number}".casefold()


def _likeness(said: str, title: str) -> float:
    """How like a title a heading is; a large part of it, whole words, counts as much."""
    score = fuzz.ratio(said, title)
    shorter, longer = sorted((said, title), key=len)
    if len(shorter.replace(" ", "")) >= _PART_OF_TITLE and f" {shorter} " in f" {longer} ":
        score = max(score, _LIKE + 1)
    return score


def _reference(
    questions: tuple[str, ...],
    flag: str,
    place: tuple[int, int],
    grounds: str,
    *,
    several: bool = False,
    aside: bool = False,
) -> Reference:
    if several or len(questions) > 1:
        flags = (flag, "several-questions")
        return Reference(questions[0], Certainty.UNSURE, flags, *place, (grounds,), aside)
    return Reference(questions[0], Certainty.LIKELY, (flag,), *place, (grounds,), aside)
