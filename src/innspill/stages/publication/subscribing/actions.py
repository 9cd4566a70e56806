"""The only code that writes subscriptions. No line of the journal names an address."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from innspill.shared.journal import actions as journal
from innspill.shared.post import actions as post
from innspill.stages.publication.models import Subscription
from innspill.stages.publication.subscribing.queries import DAY, key_of, token_of

MOST_ASKED = 5
"""How many confirmations an address that confirms none is asked for in a day, over all hearings."""
MOST_IN_AN_HOUR = 300
"""How many strangers the house writes to within an hour because somebody gave their address."""


@transaction.atomic
def ask(consultation_id: int, email: str, *, language: str, now: datetime) -> int | None:
    """Notes that somebody wants to be told of a hearing, and gives the number to be confirmed.

    Whether the address is known already makes no difference to whoever asks: a mail is due all the
    same, but one a day at most; None where it had one, or where strangers have been written to often. Raises BadInput where it can be no address.
    """
    address = post.checked_address(email).lower()
    lately = Subscription.objects.filter(confirmed_at=None, asked_at__gt=now - DAY)
    in_the_hour = lately.filter(asked_at__gt=now - timedelta(hours=1))
    if lately.filter(email=address).count() >= MOST_ASKED or in_the_hour.count() >= MOST_IN_AN_HOUR:
        return None
    salt = secrets.token_hex(32)
    row, is_new = Subscription.objects.get_or_create(
        consultation_id=consultation_id,
        email=address,
        defaults={
            "salt": salt, "key": key_of(token_of(salt)), "asked_at": now, "language": language,
        },
    )  # fmt: skip
    if not is_new:
        if row.asked_at > now - DAY:
            return None
        row.asked_at, row.language = now, language
        row.save()
    _write("subscription-asked", row, now)
    return row.pk


@transaction.atomic
def confirm(token: str, *, now: datetime) -> bool:
    """The holder of the address says yes: from now on they are told. False where it is gone."""
    row = Subscription.objects.filter(key=key_of(token)).first()
    if row is None:
        return False
    if row.confirmed_at is None:
        row.confirmed_at = row.told_until = now
        row.save()
        _write("subscription-confirmed", row, now)
    return True


@transaction.atomic
def leave(token: str, *, now: datetime) -> bool:
    """The holder of a token leaves: the address is deleted, also from the mails that we sent."""
    row = Subscription.objects.filter(key=key_of(token)).first()
    return row is not None and _let_go(row, now)


@transaction.atomic
def let_go(subscription_id: int, *, now: datetime) -> None:
    """Deletes a subscription that was never confirmed, or whose hearing is long over."""
    row = Subscription.objects.filter(pk=subscription_id).first()
    if row is not None:
        _let_go(row, now)


@transaction.atomic
def told(subscription_id: int, *, until: datetime, mailed: bool, now: datetime) -> None:
    """Notes up to when somebody was told; in the transaction in which their mail is queued."""
    row = Subscription.objects.get(pk=subscription_id)
    row.told_until = until
    row.told_at = now if mailed else row.told_at
    row.key = key_of(token_of(row.salt))  # of this secret, should the house have another one
    row.save()
    _write("subscriber-told", row, now, {"mailed": mailed})


def _let_go(row: Subscription, now: datetime) -> bool:
    about = f"subscription {row.pk}"
    _write("subscription-ended", row, now)
    row.delete()
    post.forget(about, now=now)
    return True


def _write(
    verb: str, row: Subscription, now: datetime, detail: dict[str, Any] | None = None
) -> None:
    said = {"consultation": row.consultation_id, **(detail or {})}
    journal.write(verb, f"subscription {row.pk}", actor=journal.SYSTEM, detail=said, at=now)
