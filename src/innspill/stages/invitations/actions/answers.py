"""What those who were written to did with their personal link."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from innspill.shared.journal import actions as journal
from innspill.stages.invitations.models import Recipient


@transaction.atomic
def link_opened(recipient_id: int, now: datetime) -> None:
    """Notes that the personal link was opened; the first time stays."""
    if Recipient.objects.filter(pk=recipient_id, opened_at=None).update(opened_at=now):
        _told("link-opened", recipient_id, now)


@transaction.atomic
def declined(recipient_id: int, now: datetime) -> None:
    """Notes that they said that they will not comment; the first time stays."""
    if Recipient.objects.filter(pk=recipient_id, declined_at=None).update(declined_at=now):
        _told("declined", recipient_id, now)


def _told(verb: str, recipient_id: int, now: datetime) -> None:
    journal.write(verb, f"recipient {recipient_id}", actor=journal.SYSTEM, detail={}, at=now)
