"""What a report is made from, put together out of the register, the analysis and what was decided."""

from __future__ import annotations

from dataclasses import replace

from innspill.shared.values import Certainty, Span
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.core.values import (
    Analysis,
    AnswerStance,
    CommentFound,
    DuplicateGroup,
    Proposal,
    Stance,
)
from innspill.stages.analysis.queries import CommentRow, SuggestionShown
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.deciding import queries as deciding
from innspill.stages.publication import queries as publication
from innspill.stages.publication.core.render import render
from innspill.stages.publication.core.values import PublicResponse
from innspill.stages.publication.core.wishes import without_names
from innspill.stages.publication.standing_wishes import wish_of
from innspill.stages.publication.waiting import state_of_each
from innspill.stages.register import queries as register
from innspill.stages.register.core.senders import UNKNOWN
from innspill.stages.register.core.values import Registered
from innspill.stages.register.queries import ResponseRow
from innspill.stages.reports.core.values import Decided, Reported, ReportInput

JUDGED = "judged by a person"


def report_input(consultation_id: int, language: str) -> ReportInput:
    """Everything that a report of one hearing is made from; `made_at` is left to the caller.

    Every current response is there to be counted. Published ones stand as the public sees them;
    of the others nothing is quoted, and an unsettled sender stays unnamed.
    """
    hearing = consultations.by_id(consultation_id)
    rows = deciding.all_decided(consultation_id)
    return ReportInput(
        definition=hearing.definition,
        language=language,
        made_at=None,
        responses=_responses(consultation_id, hearing.definition),
        analysis=Analysis(
            comments=tuple(_comment(row.comment) for row in rows),
            stances=tuple(
                AnswerStance(
                    row.reference, row.question, _stance(row.suggestion), row.text_disagrees
                )
                for row in analysis.answer_stances(consultation_id)
            ),
            duplicates=tuple(
                DuplicateGroup(group.responses, group.kind, group.similarity)  # type: ignore[arg-type]
                for group in analysis.duplicates(consultation_id)
            ),
        ),
        decided=tuple(
            Decided(index, row.disposition.outcome, row.disposition.reason)
            for index, row in enumerate(rows)
            if row.disposition is not None
        ),
        ledger=publication.ledger(consultation_id),
    )


def _responses(consultation_id: int, definition: Definition) -> tuple[Reported, ...]:
    frozen = {public.reference: public for _, public in publication.renditions_of(consultation_id)}
    states = state_of_each(consultation_id)
    return tuple(
        _reported(row, registered, frozen.get(row.reference), states[row.id], definition)
        for row, registered in register.all_registered(consultation_id)
        if row.standing == "current"
    )


def _reported(
    row: ResponseRow,
    registered: Registered,
    frozen: PublicResponse | None,
    state: str,
    definition: Definition,
) -> Reported:
    wish = wish_of(row, form=registered.read.wish)
    public = frozen or render(registered, definition, wish=wish).public
    senders = (
        without_names(registered.senders, row.reference) if public.anonymous else registered.senders
    )
    if row.sender_is_sure or frozen is not None:
        return Reported(public, state, senders, row.main_kind)  # type: ignore[arg-type]
    unnamed = replace(
        public, name=UNKNOWN, senders=(UNKNOWN,), private=False, group=None, via="open"
    )
    return Reported(unnamed, state, kind=row.main_kind)  # type: ignore[arg-type]


def _comment(row: CommentRow) -> CommentFound:
    stance = next((each for each in row.suggestions if each.kind == "stance"), None)
    return CommentFound(
        response=row.reference,
        question=row.question or None,
        paragraph=row.paragraph,
        span=Span(row.start, row.end),
        text=row.text,
        is_remark=row.is_remark,
        stance=_stance(stance) if stance else Stance("neutral", Certainty.CERTAIN),
        proposals=tuple(_proposal(each) for each in row.proposals if each.stands != "no"),
    )


def _stance(suggestion: SuggestionShown) -> Stance:
    """A person's word stands before the machine's."""
    if suggestion.judged:
        return Stance(suggestion.judged.value, Certainty.CERTAIN, (JUDGED,))  # type: ignore[arg-type]
    return Stance(suggestion.value, Certainty(suggestion.certainty), suggestion.grounds)  # type: ignore[arg-type]


def _proposal(suggestion: SuggestionShown) -> Proposal:
    return Proposal(suggestion.span, next(iter(suggestion.grounds), ""))
