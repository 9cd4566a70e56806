"""The places of a public copy that are divided into comments, and dividing that leaves nothing out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from innspill.shared.errors import BadInput
from innspill.stages.analysis.core.sentences import sentences
from innspill.stages.analysis.core.values import Remainder
from innspill.stages.publication.core.values import PublicAnswer, PublicResponse

SPACING = 10_000
"""Positions kept for the comments of one place, so that a person's fall where the machine's did."""
_LINE = re.compile(r"\n\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Place:
    """One text of a response: an answer, or a paragraph that belongs to no question."""

    name: str
    """ "q:3" for the answer to question 3, "g:0" for the first general paragraph."""
    question: str | None
    paragraph: int | None
    text: str
    order: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of a place as a person divides it. `remainder` is empty for a comment."""

    start: int
    end: int
    remainder: Remainder = ""


def name_of(question: str | None, paragraph: int | None) -> str:
    """The name of the place of an answer or a general paragraph."""
    return f"q:{question}" if question else f"g:{paragraph}"


def answers_of(public: PublicResponse) -> Iterator[tuple[str, PublicAnswer]]:
    """The answers of a response with the names of their places; a second one is called "q:3/2"."""
    times: Counter[str] = Counter()
    for answer in public.answers:
        times[answer.question] += 1
        again = f"/{times[answer.question]}" if times[answer.question] > 1 else ""
        yield name_of(answer.question, None) + again, answer


def places_of(public: PublicResponse) -> tuple[Place, ...]:
    """The places of a response that hold any text, in order."""
    found: dict[str, Place] = {}
    for name, answer in answers_of(public):
        found[name] = Place(name, answer.question, None, answer.text, len(found))
    for index, paragraph in enumerate(public.general):
        name = name_of(None, index)
        found[name] = Place(name, None, index, paragraph, len(found))
    return tuple(place for place in found.values() if place.text.strip())


def breaks_of(text: str) -> tuple[int, ...]:
    """Where sentences and lines of `text` begin, the first one too, in order."""
    starts = {span.start for span in sentences(text)}
    starts |= {line.end() for line in _LINE.finditer(text)}
    return tuple(sorted(starts))


def tidy(text: str, cuts: Sequence[Cut]) -> tuple[Cut, ...]:
    """The cuts in order, without the white space at their ends; those of white space alone go.

    Raises BadInput where a cut is outside the text, where two overlap, or where visible
    characters lie in none, and says which.
    """
    found = []
    at = 0
    for cut in sorted(cuts, key=lambda each: (each.start, each.end)):
        if not 0 <= cut.start <= cut.end <= len(text):
            raise BadInput(
                f"a piece from {cut.start} to {cut.end} is outside the text", todo="Divide anew."
            )
        if cut.start < at:
            raise BadInput(
                f"two pieces have the same words: «{_short(text[cut.start : at])}»",
                todo="Let each word stand in one of them.",
            )
        _nothing_between(text, at, cut.start)
        at = cut.end
        piece = text[cut.start : cut.end]
        if piece.strip():
            start = cut.start + len(piece) - len(piece.lstrip())
            found.append(Cut(start, start + len(piece.strip()), cut.remainder))
    _nothing_between(text, at, len(text))
    return tuple(found)


def _nothing_between(text: str, start: int, end: int) -> None:
    lost = text[start:end].strip()
    if lost:
        raise BadInput(
            f"these words stand in no piece: «{_short(lost)}»",
            todo="Let each word stand in one of them.",
        )


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 80 else f"{plain[:79]}…"
