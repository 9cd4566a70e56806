"""What an action refuses, in the reader's language: its English sentence stays for the command line."""

from __future__ import annotations

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.desk import (
    analysis_refusals,
    closing_refusals,
    deciding_refusals,
    paper_refusals,
    report_refusals,
)
from innspill.shared.errors import BadInput

_SAID: tuple[tuple[str, str | Promise], ...] = (
    *analysis_refusals.SAID,
    *paper_refusals.SAID,
    *closing_refusals.SAID,
    *deciding_refusals.SAID,
    *report_refusals.SAID,
    ("there is no deadline to extend", _("Høringen har ingen frist å utsette.")),
    (r".+ is not after everybody's deadline, .+", _("Velg en dag etter fristen for alle.")),
    ("the reason is missing", _("Skriv en begrunnelse, i en setning eller to.")),
    (
        "the deadline is moved while a hearing is open or just closed",
        _("Fristen kan bare flyttes mens høringen er åpen eller nettopp er stengt."),
    ),
    ("this is the deadline already", _("Dette er fristen allerede.")),
    (r"\d{4}-\d\d-\d\d is over", _("Dagen er passert. Velg en som kommer.")),
    (
        r"a hearing is not taken from \S+ to \S+ by hand",
        _("Høringen kan ikke gå til den fasen herfra. Publiser et utkast, eller flytt fristen."),
    ),
    ("nothing is changed", _("Det er ingen endringer å kunngjøre.")),
    (
        r"the note to the public is missing.*",
        _("Skriv en melding til publikum på bokmål og nynorsk om hva som er endret, og hvorfor."),
    ),
    ("it is published already", _("Høringen er publisert allerede.")),
    (
        r"there is a hearing with the case number .+ already",
        _("Saksnummeret er brukt på en annen høring. Gi denne et eget."),
    ),
    ("is written to already", _("Adressen står allerede på listen. Endre den som står der.")),
    (
        "is in the address book already",
        _("Den står i adresseboken allerede. Endre den som står der."),
    ),
    ("is on the list already", _("Den står på høringslisten allerede.")),
    (
        "the hearing is not open yet",
        _("Høringen er ikke åpnet ennå. Publiser den først, ellers fører lenkene ingen steder."),
    ),
    ("the letter is missing", _("Brevet mangler på ett av språkene.")),
    ("the letter needs a subject and a text", _("Brevet må ha emne og tekst.")),
    ("the letter is too long", _("Brevet er for langt. Kort det ned.")),
    ("there is no such field", _("Brevet har et felt i krøllparentes som ikke finnes.")),
    ("the personal link is missing", _("Brevet må ha {lenke}, ellers kan mottakeren ikke svare.")),
    (r"is neither \.xlsx nor \.csv", _("Filen er verken .xlsx eller .csv. Lagre den som .xlsx.")),
    (r"cannot be read as \.xlsx", _("Filen kan ikke leses. Lagre den på nytt i Excel.")),
    (r"line \d+ cannot be read: .+", _("En linje kan ikke leses. Lagre listen på nytt som .xlsx.")),
    ("is too large when unpacked", _("Filen er for stor. Del listen i flere.")),
    (r"has more than \d+ rows", _("Listen er for lang. Del den i flere.")),
    ("is no e-mail address", _("Dette er ikke en e-postadresse. Skriv navn@domene.no.")),
    (
        "some of these comments are not there any more",
        _("Noen av merknadene er borte. Se på nytt."),
    ),
    (r".+ is not ticked here", _("Det krysset finnes ikke i svaret. Velg et av dem som står der.")),
    ("it is not set aside", _("Leveransen er ikke satt til side.")),
    (
        "the other delivery is not one of this hearing",
        _("Den andre leveransen finnes ikke i denne høringen. Se etter nummeret i mottaket."),
    ),
    (
        "the other delivery is set aside itself",
        _("Den andre leveransen er selv satt til side. Velg en som teller."),
    ),
    (
        "nothing is set aside for this reason by hand",
        _("Velg en av grunnene som står på siden."),
    ),
    (
        "there is nothing that the model was not asked",
        _("Modellen er spurt om alt som er publisert."),
    ),
    ("no report is made", _("Det er ikke laget noen rapport ennå. Lag en først.")),
    ("there is no such relation", _("Velg hvordan svarene står til hverandre.")),
    ("there is no such other response", _("Det andre svaret finnes ikke i denne høringen.")),
    ("one of them is withdrawn", _("Et av svarene er trukket, og kan ikke stå til noe annet.")),
    (
        "then none of them would stand",
        _("Da ville ingen av svarene gjelde. Angre det som er sagt om det andre svaret først."),
    ),
    ("nobody has said how it stands", _("Ingen har avgjort dette, så det er ingenting å angre.")),
    (
        "nobody has said whether it was late",
        _("Ingen har avgjort dette, så det er ingenting å angre."),
    ),
    (
        "nobody has settled the sender",
        _("Ingen har avklart avsenderen, så det er ingenting å angre."),
    ),
    (r"there is no such kind: .+", _("Det slaget svar finnes ikke. Velg et som står på siden.")),
    ("these words do not stand there", _("Ordene står ikke i teksten. Kopier dem herfra.")),
    (
        "there is no such place",
        _("Stedet finnes ikke i teksten. Merk det på nytt."),
    ),
    (
        "no file of this response is refused",
        _("Ingen fil i dette svaret er avvist. Kanskje er den bygd på nytt alt."),
    ),
    (
        "this would tell who sent a response that is to stand without a name",
        _("Dette ville vise hvem avsenderen er, og svaret skal stå uten navn. Endre ønsket først."),
    ),
    ("there is no such wish", _("Velg et av ønskene på siden.")),
    ("there is no such mark", _("Velg hva slags opplysning det er.")),
    (r"there is no such ground: .*", _("Velg et grunnlag fra listen.")),
    (r"two .+ have the id .+", _("To deler har fått samme navn i systemet. Gi den ene et annet.")),
)
"""What an action says is wrong, as a pattern for the whole of it → what is said at the desk."""
_TO_DO: dict[str, str | Promise] = {
    **closing_refusals.TO_DO,
    "Mend this first.": _("Rett det som må på plass først. Se under «Dette fant vi»."),
    "People may have answered already: add a question instead.": _(
        "Det går ikke etter at høringen er åpnet, for noen kan ha svart. Lag et nytt spørsmål."
    ),
}
"""Refusals whose cause is a list of findings: known by what they ask for."""

_OF_IMPORTS: tuple[tuple[str, str | Promise], ...] = (
    (
        r".*received\.csv, line (?P<line>\d+): '(?P<what>.*)' is no time\. .*",
        _(
            "received.csv, linje %(line)s: «%(what)s» er ikke et tidspunkt. Skriv for eksempel"
            " 2026-03-01T12:00:00+01:00."
        ),
    ),
    (
        r".*received\.csv, line (?P<line>\d+): (?P<what>.*) has a line already\. .*",
        _("received.csv, linje %(line)s: %(what)s står der to ganger. Ta bort den ene linjen."),
    ),
    (
        r".*received\.csv, line (?P<line>\d+): the column file is missing\. .*",
        _(
            "received.csv, linje %(line)s: kolonnen file mangler. Første linje skal være:"
            " file,received_at,channel,sender."
        ),
    ),
    (
        r".*received\.csv, line (?P<line>\d+): names no file\. .*",
        _("received.csv, linje %(line)s: navnet på filen mangler. Skriv det først på linjen."),
    ),
    (
        r".*received\.csv, line (?P<line>\d+): (?:has not as many fields|is no sound CSV).*",
        _(
            "received.csv, linje %(line)s: linjen har ikke like mange felt som den første. Rett"
            " linjen."
        ),
    ),
    (
        r".* has a received\.csv that is not UTF-8\. .*",
        _("received.csv er ikke lagret som UTF-8. Velg «CSV UTF-8» når du lagrer den."),
    ),
    (
        r".* has a received\.csv that is damaged\. .*",
        _("received.csv er skadet i den pakkede filen. Pakk filene på nytt."),
    ),
    (r".* is no mailbox file\. .*", _("Filen er ikke en postkasse. Velg en .mbox-fil.")),
    (r".* is no sound \.zip file\. .*", _("Den pakkede filen er skadet. Pakk filene på nytt.")),
    (r".* unpacks to too much\. .*", _("Det er for mye i den pakkede filen. Del den i flere.")),
    (
        r".* is built to unpack without end\. .*",
        _("Den pakkede filen er bygd feil og kan ikke pakkes ut. Pakk filene på nytt."),
    ),
    (
        "it was stopped, and begun anew",
        _("Den ble avbrutt, og begynt på nytt i en senere innhenting."),
    ),
)
"""Why a whole import stopped, as it is noted at the job → what is said at the desk."""
_ONLY_ENGLISH = _("%(reason)s (meldingen finnes bare på engelsk)")


def of_import(problem: str) -> str:
    """Why an import stopped, in the page's language; "" where nothing is wrong."""
    for pattern, said in _OF_IMPORTS:
        found = re.fullmatch(pattern, problem, re.DOTALL)
        if found:
            return str(said) % found.groupdict()
    return str(_ONLY_ENGLISH) % {"reason": problem} if problem else ""


def in_words(error: BadInput) -> str:
    """What `error` says, in the page's language; what we have no words for is shown as it is."""
    if error.todo in _TO_DO:
        return str(_TO_DO[error.todo])
    for pattern, said in _SAID:
        found = re.fullmatch(pattern, error.what, re.DOTALL)
        if found:
            return str(said) % found.groupdict() if found.groupdict() else str(said)
    return str(_ONLY_ENGLISH) % {"reason": error}
