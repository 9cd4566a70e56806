"""What is read of the analysis, as values: comments with what the machine and people say of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from innspill.shared.values import Span
from innspill.stages.analysis.core.labels import CONFIRMED_BY, machine_word, parted


@dataclass(frozen=True, slots=True)
class JudgementShown:
    """A person's word on a suggestion, or on something that the machine did not see."""

    value: str
    note: str
    by: str
    at: datetime
    kind: str = ""
    suggested: str = ""
    """What the machine had said then."""
    target: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SuggestionShown:
    """The machine's proposal with its grounds, and the judgement that stands beside it.

    What a person alone has seen stands here too, with `id` 0 and an empty `value`.
    """

    id: int
    kind: str
    value: str
    certainty: str
    grounds: tuple[str, ...]
    span: Span
    """Characters of the comment's text that a proposal or a name stands in; else empty."""
    judged: JudgementShown | None
    target: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)
    """Fields of a proposal (actor, action, object, funding, deadline, wording) or a name."""
    source: str = ""

    @property
    def stands(self) -> str:
        """The person's word where there is one, else the machine's."""
        return self.judged.value if self.judged else machine_word(self.kind, self.value)

    @property
    def said(self) -> Mapping[str, Any]:
        """The fields as they stand: a person's before the machine's."""
        return {**self.detail, **(self.judged.detail if self.judged else {})}


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One point made in a published response: a span of its public text."""

    id: int
    consultation_slug: str
    owner_id: int
    number: int
    reference: str
    name: str
    group: str
    question: str
    paragraph: int | None
    start: int
    end: int
    text: str
    is_remark: bool
    fingerprint: str
    """What its stance, themes and links are said of: the `target` of `label`."""
    suggestions: tuple[SuggestionShown, ...]
    place: str = ""
    """As in `Division.place`: "q:3", "g:0"."""
    rendition_id: int = 0
    remainder: str = ""
    divided: bool = False
    """Whether a person has divided its place."""
    flagged: bool = False
    """Whether the answer says something else than its tick, and nobody has judged it."""
    themes: tuple[int, ...] = ()
    """The themes that it stands in, after merging."""
    stood_in: tuple[int, ...] = ()
    """`themes`, and those merged into them that it was put in."""
    late: bool | None = None

    def label(self, kind: str) -> SuggestionShown | None:
        """What is said of the whole comment of this kind: stance, theme or link."""
        return next((each for each in self.suggestions if each.kind == kind), None)

    @property
    def stance(self) -> str:
        """The stance that stands, or "" where none is suggested."""
        said = self.label("stance")
        return said.stands if said else ""

    @property
    def links(self) -> tuple[str, ...]:
        """The places of the hearing that it stands linked to."""
        said = self.label("link")
        return parted(said.stands) if said else ()

    @property
    def proposals(self) -> tuple[SuggestionShown, ...]:
        """The proposals found in it, those too that a person says are none."""
        return tuple(each for each in self.suggestions if each.kind == "proposal")

    @property
    def asked_for(self) -> tuple[SuggestionShown, ...]:
        """The proposals that stand: those that no person says are none."""
        return tuple(each for each in self.proposals if each.stands != "no")

    @property
    def mentions(self) -> tuple[SuggestionShown, ...]:
        """The names found in it, but for those that a person says are none."""
        found = (each for each in self.suggestions if each.kind == "mention")
        return tuple(each for each in found if each.stands != "no")

    @property
    def confirmed(self) -> bool:
        """Whether a person has said something about its stance, themes, links and each proposal."""
        whole = all((said := self.label(kind)) and said.judged for kind in CONFIRMED_BY)
        return whole and all(each.judged for each in self.proposals)


@dataclass(frozen=True, slots=True)
class CommentFilter:
    """What to keep: each field only where it is given."""

    question: str | None = None
    group: str | None = None
    stance: str | None = None
    proposals: bool = False
    remarks: bool = True
    number: int | None = None
    theme: int | None = None
    """A theme's number; 0 for comments that stand in none."""
    place: str | None = None
    """A place of the hearing that it stands linked to: "chapter 5"; "" for those of no place."""
    flagged: bool = False
    unconfirmed: bool = False
    words: str = ""
    """Words that all stand in the text, each from its beginning."""


@dataclass(frozen=True, slots=True)
class CommentPage:
    """Some of the comments that a filter keeps, and how many it keeps in all.

    `counted` has, for each field of the filter ("stance", "theme" …), how many there are with
    each value under the other fields: {"stance": {"opposes": 12}}. Yes-or-no fields count under
    "yes".
    """

    rows: tuple[CommentRow, ...]
    total: int
    page: int
    pages: int
    counted: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class DuplicatesShown:
    """Responses with the same or nearly the same public text, by reference."""

    responses: tuple[str, ...]
    kind: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Said:
    """One comment of a group that says the same, and the spans that it has of its own."""

    comment: CommentRow
    own: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PassagesShown:
    """Comments of several senders that say the same: one argument with so many senders."""

    kind: str
    similarity: float
    members: tuple[Said, ...]

    @property
    def senders(self) -> int:
        """How many responses say it."""
        return len({each.comment.reference for each in self.members})


@dataclass(frozen=True, slots=True)
class AnswerStanceRow:
    """The stance of a response on one question."""

    reference: str
    question: str
    suggestion: SuggestionShown
    text_disagrees: bool = field(default=False)
    number: int = 0
    rendition_id: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a place as it stands divided: a comment, or marked remainder."""

    comment_id: int
    start: int
    end: int
    text: str
    remainder: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """One place of a response with its text, and the pieces that it is divided into."""

    place: str
    question: str
    paragraph: int | None
    text: str
    pieces: tuple[Piece, ...]
    by: str
    """Who divided it; empty where the machine did."""
    breaks: tuple[int, ...]
    """Where sentences and lines begin: the places that a cut is likely wanted at."""
    ticks: tuple[str, ...] = ()
    """The choices that are ticked at the question, by their names in the definition."""


@dataclass(frozen=True, slots=True)
class ThemeShown:
    """A theme with the comments that stand in it, counted; its sub-themes under it."""

    id: int
    label: str
    description: str
    phrases: tuple[str, ...]
    parent: int | None
    always: str
    """"other" or "no-reason" for the two that every hearing has; else empty."""
    by_person: bool
    touched: bool
    comments: int
    """Those of its sub-themes too, each once."""
    responses: int
    stances: Mapping[str, int]
    groups: Mapping[str, int]
    typical: tuple[int, ...]
    """Numbers of comments, the most typical first."""
    contrary: tuple[int, ...]
    """Numbers of comments whose stance goes against most of the others'."""
    parts: tuple[ThemeShown, ...] = ()

    @property
    def single(self) -> bool:
        """Whether only one or two hold it: such are shown in a list of their own."""
        return not self.always and 0 < self.responses <= 2


@dataclass(frozen=True, slots=True)
class Progress:
    """How far people have come with one hearing.

    responses = finished + open; remarks = confirmed + unconfirmed.
    """

    responses: int
    finished: int
    divided: int
    """Places that a person has divided, of `places`."""
    places: int
    remarks: int
    confirmed: int
    flagged: int

    @property
    def unconfirmed(self) -> int:
        """Comments that wait for a person's word."""
        return self.remarks - self.confirmed

    @property
    def open(self) -> int:
        """Responses that nobody has finished."""
        return self.responses - self.finished


@dataclass(frozen=True, slots=True)
class ProposalShown:
    """One proposal as it stands, with its comment."""

    comment: CommentRow
    proposal: SuggestionShown
    words: str
