"""The sentences of lint's remarks, by code."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from innspill.interfaces.ui.words import Words
from innspill.stages.consultations.core.lint import Remark

REMARK: Words = {
    "missing-language": _("Noe mangler på bokmål eller nynorsk. Statsorganer skal ha begge (språklova § 14)."),
    "no-deadline": _("Høringen har ingen frist, så ingen svar kan komme for sent."),
    "no-opening": _("Åpningsdagen er ikke satt, så vi kan ikke se om fristen er lang nok."),
    "deadline-first": _("Fristen er før høringen åpner."),
    "short-deadline": _("Fristen er kortere enn regelen sier. Begrunn den, eller velg en senere dag."),
    "holiday-deadline": _("Fristen går over en ferie. Gi noen uker ekstra."),
    "no-contact": _("Det står ikke hvem folk kan spørre."),
    "no-contact-email": _("Kontakten mangler e-postadresse."),
    "no-submit-email": _("Det står ingen adresse for dem som vil svare på e-post."),
    "double-barrelled": _("Spør om to ting samtidig, så ett kryss ikke kan svare på begge. Del det i to."),
    "leading": _("Legger svaret i munnen på folk. Spør nøytralt."),
    "mixed-polarity": _("«Ja» er ros i noen spørsmål og kritikk i andre. Spør i samme retning overalt."),
    "no-effect": _("Det er ikke sagt hva et kryss betyr. Velg om det støtter eller kritiserer."),
    "no-questions": _("Skjemaet har ingen spørsmål."),
    "unknown-reference": _("Viser til et kapittel som ikke finnes i dokumentene."),
    "unmapped-page-question": _("Ikke alle sidens egne spørsmål har et spørsmål i skjemaet."),
    "no-bodies": _("Ingen instanser er invitert."),
    "invited-twice": _("En instans står to ganger på listen."),
    "abbreviation": _("En forkortelse er ikke forklart. Legg den i ordlisten."),
    "long-sentence": _("En setning er lang. Del den i to."),
}


def sentence(remark: Remark) -> str:
    """The remark in the page's language; in English where it has no words yet."""
    said = REMARK.get(remark.code)
    if said is None:
        return remark.text
    return str(said) % remark.values if remark.values else str(said)
