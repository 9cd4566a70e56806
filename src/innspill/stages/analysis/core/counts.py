"""Question × group × stance, every number as the responses behind it (design, "Counting").

Each current response is counted in one row, once. Denominators are named: lines of the list that
are invited, responses, those that answered a question, that ticked, that are unclear, that have no
comment, that are silent. Nothing is a bare number: each has the references that lead to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from innspill.stages.analysis.core.bodies import body_figures
from innspill.stages.analysis.core.counted import BodyFigures, Reported, TallyKind
from innspill.stages.analysis.core.outcomes import (
    NO_COMMENT,
    SILENT,
    TEXT_ONLY,
    UNCLEAR,
    Outcome,
    Row,
    outcome,
    rows_of,
)
from innspill.stages.analysis.core.placing import Place, current, place
from innspill.stages.analysis.core.values import StanceValue
from innspill.stages.consultations.core.definition import Definition, Question

References = tuple[str, ...]
STANCES: tuple[str, ...] = get_args(StanceValue)


@dataclass(frozen=True, slots=True)
class RowCounts:
    """One group's responses to one question.

    responses = ticked + unclear + no_comment + text_only + silent, and
    answered = every stance's + without_stance. `late` and `joint` are among the responses,
    shown apart.
    """

    kind: TallyKind
    group: str | None
    """The group's name in the definition, for a group's row and its members'."""
    responses: References
    choices: Mapping[str, References]
    unclear: References
    no_comment: References
    text_only: References
    silent: References
    stances: Mapping[str, References]
    without_stance: References
    """Answered, but not analysed: the response is not published."""
    late: References
    joint: References

    @property
    def ticked(self) -> References:
        """The responses with exactly one valid tick."""
        return tuple(one for chosen in self.choices.values() for one in chosen)

    @property
    def answered(self) -> References:
        """The responses that said anything to the question."""
        quiet = set(self.silent)
        return tuple(one for one in self.responses if one not in quiet)


@dataclass(frozen=True, slots=True)
class QuestionCounts:
    """One question: a row for each group, and the total."""

    question: str
    rows: tuple[RowCounts, ...]
    total: RowCounts


@dataclass(frozen=True, slots=True)
class Counts:
    """A hearing counted. `lines` of the list = those answered + those silent;
    responses = from_invited + from_members + not_invited.

    `campaigns` are the groups of copies; where `once` each of them is counted as its first
    response, so that an argument counts once however many sent it. A line is answered for by a
    copy too: whoever sent it has answered.
    """

    lines: tuple[BodyFigures, ...]
    responses: References
    from_invited: References
    from_members: References
    not_invited: References
    late: References
    lateness_unknown: References
    joint: References
    questions: tuple[QuestionCounts, ...]
    campaigns: tuple[References, ...]
    once: bool = False

    @property
    def answered_lines(self) -> tuple[BodyFigures, ...]:
        """The lines of the list that a response answers for."""
        return tuple(line for line in self.lines if line.responses)

    @property
    def silent_lines(self) -> tuple[BodyFigures, ...]:
        """The lines of the list that nobody answers for."""
        return tuple(line for line in self.lines if not line.responses)

    @property
    def copies(self) -> References:
        """The responses that are copies of another one that is counted."""
        copied = (one for group in self.campaigns for one in group[1:])
        return tuple(dict.fromkeys(copied))


Stances = Mapping[tuple[str, str], str]
"""The stance that stands, by reference and question."""


def counts_of(
    responses: Iterable[Reported],
    definition: Definition,
    stances: Stances,
    copies: Iterable[Sequence[str]] = (),
    *,
    once: bool = False,
) -> Counts:
    """Counts the current ones of `responses`; with `once` each group of `copies` as one."""
    standing = current(responses)
    known = {each.public.reference for each in standing}
    campaigns = tuple(
        group
        for copied in copies
        if len(group := tuple(dict.fromkeys(one for one in copied if one in known))) > 1
    )
    lines = body_figures(definition, standing)
    if once:
        left_out = {one for group in campaigns for one in group[1:]}
        standing = tuple(each for each in standing if each.public.reference not in left_out)
    places = [place(each, definition) for each in standing]
    of = _Chooser(standing, places)
    return Counts(
        lines=lines,
        responses=of(lambda _each, _where: True),
        from_invited=of(lambda _each, where: where.via == "invited"),
        from_members=of(lambda _each, where: where.via == "member"),
        not_invited=of(lambda _each, where: where.via == "open"),
        late=of(lambda each, _where: each.public.late is True),
        lateness_unknown=of(lambda each, _where: each.public.late is None),
        joint=of(lambda each, _where: _is_joint(each)),
        questions=tuple(
            _question(question, standing, places, definition, stances)
            for question in definition.questions
        ),
        campaigns=campaigns,
        once=once,
    )


@dataclass(frozen=True, slots=True)
class _Chooser:
    responses: Sequence[Reported]
    places: Sequence[Place]

    def __call__(self, wanted: Callable[[Reported, Place], bool]) -> References:
        return tuple(
            each.public.reference
            for each, where in zip(self.responses, self.places, strict=True)
            if wanted(each, where)
        )


def _is_joint(response: Reported) -> bool:
    return len(response.public.senders) > 1


def _question(
    question: Question,
    responses: Sequence[Reported],
    places: Sequence[Place],
    definition: Definition,
    stances: Stances,
) -> QuestionCounts:
    said = [
        (each, where, outcome(each.public.answers, question))
        for each, where in zip(responses, places, strict=True)
    ]
    rows = []
    for row in rows_of(definition, places):
        here = [(each, what) for each, where, what in said if (where.kind, where.group) == row]
        rows.append(_row(row, here, question, stances))
    everybody = [(each, what) for each, _, what in said]
    total = _row(("total", None), everybody, question, stances)
    return QuestionCounts(question.id, tuple(rows), total)


def _row(
    row: Row,
    said: Sequence[tuple[Reported, Outcome]],
    question: Question,
    stances: Stances,
) -> RowCounts:
    def who(wanted: Outcome) -> References:
        return tuple(each.public.reference for each, what in said if what == wanted)

    answered = [each.public.reference for each, what in said if what != (SILENT, False)]
    held = {one: stances.get((one, question.id)) for one in answered}
    return RowCounts(
        kind=row[0],
        group=row[1],
        responses=tuple(each.public.reference for each, _ in said),
        choices={choice.id: who((choice.id, True)) for choice in question.choices},
        unclear=who((UNCLEAR, False)),
        no_comment=who((NO_COMMENT, False)),
        text_only=who((TEXT_ONLY, False)),
        silent=who((SILENT, False)),
        stances={
            value: tuple(one for one, stance in held.items() if stance == value)
            for value in STANCES
        },
        without_stance=tuple(one for one, stance in held.items() if stance not in STANCES),
        late=tuple(each.public.reference for each, _ in said if each.public.late is True),
        joint=tuple(each.public.reference for each, _ in said if _is_joint(each)),
    )
