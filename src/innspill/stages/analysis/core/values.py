"""What analysis hands on: points made, with their place and the machine's suggestions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from innspill.shared.values import Certainty, Span

StanceValue = Literal[
    "supports", "reservations", "opposes", "neutral", "no-stand", "no-comment", "unclear"
]
"""`no-stand` says outright that it takes none; `unclear` is where the rules abstain."""
Remainder = Literal[
    "", "greeting", "reference", "sender", "quote", "heading", "signature", "nothing", "stray"
]
"""What a piece of text is that makes no point; "" for one that does. docs/labelling.md."""
MentionKind = Literal["organisation", "law", "programme", "abbreviation", "statement"]


@dataclass(frozen=True, slots=True)
class Stance:
    """The machine's suggestion of a stance, with its grounds (words found, or tick × effect)."""

    value: StanceValue
    certainty: Certainty
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something asked for: its span in the comment's text, and who should do what, as written.

    `phrase` is the word that shows it; the others are words of the text, empty where it is not said.
    """

    span: Span
    phrase: str
    actor: str = ""
    action: str = ""
    object: str = ""
    funding: str = ""
    deadline: str = ""
    wording: str = ""
    """Text proposed for the document that is heard."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place of the hearing that a comment is about, as in `Question.refers_to`: "chapter 5"."""

    place: str
    certainty: Certainty
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the comment's text. `name` is its full form, `number` the organisation number."""

    kind: MentionKind
    span: Span
    name: str
    number: str = ""


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
    remainder: Remainder = ""
    links: tuple[Link, ...] = ()
    """The likeliest first, at most three."""
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponseStance:
    """The stance of a response as a whole, from its comments and its answers."""

    response: str
    stance: Stance


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
class Passages:
    """Comments of several senders that say the same. `members` are places in the list given.

    `own` has, for each member, the spans that it has and the group has not. `similarity` is the
    least verified likeness, 0 to 1.
    """

    members: tuple[int, ...]
    kind: Literal["exact", "near", "part"]
    similarity: float
    own: tuple[tuple[Span, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeFound:
    """A theme: a readable label, a sentence of the comments' own words, and who is in it.

    `members` are places in the list of comments given, the most typical first; `contrary` those
    whose stance goes against most of them.
    """

    label: str
    description: str
    phrases: tuple[str, ...]
    members: tuple[int, ...]
    contrary: tuple[int, ...] = ()
    parts: tuple[ThemeFound, ...] = ()
    centre: Mapping[str, float] = field(default_factory=dict)
    """Weights of words that a new comment is held against."""


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes of a list of comments, and the comments that belong to none.

    `no_reason` are those that take a side and do not say why: themes are not looked for in them.
    """

    found: tuple[ThemeFound, ...]
    left: tuple[int, ...]
    no_reason: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that analysis found in the public responses of one consultation."""

    comments: tuple[CommentFound, ...]
    stances: tuple[AnswerStance, ...]
    duplicates: tuple[DuplicateGroup, ...]
    wholes: tuple[ResponseStance, ...] = ()
    passages: tuple[Passages, ...] = ()
    themes: Themes = Themes((), ())
