"""The only code that writes the post.

A mail is queued inside the transaction of what it tells about, so that it stands or falls with
it. Handing it over is no transaction: we mark that we begin, the server takes the mail, we mark
what it said. Whoever dies between the two marks leaves a mail that nobody tries by itself, for
SMTP has no way to ask whether it went out. It is shown as unsure, and a person sends it again. A
receipt alone is sent again by itself, with its own Message-ID, when nobody can have it in hand.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Case, F, Q, When

from innspill.shared.errors import BadInput, Conflict, PostRefused, PostUnavailable
from innspill.shared.journal import actions as journal
from innspill.shared.ports import ByteStore, Enclosure, Letter, Postman
from innspill.shared.post import queries
from innspill.shared.post.models import Mail, ReturnNotice
from innspill.shared.values import Sha256

PAUSES = (1, 5, 15, 60, 180, 360, 720, 1440, 1440)
"""Minutes before the next try, after each failure: almost three days in all, then we give up."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_LONGEST_SUBJECT = 300
_OUTCOME = ("sent_at", "failed_at", "next_try_at", "trying_since", "problem", "tries")
"""What sending changes: an address that was forgotten meanwhile does not come back."""


@dataclass(frozen=True, slots=True)
class Written:
    """A mail to be queued: to whom, what it says, and what it belongs to ("recipient 3")."""

    to: str
    subject: str
    text: str
    about: str


@transaction.atomic
def queue(
    *,
    to: str,
    subject: str,
    text: str,
    about: str,
    now: datetime,
    from_name: str = "",
    reply_to: str = "",
    answers: str = "",
    leave: str = "",
    enclosures: Sequence[Enclosure] = (),
    store: ByteStore,
) -> int:
    """Queues one mail and gives its number. Raises BadInput where the address cannot be one.

    `answers` is the Message-ID of a mail that it answers by itself, `leave` where its recipient
    leaves a list with one click.
    """
    kept = [
        {"name": each.name, "media_type": each.media_type, "sha256": store.put(each.data)}
        for each in enclosures
    ]
    written = Written(to, subject, text, about)
    row = _row(written, from_name=from_name, reply_to=reply_to, now=now)
    row.enclosures, row.answers, row.leave = kept, answers, leave
    row.save(force_insert=True)
    detail = {"about": about, "enclosures": len(kept)}
    journal.write("mail-queued", f"mail {row.pk}", actor=journal.SYSTEM, detail=detail, at=now)
    return row.pk


@transaction.atomic
def queue_many(
    mails: Iterable[Written], *, now: datetime, from_name: str = "", reply_to: str = ""
) -> list[int]:
    """Queues mails without files, all or none, and gives their numbers in the same order.

    Raises BadInput, naming the address, where one cannot be one.
    """
    rows = [_row(mail, from_name=from_name, reply_to=reply_to, now=now) for mail in mails]
    made = Mail.objects.bulk_create(rows, batch_size=200)
    numbers = [row.pk for row in made]
    if numbers:
        detail = {"first": numbers[0], "last": numbers[-1], "mails": len(numbers)}
        journal.write("mails-queued", "post", actor=journal.SYSTEM, detail=detail, at=now)
    return numbers


def send_next(mail_id: int, *, postman: Postman, store: ByteStore, now: datetime) -> None:
    """Hands one mail to the server and records what it said.

    Raises Conflict where somebody else has it in hand, or it waits no more. What cannot be
    reached is tried again after a growing pause; what is refused for good has failed at once.
    """
    # Made before it is taken in hand: a file that is gone leaves the mail waiting, not unsure.
    letter = _letter(Mail.objects.get(pk=mail_id), store)
    mine = Mail.objects.filter(queries.free(now), pk=mail_id, next_try_at__lte=now)
    # One that was left in somebody's hands has been tried once more than was noted.
    tries = Case(When(trying_since=None, then=F("tries")), default=F("tries") + 1)
    if not mine.update(trying_since=now, tries=tries):
        raise Conflict(f"mail {mail_id} is in other hands")
    row = Mail.objects.get(pk=mail_id)
    try:
        postman.send(letter)
    except PostRefused as refused:
        _failed(row, said=str(refused), now=now)
    except PostUnavailable as unavailable:
        _postponed(row, said=str(unavailable), now=now)
    else:
        _sent(row, now=now)


@transaction.atomic
def came_back(message_id: str, problem: str, now: datetime) -> bool:
    """Marks a mail as returned, with the reason; False where it is none of ours, or known already.

    A Message-ID of ours cannot be guessed: who names it has seen the mail.
    """
    row = Mail.objects.filter(message_id=message_id.strip(" <>\t"), failed_at=None).first()
    if row is None:
        return False
    row.failed_at, row.problem, row.next_try_at = now, _short(problem), None
    row.trying_since = None
    row.sent_at = row.sent_at or now
    row.save()
    detail = {"about": row.about}
    journal.write("mail-returned", f"mail {row.pk}", actor=journal.SYSTEM, detail=detail, at=now)
    return True


@transaction.atomic
def looked_through(delivery: int, *, ours: bool, now: datetime) -> None:
    """Notes that a delivery was looked through for a mail that came back, and held one or not."""
    ReturnNotice.objects.create(delivery=delivery, ours=ours, at=now)
    detail = {"ours": ours}
    journal.write(
        "looked-through", f"delivery {delivery}", actor=journal.SYSTEM, detail=detail, at=now
    )


@transaction.atomic
def send_again(mail_id: int, *, actor: str, now: datetime) -> None:
    """Puts a mail that failed, came back or may have been lost into the queue once more.

    Raises Conflict where it waits already, has been sent, or is so old that its text is gone.
    """
    stale = now - queries.IN_HAND
    stuck = Q(failed_at__isnull=False) | Q(trying_since__lt=stale)
    changed = Mail.objects.filter(stuck, pk=mail_id).exclude(text="").update(
        next_try_at=now, trying_since=None, failed_at=None, sent_at=None, problem="", tries=0,
        queued_at=now,
    )  # fmt: skip
    if not changed:
        raise Conflict(f"mail {mail_id} is on its way")
    journal.write("mail-again", f"mail {mail_id}", actor=actor, detail={}, at=now)


@transaction.atomic
def clear(*, now: datetime) -> int:
    """Takes text and files out of the mails that were kept for long enough; returns how many.

    That they were sent, when, to whom and with which subject stays. They cannot be sent again.
    """
    many = queries.done_before(now - queries.KEPT).update(text="", enclosures=[])
    if many:
        detail = {"mails": many}
        journal.write("mails-cleared", "post", actor=journal.SYSTEM, detail=detail, at=now)
    return many


@transaction.atomic
def forget(about: str, *, now: datetime) -> None:
    """Takes address and text out of all mails about a thing; what waits is not sent any more.

    What a server said goes too: it names the address.
    """
    many = Mail.objects.filter(about=about).update(
        to="", text="", leave="", problem="", enclosures=[], next_try_at=None
    )
    if many:
        detail = {"mails": many}
        journal.write("mails-forgotten", about, actor=journal.SYSTEM, detail=detail, at=now)


def checked_address(address: str) -> str:
    """An e-mail address without what surrounds it. Raises BadInput where it cannot be one."""
    bare = address.strip()
    try:
        validate_email(bare)
    except ValidationError:
        raise BadInput(
            "is no e-mail address", where=repr(bare), todo="Write it as name@domain.no."
        ) from None
    return bare


def _row(mail: Written, *, from_name: str, reply_to: str, now: datetime) -> Mail:
    subject = _one_line(mail.subject)[:_LONGEST_SUBJECT]
    if not subject or not mail.text.strip():
        raise BadInput("a mail needs a subject and a text", where=mail.about)
    return Mail(
        to=checked_address(mail.to),
        subject=subject,
        text=mail.text,
        reply_to=checked_address(reply_to) if reply_to else "",
        from_name=_one_line(from_name)[:300],
        about=mail.about,
        message_id=f"{secrets.token_hex(16)}@{queries.own_domain()}",
        queued_at=now,
        next_try_at=now,
    )


def _letter(row: Mail, store: ByteStore) -> Letter:
    return Letter(
        to=row.to,
        subject=row.subject,
        text=row.text,
        message_id=row.message_id,
        from_name=row.from_name,
        reply_to=row.reply_to,
        answers=row.answers,
        leave=row.leave,
        is_receipt=bool(row.answers) or row.about.startswith("delivery "),
        enclosures=tuple(
            Enclosure(each["name"], each["media_type"], store.get(Sha256(each["sha256"])))
            for each in row.enclosures
        ),
    )


@transaction.atomic
def _sent(row: Mail, *, now: datetime) -> None:
    row.sent_at, row.next_try_at, row.trying_since, row.problem = now, None, None, ""
    row.tries += 1
    row.save(update_fields=_OUTCOME)
    _told(row, "mail-sent", now)


@transaction.atomic
def _failed(row: Mail, *, said: str, now: datetime) -> None:
    row.failed_at, row.next_try_at, row.trying_since = now, None, None
    row.tries += 1
    row.problem = _short(said)
    row.save(update_fields=_OUTCOME)
    _told(row, "mail-refused", now)


@transaction.atomic
def _postponed(row: Mail, *, said: str, now: datetime) -> None:
    if row.tries >= len(PAUSES):
        _failed(row, said=f"gave up after {row.tries + 1} tries: {said}", now=now)
        return
    row.next_try_at = now + timedelta(minutes=PAUSES[row.tries])
    row.tries += 1
    row.trying_since = None
    row.problem = _short(said)
    row.save(update_fields=_OUTCOME)
    _told(row, "mail-postponed", now)


def _told(row: Mail, verb: str, now: datetime) -> None:
    detail = {"about": row.about, "tries": row.tries}
    journal.write(verb, f"mail {row.pk}", actor=journal.SYSTEM, detail=detail, at=now)


def _one_line(text: str) -> str:
    return " ".join(_CONTROLS.sub(" ", text).split())


def _short(said: str) -> str:
    return _one_line(said)[:500]
