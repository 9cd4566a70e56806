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
    Link,
    Mention,
    Proposal,
    Stance,
)
from innspill.stages.analysis.queries import CommentRow, SuggestionShown
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding import queries as deciding
from innspill.stages.publication import queries as publication
from innspill.stages.publication.core.wishes import unnamed_in
from innspill.stages.reports.core.values import Reported, ReportInput
from innspill.stages.reports.decided_material import decided, told

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
        responses=tuple(
            _called(each, language)
            for each in analysis.counted_responses(consultation_id, hearing.definition)
        ),
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
        decided=decided(rows),
        ledger=publication.ledger(consultation_id),
        told=told(consultation_id, rows),
    )


def _called(response: Reported, language: str) -> Reported:
    """A response whose sender, where it stays without a name, is called so in `language`."""
    public = response.public
    name, *senders = (unnamed_in(language, each) for each in (public.name, *public.senders))
    return replace(response, public=replace(public, name=name, senders=tuple(senders)))


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
        proposals=tuple(_proposal(each) for each in row.asked_for),
        links=tuple(Link(place, Certainty.LIKELY) for place in row.links),
        mentions=tuple(
            Mention(each.said.get("kind", "organisation"), each.span, each.value)
            for each in row.mentions
        ),
    )


def _stance(suggestion: SuggestionShown) -> Stance:
    """A person's word stands before the machine's."""
    if suggestion.judged:
        return Stance(suggestion.judged.value, Certainty.CERTAIN, (JUDGED,))  # type: ignore[arg-type]
    return Stance(suggestion.value, Certainty(suggestion.certainty), suggestion.grounds)  # type: ignore[arg-type]


def _proposal(suggestion: SuggestionShown) -> Proposal:
    return Proposal(suggestion.span, next(iter(suggestion.grounds), ""))
