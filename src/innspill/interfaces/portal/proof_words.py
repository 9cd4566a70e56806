"""What the page about proof says: why a receipt does not fit, and why a delivery has no response."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from innspill.shared.journal.verifying import Fault

NO_RECEIPT = _(
    "Dette er ikke en kvittering. Velg filen som heter kvittering-<nummer>.json, uten å endre den."
)
NOT_WHOLE = _("Kvitteringen er ikke hel. Deler av den mangler eller er ikke lagret riktig.")
CHANGED = _(
    "Kvitteringen er endret etter at den ble gitt: tid, filer, høring eller nummer er ikke det som"
    " står i journallinjen."
)
NO_PROOF = _(
    "Beviset i kvitteringen holder ikke: det fører ikke fra journallinjen til roten av journalen."
)
FALSE_SIGNATURE = _("Signaturen i kvitteringen er falsk. Den er endret, eller noen har laget den.")
NOT_FROM_HERE = _(
    "Kvitteringen er ikke herfra. Det kan være at du svarte på et annet nettsted; kontroller den der."
)
IS_LOST = _(
    "Kvitteringen er hel, og vi har signert den, men mottaket står ikke i registeret vårt. Det skal"
    " ikke kunne skje. Ta vare på kvitteringen, og ta kontakt."
)
FAULTS: Mapping[str, Promise] = {
    r"this is no receipt": NO_RECEIPT,
    r"holds something|is missing, or|64 hexadecimal|base64|is no journal line$|is no JSON$": NOT_WHOLE,
    r"signed note|signature line|no checkpoint$|no size$|too long": NOT_WHOLE,
    r"does not say which key|no verifier key|key's id": NOT_WHOLE,
    r"the journal line (is about|has) ": CHANGED,
    r"does not lead|what was signed is another": NO_PROOF,
    r"the signature under|is not signed with|the key of": FALSE_SIGNATURE,
}
"""A piece of what the verifier says → what the page says."""


def said_of(fault: Fault) -> str:
    """What does not fit, in one sentence of the page's language."""
    return str(sentence_for(str(fault)) or NOT_WHOLE)


def sentence_for(fault: str) -> Promise | None:
    """What the page says for what the verifier says; None where nobody thought of it."""
    found = (sentence for piece, sentence in FAULTS.items() if re.search(piece, fault))
    return next(found, None)


ASIDE: Mapping[str, Promise] = {
    "duplicate": _("Vi hadde de samme filene fra før. Det er det første mottaket som gjelder."),
    "unknown-hearing": _(
        "Vi vet ikke sikkert hvilken høring det gjelder. En saksbehandler ser på det."
    ),
    "closed-hearing": _("Høringen tok ikke imot svar da det kom. En saksbehandler ser på det."),
    "not-a-response": _("En saksbehandler mener at dette ikke er et høringssvar."),
    "unreadable": _("Vi klarte ikke å lese filene. En saksbehandler ser på det og kan spørre deg."),
    "too-big": _("Det er for stort til å bli lest av seg selv. En saksbehandler ser på det."),
    "spam": _(
        "Det så ikke ut som et høringssvar, og er lagt til side. Ta kontakt hvis det er feil."
    ),
    "bounce": _(
        "Det så ut som en automatisk melding, og er lagt til side. Ta kontakt hvis det er feil."
    ),
    "auto-reply": _(
        "Det så ut som en automatisk melding, og er lagt til side. Ta kontakt hvis det er feil."
    ),
    "virus": _(
        "Det kan være noe skadelig i filene. De er tatt vare på, men ikke lest. Send svaret på nytt"
        " på en annen måte, eller ta kontakt."
    ),
}
"""Why a delivery has no response in the register, as its sender may know it."""
MOVED = _(
    "Det kom uten å si hvilken høring det gjaldt. En saksbehandler har lagt det i riktig høring."
)


def said_of_aside(reason: str, *, moved: bool) -> str:
    """Why a delivery was set aside, in the page's language."""
    return str(MOVED if moved else ASIDE.get(reason, ASIDE["unreadable"]))
