"""What a letter says to one recipient: the values of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from innspill.stages.consultations.core.definition import Definition, in_language

_MONTHS = {
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "nn": "januar februar mars april mai juni juli august september oktober november desember",
    "en": "January February March April May June July August September October November December",
}


def day_in(day: date, language: str) -> str:
    """A day as people write it in a letter: "1. mai 2026", "1 May 2026"."""
    month = _MONTHS.get(language, _MONTHS["nb"]).split()[day.month - 1]
    return f"{day.day}{'' if language == 'en' else '.'} {month} {day.year}"


def last_day(deadline_at: datetime, timezone: str) -> date:
    """The last day before the instant that ends it, where the hearing is held."""
    return (deadline_at - timedelta(seconds=1)).astimezone(ZoneInfo(timezone)).date()


def values_for(
    definition: Definition,
    *,
    name: str,
    body: str,
    language: str,
    deadline_at: datetime | None,
    link: str,
    page: str,
) -> Mapping[str, str]:
    """The values of every field that a letter may name, for one recipient."""
    contact = definition.contact
    reach = f"{contact.name}{f', {contact.email}' if contact.email else ''}" if contact else ""
    ends = last_day(deadline_at, definition.timezone) if deadline_at else None
    return {
        "navn": name,
        "instans": body,
        "horing": in_language(definition.title, language),
        "saksnummer": definition.case_number,
        "eier": definition.owner,
        "frist": day_in(ends, language) if ends else "",
        "lenke": link,
        "side": page,
        "epost": definition.submit_email or "",
        "kontakt": reach,
    }
