"""The words of the screens where points are decided on."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.ui.closing_words import CLOSING

Words = Mapping[str, Promise | str]

GATHERED: Words = {
    "theme": _("Tema"),
    "question": _("Spørsmål"),
    "place": _("Sted i høringen"),
    "like": _("Like merknader"),
    "proposal": _("Forslag"),
    "respondent": _("Avsender"),
}
"""Ways to gather comments on the board."""
SAID_OF: Words = {
    "comment": _("merknaden"),
    "like": _("alle like merknader"),
    "theme": _("temaet"),
}
"""What a word was said of."""
NEAR: Words = {
    "like": _("en lik merknad"),
    "theme-and-place": _("samme tema og sted"),
    "theme": _("samme tema"),
    "place": _("samme sted i høringen"),
}
"""How near the comment is that a suggested reason was written on."""
OUTCOME_SAID: Words = {
    "open": _("Åpnet igjen, behandles for seg"),
    "inherits": _("Følger gruppen eller temaet igjen"),
}
"""Beside the outcomes that decide, as the history says them."""
DECIDING: dict[str, Words] = {
    "gathered": GATHERED,
    "said_of": SAID_OF,
    "near": NEAR,
    **CLOSING,
}
