"""The machine's words as rows: one comment with everything suggested of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict

from innspill.stages.analysis.core import targets
from innspill.stages.analysis.core.places import SPACING, Place
from innspill.stages.analysis.core.values import (
    AnswerStance,
    CommentFound,
    Mention,
    Proposal,
    ResponseStance,
    Stance,
)
from innspill.stages.analysis.models import (
    AnalysisRun,
    Comment,
    Division,
    LabelKind,
    Suggestion,
)

_LONGEST = 300


def store_comments(
    run: AnalysisRun,
    placed: Iterable[tuple[Place, Iterable[CommentFound]]],
    division: Division | None = None,
) -> list[Comment]:
    """Stores comments in order, each with its suggestions; three statements for however many."""
    found: list[tuple[Comment, CommentFound]] = []
    for place, comments in placed:
        for index, each in enumerate(comments):
            found.append((_comment(run, place, index, each, division), each))
    rows = Comment.objects.bulk_create(row for row, _ in found)
    Suggestion.objects.bulk_create(
        suggestion
        for row, (_, each) in zip(rows, found, strict=True)
        for suggestion in suggestions_on(run, row, each)
    )
    return rows


def suggestions_on(run: AnalysisRun, comment: Comment, found: CommentFound) -> Iterator[Suggestion]:
    """What the machine says of one comment: stance, proposals, places and names."""
    if not found.is_remark:
        return
    yield _said(run, comment, LabelKind.STANCE, found.stance)
    for proposal in found.proposals:
        yield _proposal(run, comment, proposal)
    if found.links:
        first = found.links[0]
        yield Suggestion(
            run=run,
            comment=comment,
            question=comment.question,
            kind=LabelKind.LINK,
            target=comment.fingerprint,
            value=joined(link.place for link in found.links),
            certainty=first.certainty,
            grounds=list(first.grounds),
            detail={"certainties": [str(link.certainty) for link in found.links]},
        )
    for mention in found.mentions:
        yield _mention(run, comment, mention, found.response)


def stance_on_answer(run: AnalysisRun, found: AnswerStance) -> Suggestion:
    """The stance on a question, and whether the text says something else than the tick."""
    return Suggestion(
        run=run,
        question=found.question,
        kind=LabelKind.STANCE,
        target=targets.of_answer(found.response, found.question),
        value=found.stance.value,
        certainty=found.stance.certainty,
        grounds=list(found.stance.grounds),
        detail={"text_disagrees": found.text_disagrees},
    )


def stance_of_response(run: AnalysisRun, found: ResponseStance) -> Suggestion:
    """The stance of the response as a whole."""
    return Suggestion(
        run=run,
        kind=LabelKind.STANCE,
        target=targets.of_response(found.response),
        value=found.stance.value,
        certainty=found.stance.certainty,
        grounds=list(found.stance.grounds),
    )


def joined(parts: Iterable[str]) -> str:
    """Places or themes as one value; those that the column has no room for are left out."""
    value = ""
    for part in parts:
        longer = f"{value}|{part}" if value else part
        value = longer if len(longer) <= _LONGEST else value
    return value


def _comment(
    run: AnalysisRun, place: Place, index: int, found: CommentFound, division: Division | None
) -> Comment:
    return Comment(
        run=run,
        division=division,
        question=found.question or "",
        paragraph=found.paragraph,
        place=place.name,
        position=place.order * SPACING + index,
        start=found.span.start,
        end=found.span.end,
        text=found.text,
        is_remark=found.is_remark,
        remainder=found.remainder,
        fingerprint=targets.of_comment(found.response, found.question, found.text),
    )


def _said(run: AnalysisRun, comment: Comment, kind: str, stance: Stance) -> Suggestion:
    return Suggestion(
        run=run,
        comment=comment,
        question=comment.question,
        kind=kind,
        target=comment.fingerprint,
        value=stance.value,
        certainty=stance.certainty,
        grounds=list(stance.grounds),
    )


def _proposal(run: AnalysisRun, comment: Comment, found: Proposal) -> Suggestion:
    words = comment.text[found.span.start : found.span.end]
    fields = asdict(found)
    fields.pop("span")
    return Suggestion(
        run=run,
        comment=comment,
        question=comment.question,
        kind=LabelKind.PROPOSAL,
        target=targets.of_proposal(comment.fingerprint, words),
        value=words[:_LONGEST],
        certainty="likely",
        grounds=[found.phrase],
        detail={"start": found.span.start, "end": found.span.end, **fields},
    )


def _mention(run: AnalysisRun, comment: Comment, found: Mention, reference: str) -> Suggestion:
    words = comment.text[found.span.start : found.span.end]
    return Suggestion(
        run=run,
        comment=comment,
        question=comment.question,
        kind=LabelKind.MENTION,
        target=targets.of_mention(reference, found.kind, words),
        value=found.name[:_LONGEST],
        certainty="likely",
        detail={
            "start": found.span.start,
            "end": found.span.end,
            "kind": found.kind,
            "name": found.name,
            "number": found.number,
        },
    )
