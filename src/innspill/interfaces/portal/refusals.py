"""What a draft refuses, said in the reader's language: what, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from innspill.stages.drafting.core.refusals import Refused

SENTENCES: Mapping[str, Promise] = {
    "no-question": _("Høringen har ikke dette spørsmålet lenger. Last siden på nytt."),
    "no-choice": _("Spørsmålet har ikke dette svaralternativet lenger. Last siden på nytt."),
    "no-note": _("Merknaden finnes ikke lenger."),
    "no-file": _("Filen finnes ikke lenger."),
    "no-language": _("Språket er ikke et av dem vi har. Velg bokmål, nynorsk eller engelsk."),
    "not-open": _("Svaret kan ikke endres nå."),
    "not-yours": _("Lenken gir ikke rett til dette. Spør den som begynte på svaret."),
    "too-many-files": _("Det er alt %(limit)s filer ved svaret. Fjern noen, eller slå dem sammen."),
    "too-large": _("«%(name)s» er for stor. Grensen er %(limit)s MB per fil."),
    "empty-file": _("«%(name)s» er tom. Velg filen med innhold."),
    "a-program": _(
        "«%(name)s» er et program eller en nettside med skript. Lagre innholdet som PDF eller Word,"
        " og legg ved det i stedet."
    ),
    "taken-back": _("Svaret er trukket. Åpne det på nytt før du endrer det."),
    "missing": _("Hvem svarer: skriv navnet på organisasjonen eller deg selv."),
    "nothing-handed-in": _("Det er ikke sendt inn noe svar ennå."),
    "empty-note": _("Merknaden er tom. Skriv noe først."),
    "too-long": _("En av tekstene er for lang. Kort den ned til høyst %(limit)s tegn."),
    "no-recipient": _("Invitasjonen gjelder ikke lenger. Svar fra høringssiden i stedet."),
    "too-busy": _(
        "Uvanlig mange begynner på et svar akkurat nå. Prøv igjen om en time, eller send svaret som fil."
    ),
    "draft-hearing": _("Høringen er ikke sendt ut ennå."),
}


def sentence(error: Refused) -> str:
    """The refusal as one sentence to act on."""
    said = str(SENTENCES[error.code])
    return said % error.values if error.values else said
