"""What a report is made from, and the figures that it shows. All counts, no percentages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from innspill.stages.analysis.core.counted import BodyFigures as BodyFigures  # noqa: PLC0414
from innspill.stages.analysis.core.counted import GroupFigures as GroupFigures  # noqa: PLC0414
from innspill.stages.analysis.core.counted import Reported as Reported  # noqa: PLC0414
from innspill.stages.analysis.core.counted import State as State  # noqa: PLC0414
from innspill.stages.analysis.core.counted import TallyKind as TallyKind  # noqa: PLC0414
from innspill.stages.analysis.core.values import Analysis
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.deciding.core.values import DecidingLedger, MeasureShown
from innspill.stages.publication.core.ledger import (
    Ledger as Ledger,  # noqa: PLC0414 - reports are made from it, so it is known here too
)


@dataclass(frozen=True, slots=True)
class Decided:
    """The disposition of one comment: its index in Analysis.comments, outcome and reason."""

    comment: int
    outcome: str
    reason: str
    responsible: str = ""
    changes: tuple[int, ...] = ()
    """Numbers of what is changed in the papers because of it."""
    disposition: int = 0
    """The number of the disposition that stands; several comments have one where it is inherited."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is changed in a paper that is heard: a place, its old text and its new one."""

    id: int
    place: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ThemeTold:
    """A theme with its comments, as indices in Analysis.comments; those of its sub-themes too.

    `typical` are the most typical first, `contrary` those that go against most of the others.
    `always` is "other" or "no-reason" for the two that every hearing has, else empty.
    """

    id: int
    label: str
    description: str
    parent: int | None
    always: str
    comments: tuple[int, ...]
    typical: tuple[int, ...] = ()
    contrary: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Extended:
    """A body that was given a later deadline."""

    name: str
    until: date


@dataclass(frozen=True, slots=True)
class Told:
    """What people did beside the responses: themes, changes, measures, extended deadlines.

    `fingerprints` are those of Analysis.comments, in order: what was decided is said of them.
    `ledger` is None where nothing is decided on: `innspill analyse`.
    """

    fingerprints: tuple[str, ...] = ()
    themes: tuple[ThemeTold, ...] = ()
    changes: tuple[Change, ...] = ()
    measures: tuple[MeasureShown, ...] = ()
    extended: tuple[Extended, ...] = ()
    ledger: DecidingLedger | None = None


@dataclass(frozen=True, slots=True)
class ReportInput:
    """Everything that a report is made from."""

    definition: Definition
    language: str
    made_at: datetime | None
    responses: tuple[Reported, ...]
    analysis: Analysis
    decided: tuple[Decided, ...]
    ledger: Ledger
    told: Told = Told()


@dataclass(frozen=True, slots=True)
class Tally:
    """How one group of respondents ticked one question.

    respondents = sum(choices) + unclear + no_comment + text_only + silent. `unclear` are
    contradictory ticks not settled; `no_comment` said so in words without a tick. `group` is
    ready to be shown; `kind` tells the rows apart: a group's own bodies, the members of its
    collective lines, joint responses across groups, bodies not invited, and the total.
    """

    group: str
    respondents: int
    choices: tuple[tuple[str, int], ...]
    unclear: int
    no_comment: int
    text_only: int
    silent: int
    kind: TallyKind = "group"


@dataclass(frozen=True, slots=True)
class StanceTally:
    """The stances of one row of respondents to one question.

    answered = sum(stances) + without: what is not published, or was not split, has none.
    """

    group: str
    kind: TallyKind
    answered: int
    stances: tuple[tuple[str, int], ...]
    without: int
    private: tuple[tuple[str, int], ...] = ()
    """How many of each stance are private persons, who stay unnamed."""
    hidden: tuple[tuple[str, int], ...] = ()
    """How many of each stance are not published, so that it is not said whose it is."""


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """The figures of one question: a tally per group, and the total."""

    question: str
    text: str
    choices: tuple[tuple[str, str, str], ...]
    """(id, text, effect) of each choice."""
    groups: tuple[Tally, ...]
    total: Tally
    stances: tuple[tuple[str, int], ...]
    comments: int
    answered: int = 0
    """respondents - silent."""
    ticked: int = 0
    without_stance: int = 0
    """answered = sum(stances) + without_stance."""
    view: StanceTally | None = None
    views: tuple[StanceTally, ...] = ()
    """The stances of each row of `groups`, in the same order."""
    shares: tuple[tuple[str, int], ...] = ()
    """Whole per cent of all respondents, by the column's key; none below the threshold."""
    themes: tuple[tuple[int, int], ...] = ()
    """(theme, responses): how many responses take it up at this question."""
    outcomes: tuple[tuple[str, int], ...] = ()
    """comments = sum(outcomes), "open" among them."""


@dataclass(frozen=True, slots=True)
class ThemeFigures:
    """The figures of one theme: responses = sum(stances), comments = sum(outcomes)."""

    id: int
    label: str
    responses: int
    comments: int
    stances: tuple[tuple[str, int], ...]
    outcomes: tuple[tuple[str, int], ...]
    private: tuple[tuple[str, int], ...] = ()
    """How many of each stance are private persons, who stay unnamed."""


@dataclass(frozen=True, slots=True)
class RespondentRow:
    """One current response in the list of who answered."""

    reference: str
    name: str
    group: str
    via: str
    received: str | None
    late: bool | None
    state: State
    remarks: bool
    supports: str | None
    senders: tuple[str, ...] = ()
    """All senders of a joint response; one name otherwise."""


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One proposal, quoted from a published response."""

    reference: str
    name: str
    question: str | None
    text: str
    phrase: str
    outcome: str | None
    reason: str | None
    comment: int = 0
    """Its remark's place in Analysis.comments."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that report, workbook and result page count.

    invited = invited_answered + invited_silent (lines of the list);
    respondents = from_invited + from_members + not_invited (current responses), and
    respondents = on_time + late + lateness_unknown.
    """

    title: str
    case_number: str
    owner: str
    language: str
    made_at: str | None
    invited: int
    collective: int
    respondents: int
    not_invited: int
    late: int
    lateness_unknown: int
    ledger: Ledger
    groups: tuple[GroupFigures, ...]
    bodies: tuple[BodyFigures, ...]
    answered: tuple[RespondentRow, ...]
    questions: tuple[QuestionFigures, ...]
    proposals: tuple[ProposalRow, ...]
    duplicates: tuple[tuple[str, ...], ...]
    invited_answered: int = 0
    invited_silent: int = 0
    from_invited: int = 0
    from_members: int = 0
    on_time: int = 0
    with_remarks: int = 0
    joint: int = 0
    adherences: int = 0
    notices: int = 0
    """Of the respondents' responses, those that only say that an answer will come."""
    additions: int = 0
    """Of the respondents' responses, those that are additions to another one that stands."""
    shown: int = 0
    """How many of the respondents' responses are published, so that they may be quoted."""
    hidden: int = 0
    """respondents = shown + hidden."""
    without_remarks: int = 0
    """respondents = with_remarks + without_remarks."""
    member_responses: int = 0
    extended: int = 0
    """How many bodies were given a later deadline."""
    points: int = 0
    """Remarks in published responses: points = sum(outcomes)."""
    points_decided: int = 0
    outcomes: tuple[tuple[str, int], ...] = ()
    """By outcome; "open" counts what is not decided."""
    themes: tuple[ThemeFigures, ...] = ()
    asked: int = 0
    """How many questions were asked."""
