"""What finishing and the register of measures refuse, in the reader's language."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SAID: tuple[tuple[str, str | Promise], ...] = (
    ("the deciding of this hearing is not finished", _("Vurderingen er ikke avsluttet.")),
    (
        "nothing is left under this filter",
        _("Det står ingenting igjen i dette utvalget. Noen har kanskje vurdert det alt."),
    ),
    ("the measure has no name", _("Tiltak: skriv med noen få ord hva som skal gjøres.")),
    (
        r"the field \w+ of the measure is too long",
        _("Et av feltene er for langt. Kort det ned."),
    ),
    ("there is no such status", _("Status: velg en fra listen.")),
    (
        "the register has a measure with this name",
        _("Det står alt et tiltak med dette navnet i oppfølgingen. Endre heller det."),
    ),
    (
        "only what is followed becomes a measure",
        _("Bare det som er tatt til følge, helt eller delvis, kan bli et tiltak."),
    ),
)
TO_DO: dict[str, str | Promise] = {
    "Mend this before the hearing is finished.": _(
        "Høringen kan ikke avsluttes ennå. Se hva som står igjen under «Dette må på plass»."
    ),
}
"""Refusals whose cause is a list: known by what they ask for."""
