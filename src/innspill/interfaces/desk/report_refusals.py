"""What the actions of reports' texts refuse, in the reader's language."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SAID: tuple[tuple[str, str | Promise], ...] = (
    ("the part has no heading", _("Delen mangler overskrift. Skriv hva den handler om.")),
    ("the heading is too long", _("Overskriften er for lang. Kort den ned.")),
    ("the part is too long", _("Delen er for lang. Del den i flere.")),
    (
        r"there is no such table or chart: (?P<line>.*)",
        _("Det finnes ingen slik tabell eller figur: %(line)s. La linjen stå som den var."),
    ),
    (
        "a table or chart stands twice",
        _("En tabell eller figur står to ganger. Ta bort den ene linjen."),
    ),
    ("there is no such part", _("Delen finnes ikke lenger. Se på oppbyggingen på nytt.")),
    (
        "there is nothing to do with the (?:outline|part)",
        _("Siden er endret siden du åpnet den. Last den på nytt, og prøv igjen."),
    ),
    ("nobody has written in the part", _("Ingen har skrevet i delen. Se på den på nytt.")),
    ("the page is too old", _("Siden har ligget åpen for lenge. Åpne den på nytt.")),
    ("no parts are chosen", _("Kryss av for minst én del.")),
    (".+ is no kind of report", _("Velg hva slags rapport det skal være.")),
    (".+ is no language here", _("Velg et språk fra listen.")),
    (
        r"cannot be read as \.docx",
        _("Filen kan ikke leses som Word. Lagre den på nytt som .docx i Word."),
    ),
    ("has macros", _("Filen har makroer. Lagre den som .docx uten makroer.")),
    ("is too large", _("Filen er for stor. Ta ut bilder og egne ark.")),
    (
        "is no report of this hearing",
        _(
            "Filen er ikke en rapport fra denne høringen. Last ned Word-filen av en rapport, rediger"
            " den, og lagre den som .docx."
        ),
    ),
    (
        "has no sheet with comments",
        _(
            "Filen har ikke arket med merknader. Bruk Excel-filen av en rapport, og la overskriftene"
            " i arket stå."
        ),
    ),
    (
        "the workbook is of another hearing",
        _("Ingen av radene hører til denne høringen. Velg Excel-filen av en rapport herfra."),
    ),
)
"""What an action says is wrong, as a pattern for the whole of it → what is said at the desk."""
