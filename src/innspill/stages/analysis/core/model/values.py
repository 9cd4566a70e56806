"""What a model is asked about, and what is kept of what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from innspill.stages.analysis.core.values import Proposal, Stance

PROMPTS = "prompts/1"
"""The version of what is asked; part of the source of all that comes of it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A comment that is asked about: its digest, the text as published, and its question."""

    key: str
    text: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class ThemeAsked:
    """A theme that a name is asked for: typical comments of it, each with whose it is."""

    key: str
    examples: tuple[str, ...]
    senders: tuple[str, ...]
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What the model is told of the hearing: its title, its questions, and its language."""

    title: str
    questions: Mapping[str, str]
    language: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of what a model said was kept, and why the rest was not.

    `thrown`: quotes that do not stand in the text, or whole answers without one that does.
    `unfit`: answers that do not fit the schema. `unknown`: about something that it was not asked.
    `missing`: what it was asked and said nothing fit of. `too_long`: never sent. `failed`: calls
    without any answer that could be read.
    """

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    stances: int = 0
    abstained: int = 0
    proposals: int = 0
    labels: int = 0
    thrown: int = 0
    unfit: int = 0
    unknown: int = 0
    missing: int = 0
    too_long: int = 0
    failed: int = 0

    def __add__(self, other: Tally) -> Tally:
        """The sums of both."""
        return Tally(*(getattr(self, name) + getattr(other, name) for name in NAMES))


NAMES = tuple(each.name for each in fields(Tally))


@dataclass(frozen=True, slots=True)
class CommentHeard:
    """What a model says of one comment, as far as it stands in its text."""

    key: str
    stance: Stance | None
    stance_at: tuple[int, int] = (0, 0)
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeHeard:
    """A name for a theme, and words of its comments that say what it is about."""

    key: str
    label: str
    description: str


@dataclass(frozen=True, slots=True)
class Heard:
    """All that is kept of one answer, with the tally."""

    comments: tuple[CommentHeard, ...] = ()
    themes: tuple[ThemeHeard, ...] = ()
    tally: Tally = field(default_factory=Tally)
