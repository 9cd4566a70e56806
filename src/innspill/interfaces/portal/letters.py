"""The mails that respondents ask for themselves: the link to a draft, and links to colleagues."""

from __future__ import annotations

import re
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from innspill.interfaces.ui.templatetags.innspill import day, plain
from innspill.pipeline import wiring
from innspill.pipeline.receipt_mails import contact_of
from innspill.shared.post import actions as post
from innspill.shared.post import queries as post_queries
from innspill.stages.drafting import queries as drafting
from innspill.stages.drafting.queries import DraftShown, Role

_LONGEST_NAME = 80
_LINK = re.compile(r"[/@:]|\w\.\w{2,}")


def link(request: HttpRequest, draft_id: int, role: Role) -> str:
    """The whole address of a draft for somebody with `role`, as the public reaches it."""
    path = reverse("portal:draft", args=[drafting.link_token(draft_id, role)])
    base = str(settings.PUBLIC_ADDRESS)
    return f"{base}{path}" if base else request.build_absolute_uri(path)


def too_many(draft: DraftShown, to: str, now: datetime) -> str:
    """Why no more mails are sent just now, as a sentence; nothing where they are."""
    if not post_queries.many_lately(f"draft {draft.id}", to, now):
        return ""
    return gettext(
        "Det er sendt mange e-poster herfra den siste timen, så denne ble ikke sendt. Vent en time, eller kopier lenken og send den selv."
    )


def send_own_link(request: HttpRequest, draft: DraftShown, to: str, now: datetime) -> None:
    """Queues a mail with the owner's link, so that they can go on another day."""
    text = gettext(
        "Her er lenken til svaret dere arbeider med:\n\n%(link)s\n\n"
        "Høring: %(title)s\n%(deadline)s\n"
        "Den som har lenken, kan lese, endre og sende inn svaret. Ikke send den videre."
        " Vil dere arbeide sammen, finner dere egne lenker under «Samarbeid» i skjemaet."
    ) % {
        "link": link(request, draft.id, "owner"),
        "title": plain(draft.hearing.title),
        "deadline": _deadline(draft),
    }
    subject = gettext("Fortsett på svaret: %(title)s") % {"title": plain(draft.hearing.title)}
    _queue(draft, to, subject, text, now)


def send_to_colleague(
    request: HttpRequest, draft: DraftShown, role: Role, *, to: str, by: str, now: datetime
) -> None:
    """Queues a mail with a link that lets a colleague comment or edit."""
    may = (
        gettext("Lenken lar deg lese og endre svaret, men ikke sende det inn.")
        if role == "editor"
        else gettext("Lenken lar deg lese svaret, kommentere og foreslå endringer.")
    )
    text = gettext(
        "%(who)s ber deg være med på svaret på denne høringen:\n\n%(title)s\n\n%(link)s\n\n"
        "%(may)s\n%(internal)s%(deadline)s"
    ) % {
        "who": by if _is_name(by) else gettext("En kollega"),
        "title": plain(draft.hearing.title),
        "link": link(request, draft.id, role),
        "may": may,
        "internal": _internal(draft),
        "deadline": _deadline(draft),
    }
    subject = gettext("Vil du se på høringssvaret vårt? %(title)s")
    _queue(draft, to, subject % {"title": plain(draft.hearing.title)}, text, now)


def _queue(draft: DraftShown, to: str, subject: str, text: str, now: datetime) -> None:
    post.queue(
        to=to,
        subject=subject[:300],
        text=text,
        about=f"draft {draft.id}",
        from_name=draft.hearing.owner,
        reply_to=contact_of(draft),
        now=now,
        store=wiring.store(),
    )


def _is_name(by: str) -> bool:
    """Whether what somebody calls themselves is a name, and not an advertisement with a link."""
    return 0 < len(by) <= _LONGEST_NAME and not _LINK.search(by)


def _deadline(draft: DraftShown) -> str:
    last = draft.hearing.definition.deadline
    return gettext("Høringsfrist: %(day)s\n") % {"day": day(last)} if last else ""


def _internal(draft: DraftShown) -> str:
    last = draft.internal_deadline
    return (
        gettext("Vi vil gjerne ha innspillene innen %(day)s.\n") % {"day": day(last)}
        if last
        else ""
    )


def mails_go() -> bool:
    """Whether a mail server is set up, so that mails leave the house."""
    return post_queries.is_set_up()


def said_of_mail(to: str) -> str:
    """What to tell about a mail that was just queued, honestly."""
    if mails_go():
        return gettext("E-posten er på vei til %(to)s.") % {"to": to}
    return gettext(
        "E-post er ikke satt opp her ennå, så e-posten blir liggende. Ta vare på lenken selv."
    )
