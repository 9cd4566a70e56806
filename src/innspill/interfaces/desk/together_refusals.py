"""What the actions of assignments, notes and second readers refuse, in the reader's language."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SAID: tuple[tuple[str, str | Promise], ...] = (
    (
        "it is given to one colleague or one unit",
        _("Velg en kollega, eller skriv navnet på en annen enhet. Ikke begge."),
    ),
    ("the name of the unit is too long", _("Navnet på enheten er for langt. Kort det ned.")),
    ("the note is too long", _("Notatet er for langt. Kort det ned.")),
    ("the note is empty", _("Notatet er tomt. Skriv det først.")),
    (
        "this person may not decide here",
        _("Denne personen kan ikke vurdere merknader her. Velg en kollega fra listen."),
    ),
    (
        "nothing is chosen that waits",
        _("Velg noe som venter på kvalitetssikring, fra listen."),
    ),
    (
        "who decided cannot approve it",
        _("Den som har vurdert eller skrevet, kan ikke godkjenne det selv. Be en kollega."),
    ),
    (
        "this theme is not there any more",
        _("Temaet finnes ikke lenger i høringen. Velg et annet."),
    ),
    (
        "this question is not in the hearing",
        _("Spørsmålet finnes ikke i høringen. Velg et annet."),
    ),
)
"""What an action says is wrong, as a pattern for the whole of it → what is said at the desk."""
