"""What the letters back and the publishing of a result refuse, in the reader's language."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SAID: tuple[tuple[str, str | Promise], ...] = (
    (
        "letters are sent when the hearing is finished",
        _("Brevene sendes når høringen er ferdig behandlet. Gjør ferdig behandlingen først."),
    ),
    ("everybody has been written to", _("Alle har fått brev. Det er ingen flere å sende.")),
    ("there is no such letter", _("Brevet finnes ikke.")),
    ("no letters are chosen", _("Kryss av for minst ett brev som skal være sendt.")),
    (
        "a response was changed since the report was made",
        _(
            "Et svar er endret, holdt tilbake eller trukket siden rapporten ble laget. Lag rapporten"
            " på nytt, og publiser den."
        ),
    ),
    (
        "the part quotes what is not public: (?P<part>.*)",
        _(
            "Delen «%(part)s» gjengir et svar eller et navn som ikke er offentlig lenger. Ta det ut"
            " av delen, lag rapporten på nytt, og publiser den."
        ),
    ),
    (
        "the address of the decision is none",
        _("Adressen til vedtaket: skriv hele adressen, med https:// foran."),
    ),
    (
        "the file of the decision is too large",
        _("Vedtaket som fil: filen er for stor. Legg den et annet sted, og skriv adressen."),
    ),
    (
        r"the file of the decision is no \.pdf, \.docx or \.odt",
        _("Vedtaket som fil: filen er verken PDF, Word eller ODT. Lagre den som PDF."),
    ),
    (
        "the file of the decision is damaged",
        _("Vedtaket som fil: filen lar seg ikke åpne. Lagre den på nytt som PDF uten passord."),
    ),
    (
        "the file of the decision cannot be made a PDF",
        _("Vedtaket som fil: filen kunne ikke gjøres om til PDF. Lagre den som PDF selv."),
    ),
    (
        "the file of the decision has layers",
        _("Vedtaket som fil: PDF-en har lag som kan være skjult. Skriv den ut som en ny PDF."),
    ),
    (
        "the file of the decision has tracked changes",
        _(
            "Vedtaket som fil: filen har sporede endringer. Godta eller forkast dem, og velg filen på"
            " nytt."
        ),
    ),
    (
        "the file of the decision was not looked through",
        _("Vedtaket som fil: filen er ikke undersøkt. Velg den på nytt."),
    ),
)
