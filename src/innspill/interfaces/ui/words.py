"""The words that the pages use for codes. One table per kind of code; nothing else is here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from innspill.interfaces.ui.analysis_words import ANALYSIS, STANCE
from innspill.interfaces.ui.deciding_words import DECIDING, OUTCOME_SAID
from innspill.interfaces.ui.inviting_words import TROUBLE
from innspill.interfaces.ui.publication_words import (
    CALM_REASON,
    DATA_KIND,
    GROUND,
    GROUND_PLAIN,
    WAITING,
    WISH,
)
from innspill.interfaces.ui.register_words import COUNTED_KIND, RELATION, RESPONSE_KIND, WHY_STANDS
from innspill.interfaces.ui.reply_words import REPLIES
from innspill.interfaces.ui.report_words import REPORTS

Words = Mapping[str, Promise | str]

STATUS: Words = {
    "draft": _("Utkast"),
    "open": _("Åpen for innspill"),
    "closed": _("Fristen er ute"),
    "assessment": _("Under behandling"),
    "finished": _("Ferdig behandlet"),
}
STATUS_COLOUR: Mapping[str, str] = {
    "draft": "neutral",
    "open": "success",
    "closed": "neutral",
    "assessment": "info",
    "finished": "neutral",
}
STANDING: Words = {
    "current": _("Gjeldende"),
    "superseded": _("Erstattet av et nyere svar"),
    "withdrawn": _("Trukket"),
}
KIND: Words = {
    "form": _("Svarskjema"),
    "letter": _("Brev"),
    "cover-note": _("Følgebrev"),
    "unreadable": _("Kunne ikke leses"),
}
VIA: Words = {
    "invited": _("Invitert"),
    "member": _("Svarer som del av en invitert gruppe"),
    "open": _("Ikke på høringslisten"),
}
CHANNEL: Words = {
    "folder": _("Mappe"),
    "upload": _("Lastet opp på høringssiden"),
    "email": _("E-post"),
    "web": _("Skjema på nett"),
    "letter": _("Brev på papir"),
    "note": _("Notat om noe som ble sagt"),
}
DELIVERY_STATE: Words = {
    "new": _("Ikke lest ennå"),
    "read": _("Lest, ikke registrert"),
    "registered": _("Registrert"),
    "set-aside": _("Satt til side"),
}
PUBLICATION: Words = {
    "published": _("Publisert"),
    "waiting": _("Venter"),
    "withheld": _("Holdt tilbake"),
    "superseded": _("Erstattet"),
    "withdrawn": _("Trukket"),
}
SET_ASIDE: Words = {
    "duplicate": _("Samme filer mottatt før"),
    "spam": _("Søppelpost"),
    "bounce": _("Retur av egen e-post"),
    "unknown-hearing": _("Ukjent høring"),
    "unreadable": _("Kunne ikke leses"),
    "auto-reply": _("Automatisk svar"),
    "too-big": _("For stor til å leses"),
    "virus": _("Virus funnet"),
    "closed-hearing": _("Høringen er ferdig behandlet"),
    "not-a-response": _("Ikke et høringssvar"),
}
SIFTED: Words = {
    "auto-replied": _("Merket som automatisk svar"),
    "auto-generated": _("Sendt av et datasystem"),
    "away": _("Emnet ligner en fraværsmelding"),
    "list": _("Sendt til en e-postliste"),
    "marked-spam": _("E-postserveren mener det er søppelpost"),
    "sender-unverified": _("E-postserveren kunne ikke bekrefte avsenderen"),
    "spam": _("Ser ut som søppelpost"),
    "bounce": _("Retur av egen e-post"),
    "auto-reply": _("Automatisk svar"),
    "virus": _("Virus funnet"),
    "too-big": _("For stor til å leses"),
    "closed-hearing": _("Kom etter at høringen var ferdig behandlet"),
}
"""What sifting saw, as codes of intake."""
NOT_IMPORTED: Words = {
    "empty": _("Filen er tom"),
    "encrypted": _("Filen er låst med passord"),
    "too-big": _("Filen er for stor. Pakk den ut og send den inn for seg"),
    "outside": _("Navnet peker ut av arkivet"),
    "damaged": _("Filen er skadet"),
    "not-a-mail": _("Dette er ingen e-post"),
    "only-listed": _("Står i received.csv, men ligger ikke i den pakkede filen"),
}
IMPORT_REMARK: Words = {
    "no-time": _("Uten tidspunkt: regnet som mottatt da den ble hentet inn"),
    "time-of-mail": _("Tidspunktet er hentet fra e-postserverens merke"),
}
IMPORT_KIND: Words = {
    "folder": _("Mappe"),
    "zip": _("Pakket fil (.zip)"),
    "mbox": _("Postkasse (.mbox)"),
}
CERTAINTY: Words = {
    "certain": _("sikkert"),
    "likely": _("sannsynlig"),
    "unsure": _("usikkert"),
}
OUTCOME: Words = {
    "followed": _("Tatt til følge"),
    "partly-followed": _("Delvis tatt til følge"),
    "not-followed": _("Ikke tatt til følge"),
    "noted": _("Tatt til orientering"),
    "outside": _("Utenfor høringen"),
}
FLAG: Words = {
    "adheres": _("Slutter seg til et annet høringssvar"),
    "alternatives-differ": _("Meldingens to utgaver sier ulike ting"),
    "answered-in-quote": _("Svarene står inne i det e-posten siterer"),
    "attachment": _("Det fulgte vedlegg"),
    "attachment-elsewhere": _("Vedlegget er bare en lenke"),
    "attachment-missing": _("Et vedlegg som er nevnt, mangler"),
    "attachment-unread": _("Et vedlegg kunne ikke leses"),
    "auto-reply": _("Automatisk svar"),
    "bounce": _("Returmelding"),
    "box-as-picture": _("En avkryssingsboks er et bilde og kan ikke avgjøres"),
    "box-not-found": _("En boks som skulle stått der, ble ikke funnet"),
    "case-number-near-miss": _("Saksnummeret ligner vårt, trolig en skrivefeil"),
    "charset-guessed": _("Tegnsettet er gjettet"),
    "contradictory-ticks": _("Motstridende kryss"),
    "converted": _("Lest gjennom et program som gjorde om filformatet"),
    "cover-says-more": _("Følgebrevet sier noe selv"),
    "damaged": _("Filen er skadet"),
    "damaged-part": _("En del av meldingen er skadet"),
    "drawn-boxes": _("Små tegnede ruter som kan være avkrysninger"),
    "duplicate-member": _("To deler av filen har samme navn"),
    "edited-wording": _("Skjemaets egne ord er endret"),
    "embedded-files": _("Innhold i filen som ikke er lest"),
    "emphasised-choice": _("Svaret er uthevet i stedet for krysset av"),
    "empty-file": _("Filen er tom"),
    "empty-form": _("Skjemaet er ikke fylt ut"),
    "encrypted": _("Filen er låst med passord"),
    "formulas": _("Formler uten lagret resultat"),
    "forwarded-text": _("Teksten er videresendt"),
    "hidden-cells": _("Arket har skjulte celler med tekst"),
    "joint-response": _("Felles svar fra flere"),
    "letters-unknown": _("Noen tegn i filen er ukjente"),
    "low-confidence": _("Mange ord i bildet er usikre"),
    "macros": _("Filen inneholder makroer (de er ikke kjørt)"),
    "merged-cell": _("Slått sammen celler i en tabell"),
    "needs-conversion": _("Filformatet må gjøres om først"),
    "needs-ocr": _("Skannet bilde uten tekst"),
    "no-case-number": _("Saksnummeret mangler"),
    "no-remarks": _("Har ingen merknader"),
    "no-text": _("Filen har ingen tekst"),
    "not-opened": _("Filen kunne ikke åpnes"),
    "ocr-without-norwegian": _("Gjenkjent uten norsk ordliste"),
    "on-behalf": _("Sendt på vegne av andre"),
    "order-unknown": _("Rekkefølgen på teksten er usikker"),
    "organisation-number-wrong": _("Organisasjonsnummeret kan ikke være riktig"),
    "page-question": _("Følger spørsmålene på høringssiden"),
    "pages-not-recognised": _("Ikke alle sidene er gjenkjent"),
    "pages-without-text": _("Sider uten tekst"),
    "placed-by-heading": _("Plassert etter overskriften"),
    "placed-by-number": _("Plassert etter nummeret"),
    "placed-by-question-number": _("Plassert etter spørsmålets nummer"),
    "placed-by-reference": _("Plassert etter kapittelet det viser til"),
    "question-not-found": _("Et spørsmål ble ikke funnet"),
    "question-number-ambiguous": _("Spørsmålets nummer er tvetydig"),
    "question-repeated": _("Spørsmålet er besvart flere steder"),
    "read-receipt": _("Lesekvittering"),
    "reader-stopped": _("Lesingen ble stoppet av filen"),
    "refused": _("Filen er bygd på en utrygg måte"),
    "response-will-come": _("Et svar er varslet"),
    "sender-inferred": _("Avsenderen er utledet av teksten"),
    "sender-unknown": _("Avsenderen er ukjent"),
    "sender-unsure": _("Avsenderen er usikker"),
    "settled": _("Avklart av saksbehandler"),
    "several-questions": _("Gjelder flere spørsmål"),
    "sheet-controls": _("Avkryssingsbokser på arket er ikke lest"),
    "sheet-not-understood": _("Regnearket er ikke forstått som svar"),
    "sheet-sender-above": _("Avsenderen er hentet fra raden over"),
    "shortened-wording": _("Skjemaets egne ord er forkortet"),
    "struck-out-choice": _("Valg er strøket over i stedet for krysset av"),
    "struck-out-text": _("Tekst er strøket over"),
    "struck-out-tick": _("Et kryss eller et valg ved siden av er strøket over"),
    "takes-no-stand": _("Tar ikke stilling"),
    "text-from-ocr": _("Teksten er gjenkjent i et bilde"),
    "tick-state-conflict": _("Krysset vises annerledes enn det er lagret"),
    "tick-unclear": _("Krysset er utydelig"),
    "ticks-without-state": _("Filen viser bokser uten å lagre om de er krysset av"),
    "too-big": _("Filen er for stor til å leses"),
    "too-deep": _("For mange filer inni hverandre"),
    "tracked-changes": _("Sporede endringer i filen"),
    "typed-choice": _("Svaret er skrevet i stedet for krysset av"),
    "unknown-format": _("Ukjent filformat"),
    "unpaired-box": _("En avkryssing hører ikke til noe spørsmål"),
    "wrong-case-number": _("Saksnummeret er et annet"),
    "xfa-form": _("Skjema som bare Adobe Reader kan vise"),
}
HIDDEN: Words = {
    "alternative": _("Den andre utgaven av meldingen"),
    "comment": _("Kommentar"),
    "deleted": _("Slettet"),
    "form-field-hidden": _("Skjult felt"),
    "hidden": _("Skjult tekst"),
    "hidden-column": _("Skjult kolonne"),
    "hidden-row": _("Skjult rad"),
    "hidden-sheet": _("Skjult ark"),
    "invisible": _("Usynlig tekst"),
    "merged-cell": _("Skjult i sammenslått celle"),
    "moved-from": _("Flyttet herfra"),
    "outside-parts": _("Tekst utenfor meldingens deler"),
    "placeholder": _("Ledetekst som ikke er fylt ut"),
}
REFUSED_FILE: Words = {
    "lost": _("filen som ble sendt inn, er borte eller skadet i lageret"),
    "stopped": _("programmet som bygger filer, stanset eller brukte for lang tid"),
    "damaged": _("filen kan ikke åpnes"),
    "locked": _("filen er låst med passord"),
    "too-many-pages": _("filen har for mange sider"),
    "too-big": _("filen eller en side i den er for stor"),
    "not-placed": _("noe som skal holdes tilbake, ble ikke funnet igjen på sidene"),
    "too-little-found": _("for lite av teksten ble funnet igjen på sidene"),
    "left-over": _("noe som skal holdes tilbake, kan stå igjen i filen"),
    "not-read-again": _("den nye filen kunne ikke leses igjen"),
    "no-recogniser": _("filen er bilder, og maskinen kan ikke kjenne igjen tekst i bilder"),
    "seen-only": _(
        "sidene er bilder, og det som skal holdes tilbake, kan være lest feil av maskinen"
    ),
    "unlike": _("sidene viser noe annet enn det filen sier at den viser"),
}
DOUBT: Words = {
    **FLAG,
    **CALM_REASON,
    "hearing-publishes-none": _("Høringen publiserer ikke svar"),
    "sender-unsettled": _("Avsenderen er ikke avklart"),
    "something like a national identity number is left": _("Det kan stå et fødselsnummer igjen"),
    "signs that turn the order of letters": _("Usynlige tegn snur rekkefølgen på bokstavene"),
    "the sender is unknown": _("Avsenderen er ukjent"),
    "unsure who the sender is": _("Det er usikkert hvem avsenderen er"),
    "unsure whether the sender is a private person": _(
        "Det er usikkert om avsenderen er en privatperson"
    ),
}
STEP: Words = {
    "switch": _("Skifte fase"),
    "import": _("Hente inn svar samlet et annet sted"),
    "sift": _("Se etter virus og søppelpost"),
    "read": _("Lese filer"),
    "register": _("Føre i registeret"),
    "redate": _("Se på fristen på nytt"),
    "withdraw": _("Ta ned det som er trukket"),
    "screen": _("Se etter persondata"),
    "rescreen": _("Se på nytt på det som venter, når regelen er endret"),
    "publish": _("Publisere"),
    "rebuild": _("Lage filer som alle kan laste ned"),
    "analyse": _("Finne merknader"),
    "compare": _("Sammenligne svar"),
    "group": _("Finne temaer"),
    "suggest": _("Spørre språkmodellen"),
    "index": _("Gjøre publiserte svar søkbare"),
    "pack": _("Lage ZIP-filer av det som er publisert"),
    "report": _("Lage rapporter"),
    "receipt": _("Skrive kvitteringer"),
    "word": _("Samle det som ble bestemt om hvert svar"),
    "reply": _("Skrive brev til dem som svarte"),
    "send": _("Sende e-post"),
    "returned": _("Se etter e-post i retur"),
    "tell": _("Skrive til dem som abonnerer"),
    "answer": _("Svare på ønsker om abonnement"),
    "remind": _("Minne kolleger om merknader å vurdere"),
    "unreached": _("Avslutte abonnementer der e-posten kommer i retur"),
    "let-go": _("Slette abonnementer som er over"),
    "forget": _("Slette utkast som aldri ble sendt"),
    "clear": _("Tømme gamle e-poster for tekst"),
    "sweep": _("Slette filer som ingenting bruker lenger"),
    "checkpoint": _("Signere sjekkpunkt for journalen"),
    "stamp": _("Hente tidsstempel for sjekkpunktet"),
}
LANGUAGE: Words = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
HEARING_VERB: Words = {
    "consultation-loaded": _("Lastet inn"),
    "consultation-founded": _("Opprettet"),
    "consultation-saved": _("Lagret"),
    "bodies-set": _("Høringslisten endret"),
    "opening-approved": _("Klarert til å åpne av seg selv"),
    "opening-called-off": _("Åpningen avlyst"),
    "consultation-opened": _("Åpnet"),
    "change-announced": _("Endring kunngjort"),
    "change-discarded": _("Endring forkastet"),
    "deadline-moved": _("Fristen flyttet"),
    "extension-granted": _("Lengre frist gitt"),
    "extension-refused": _("Lengre frist avslått"),
    "phase-switched": _("Fasen skiftet"),
}
"""What is done to a hearing, as its log says it."""
INVITED: Words = {
    "answered": _("Har svart"),
    "no-remarks": _("Ingen merknader"),
    "declined": _("Vil ikke svare"),
    "will-come": _("Har varslet at svar kommer"),
    "drafted": _("Har begynt på et utkast"),
    "opened": _("Har åpnet lenken"),
    "silent": _("Ingen reaksjon"),
    "queued": _("Brevet venter på å bli sendt"),
    "not-reached": _("E-posten kom ikke fram"),
    "not-invited": _("Ikke invitert ennå"),
}
MAIL_STATE: Words = {
    "waiting": _("Venter"),
    "sending": _("Sendes nå"),
    "unsure": _("Usikkert om den gikk ut"),
    "sent": _("Sendt"),
    "refused": _("Avvist"),
    "returned": _("Kom i retur"),
}
LETTER: Words = {
    "invitation": _("Invitasjon"),
    "reminder": _("Påminnelse"),
    "change": _("Endret frist"),
    "extension": _("Svar om utsatt frist"),
}
CHECKPOINT: Words = {
    "hour": _("Hver time"),
    "phase": _("Høringen skiftet fase"),
}
"""Why a checkpoint was made."""
TABLES: Mapping[str, Words] = {
    "response_kind": RESPONSE_KIND,
    "counted_kind": COUNTED_KIND,
    "relation": RELATION,
    "why_stands": WHY_STANDS,
    "status": STATUS,
    "standing": STANDING,
    "kind": KIND,
    "via": VIA,
    "channel": CHANNEL,
    "delivery_state": DELIVERY_STATE,
    "publication": PUBLICATION,
    "data_kind": DATA_KIND,
    "law": GROUND,
    "law_plain": GROUND_PLAIN,
    "waiting": WAITING,
    "set_aside": SET_ASIDE,
    "sifted": SIFTED,
    "not_imported": NOT_IMPORTED,
    "import_remark": IMPORT_REMARK,
    "import_kind": IMPORT_KIND,
    "certainty": CERTAINTY,
    "stance": STANCE,
    **ANALYSIS,
    **REPLIES,
    **REPORTS,
    "outcome": OUTCOME,
    "outcome_said": {**OUTCOME, **OUTCOME_SAID},
    **DECIDING,
    "flag": FLAG,
    "hidden": HIDDEN,
    "doubt": DOUBT,
    "wish": WISH,
    "refused-file": REFUSED_FILE,
    "step": STEP,
    "language": LANGUAGE,
    "hearing_verb": HEARING_VERB,
    "invited": INVITED,
    "mail_state": MAIL_STATE,
    "letter": LETTER,
    "trouble": TROUBLE,
    "checkpoint": CHECKPOINT,
}


def word(code: Any, table: str) -> str:
    """The word for `code` in `table` in the page's language; the code itself where there is none."""
    return str(TABLES[table].get(str(code), code))
