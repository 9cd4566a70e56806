"""The words for letters back to those who answered, and for measures as the public is told of them."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, Promise | str]

LETTER_WAY: Words = {
    "mail": _("E-post"),
    "paper": _("På papir"),
    "none": _("Ingen adresse"),
}
LETTER_STATE: Words = {
    "due": _("Ikke sendt"),
    "changed": _("Endret etterpå"),
    "ordered": _("Skrives nå"),
    "made": _("Skal skrives ut"),
    "posted": _("Sendt på papir"),
    "nobody": _("Kan ikke sendes"),
    "waiting": _("I kø"),
    "sending": _("Sendes nå"),
    "unsure": _("Usikkert om den kom fram"),
    "sent": _("Sendt"),
    "refused": _("Avvist"),
    "returned": _("Kom i retur"),
    "unsent": _("Ble ikke sendt"),
}
LETTER_UNSENT: Words = {
    "withdrawn": _("Svaret er trukket."),
    "superseded": _("Svaret er erstattet av et nyere. Avsenderen får brev om det."),
    "gone": _("Svaret er ikke lenger blant høringens svar."),
    "replaced": _("Det lå til utskrift da et nyere brev tok plassen."),
}
CARRIED: Words = {
    "author": _("forfatter"),
    "comments": _("kommentarer"),
    "attachments": _("vedlegg"),
    "scripts": _("skript"),
    "older": _("eldre utgaver av filen"),
    "signature": _("signatur"),
    "unknown": _("det som ikke kunne undersøkes"),
}
"""What a file of a decision carried beside its text, and was taken out."""
PUBLIC_MEASURE: Words = {
    "planned": _("Planlagt"),
    "under-way": _("I gang"),
    "done": _("Gjennomført"),
    "dropped": _("Tatt ut"),
}
REPLIES: Mapping[str, Words] = {
    "letter_way": LETTER_WAY,
    "letter_state": LETTER_STATE,
    "letter_unsent": LETTER_UNSENT,
    "public_measure": PUBLIC_MEASURE,
}
