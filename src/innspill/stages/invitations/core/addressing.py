"""What a letter says to one recipient: the values of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from innspill.shared.days import day_in_words, last_day
from innspill.stages.consultations.core.deadline import zone
from innspill.stages.consultations.core.definition import Definition, in_language


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
    ends = last_day(deadline_at, zone(definition.timezone)) if deadline_at else None
    return {
        "navn": name,
        "instans": body,
        "horing": in_language(definition.title, language),
        "saksnummer": definition.case_number,
        "eier": definition.owner,
        "frist": day_in_words(ends, language) if ends else "",
        "lenke": link,
        "side": page,
        "epost": definition.submit_email or "",
        "kontakt": reach,
    }
