"""The words for what is wrong with a list of those to be invited."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, Promise | str]

TROUBLE: Words = {
    "no-name": _("navnet mangler"),
    "name-too-long": _("navnet er for langt"),
    "bad-email": _("dette er ikke en e-postadresse"),
    "bad-number": _("dette er ikke et organisasjonsnummer"),
    "bad-language": _("dette er ikke en målform"),
    "no-value": _("formelen har ingen lagret verdi. Åpne filen i Excel og lagre den på nytt"),
    "empty": _("Det står ingen instanser her"),
    "no-name-column": _("Ingen kolonne har overskriften Navn"),
}
