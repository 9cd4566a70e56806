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
def ask(consultation_id: int, email: str, *, language: str, now: datetime) -> None:
    """Notes that somebody wants to be told of a hearing; a step answers it, and writes the line.

    Whoever asks waits for one row to be written, whether the address is known or not: neither the
    page nor the time it takes tells. Raises BadInput where it can be no address.
    """
    address = post.checked_address(email).lower()
    hour = now - timedelta(hours=1)
    strangers = Subscription.objects.filter(confirmed_at=None, asked_at__gt=hour)
    if strangers.count() >= MOST_IN_AN_HOUR:
        return
    salt = secrets.token_hex(32)
    Subscription.objects.update_or_create(
        consultation_id=consultation_id,
        email=address,
        defaults={"wanted_at": now, "wanted_language": language},
        create_defaults={
            "salt": salt, "key": key_of(token_of(salt)), "asked_at": now, "language": "",
            "wanted_at": now, "wanted_language": language,
        },
    )  # fmt: skip


@transaction.atomic
def take_up(subscription_id: int, *, may_write: bool, now: datetime) -> bool:
    """Answers what was asked for one address, in the transaction in which its mail is queued.

    True where a mail that asks for confirmation is due: where we `may_write` to the address, once
    a day at most for a hearing, and `MOST_ASKED` times where none was confirmed.
    """
    row = Subscription.objects.filter(pk=subscription_id).exclude(wanted_at=None).first()
    if row is None or row.wanted_at is None:
        return False
    lately = Subscription.objects.filter(
        email=row.email, confirmed_at=None, asked_at__gt=row.wanted_at - DAY
    )
    is_rested = not row.language or row.asked_at <= row.wanted_at - DAY
    is_due = may_write and is_rested and lately.exclude(pk=row.pk).count() < MOST_ASKED
    if is_due:
        row.asked_at, row.language = row.wanted_at, row.wanted_language
        _write("subscription-asked", row, now)
    row.wanted_at, row.wanted_language = None, ""
    row.save()
    return is_due


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
def end_returned(subscription_id: int, *, now: datetime) -> None:
    """Ends a subscription whose mails come back: nobody has the address. It is deleted."""
    row = Subscription.objects.filter(pk=subscription_id).first()
    if row is not None:
        _let_go(row, now, {"because": "returned"})


@transaction.atomic
def told(
    subscription_id: int, *, until: datetime, mailed: bool, result: bool = False, now: datetime
) -> None:
    """Notes up to when somebody was told, and of a `result`; in the transaction in which their mail
    is queued.
    """
    row = Subscription.objects.get(pk=subscription_id)
    row.told_until = until
    row.told_at = now if mailed else row.told_at
    row.result_told_at = now if result else row.result_told_at
    row.key = key_of(token_of(row.salt))  # of this secret, should the house have another one
    row.save()
    _write("subscriber-told", row, now, {"mailed": mailed})


def _let_go(row: Subscription, now: datetime, detail: dict[str, Any] | None = None) -> bool:
    about = f"subscription {row.pk}"
    _write("subscription-ended", row, now, detail)
    row.delete()
    post.forget(about, now=now)
    return True


def _write(
    verb: str, row: Subscription, now: datetime, detail: dict[str, Any] | None = None
) -> None:
    said = {"consultation": row.consultation_id, **(detail or {})}
    journal.write(verb, f"subscription {row.pk}", actor=journal.SYSTEM, detail=said, at=now)
