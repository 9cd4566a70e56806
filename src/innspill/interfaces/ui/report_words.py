<<<<<<< HEAD
"""The words for reports, their parts, and files of them that come back."""
=======
"""The words for reports: kinds, files, and what a report lacks."""
>>>>>>> 2d626468fa71b24efd4c2a0dffc918083e62268c

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, Promise | str]

REPORT_KIND: Words = {
<<<<<<< HEAD
    "summary": _("Oppsummering etter spørsmål"),
    "ministry": _("Kapittel etter tema"),
    "municipal": _("Tabell med innspill og vurdering"),
    "letter": _("Kort brev"),
}
TEXT_WAY: Words = {"desk": _("ved skrivebordet"), "word": _("i Word")}
BLOCK_DIFFERENCE: Words = {
    "changed": _("Endret"),
    "gone": _("Tatt bort"),
    "new": _("Nytt"),
    "same": _("Uendret"),
}
PIECE: Words = {"gone": _("tatt bort:"), "new": _("nytt:"), "same": ""}
SHEET_FAULT: Words = {
    "no-id": _("Id-en mangler, så vi vet ikke hvilken merknad raden gjelder."),
    "unknown-id": _("«%(value)s» er ikke id-en til en merknad i denne høringen."),
    "twice": _("Merknaden «%(value)s» står på en rad lenger opp også. Ta bort den ene."),
    "other-reference": _(
        "«%(value)s» hører ikke til id-en på raden. Er bare noen av kolonnene sortert?"
    ),
    "other-text": _(
        "Teksten «%(value)s» hører ikke til id-en på raden. Er bare noen av kolonnene sortert?"
    ),
    "unknown-outcome": _("«%(value)s» er ikke en vurdering. Velg en fra listen i ruten."),
    "no-outcome": _("Vurderingen mangler, men begrunnelse eller ansvarlig er fylt ut."),
    "no-reason": _("Begrunnelsen mangler."),
    "unknown-seen": _("«%(value)s» er endret. Kolonnen skal stå som den var i filen."),
    "too-long": _("Teksten som begynner med «%(value)s», er for lang. Kort den ned."),
}
REPORTS: Mapping[str, Words] = {
    "report_kind": REPORT_KIND,
    "text_way": TEXT_WAY,
    "block_difference": BLOCK_DIFFERENCE,
    "piece": PIECE,
}
"""The tables by the names that the pages ask for them by."""
=======
    "summary": _("Oppsummering, spørsmål for spørsmål"),
    "ministry": _("Kapittel til en proposisjon, tema for tema"),
    "municipal": _("Tabell med innspill og vurderinger"),
    "letter": _("Kort brev om en liten høring"),
}
REPORT_FILE: Words = {
    "": _("venter på tur"),
    "word": _("Word-filen"),
    "pdf": _("PDF-filen"),
    "html": _("nettsiden"),
    "json": _("datafilen"),
    "excel": _("regnearket"),
    "matrix": _("matrisen"),
}
REPORT_LEFT: Words = {
    "open": _("høringen er ikke avsluttet"),
    "unprocessed": _("innsendinger er ikke ferdig behandlet"),
    "waiting": _("svar venter på kontroll"),
    "undivided": _("svar er ikke gjennomgått"),
    "undecided": _("merknader er ikke vurdert"),
    "unread": _("vurderinger venter på å bli godkjent"),
    "unwritten": _("deler er ikke skrevet"),
}
REPORTS: dict[str, Words] = {
    "report_kind": REPORT_KIND, "report_file": REPORT_FILE, "report_left": REPORT_LEFT,
}  # fmt: skip
>>>>>>> 2d626468fa71b24efd4c2a0dffc918083e62268c
