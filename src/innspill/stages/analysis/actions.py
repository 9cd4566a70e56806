"""The only code that writes what analysis found, and what people judged about it."""

from __future__ import annotations

from datetime import datetime
from typing import get_args

from django.db import IntegrityError, transaction

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.analysis.core import targets
from innspill.stages.analysis.core.analyse import RULES, comments_of, stances_of
from innspill.stages.analysis.core.copies.responses import find_duplicates
from innspill.stages.analysis.core.values import AnswerStance, CommentFound, StanceValue
from innspill.stages.analysis.models import (
    AnalysisRun,
    Comment,
    Comparison,
    Judgement,
    Suggestion,
)
from innspill.stages.analysis.queries import suggestion_owner
from innspill.stages.consultations import queries as consultations
from innspill.stages.publication import queries as publication

STANCES = get_args(StanceValue)


@transaction.atomic
def analyse_next(rendition_id: int, *, now: datetime) -> None:
    """Divides one public copy into comments and suggests stances and proposals, with grounds.

    Claims the copy for this version of the rules under a unique constraint.
    """
    consultation_id, public = publication.rendition(rendition_id)
    definition = consultations.by_id(consultation_id).definition
    run = AnalysisRun.objects.create(rendition_id=rendition_id, version=RULES, at=now)
    found = comments_of(public, definition)
    for position, comment in enumerate(found):
        _store_comment(run, position, comment)
    Suggestion.objects.bulk_create(
        _stance_on_question(run, stance) for stance in stances_of(public, definition)
    )
    journal.write(
        "analysed",
        f"response {public.reference}",
        actor=journal.SYSTEM,
        detail={"rules": RULES, "comments": len(found)},
        at=now,
    )


@transaction.atomic
def compare_next(consultation_id: int, *, now: datetime) -> None:
    """Holds the public responses of one hearing against each other for copies.

    Claims the state of the hearing under a unique constraint. Raises Conflict where somebody else
    was first, so that it is looked at again: meanwhile more may have come.
    """
    made_from = publication.digests()[consultation_id]
    responses = [public for _, public in publication.renditions_of(consultation_id)]
    groups = find_duplicates(responses)
    found = [
        {"responses": list(group.responses), "kind": group.kind, "similarity": group.similarity}
        for group in groups
    ]
    try:
        with transaction.atomic():
            Comparison.objects.create(
                consultation_id=consultation_id, made_from=made_from, groups=found, at=now
            )
    except IntegrityError as error:
        raise Conflict(f"hearing {consultation_id} is compared already") from error
    journal.write(
        "compared",
        f"consultation {consultation_id}",
        actor=journal.SYSTEM,
        detail={"responses": len(responses), "groups": len(groups)},
        at=now,
    )


@transaction.atomic
def judge(suggestion_id: int, *, value: str, note: str = "", by: User, now: datetime) -> None:
    """A caseworker's word on a suggestion, beside it and never over it; a later analysis keeps it.

    `value` is a stance, or for a proposal "yes" or "no". Raises NotAllowed and BadInput.
    """
    require(by, suggestion_owner(suggestion_id), Role.CASEWORKER)
    suggestion = Suggestion.objects.select_related("run__rendition").get(pk=suggestion_id)
    allowed = STANCES if suggestion.kind == Suggestion.Kind.STANCE else ("yes", "no")
    if value not in allowed:
        raise BadInput(f"{value!r} is no {suggestion.kind}", todo=f"Choose {', '.join(allowed)}.")
    Judgement.objects.create(
        consultation_id=suggestion.run.rendition.consultation_id,
        kind=suggestion.kind,
        target=suggestion.target,
        value=value,
        suggested=suggestion.value,
        source=suggestion.source,
        note=note,
        by=by,
        at=now,
    )
    journal.write(
        "judged",
        f"suggestion {suggestion_id}",
        actor=by.get_username(),
        detail={"kind": suggestion.kind},
        at=now,
    )


def _store_comment(run: AnalysisRun, position: int, found: CommentFound) -> None:
    comment = Comment.objects.create(
        run=run,
        question=found.question or "",
        paragraph=found.paragraph,
        position=position,
        start=found.span.start,
        end=found.span.end,
        text=found.text,
        is_remark=found.is_remark,
        remainder=found.remainder,
        fingerprint=targets.of_comment(found.response, found.question, found.text),
    )
    if not found.is_remark:
        return
    Suggestion.objects.create(
        run=run,
        comment=comment,
        question=comment.question,
        kind=Suggestion.Kind.STANCE,
        target=comment.fingerprint,
        value=found.stance.value,
        certainty=found.stance.certainty,
        grounds=list(found.stance.grounds),
    )
    for proposal in found.proposals:
        words = found.text[proposal.span.start : proposal.span.end]
        Suggestion.objects.create(
            run=run,
            comment=comment,
            question=comment.question,
            kind=Suggestion.Kind.PROPOSAL,
            target=targets.of_proposal(comment.fingerprint, words),
            value=words[:300],
            certainty="likely",
            grounds=[proposal.phrase],
            detail={"start": proposal.span.start, "end": proposal.span.end},
        )


def _stance_on_question(run: AnalysisRun, found: AnswerStance) -> Suggestion:
    return Suggestion(
        run=run,
        question=found.question,
        kind=Suggestion.Kind.STANCE,
        target=targets.of_answer(found.response, found.question),
        value=found.stance.value,
        certainty=found.stance.certainty,
        grounds=list(found.stance.grounds),
        detail={"text_disagrees": found.text_disagrees},
    )
