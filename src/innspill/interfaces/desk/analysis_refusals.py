"""What the actions of analysis refuse, in the reader's language."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SAID: tuple[tuple[str, str | Promise], ...] = (
    (
        r"(?P<number>\w+) comments are unconfirmed",
        _(
            "Svaret er ikke ferdig: %(number)s av merknadene er ikke bekreftet. Bekreft eller rett"
            " dem først."
        ),
    ),
    (
        "there is nothing on one side of the cut",
        _("Det er ingenting på den ene siden. Del mellom to ord."),
    ),
    (
        "only comments side by side in one answer can be joined",
        _("Bare merknader som står ved siden av hverandre i samme tekst, kan slås sammen."),
    ),
    (
        r"these words stand in no piece: «(?P<words>.*)»",
        _("Disse ordene falt utenfor: «%(words)s». Alle ord må stå i en del."),
    ),
    (
        r"two pieces have the same words: «(?P<words>.*)»",
        _("Disse ordene kom i to deler: «%(words)s». Hvert ord kan bare stå i én."),
    ),
    (r"a piece from .+ to .+ is outside the text", _("Teksten er endret. Del den på nytt.")),
    (r".+ is no kind of remainder", _("Velg hva delen er, fra listen.")),
    (r".+ is no (?:stance|theme|link|proposal|mention|kind|x)", _("Velg en av dem som står der.")),
    (
        "these comments belong to several hearings",
        _("Merknadene hører til flere høringer. Velg fra én."),
    ),
    ("no comments are chosen", _("Kryss av for minst én merknad i listen.")),
    (
        "there is nothing here that can be judged",
        _("Siden er endret siden du åpnet den. Last den på nytt, og prøv igjen."),
    ),
    ("the proposal is too long", _("Forslaget er for langt. Kort det ned.")),
    ("the theme has no name", _("Temaet mangler navn. Skriv hva merknadene handler om.")),
    ("the name of the theme is too long", _("Navnet på temaet er for langt. Kort det ned.")),
    (
        "there is a theme with this name already",
        _("Det finnes et tema med dette navnet. Slå dem sammen, eller velg et annet navn."),
    ),
    (
        "there is no theme with this name",
        _("Det finnes ikke noe tema med det navnet. Velg fra listen, eller lag det under Temaer."),
    ),
    ("there is no such theme", _("Temaet finnes ikke lenger. Se på temaene på nytt.")),
    (
        "every hearing has this theme as it is",
        _("Dette temaet har alle høringer. Lag heller et eget."),
    ),
    (
        "themes stand in two levels and no more",
        _("Temaer kan bare stå i to nivåer. Velg et tema som ikke selv er et undertema."),
    ),
    ("there is nothing to merge", _("Velg minst ett tema til, som skal slås sammen med det.")),
)
"""What an action says is wrong, as a pattern for the whole of it → what is said at the desk."""
