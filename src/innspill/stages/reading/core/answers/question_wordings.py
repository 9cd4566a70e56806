"""All ways in which a hearing puts its questions: the form's, and those of its page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from innspill.stages.consultations.core.definition import Definition
from innspill.stages.reading.core.answers.bridge import bridge, joined
from innspill.stages.reading.core.answers.stream import key_of

_COUNTED = 10
How = Literal["wording", "edited-wording", "shortened-wording", "page-question", "placed-by-number"]


@dataclass(frozen=True)
class Wording:
    """One way a question is put: by the form in one language, or by the hearing page."""

    question: str
    key: str
    how: How
    several: bool = False
    """Whether the page's question answers to several of the form's."""
    words: tuple[str, ...] = ()
    """Its words, the same in both written norms."""

    asks_once: bool = False
    """Whether it is one question that ends with its question mark."""

    @cached_property
    def digits(self) -> frozenset[str]:
        """The numbers in it, by which questions of one shape differ."""
        return frozenset(word for word in self.words if word.isdecimal())

    @cached_property
    def asked(self) -> str:
        """Its words as one string to compare."""
        return joined(self.words)

    @cached_property
    def few_shared(self) -> int:
        """Three times as many of its words as must stand where it may: of at most ten."""
        return min(len(set(self.words)), _COUNTED)


def wordings_of(definition: Definition) -> tuple[Wording, ...]:
    """All ways in which the questions are put, those of the form first."""
    found: dict[str, Wording] = {}
    for question in definition.questions:
        for text in question.text.values():
            key = key_of(text)
            if key:
                wording = Wording(
                    question.id, key, "wording", words=bridge(text), asks_once=_asks_once(text)
                )
                found.setdefault(key, wording)
    for page_question in definition.page_questions:
        targets = [q.id for q in definition.questions if page_question.id in q.page_questions]
        for text in page_question.text.values():
            if targets and (key := key_of(text)):
                several = len(targets) > 1
                wording = Wording(
                    targets[0], key, "page-question", several, bridge(text), _asks_once(text)
                )
                found.setdefault(key, wording)
    return tuple(found.values())


def _asks_once(text: str) -> bool:
    return text.rstrip().find("?") == len(text.rstrip()) - 1
