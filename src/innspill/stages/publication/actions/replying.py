"""What respondents are told, frozen for the pages that they alone may see."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from innspill.shared.journal import actions as journal
from innspill.stages.publication import replies
from innspill.stages.publication.core.replies import Reply, reply_as_json, says
from innspill.stages.publication.models import GivenReply


@transaction.atomic
def give_replies(
    consultation_id: int, given: Mapping[int, tuple[Reply, str]], *, now: datetime
) -> int:
    """Freezes what the respondents with these numbers are told, each in its language, once.

    What somebody was told before is kept; something else is given beside it, as a further turn.
    Gives how many are new.
    """
    rows = GivenReply.objects.filter(consultation=consultation_id, number__in=given)
    last = {row.number: row for row in rows.order_by("turn")}
    fresh = []
    for number, (reply, language) in given.items():
        before = last.get(number)
        if before is not None and says(before.content, reply):
            continue
        salt = secrets.token_hex(32)
        key = replies.key_of(replies.token_of(salt))
        fresh.append(
            GivenReply(
                consultation_id=consultation_id, number=number, language=language,
                turn=before.turn + 1 if before else 1,
                content=reply_as_json(reply), salt=salt, key=key, at=now,
            )
        )  # fmt: skip
    GivenReply.objects.bulk_create(fresh, batch_size=200)
    if fresh:
        subject = f"consultation {consultation_id}"
        detail = {"responses": len(fresh)}
        journal.write("replies-given", subject, actor=journal.SYSTEM, detail=detail, at=now)
    return len(fresh)
