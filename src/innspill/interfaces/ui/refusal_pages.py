"""Pages for who is turned away at the door: made once at the start, so that they cost nothing.

They are shown when the server has more to do than it can, and ask neither database nor session.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation.trans_real import parse_accept_lang_header


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why somebody is turned away: the status line, and after how many seconds to come back."""

    status: str
    retry_after: int = 0


BUSY = Refusal("503 Service Unavailable", 60)
BUSY_READING = Refusal("503 Service Unavailable", 5)
UNABLE = Refusal("503 Service Unavailable", 30)
UNABLE_READING = Refusal("503 Service Unavailable", 20)
"""The disk is full, the database locked or away: said from inside, by `unavailable`."""
TOO_MANY = Refusal("429 Too Many Requests", 60)
TOO_MANY_ASKED = Refusal("429 Too Many Requests", 3600)
"""Mails to be written to addresses that somebody gave, from one visitor within an hour."""
TOO_LARGE = Refusal("413 Content Too Large")
TOO_SLOW = Refusal("408 Request Timeout")
BROKEN_OFF = Refusal("400 Bad Request")
_ALL = (
    BUSY, BUSY_READING, UNABLE, UNABLE_READING, TOO_MANY, TOO_MANY_ASKED, TOO_LARGE, TOO_SLOW,
    BROKEN_OFF,
)  # fmt: skip


def page(refusal: Refusal, accept_language: str, cookie: str = "") -> tuple[str, bytes]:
    """Language and HTML of the page, in the language of the cookie, else of what is accepted."""
    language = _language(accept_language[:200], cookie)
    return language, _pages()[refusal, language]


def _language(accepted: str, cookie: str) -> str:
    known = [code for code, _ in settings.LANGUAGES]
    if cookie in known:
        return cookie
    for wanted, _ in parse_accept_lang_header(accepted):
        short = wanted.partition("-")[0]
        if short in known:
            return short
    return known[0]


@cache
def _pages() -> dict[tuple[Refusal, str], bytes]:
    return dict(_made())


def _made() -> Iterator[tuple[tuple[Refusal, str], bytes]]:
    for code, _ in settings.LANGUAGES:
        with translation.override(code):
            for refusal in _ALL:
                heading, lead, lines = _words(refusal)
                context = {
                    "status": refusal.status[:3], "heading": heading, "lead": lead, "lines": lines,
                }  # fmt: skip
                yield (refusal, code), render_to_string("ui/refused.html", context).encode()


def _words(refusal: Refusal) -> tuple[str, str, list[str]]:
    """Heading, what happened, and what to do."""
    nothing = gettext("Det du prøvde å sende nå, er ikke mottatt.")
    kept = gettext(
        "Skriver du i nettskjemaet, ligger teksten i nettleseren din og på adressen til utkastet."
    )
    earlier = gettext("Det du allerede har fått kvittering for, er trygt lagret.")
    if refusal == UNABLE:
        return (
            gettext("Vi kunne ikke ta imot det du sendte"),
            gettext("Du har ikke fått kvittering, og må regne med at ingenting er mottatt."),
            [gettext("Vent et halvt minutt, gå tilbake til skjemaet og send det en gang til."),
             gettext("Sender du det samme flere ganger, blir det likevel registrert bare én gang."),
             earlier],
        )  # fmt: skip
    if refusal == UNABLE_READING:
        return (
            gettext("Siden kan ikke vises akkurat nå"),
            gettext("Vent et halvt minutt, og last siden på nytt."),
            [earlier],
        )
    if refusal == BUSY_READING:
        return (
            gettext("Akkurat nå er det svært mange her"),
            gettext("Vent litt, og last siden på nytt."),
            [earlier],
        )
    if refusal == BUSY:
        return (
            gettext("Akkurat nå er det svært mange her"),
            gettext("Vent ett minutt, og prøv igjen."),
            [nothing, kept, earlier],
        )
    if refusal == TOO_MANY:
        return (
            gettext("Det kommer for mange forsøk fra nettet ditt"),
            gettext("Vent ett minutt, og prøv igjen."),
            [nothing, kept, earlier],
        )
    if refusal == TOO_MANY_ASKED:
        return (
            gettext("Det er bedt om e-post mange ganger fra nettet ditt"),
            gettext("Vent en time, og prøv igjen."),
            [nothing],
        )
    if refusal == TOO_LARGE:
        return (
            gettext("Det du sendte, er for stort"),
            gettext("Send filene i flere omganger, eller gjør dem mindre."),
            [_limit(), nothing, earlier],
        )
    return (
        gettext("Sendingen ble brutt før alt var kommet fram"),
        gettext("Sjekk nettforbindelsen, og send en gang til."),
        [nothing, kept, earlier],
    )


def _limit() -> str:
    megabytes = settings.LARGEST_REQUEST // 1_000_000
    return gettext("Én sending kan være på høyst %(size)s MB til sammen.") % {"size": megabytes}
