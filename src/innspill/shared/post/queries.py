"""The only way others read the post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.conf import settings
from django.db.models import Q, QuerySet

from innspill.shared.bounces import is_no_address
from innspill.shared.post.models import Mail, ReturnNotice

State = Literal["waiting", "sending", "unsure", "sent", "refused", "returned"]
IN_HAND = timedelta(minutes=15)
"""How long the server may have a mail in hand before we doubt that we shall hear what it said."""
KEPT = timedelta(days=90)
"""How long the text of a mail is kept after it went out: links in it open drafts."""
RECEIPTS = "delivery"
"""What the mails that are receipts are about."""
MOST_TRIES = 9
"""A mail whose sending kills the sender is not tried for ever."""
HOUR = timedelta(hours=1)
MOST_ABOUT = 20
MOST_TO = 10
"""So many mails within an hour at most, about one draft and to one address."""
NOWHERE = "innspill.invalid"


@dataclass(frozen=True, slots=True)
class MailShown:
    """One mail and what became of it. `files` are the names of what went with it."""

    id: int
    to: str
    subject: str
    text: str
    about: str
    files: tuple[str, ...]
    queued_at: datetime
    next_try_at: datetime | None
    tries: int
    sent_at: datetime | None
    failed_at: datetime | None
    trying_since: datetime | None
    problem: str

    def state(self, now: datetime) -> State:
        """Where it is: waiting, in hand, unsure (in hand for too long), sent, refused, returned."""
        return _state(self, now)


def is_set_up() -> bool:
    """Whether mails go out at all: a server and a sender are set. Else they wait."""
    return bool(settings.SMTP and settings.MAIL_FROM)


def own_domain() -> str:
    """The domain that our Message-IDs end with."""
    return str(settings.MAIL_FROM).rpartition("@")[2] or NOWHERE


def to_send(now: datetime) -> list[int]:
    """The mails whose time has come, the first one queued first; none without a server."""
    if not is_set_up():
        return []
    due = Mail.objects.filter(free(now), next_try_at__lte=now)
    return list(due.order_by("id").values_list("pk", flat=True))


def free(now: datetime) -> Q:
    """What nobody has in hand: also the receipt of a delivery whose sender has died with it.

    It may have gone out already. Then it goes once more with the same Message-ID, by which mail
    systems know it for the same; a receipt that never comes is worse.
    """
    left = Q(trying_since__lt=now - IN_HAND, about__startswith=f"{RECEIPTS} ", tries__lt=MOST_TRIES)
    return Q(trying_since=None) | left


def waiting() -> int:
    """How many mails have not gone out yet, also those that wait for a server to be set up."""
    return Mail.objects.filter(next_try_at__isnull=False).count()


def failed() -> int:
    """How many mails were refused, given up or came back."""
    return Mail.objects.filter(failed_at__isnull=False).count()


def unsure(now: datetime) -> int:
    """How many mails were handed over without our hearing what the server said."""
    left = Mail.objects.filter(trying_since__lt=now - IN_HAND, sent_at=None, failed_at=None)
    return left.count()


def looked_through() -> set[int]:
    """The deliveries that were looked through for mails of ours that came back."""
    return set(ReturnNotice.objects.values_list("delivery", flat=True))


def nobody_there(kind: str, times: int) -> list[str]:
    """The things of this kind ("subscription") whose last so many mails were all told to be for an
    address that nobody has. What waits or was forgotten does not count.
    """
    about = Mail.objects.filter(about__startswith=f"{kind} ").exclude(to="")
    failed = about.filter(failed_at__isnull=False).order_by().values("about")
    done = about.filter(about__in=failed).exclude(sent_at=None, failed_at=None)
    said: dict[str, list[bool]] = {}
    rows = done.order_by("-id").values_list("about", "failed_at", "problem")
    for thing, failed_at, problem in rows:
        heard = said.setdefault(thing, [])
        if len(heard) < times:
            heard.append(failed_at is not None and is_no_address(problem))
    return [thing for thing, heard in said.items() if len(heard) == times and all(heard)]


def many_lately(about: str, to: str, now: datetime) -> bool:
    """Whether so many mails were asked for within the hour that the next one must wait.

    Counted are those about this thing ("draft 12"), and those about any thing of its kind to this
    address: whoever fills in forms could else have the house write to anybody, as often as they
    like.
    """
    lately = Mail.objects.filter(queued_at__gt=now - HOUR)
    kind = about.partition(" ")[0]
    return (
        lately.filter(Q(about=about) | Q(about__startswith=f"{about} ")).count() >= MOST_ABOUT
        or lately.filter(about__startswith=f"{kind} ", to__iexact=to.strip()).count() >= MOST_TO
    )


def bytes_kept() -> Iterator[str]:
    """The SHA-256 of every file that goes with a mail."""
    with_files = Mail.objects.exclude(enclosures=[]).values_list("enclosures", flat=True)
    return (each["sha256"] for enclosures in with_files.iterator() for each in enclosures)


def to_clear(now: datetime) -> list[int]:
    """The oldest mail whose text was kept for long enough, where there is one."""
    return list(done_before(now - KEPT).order_by("id").values_list("pk", flat=True)[:1])


def done_before(then: datetime) -> QuerySet[Mail]:
    """Mails that went out, failed or may have been lost before an instant, and have their text."""
    last = Q(sent_at__lte=then) | Q(failed_at__lte=then) | Q(trying_since__lte=then)
    later = Q(sent_at__gt=then) | Q(failed_at__gt=then) | Q(trying_since__gt=then)
    waits = Q(next_try_at__isnull=False, trying_since=None)
    return Mail.objects.filter(last).exclude(later | waits).exclude(text="")


def of(about_prefix: str) -> list[MailShown]:
    """The mails about this thing ("draft 12") and what belongs to it ("draft 12 receipt")."""
    wanted = Q(about=about_prefix) | Q(about__startswith=f"{about_prefix} ")
    return [_shown(row) for row in Mail.objects.filter(wanted)]


def about_of(message_id: str) -> str | None:
    """What the letter of ours with this Message-ID belongs to; None where it is none of ours."""
    return Mail.objects.filter(message_id=message_id).values_list("about", flat=True).first()


def sent_to(address: str, *, since: datetime, about: str) -> int:
    """How many mails about this kind of thing were queued to an address since then."""
    rows = Mail.objects.filter(to__iexact=address.strip(), queued_at__gte=since)
    return rows.filter(about__startswith=f"{about} ").count()


def by_ids(ids: Iterable[int]) -> Mapping[int, MailShown]:
    """The mails with these numbers."""
    return {row.pk: _shown(row) for row in Mail.objects.filter(pk__in=list(ids))}


def states(ids: Iterable[int], now: datetime) -> Mapping[int, State]:
    """The state of each of these mails, without their texts."""
    rows = Mail.objects.filter(pk__in=list(ids)).defer("text", "subject", "enclosures")
    return {row.pk: _state(row, now) for row in rows}


def _shown(row: Mail) -> MailShown:
    return MailShown(
        id=row.pk,
        to=row.to,
        subject=row.subject,
        text=row.text,
        about=row.about,
        files=tuple(each["name"] for each in row.enclosures),
        queued_at=row.queued_at,
        next_try_at=row.next_try_at,
        tries=row.tries,
        sent_at=row.sent_at,
        failed_at=row.failed_at,
        trying_since=row.trying_since,
        problem=row.problem,
    )


def _state(mail: Mail | MailShown, now: datetime) -> State:
    if mail.failed_at is not None:
        return "returned" if mail.sent_at is not None else "refused"
    if mail.sent_at is not None:
        return "sent"
    if mail.trying_since is not None:
        return "unsure" if now - mail.trying_since > IN_HAND else "sending"
    return "waiting"
