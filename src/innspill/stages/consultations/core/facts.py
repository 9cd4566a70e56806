"""The facts that a hearing page states in its sentences: who, by when, how, to whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Literal

from innspill.shared.words import listed
from innspill.stages.consultations.core.definition import Contact, Event, Language, Late, Status
from innspill.stages.consultations.core.norwegian import date_in, moment_in, status_in
from innspill.stages.consultations.core.page import Page

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
HIDDEN_EMAIL = re.compile(r"\[\s*e-?mail\s*protected\s*\]", re.IGNORECASE)
"""What a page shows where its e-mail addresses are hidden from robots."""
_NUMBER = r"(?P<number>(?:[A-ZÆØÅ]{2,6}\s)?\d{2,4}[/-]\d{1,6}(?:-\d+)?)"
_CASE = re.compile(
    rf"(?:\b(?:sak(?:s(?:nummer|nr\.?))?|vår(?:t)? ref(?:eranse)?\.?|ref\.|case(?: number)?)\s*:?\s*)"
    rf"{_NUMBER}\b",
    re.IGNORECASE,
)
_NAME = r"(?P<name>[A-ZÆØÅ][\wæøåÆØÅ-]*(?:\s+(?!tilbake|innspel|innspill|på\b)[\wæøåÆØÅ.-]+){0,7}?)"
_OWNERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:[Dd]ette|[Dd]et|som|at|[Hh]va|[Kk]va)\s+(?:ønsker|ønskjer)\s+{_NAME}\s+(?:tilbakemelding|innsp)",
        rf"\bsom\s+{_NAME}\s+(?:ønsker|ønskjer)\b",
        rf"(?:^|[.!?]\s+){_NAME}\s+(?:sender|har sendt|sende|legger|legg)\b[^.]*\b(?:høring|høyring)",
        rf"(?:^|[.!?]\s+){_NAME}\s+(?:inviterer|ber|foreslår|føreslår|har\s+(?:i|utarbeid|arbeid))",
    )
)
_NO_NAME = listed("""
    vi me det dette den de dei disse desse som er har vil skal kan dem alle denne regjeringen regjeringa
    høringen høyringa forslaget framlegget dokumentet
""")
"""Words that no name of an owner has: what they stand in is a sentence."""
_JOB = re.compile(
    r"(?:[\wæøå-]*(?:sjef|leder|leiar|rådgiver|rådgivar|direktør|konsulent|koordinator|sekretær"
    r"|ansvarlig|ansvarleg|jurist|advokat|ingeniør|overlege|forsker|forskar|manager|adviser|head))",
    re.IGNORECASE,
)
_ONE_EACH = re.compile(
    r"\b(?:ett|eitt|et|kun én|én|one)\s+(?:samlet\s+|felles\s+)?"
    r"(?:innspill|innspel|høringssvar|høyringssvar|svar|response)\s+(?:per|pr\.?|fra hver|frå kvar)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\better\s+(?:hørings|høyrings)?fristen\b|\bafter the deadline\b", re.IGNORECASE
)
_FORWARDED = re.compile(
    r"\b(?:videresend\w*|vidaresend\w*|oversend\w*|sendes videre|forwarded)\b.*?\b(?:til|to)\s+"
    r"(?P<to>[A-ZÆØÅ][^.,;]*)"
)
_REFUSED = re.compile(
    r"\b(?:ikke|ikkje|not)\s+(?:bli\s+|verte?\s+|be\s+)?"
    r"(?:hensynta\w*|omsynteke|vurder\w*|tatt|teke|behandlet|handsama|considered)",
    re.IGNORECASE,
)
_WEBINAR = re.compile(r"\b\w*webinar\w*", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:hørings|høyrings|informasjons|innspills|innspels|folke)?møte\w*\b", re.IGNORECASE
)
_MATERIAL = re.compile(r"\b(?:presentasjon|opptak|lysark|recording|slides)\w*", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """`text` cut after each sentence; dates and clock times ("kl. 10:00") do not end one."""
    return [
        part.strip()
        for part in re.split(r"(?<=[^\d\s]{3}[.!?])\s+|(?<=\d[.!?])\s+(?=[A-ZÆØÅ])", text)
        if part.strip()
    ]


def case_number_of(page: Page) -> str | None:
    """The case number that responses are to quote, or None."""
    for text in page.under(r"saks|vår ref"):
        match = re.match(_NUMBER, text)
        if match:
            return match["number"]
    for text in page.texts:
        match = _CASE.search(text)
        if match:
            return match["number"]
    return None


def owner_of(texts: Iterable[str]) -> str | None:
    """Who holds the hearing: who asks for responses, sends it out or invites to it, or None."""
    found: Counter[str] = Counter()
    for text in texts:
        for weight, pattern in zip((4, 4, 3, 1), _OWNERS, strict=True):
            for match in pattern.finditer(text):
                if _NO_NAME.isdisjoint(match["name"].lower().split()):
                    found[match["name"]] += weight
    return found.most_common(1)[0][0] if found else None


def deadline_of(page: Page) -> date | None:
    """The last day for responses, or None."""
    for text in page.under(r"(?:hørings|høyrings)?frist"):
        day = date_in(text)
        if day:
            return day
    for text in page.texts:
        for sentence in sentences(text):
            if re.search(
                r"\b(?:hørings|høyrings)?frist(?:en)?\b|deadline", sentence, re.IGNORECASE
            ):
                day = date_in(sentence)
                if day:
                    return day
    return None


def opening_of(page: Page) -> date | None:
    """The day that the hearing was sent out, or None."""
    for text in page.under(r"publisert|dato|sendt"):
        day = date_in(text)
        if day:
            return day
    return None


def status_of(page: Page) -> Status | None:
    """The status that the page shows, or None."""
    for text in page.under(r"status"):
        status = status_in(text)
        if status:
            return status
    return None


def contact_of(page: Page) -> Contact | None:
    """Whom to ask: name, title, and the e-mail address where the page shows it."""
    told = page.under(r"kontakt|contact")
    emails = [match.group() for text in told for match in _EMAIL.finditer(text)]
    for text in told:
        words = HIDDEN_EMAIL.sub("", _EMAIL.sub("", text)).split(",")[0].split(":")[-1].split()
        title: list[str] = []
        while len(words) > 1 and (_JOB.fullmatch(words[0]) or words[0].islower()):
            title.append(words.pop(0))
        if words:
            return Contact(
                name=" ".join(words),
                title=" ".join(title) or None,
                email=emails[0] if emails else None,
            )
    return None


def submission_address_of(page: Page) -> str | None:
    """The e-mail address that responses are sent to, or None where the page hides it."""
    for text in page.texts:
        for sentence in sentences(text):
            email = _EMAIL.search(sentence)
            if email and re.search(r"\bsend\w*\b|\bsubmit", sentence, re.IGNORECASE):
                return email.group()
    return None


def one_response_per(page: Page) -> Literal["organisation", "none"]:
    """Whether the page asks for one response per organisation."""
    return "organisation" if any(_ONE_EACH.search(text) for text in page.texts) else "none"


def late_of(page: Page) -> Late:
    """What the page says becomes of responses after the deadline."""
    for text in page.texts:
        for sentence in sentences(text):
            if not _AFTER.search(sentence):
                continue
            forwarded = _FORWARDED.search(sentence)
            if forwarded:
                return Late(policy="forward", to=forwarded["to"].strip())
            if _REFUSED.search(sentence):
                return Late(policy="set-aside")
    return Late()


def events_of(page: Page, language: Language) -> tuple[Event, ...]:
    """Webinars and meetings that the page names with a date, and where their slides are."""
    events: list[Event] = []
    for text in page.texts:
        told = sentences(text)
        for sentence in told:
            starts = moment_in(sentence)
            named = _WEBINAR.search(sentence) or _MEETING.search(sentence)
            if starts is None or named is None:
                continue
            title = named.group()
            kind: Literal["webinar", "meeting"] = (
                "webinar" if _WEBINAR.fullmatch(title) else "meeting"
            )
            materials = tuple({language: other} for other in told if _MATERIAL.search(other))
            events.append(
                Event(
                    kind=kind,
                    starts=starts,
                    title={language: title[0].upper() + title[1:]},
                    materials=materials,
                )
            )
    return tuple(events)
