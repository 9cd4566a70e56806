"""What receipts say wherever they are shown: on paper, in mails and on pages.

Intake gives a receipt before anybody knows a deadline; here it is joined with the hearing.
"""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.urls import reverse

from innspill.shared.ports import Enclosure
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake.core.receipt import Receipt
from innspill.stages.intake.core.receipt_words import lateness


def proof_page() -> str:
    """The address where receipts are checked, as the public reaches it; empty where not known."""
    base = str(settings.PUBLIC_ADDRESS)
    return f"{base}{reverse('portal:proof')}" if base else ""


def said_of_lateness(
    hearing: ConsultationShown | None, at: datetime, language: str, *, body_id: int | None = None
) -> str:
    """That something received `at` came too late, and what happens with it; nothing in time.

    `body_id` is the invited line that it is known to come from, which may answer longer.
    """
    if hearing is None:
        return ""
    ends = consultations.deadline_for(hearing.id, body_id)
    if ends is None or at < ends:
        return ""
    others = () if body_id else consultations.deadlines_of_their_own(hearing.id).values()
    return lateness(hearing.definition, language, extended=any(at < end for end in others))


def paper_of(
    receipt: Receipt, hearing: ConsultationShown | None, language: str, *, late: str, page: str = ""
) -> Enclosure:
    """The receipt as a PDF. `late` is what is said of lateness, `page` where receipts are checked
    where the settings do not say it.
    """
    # Here, so that only who asks for a paper waits for its library.
    from innspill.stages.intake.core.receipt_pdf import build_receipt_pdf

    definition = hearing.definition if hearing else None
    data = build_receipt_pdf(
        receipt, language, hearing=definition, page=proof_page() or page, late=late
    )
    return Enclosure(f"kvittering-{receipt.number}.pdf", "application/pdf", data)
