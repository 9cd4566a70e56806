"""What the making of reports refuses, in the reader's language."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SAID: tuple[tuple[str, str | Promise], ...] = (
    (".+ is no kind of report", _("Velg slags rapport fra listen.")),
    ("there is no template to take out", _("Det er ingen mal å ta bort.")),
    (
        "the template is refused: not-word .*",
        _("Filen er ikke et Word-dokument. Lagre malen som .docx i Word."),
    ),
    (
        "the template is refused: too-large .*",
        _("Malen er for stor. Gjør bildene i den mindre."),
    ),
    (
        "the template is refused: macros .*",
        _("Malen har makroer. Lagre den som .docx, uten makroer."),
    ),
    (
        "the template is refused: outside «(?P<what>.*)»",
        _("Malen henter noe utenfra, «%(what)s». Legg bildet inn i malen, eller fjern koblingen."),
    ),
    (
        "the template is refused: embedded «(?P<what>.*)»",
        _("Malen har et innebygd objekt, «%(what)s». Fjern det."),
    ),
    (
        "the template is refused: field «(?P<what>.*)»",
        _("Feltet %(what)s i malen henter noe utenfra. Fjern feltet."),
    ),
    (
        "the template is refused: unknown «(?P<what>.*)»",
        _(
            "Malen spør etter «%(what)s», som ikke er kjent. Bruk {{ rapport }}, {{ tittel }}, "
            "{{ saksnummer }}, {{ dato }} og {{ eier }}."
        ),
    ),
    (
        "the template is refused: no-report .*",
        _("Malen mangler {{ rapport }}. Skriv det i et eget avsnitt der rapporten skal stå."),
    ),
    (
        "the template is refused: report-twice .*",
        _("{{ rapport }} står flere steder i malen. Det kan bare stå ett sted."),
    ),
    (
        "the template is refused: report-not-alone .*",
        _(
            "{{ rapport }} må stå i et eget avsnitt i selve teksten, ikke i "
            "en tabell, et topp- eller bunnfelt eller sammen med andre ord."
        ),
    ),
)
"""Patterns of what the actions say, and the sentence for each."""
