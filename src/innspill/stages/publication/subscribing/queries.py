"""The only way others read subscriptions: who waits to be told, what is new, who is let go."""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Max, Q

from innspill.shared.journal import queries as journal
from innspill.shared.post import queries as post
from innspill.stages.consultations import queries as consultations
from innspill.stages.publication.core.news_letters import News, Told
from innspill.stages.publication.models import PublishedResult, Rendition, Subscription

DAY = timedelta(days=1)
UNCONFIRMED = timedelta(days=7)
"""How long an address is kept that nobody confirmed."""
ENDED = timedelta(days=90)
"""How long subscriptions to a hearing are kept after the last thing happened in a finished one."""
MOST_NAMED = 20
"""How many new responses a mail names."""
_heard: dict[tuple[str, ...], dict[int, datetime]] = {}
"""Of hearings when something of theirs was new last, as long as no line came to the journal."""


@dataclass(frozen=True, slots=True)
class SubscriptionShown:
    """A subscription as whoever holds its token may see it."""

    id: int
    consultation_id: int
    language: str
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Who is to be written to, in which language, and what opens their subscription."""

    id: int
    consultation_id: int
    email: str
    language: str
    token: str
    told_until: datetime | None
    knows_result: bool = False
    """Whether they were told that there is a result."""


def token_of(salt: str) -> str:
    """The token that opens the subscription with this salt; nobody makes it without our secret."""
    mac = hmac.new(settings.SECRET_KEY.encode(), f"subscription {salt}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(mac.digest()).rstrip(b"=").decode()


def key_of(token: str) -> str:
    """What a token is kept as."""
    return hashlib.sha256(token.encode()).hexdigest()


def opened(token: str) -> SubscriptionShown | None:
    """The subscription that a token opens; None where there is none, or no more."""
    row = Subscription.objects.filter(key=key_of(token)).first()
    if row is None:
        return None
    confirmed = row.confirmed_at is not None
    return SubscriptionShown(row.pk, row.consultation_id, row.language, confirmed)


def subscriber(subscription_id: int) -> Subscriber | None:
    """Whom to write to; None where they have left."""
    row = Subscription.objects.filter(pk=subscription_id).first()
    if row is None:
        return None
    token = token_of(row.salt)
    return Subscriber(
        row.pk, row.consultation_id, row.email, row.language, token, row.told_until,
        knows_result=row.result_told_at is not None,
    )  # fmt: skip


def wanted() -> list[int]:
    """The subscriptions that somebody asked for, and that nobody has answered yet."""
    rows = Subscription.objects.exclude(wanted_at=None).order_by("id")
    return list(rows.values_list("pk", flat=True))


def to_tell(now: datetime) -> list[int]:
    """The confirmed subscriptions with news that were not written to within the last day."""
    due = Subscription.objects.filter(confirmed_at__isnull=False)
    due = due.filter(Q(told_at=None) | Q(told_at__lte=now - DAY)).order_by("id")
    rows = list(due.values_list("pk", "consultation", "told_until"))
    latest = _latest({hearing for _, hearing, _ in rows}) if rows else {}
    return [
        pk
        for pk, hearing, until in rows
        if hearing in latest and until is not None and latest[hearing] > until
    ]


def to_let_go(now: datetime) -> list[int]:
    """The subscriptions that nobody confirmed in time, and those to hearings that are long over."""
    old = Subscription.objects.filter(confirmed_at=None, asked_at__lte=now - UNCONFIRMED)
    unconfirmed = list(old.order_by("id").values_list("pk", flat=True))
    finished = Subscription.objects.filter(consultation__status="finished")
    over = [
        hearing
        for hearing in finished.order_by().values_list("consultation", flat=True).distinct()
        if _is_over(hearing, now)
    ]
    ended = finished.filter(consultation__in=over).order_by("id").values_list("pk", flat=True)
    return sorted({*unconfirmed, *ended})


def returned(times: int) -> list[int]:
    """The subscriptions whose last so many mails came back because nobody has the address."""
    named = [about.rpartition(" ")[2] for about in post.nobody_there("subscription", times)]
    numbers = [int(each) for each in named if each.isdecimal()]
    rows = Subscription.objects.filter(pk__in=numbers) if numbers else Subscription.objects.none()
    return list(rows.order_by("id").values_list("pk", flat=True))


def news(
    consultation_id: int, since: datetime, until: datetime, *, knows_result: bool = False
) -> News:
    """What is new in a hearing after `since` and up to `until`, of what is public at this moment.

    Who knows that there is a result is not told again when it is published anew.
    """
    shown = consultations.by_id(consultation_id)
    rows = Rendition.objects.filter(
        consultation=consultation_id, replaced_at=None, standing="current",
        published_at__gt=since, published_at__lte=until,
    ).order_by("number")  # fmt: skip
    results = PublishedResult.objects.filter(
        consultation=consultation_id, taken_down_at=None, published_at__gt=since,
        published_at__lte=until,
    )  # fmt: skip
    told = rows.values_list("number", "name", "private")[:MOST_NAMED]
    lines = [
        line for line in journal.about(f"consultation {consultation_id}")
        if since < line.at <= until
    ]  # fmt: skip
    moved = next((line for line in lines if line.verb == "deadline-moved"), None)
    switched = next((line for line in lines if line.verb == "phase-switched"), None)
    return News(
        responses=rows.count(),
        named=tuple(Told(number, "" if private else name) for number, name, private in told),
        deadline=date.fromisoformat(str(moved.detail["to"])) if moved else None,
        phase=shown.status if switched else "",
        has_result=not knows_result and results.exists(),
    )


def _is_over(consultation_id: int, now: datetime) -> bool:
    lines = journal.about(f"consultation {consultation_id}")
    return bool(lines) and lines[0].at <= now - ENDED


def _latest(hearings: set[int]) -> dict[int, datetime]:
    """When something that subscribers are told of was new last. A line of the journal tells of all."""
    head = (*journal.head(), *map(str, sorted(hearings)))
    if head not in _heard:
        _heard.clear()
        _heard[head] = {
            hearing: at for hearing in hearings if (at := _last_news(hearing)) is not None
        }
    return _heard[head]


def _last_news(hearing: int) -> datetime | None:
    copies = Rendition.objects.filter(consultation=hearing, replaced_at=None, standing="current")
    results = PublishedResult.objects.filter(consultation=hearing, taken_down_at=None)
    times = [rows.aggregate(at=Max("published_at"))["at"] for rows in (copies, results)]
    verbs = ("deadline-moved", "phase-switched")
    times += [line.at for line in journal.about(f"consultation {hearing}") if line.verb in verbs]
    return max((at for at in times if at is not None), default=None)
