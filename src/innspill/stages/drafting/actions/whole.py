"""What happens to a draft as a whole: begun, shared, handed in, taken back, deleted."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from innspill.shared.errors import Conflict
from innspill.shared.journal import actions as journal
from innspill.shared.journal.canonical import instant
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import LANGUAGES
from innspill.stages.consultations.core.filled import SenderGiven
from innspill.stages.drafting import queries
from innspill.stages.drafting.actions.locking import locked
from innspill.stages.drafting.core.refusals import Refused
from innspill.stages.drafting.core.retention import MOST_BEGUN
from innspill.stages.drafting.models import Draft


@transaction.atomic
def begin(
    consultation_id: int, *, language: str, recipient_id: int | None = None, now: datetime
) -> int:
    """Begins a response; returns the draft's row number.

    From a personal link (`recipient_id`) there is one draft, with the recipient as its sender:
    who opens the link again gets it as it is. Raises Refused for a hearing that is not published,
    for somebody else's recipient, for an unknown language, and where more begin within an hour than
    people do.
    """
    _check_language(language)
    hearing = consultations.by_id(consultation_id)
    if hearing.status == "draft":
        raise Refused("draft-hearing", "the hearing is not published", todo="Come back later.")
    if recipient_id is None:
        if queries.begun_lately(hearing.id, now) >= MOST_BEGUN:
            raise Refused("too-busy", "too many are beginning just now", todo="Try in an hour.")
        return _begun(Draft(consultation_id=hearing.id, language=language), now)
    fresh = {"consultation_id": hearing.id, "language": language, "lock": _lock(),
             "begun_at": now, "changed_at": now}  # fmt: skip
    row, is_new = Draft.objects.get_or_create(recipient_id=recipient_id, defaults=fresh)
    whose = row.recipient
    if whose is None or whose.body.group.consultation_id != consultation_id:
        raise Refused("not-yours", "the link belongs to another hearing", todo="Use its own link.")
    if is_new:
        sender = SenderGiven(name=whose.name, number=whose.number)
        row.senders = [sender.model_dump()]
        row.email = whose.email
        return _begun(row, now)
    return row.pk


@transaction.atomic
def set_language(draft_id: int, language: str, *, now: datetime) -> None:
    """Shows the draft, and what is handed in, in another language. No text is touched."""
    _check_language(language)
    draft = locked(draft_id, even_taken_back=True)
    if draft.language != language:
        Draft.objects.filter(pk=draft.pk).update(language=language, changed_at=now)


@transaction.atomic
def set_internal_deadline(draft_id: int, day: date | None, *, now: datetime) -> None:
    """The day that those who write together have set themselves, or none."""
    draft = locked(draft_id)
    Draft.objects.filter(pk=draft.pk).update(internal_deadline=day, changed_at=now)


@transaction.atomic
def new_links(draft_id: int, *, now: datetime) -> None:
    """Makes all links to the draft worthless, so that the next ones asked for are new."""
    draft = locked(draft_id, even_taken_back=True)
    Draft.objects.filter(pk=draft.pk).update(lock=_lock())
    _write("draft-links-renewed", draft, {}, now)


@transaction.atomic
def reopen(draft_id: int, *, now: datetime) -> None:
    """Opens a draft that was taken back, to go on with it."""
    draft = locked(draft_id, even_taken_back=True)
    if draft.state != Draft.State.TAKEN_BACK:
        return
    Draft.objects.filter(pk=draft.pk).update(state=Draft.State.OPEN, changed_at=now)
    _write("draft-reopened", draft, {}, now)


@transaction.atomic
def mark_handed_in(
    draft_id: int,
    *,
    delivery: int,
    receipt: Mapping[str, Any],
    based_on: datetime,
    began_at: datetime,
    now: datetime,
) -> None:
    """Notes that the draft, as it was at its change `based_on`, came in as delivery `delivery`.

    What somebody changed while it was on its way is not in it, and is said to be changed since.
    It stands, so it counts as handed in also where somebody took an earlier one back meanwhile.
    Where a later one came in at the same time, that one stands, and this is an earlier version.
    """
    draft = locked(draft_id, even_taken_back=True)
    known = any(each["number"] == receipt["number"] for each in draft.receipts)
    given = draft.receipts if known else [*draft.receipts, dict(receipt)]
    rows = Draft.objects.filter(pk=draft.pk)
    rows.update(receipts=sorted(given, key=lambda each: int(each["number"])))
    if draft.delivery is None or draft.delivery <= delivery:
        rows.update(
            state=Draft.State.HANDED_IN,
            delivery=delivery,
            changed_since_handed_in=draft.changed_at > based_on,
        )
    if not known:
        detail = {"delivery": delivery, "began_at": instant(began_at)}
        _write("draft-handed-in", draft, detail, now)


@transaction.atomic
def mark_mailed(draft_id: int, *, delivery: int) -> None:
    """Notes that the receipt of this delivery is in the post, or cannot be sent at all.

    Raises Conflict where somebody else was first, so that it is not sent twice.
    """
    draft = locked(draft_id, even_taken_back=True)
    if draft.receipt_mailed == delivery:
        raise Conflict(f"the receipt of delivery {delivery} is in the post")
    Draft.objects.filter(pk=draft.pk).update(receipt_mailed=delivery)


@transaction.atomic
def mark_taken_back(draft_id: int, *, now: datetime) -> None:
    """Notes that what was handed in was taken back. The text stays, for whoever has the link."""
    draft = locked(draft_id, even_taken_back=True)
    if draft.state == Draft.State.TAKEN_BACK:
        return
    Draft.objects.filter(pk=draft.pk).update(
        state=Draft.State.TAKEN_BACK, changed_since_handed_in=False
    )
    _write("draft-taken-back", draft, {"delivery": draft.delivery}, now)


@transaction.atomic
def forget_abandoned(consultation_id: int, *, now: datetime) -> int:
    """Deletes the drafts of a finished hearing that were never handed in; returns how many.

    With their texts, notes and lists of files. One line in the journal, with counts only.
    """
    gone = Draft.objects.filter(pk__in=queries.abandoned_of(consultation_id, now))
    many = gone.count()
    if many:
        gone.delete()
        journal.write(
            "drafts-forgotten",
            f"consultation {consultation_id}",
            actor=journal.SYSTEM,
            detail={"drafts": many},
            at=now,
        )
    return many


def _begun(row: Draft, now: datetime) -> int:
    row.lock = row.lock or _lock()
    row.begun_at = row.changed_at = now
    row.save()
    _write("draft-begun", row, {"recipient": row.recipient_id}, now)
    return row.pk


def _check_language(language: str) -> None:
    if language not in LANGUAGES:
        raise Refused(
            "no-language", f"there is no form in {language!r}", todo="Choose nb, nn or en."
        )


def _lock() -> str:
    return secrets.token_hex(16)


def _write(verb: str, draft: Draft, detail: Mapping[str, Any], now: datetime) -> None:
    whole = {"consultation": draft.consultation_id, **detail}
    journal.write(verb, f"draft {draft.pk}", actor=journal.SYSTEM, detail=whole, at=now)
