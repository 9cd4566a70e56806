"""Mails about what was handed in: the receipt with the whole answer, and that it was taken back.

Receipts are a step of their own, so that a response is safe and its receipt on the screen before
anybody makes a PDF of it.
"""

from __future__ import annotations

import json
from datetime import datetime
from itertools import takewhile

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from innspill.pipeline import wiring
from innspill.pipeline.receipt_papers import paper_of, proof_page, said_of_lateness
from innspill.shared.errors import BadInput
from innspill.shared.ports import Enclosure
from innspill.shared.post import actions as post
from innspill.shared.post import queries as post_queries
from innspill.shared.values import Sha256
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.core.answer_pdf import build_pdf
from innspill.stages.consultations.core.deadline import zone
from innspill.stages.consultations.core.definition import Language
from innspill.stages.consultations.core.filled import FilledForm, from_bytes, says_the_same
from innspill.stages.consultations.core.word_form import build_form
from innspill.stages.drafting import actions as drafting_actions
from innspill.stages.drafting import queries as drafting
from innspill.stages.drafting.core.letters import (
    LetterText,
    Occasion,
    receipt_letter,
    taken_back_letter,
)
from innspill.stages.drafting.queries import DraftShown
from innspill.stages.intake.core.receipt import Receipt, receipt_of
from innspill.stages.intake.core.receipt_words import file_name, proof_in_words

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def due() -> list[int]:
    """The drafts whose receipt is to be mailed, but for addresses that got many within the hour."""
    now = wiring.clock().now()
    waiting = drafting.without_mail()
    return [
        draft
        for draft, email in drafting.addresses_of(waiting).items()
        if not post_queries.many_lately(f"draft {draft}", email, now)
    ]


def mail_receipt(draft_id: int, *, now: datetime) -> None:
    """Puts the latest receipt of a draft into the post, with the whole answer as it was handed in.

    An address that cannot be one gets no mail: the receipt stays on the page of the draft.
    """
    draft = drafting.shown(draft_id)
    receipt = receipt_of(dict(draft.receipts[-1]))
    form = _form_in(receipt)
    letter = receipt_letter(
        occasion(draft),
        number=receipt.number,
        received_at=receipt.received_at,
        answered_at=_answered_at(draft, receipt),
        names=", ".join(sender.name for sender in form.senders),
        again=len(draft.receipts) > 1,
        wish=form.wish,
        proof=proof_in_words(receipt, draft.language, proof_page()),
    )
    with transaction.atomic():
        drafting_actions.mark_mailed(draft.id, delivery=receipt.number)
        _queue(draft, letter, _enclosures(draft, form, receipt), now)


def _form_in(receipt: Receipt) -> FilledForm:
    return from_bytes(wiring.store().get(Sha256(receipt.files[0].sha256)))


def _answered_at(draft: DraftShown, receipt: Receipt) -> datetime:
    """When these answers first came: a decision that is added later does not make them late."""
    form = _form_in(receipt)
    so_far = [receipt_of(dict(each)) for each in draft.receipts if each["number"] <= receipt.number]
    same = takewhile(lambda one: says_the_same(_form_in(one), form), reversed(so_far))
    return min(one.received_at for one in same)


def late_words(draft: DraftShown, receipt: Receipt, language: Language) -> str:
    """That the answers of a receipt came too late for who sent them; nothing where they did not."""
    hearing, body = draft.hearing, draft.body_id
    if not said_of_lateness(hearing, receipt.received_at, language, body_id=body):
        return ""
    return said_of_lateness(hearing, _answered_at(draft, receipt), language, body_id=body)


def mail_taken_back(draft: DraftShown, *, number: int, now: datetime) -> None:
    """Puts into the post that a response was taken back; nothing where no address was given."""
    if draft.about.email:
        _queue(draft, taken_back_letter(occasion(draft), number=number, at=now), (), now)


def occasion(draft: DraftShown) -> Occasion:
    """What the letters about a draft have in common."""
    return Occasion(
        definition=draft.hearing.definition,
        language=draft.language,
        deadline_at=consultations.deadline_for(draft.hearing.id, draft.body_id),
        link=_link(draft),
    )


def _link(draft: DraftShown) -> str:
    if not settings.PUBLIC_ADDRESS:
        return ""
    path = reverse("portal:draft", args=[drafting.link_token(draft.id, "owner")])
    return f"{settings.PUBLIC_ADDRESS}{path}"


def _enclosures(draft: DraftShown, form: FilledForm, receipt: Receipt) -> tuple[Enclosure, ...]:
    content = json.dumps(receipt.content, ensure_ascii=False, indent=1).encode()
    definition = draft.hearing.definition
    shown = {
        "number": receipt.number,
        "received": receipt.received_at.astimezone(zone(definition.timezone)),
        "files": [(file.name, file.sha256) for file in receipt.files],
    }
    late = late_words(draft, receipt, draft.language)
    word = build_form(definition, form.language, form)
    pdf = build_pdf(definition, form, form.language, shown)
    return (
        Enclosure("svar.pdf", "application/pdf", pdf),
        Enclosure("svar.docx", _DOCX, word),
        Enclosure(file_name(receipt), "application/json", content),
        paper_of(receipt, draft.hearing, draft.language, late=late),
    )


def contact_of(draft: DraftShown) -> str:
    """Where a reply goes: to who answers questions about the hearing, where that is told."""
    contact = draft.hearing.definition.contact
    return (contact.email or "") if contact else ""


def _queue(
    draft: DraftShown, letter: LetterText, files: tuple[Enclosure, ...], now: datetime
) -> None:
    try:
        post.queue(
            to=draft.about.email,
            subject=letter.subject[:300],
            text=letter.text,
            about=f"draft {draft.id}",
            from_name=draft.hearing.owner,
            reply_to=contact_of(draft),
            enclosures=files,
            now=now,
            store=wiring.store(),
        )
    except BadInput:
        return
