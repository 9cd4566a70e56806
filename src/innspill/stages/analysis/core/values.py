"""What analysis hands on: points made, with their place and the machine's suggestions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from innspill.shared.values import Certainty, Span

StanceValue = Literal["supports", "reservations", "opposes", "neutral", "no-comment", "unclear"]


@dataclass(frozen=True, slots=True)
class Stance:
    """The machine's suggestion of a stance, with its grounds (words found, or tick × effect)."""

    value: StanceValue
    certainty: Certainty
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sentence that asks for something: the span in the comment's text and the phrase."""

    span: Span
    phrase: str


@dataclass(frozen=True, slots=True)
class CommentFound:
    """One point: a span of the public text of an answer, or of a general paragraph.

    `question` is None for what belongs to no question. `is_remark` is false for greetings,
    quotations of the question and the like: the marked remainder, so that nothing falls
    between.
    """

    response: str
    question: str | None
    paragraph: int | None
    """Index in PublicResponse.general where `question` is None."""
    span: Span
    text: str
    is_remark: bool
    stance: Stance
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerStance:
    """The stance of a response on one question, from its ticks, their effect and its text."""

    response: str
    question: str
    stance: Stance
    text_disagrees: bool = False


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Responses with the same or nearly the same text. `similarity` is the least, 0 to 1."""

    responses: tuple[str, ...]
    kind: Literal["exact", "near"]
    similarity: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that analysis found in the public responses of one consultation."""

    comments: tuple[CommentFound, ...]
    stances: tuple[AnswerStance, ...]
    duplicates: tuple[DuplicateGroup, ...]
