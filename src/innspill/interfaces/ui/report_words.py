"""The words for reports: kinds, files, and what a report lacks."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.ui.edited_words import EDITED

Words = Mapping[str, Promise | str]

REPORT_KIND: Words = {
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
    "unprocessed": _("leveranser er ikke ferdig behandlet"),
    "waiting": _("svar venter på gjennomgang"),
    "undivided": _("svar er ikke gjennomgått"),
    "undecided": _("merknader er ikke vurdert"),
    "unread": _("vurderinger venter på å bli godkjent"),
    "unwritten": _("deler er ikke skrevet"),
}
REPORTS: dict[str, Words] = {
    **EDITED,
    "report_kind": REPORT_KIND, "report_file": REPORT_FILE, "report_left": REPORT_LEFT,
}  # fmt: skip
