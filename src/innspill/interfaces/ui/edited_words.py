"""The words for parts of reports that people write, and for files that come back."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, Promise | str]

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
EDITED: Mapping[str, Words] = {
    "text_way": TEXT_WAY,
    "block_difference": BLOCK_DIFFERENCE,
    "piece": PIECE,
}
"""The tables by the names that the pages ask for them by."""
