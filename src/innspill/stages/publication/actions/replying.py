"""What respondents are told, frozen for the pages that they alone may see."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from innspill.shared.journal import actions as journal
from innspill.stages.publication import replies
from innspill.stages.publication.core.replies import Reply, reply_as_json
from innspill.stages.publication.models import GivenReply


@transaction.atomic
def give_replies(
    consultation_id: int, given: Mapping[int, tuple[Reply, str]], *, now: datetime
) -> int:
    """Freezes what the respondents with these numbers are told, each in its language, once.

    Who has been told before keeps what they were told. Gives how many are new.
    """
    known = set(
        GivenReply.objects.filter(consultation=consultation_id).values_list("number", flat=True)
    )
    fresh = []
    for number, (reply, language) in given.items():
        if number in known:
            continue
        salt = secrets.token_hex(32)
        key = replies.key_of(replies.token_of(salt))
        fresh.append(
            GivenReply(
                consultation_id=consultation_id, number=number, language=language,
                content=reply_as_json(reply), salt=salt, key=key, at=now,
            )
        )  # fmt: skip
    GivenReply.objects.bulk_create(fresh, batch_size=200)
    if fresh:
        subject = f"consultation {consultation_id}"
        detail = {"responses": len(fresh)}
        journal.write("replies-given", subject, actor=journal.SYSTEM, detail=detail, at=now)
    return len(fresh)
