"""The e-mail channel: each mail is one delivery, stored whole before anybody looks into it.

Bytes first, then one transaction with the delivery and the receipt in the outbox, then the answer
to whoever brought the mail. Bringing it again, as mail servers do, gives the same receipt.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from innspill.pipeline import wiring
from innspill.pipeline.mail_receipts import receipt_mail, receipt_paper
from innspill.shared.errors import BadInput
from innspill.shared.passing import is_passing
from innspill.shared.ports import ByteStore, Clock, Enclosure, Mailbox
from innspill.shared.post import actions as post_actions
from innspill.shared.post import queries as post
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationShown, Taker
from innspill.stages.intake import actions as intake
from innspill.stages.intake.core.envelope import Envelope, envelope_of, is_credible, mail_key
from innspill.stages.intake.core.receipt import Receipt
from innspill.stages.invitations import queries as invitations

NAME = "melding.eml"
MOST_A_DAY = 20
"""Receipts to one address in a day: programs that answer each other end here."""


def take_in(raw: bytes, *, now: datetime, store: ByteStore) -> Receipt:
    """Takes one mail as a delivery, and gives the receipt when it is safely stored.

    The same Message-ID with the same bytes is one delivery, with other bytes another one. A mail
    without one is known by its bytes, sender and hearing. Raises OSError where the disk refuses.
    """
    store.put(raw)
    envelope = envelope_of(raw)
    takers = consultations.takers()
    slug = hearing_of(envelope, takers)
    with transaction.atomic():
        receipt = intake.receive(
            consultation_slug=slug,
            asked_for=asked_for(envelope) or "",
            channel="email",
            files=[(NAME, raw)],
            claimed_sender=envelope.name,
            claimed_email=envelope.sender,
            idempotency_key=mail_key(envelope, slug),
            relayed_at=envelope.relayed_at if is_credible(envelope.relayed_at, now) else None,
            now=now,
            store=store,
        )
        if not is_ours(envelope.sender, takers):
            _answer(envelope, receipt, slug, now, store)
    return receipt


def fetch(mailbox: Mailbox, *, clock: Clock, store: ByteStore) -> int:
    """Takes in what lies in a mailbox; each mail is put away only when it is safely stored.

    Gives how many were taken in. Raises PostUnavailable where the server cannot be reached: what
    is not put away lies there still. One that cannot be taken in keeps no other waiting: what it
    raised is raised at the end.
    """
    taken, surprise = 0, None
    for place, raw in mailbox.waiting():
        try:
            take_in(raw, now=clock.now(), store=store)
        except Exception as error:
            if is_passing(error):
                raise
            surprise = surprise or error
            continue
        mailbox.put_away(place)
        taken += 1
    if surprise is not None:
        raise surprise
    return taken


def fetch_all(*, clock: Clock, store: ByteStore) -> int:
    """Takes in what lies in the mailbox of the settings; 0 where none is set. Raises as `fetch`."""
    mailbox = wiring.mailbox()
    if mailbox is None:
        return 0
    with mailbox:
        return fetch(mailbox, clock=clock, store=store)


def hearing_of(envelope: Envelope, takers: Sequence[Taker]) -> str | None:
    """The hearing that a mail is meant for: the one that it answers a letter of, else the one
    whose case number is in the subject, else the only open one with that address. Never a guess.
    """
    for message_id in envelope.answers:
        slug = _slug_of_letter(message_id)
        if slug is not None:
            return slug
    numbered = [taker for taker in takers if _names(envelope.subject, taker.case_number)]
    addressed = [taker for taker in takers if taker.submit_email.lower() in envelope.recipients]
    both = [taker for taker in numbered if taker in addressed]
    open_ones = [taker for taker in addressed if taker.status == "open"]
    for found in (both, numbered, addressed, open_ones):
        if len(found) == 1:
            return found[0].slug
    return None


def is_ours(address: str, takers: Sequence[Taker]) -> bool:
    """Whether mails are sent from this address here, or come in by it: it is never answered."""
    own = {settings.MAIL_FROM.lower(), *(taker.submit_email.lower() for taker in takers)}
    return address.lower() in own


def is_tied_to(envelope: Envelope, hearing: ConsultationShown) -> bool:
    """Whether something ties a mail to a hearing: it answers a letter of ours about it, names its
    case number, or comes from an address that was invited.
    """
    if any(_slug_of_letter(each) == hearing.slug for each in envelope.answers):
        return True
    if _names(envelope.subject, hearing.case_number):
        return True
    return invitations.is_invited(hearing.slug, envelope.sender)


def asked_for(envelope: Envelope) -> str | None:
    """What a mail for no known hearing was sent to, for the tray that it lies in."""
    return envelope.subject or next(iter(envelope.recipients), None)


def _names(subject: str, case_number: str) -> bool:
    """Whether a subject has the case number, however its parts are joined ("22/448", "22-448")."""
    parts = [re.escape(part) for part in re.split(r"[^0-9A-Za-zÆØÅæøå]+", case_number) if part]
    pattern = rf"(?<![0-9A-Za-z]){'[^0-9A-Za-z]{1,3}'.join(parts)}(?![0-9A-Za-z])"
    return bool(parts) and re.search(pattern, subject, re.IGNORECASE) is not None


def _slug_of_letter(message_id: str) -> str | None:
    """The hearing of the letter of ours that has this Message-ID, which cannot be guessed."""
    kind, _, number = (post.about_of(message_id) or "").partition(" ")
    return invitations.slug_of(int(number)) if kind == "recipient" and number.isdecimal() else None


def _answer(
    envelope: Envelope, receipt: Receipt, slug: str | None, now: datetime, store: ByteStore
) -> None:
    """Queues the receipt, once for each delivery; nothing to programs, lists and bounces."""
    about = f"delivery {receipt.number}"
    if envelope.automatic or not envelope.sender or post.of(about):
        return
    if post.sent_to(envelope.sender, since=now - timedelta(days=1), about="delivery") >= MOST_A_DAY:
        return
    hearing = consultations.shown(slug) if slug else None
    letter = receipt_mail(receipt, hearing, envelope)
    proof = json.dumps(receipt.content, ensure_ascii=False, indent=2).encode()
    try:
        post_actions.queue(
            to=envelope.sender,
            subject=letter.subject,
            text=letter.text,
            about=about,
            now=now,
            from_name=hearing.owner if hearing else "",
            answers=envelope.message_id,
            enclosures=[
                Enclosure(f"kvittering-{receipt.number}.json", "application/json", proof),
                receipt_paper(receipt, hearing, envelope),
            ],
            store=store,
        )
    except BadInput:
        # Its From is no address that can be written to: the delivery is safe all the same.
        return
