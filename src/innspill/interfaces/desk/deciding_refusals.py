"""What the actions of deciding refuse, in the reader's language."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SAID: tuple[tuple[str, str | Promise], ...] = (
    (
        "the deciding of this hearing is finished",
        _("Høringen er ferdig behandlet. Åpne den igjen først, hvis noe skal endres."),
    ),
    (
        "this word does not wait any more",
        _("Noen har alt valgt mellom de to vurderingene. Se på nytt."),
    ),
    (
        "nothing was said before",
        _("Du har ikke vurdert noe i høringen ennå. Vurder én merknad først."),
    ),
    ("a comment is decided on twice", _("En merknad står to ganger. Vurder den én gang.")),
    ("the words are too long", _("Teksten er for lang. Kort den ned.")),
    (
        "there is no such standard reason",
        _("Standardbegrunnelsen finnes ikke. Velg en fra listen."),
    ),
    (
        "there is a standard reason with this title already",
        _("Det finnes en standardbegrunnelse med denne tittelen. Endre den som står der."),
    ),
    (
        "a standard reason needs a title and a text",
        _("En standardbegrunnelse må ha både tittel og tekst."),
    ),
    ("there is no such change", _("Endringen finnes ikke lenger. Se på listen over endringer.")),
    (
        "the place of the change is missing",
        _("Velg hvor i høringsdokumentet endringen står."),
    ),
    (
        "the old and the new text are the same",
        _("Gammel og ny tekst er like. Skriv hva som skal endres."),
    ),
    (
        "the text of the change is too long",
        _("Teksten i endringen er for lang. Velg et kortere stykke."),
    ),
)
"""What an action says is wrong, as a pattern for the whole of it → what is said at the desk."""
