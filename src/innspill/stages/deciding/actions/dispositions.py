"""Writes what was decided on comments, like groups and themes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from innspill.shared.errors import BadInput
from innspill.shared.journal import actions as journal
from innspill.shared.people.models import User
from innspill.shared.people.queries import Role, require
from innspill.stages.analysis import queries as analysis
from innspill.stages.consultations import queries as consultations
from innspill.stages.deciding.models import Disposition, Scope
from innspill.stages.deciding.queries.standing import OUTCOMES


@transaction.atomic
def decide(
    comment_ids: Collection[int], *, outcome: str, reason: str, by: User, now: datetime
) -> int:
    """Gives one or many comments a disposition with a reason; returns how many.

    Added beside what was decided before; the latest one stands. All or none: raises NotAllowed
    where one of them is not the caseworker's, BadInput for an unknown outcome, no reason, or
    comments that are not there.
    """
    if outcome not in OUTCOMES:
        raise BadInput(f"{outcome!r} is no outcome", todo=f"Choose {', '.join(OUTCOMES)}.")
    if not reason.strip():
        raise BadInput("the reason is missing", todo="Write why, in a sentence or two.")
    comments = analysis.comments_by_id(comment_ids)
    if not comments or len(comments) != len(set(comment_ids)):
        raise BadInput("some of these comments are not there any more", todo="Look again.")
    for owner_id in {comment.owner_id for comment in comments}:
        require(by, owner_id, Role.CASEWORKER)
    hearings = {
        slug: hearing
        for slug in {comment.consultation_slug for comment in comments}
        if (hearing := consultations.id_of(slug)) is not None
    }
    Disposition.objects.bulk_create(
        Disposition(
            consultation_id=hearings[comment.consultation_slug],
            scope=Scope.COMMENT,
            target=comment.fingerprint,
            outcome=outcome,
            reason=reason.strip(),
            in_bulk=len(comments) > 1,
            by=by,
            at=now,
        )
        for comment in comments
    )
    journal.write(
        "decided",
        f"consultation {comments[0].consultation_slug}",
        actor=by.get_username(),
        detail={"outcome": outcome, "comments": sorted(comment.id for comment in comments)},
        at=now,
    )
    return len(comments)
