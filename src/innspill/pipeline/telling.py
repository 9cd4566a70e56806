"""Subscribers are told what is new in a hearing, in one mail a day at most, nothing twice."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from innspill.pipeline import wiring
from innspill.shared.post import actions as post
from innspill.shared.post import queries as post_queries
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.definition import Language
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication.core.news_letters import (
    LetterText,
    Links,
    confirm_letter,
    news_letter,
)
from innspill.stages.publication.subscribing import actions, queries
from innspill.stages.publication.subscribing.queries import Subscriber


def is_offered() -> bool:
    """Whether one can subscribe: mails go out, and their links lead somewhere."""
    return bool(settings.PUBLIC_ADDRESS) and post_queries.is_set_up()


def wanted() -> list[int]:
    """The subscriptions that somebody asked for on the page of a hearing."""
    return queries.wanted() if is_offered() else []


@transaction.atomic
def answer(subscription_id: int, *, now: datetime) -> None:
    """Queues the mail that asks for confirmation, unless the address gets many within the hour."""
    found = queries.subscriber(subscription_id)
    if found is None:
        return
    is_flooded = post_queries.many_lately("subscription 0", found.email, now)
    if actions.take_up(subscription_id, may_write=not is_flooded, now=now):
        found = queries.subscriber(subscription_id) or found
        hearing = consultations.by_id(found.consultation_id)
        language = cast("Language", found.language)
        letter = confirm_letter(hearing.definition, language, _links(found, hearing))
        _queue(found, hearing, letter, now)


def due() -> list[int]:
    """The subscriptions with something to be told."""
    return queries.to_tell(wiring.clock().now()) if is_offered() else []


def tell(subscription_id: int, *, now: datetime) -> None:
    """Queues what is new for one subscriber, and notes in the same transaction that they know."""
    with transaction.atomic():
        found = queries.subscriber(subscription_id)
        if found is None or found.told_until is None:
            return
        hearing = consultations.by_id(found.consultation_id)
        news = queries.news(hearing.id, found.told_until, now, knows_result=found.knows_result)
        if not news.is_empty:
            language = cast("Language", found.language)
            links = _links(found, hearing)
            _queue(found, hearing, news_letter(hearing.definition, language, news, links), now)
        mailed, result = not news.is_empty, news.has_result
        actions.told(found.id, until=now, mailed=mailed, result=result, now=now)


def to_let_go() -> list[int]:
    """The subscriptions that are over."""
    return queries.to_let_go(wiring.clock().now())


def let_go(subscription_id: int, *, now: datetime) -> None:
    """Deletes one that is over, with its address."""
    actions.let_go(subscription_id, now=now)


def returned() -> list[int]:
    """The subscriptions whose mails come back, as often as the operator says is enough."""
    return queries.returned(int(settings.RETURNS_END_SUBSCRIPTION))


def end_returned(subscription_id: int, *, now: datetime) -> None:
    """Ends one of them; its address is deleted."""
    actions.end_returned(subscription_id, now=now)


def _links(found: Subscriber, hearing: ConsultationShown) -> Links:
    base = str(settings.PUBLIC_ADDRESS)
    return Links(
        hearing=f"{base}{reverse('portal:hearing', args=[hearing.slug])}",
        subscription=f"{base}{reverse('portal:subscription', args=[found.token])}",
    )


def _queue(
    found: Subscriber, hearing: ConsultationShown, letter: LetterText, now: datetime
) -> None:
    contact = hearing.definition.contact
    leave = reverse("portal:leave", args=[found.token])
    post.queue(
        to=found.email,
        subject=letter.subject[:300],
        text=letter.text,
        about=f"subscription {found.id}",
        from_name=hearing.owner,
        reply_to=(contact.email or "") if contact else "",
        leave=f"{settings.PUBLIC_ADDRESS}{leave}",
        now=now,
        store=wiring.store(),
    )
