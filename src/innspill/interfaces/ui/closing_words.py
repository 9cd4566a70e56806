"""The words for the register that is followed up, and for what hinders that a hearing is finished."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, Promise | str]

MEASURE_STATUS: Words = {
    "planned": _("Planlagt"),
    "under-way": _("I gang"),
    "done": _("Gjennomført"),
    "dropped": _("Droppet"),
}
MEASURE_COLOUR: Mapping[str, str] = {
    "planned": "neutral",
    "under-way": "info",
    "done": "success",
    "dropped": "neutral",
}
COUNTED_AS: Words = {
    "alone": _("Vurdert for seg"),
    "inherited": _("Vurdert sammen med like merknader eller temaet"),
    "in-bulk": _("Satt til orientering under ett"),
    "waiting": _("Venter på kvalitetssikring"),
}
"""How a comment came to what was decided on it."""
CLOSING: Mapping[str, Words] = {
    "measure_status": MEASURE_STATUS,
    "measure_colour": MEASURE_COLOUR,
    "counted_as": COUNTED_AS,
}
"""The tables by the names that the pages ask for them by."""
