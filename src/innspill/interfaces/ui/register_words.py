"""The words for what the register says of a response: its kinds, and why it stands."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, Promise | str]

RESPONSE_KIND: Words = {
    "answer": _("Eget svar"),
    "will-come": _("Varsel om at svar kommer"),
    "addition": _("Tillegg til et tidligere svar"),
    "no-remarks": _("Ingen merknader"),
    "no-stand": _("Tar ikke stilling"),
    "adherence": _("Slutter seg til et annet svar"),
    "joint": _("Felles svar fra flere"),
    "on-behalf": _("På vegne av andre"),
    "sub-unit": _("Fra en enhet i organisasjonen"),
    "council-decision": _("Vedtatt av et folkevalgt organ"),
    "preliminary": _("Foreløpig, vedtak kommer"),
    "person": _("Fra en privatperson"),
}
"""What kinds of response there are; the first six add up to all."""
COUNTED_KIND: Words = {
    "answer": _("med eget innhold"),
    "will-come": _("som varsler svar senere"),
    "addition": _("som er tillegg"),
    "no-remarks": _("uten merknader"),
    "no-stand": _("som ikke tar stilling"),
    "adherence": _("som slutter seg til et annet"),
    "joint": _("felles fra flere"),
    "on-behalf": _("på vegne av andre"),
    "sub-unit": _("fra en enhet i en organisasjon"),
    "council-decision": _("vedtatt av et folkevalgt organ"),
    "preliminary": _("foreløpige"),
    "person": _("fra privatpersoner"),
}
"""The same after a number: "31 med eget innhold"."""
RELATION: Words = {
    "supersedes": _("Dette svaret erstatter det andre"),
    "adds-to": _("Dette svaret er et tillegg til det andre"),
    "confirms": _("Dette svaret er vedtaket om det andre, og erstatter det"),
    "alone": _("Dette svaret står for seg selv, ved siden av de andre"),
}
WHY_STANDS: Words = {
    "only-one": _("Det eneste svaret fra denne avsenderen"),
    "latest": _("Det nyeste svaret fra denne avsenderen"),
    "beside": _("Står ved siden av et nyere svar"),
    "addition": _("Tillegg: står sammen med det det utfyller"),
    "notice": _("Varsel: teller ikke som svar, og erstatter ingenting"),
    "later-of-same": _("Samme avsender har sendt et nyere svar"),
    "new-version": _("Avsenderen har sendt en ny versjon"),
    "withdrawn": _("Avsenderen har trukket svaret"),
    "word-alone": _("Avgjort av saksbehandler: står for seg selv"),
    "word-adds-to": _("Avgjort av saksbehandler: tillegg"),
    "word-supersedes": _("Avgjort av saksbehandler: erstattet"),
    "word-confirms": _("Avgjort av saksbehandler: vedtaket erstatter det"),
}
