"""The letter that a late response is sent on with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from innspill.stages.consultations.core.deadline import zone
from innspill.stages.consultations.core.definition import Definition, in_language


@dataclass(frozen=True, slots=True)
class LateResponse:
    """What the letter says of a response: its reference, sender, and when it came."""

    reference: str
    name: str
    received_at: datetime


def forwarding_letter(definition: Definition, late: LateResponse) -> tuple[str, str]:
    """Subject and text, in bokmål: it goes from one public body to another."""
    title = " ".join(in_language(definition.title, "nb").split())
    came = late.received_at.astimezone(zone(definition.timezone))
    sender = late.name or "ukjent avsender"
    subject = f"Høringssvar etter fristen fra {sender} (sak {definition.case_number})"
    deadline = f" Fristen var {definition.deadline:%d.%m.%Y}." if definition.deadline else ""
    text = (
        f"Vi sender videre et høringssvar som kom etter fristen i høringen «{title}».\n\n"
        f"Avsender: {sender}\n"
        f"Vår referanse: {late.reference}\n"
        f"Mottatt: {came:%d.%m.%Y kl. %H.%M}.{deadline}\n\n"
        "Svaret er vedlagt slik vi fikk det, sammen med kvitteringen vi ga avsenderen.\n\n"
        f"Hilsen\n{definition.owner}\n"
    )
    return subject[:300], text
