"""The words for setting up a hearing: remarks, changes, faults of a paper, and places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from innspill.stages.consultations.core.lint import Remark

Words = Mapping[str, Promise | str]

REMARK: Words = {
    "abbreviation": _("%(word)s er ikke forklart. Skriv det helt ut, eller legg det i ordlisten."),
    "across-holiday": _(
        "Perioden går over %(holidays)s. Da bør folk få lengre tid: frist %(advised)s eller senere."
    ),
    "assessment-first": _("Behandlingen begynner %(day)s, før fristen er ute."),
    "closed-day": _(
        "Fristen, %(deadline)s, er i en helg eller på en helligdag. Da får ingen hjelp. Velg %(following)s."
    ),
    "deadline-first": _("Fristen, %(deadline)s, er før høringen åpner, %(opens)s."),
    "double-barrelled": _(
        "Spørsmål %(question)s spør om to ting på én gang, så ett kryss kan ikke svare på begge. Del det i to."
    ),
    "effect-unlikely": _(
        "I spørsmål %(question)s teller «ja» som %(meant)s, men spørsmålet tyder på det motsatte. Se over hva hvert kryss betyr."
    ),
    "finish-first": _("Resultatet skal være ferdig %(day)s, før svarene er behandlet."),
    "heavy-word": _("«%(word)s» er et tungt ord. Skriv heller «%(plainer)s»."),
    "invited-twice": _("%(name)s står på listen to ganger."),
    "leading": _("Spørsmål %(question)s legger svaret i munnen på folk. Spør nøytralt."),
    "long-question": _(
        "Spørsmål %(question)s har %(words)s ord. Spør i én kort setning, og flytt resten til veiledningen."
    ),
    "long-sentence": _("Setningen «%(begins)s …» har %(words)s ord. Del den."),
    "missing-language": _("%(language)s mangler (%(count)s): %(places)s."),
    "mixed-polarity": _(
        "«%(word)s» er kritikk i spørsmål %(criticism)s og støtte i spørsmål %(support)s. Da krysser mange feil. Spør samme vei hele veien."
    ),
    "never-asked": _("Ingen får spørsmål %(question)s, for vilkåret kan aldri bli oppfylt."),
    "no-bodies": _("Ingen er invitert."),
    "no-contact": _("Det står ikke hvem folk kan spørre."),
    "no-contact-email": _("E-postadressen til kontaktpersonen mangler."),
    "no-deadline": _("Fristen mangler."),
    "no-effect": _("I spørsmål %(question)s er det ikke sagt hva et kryss betyr."),
    "no-opening": _(
        "Dagen høringen åpner, mangler. Da kan vi ikke si om fristen er lang nok."
    ),
    "no-questions": _("Høringen har ingen spørsmål. Da kan folk bare svare fritt."),
    "no-short-reason": _(
        "Fristen er %(days)s dager etter at høringen åpner. Er den kortere enn %(least)s, må du skrive hvorfor (%(law)s). %(advised)s er lenge nok."
    ),
    "nothing-published": _(
        "Det er valgt hva som publiseres uten at et menneske har sett på det, men svarene skal ikke"
        " publiseres."
    ),
    "no-submit-email": _("Adressen som svar kan sendes til, mangler."),
    "no-text": _("Spørsmål %(question)s er tomt."),
    "no-title": _("Tittelen mangler."),
    "no-way-out": _(
        "Spørsmål %(question)s har ikke noe valg for den som ikke mener noe. Legg til «Har ingen kommentar»."
    ),
    "one-choice": _("Spørsmål %(question)s har bare ett valg. Gi minst to."),
    "other-deadline": _("Her står det en annen frist, %(day)s, enn den høringen har."),
    "same-choice-twice": _("Spørsmål %(question)s har valget «%(choice)s» to ganger."),
    "scale-no-middle": _(
        "Skalaen i spørsmål %(question)s har %(steps)s trinn og derfor ingen midte. Bruk tre, fem eller sju."
    ),
    "scale-unbalanced": _(
        "Skalaen i spørsmål %(question)s har %(for)s trinn for og %(against)s mot. Gi like mange til begge."
    ),
    "short-deadline": _(
        "Fristen er %(days)s dager etter at høringen åpner, og %(usual)s er vanlig (%(law)s). %(advised)s er lenge nok."
    ),
    "unknown-reference": _(
        "Spørsmål %(question)s viser til %(references)s, som ikke står i noe høringsdokument."
    ),
    "unmapped-page-question": _(
        "Ingen spørsmål i skjemaet svarer på spørsmål %(questions)s på høringssiden."
    ),
}  # fmt: skip
CHANGE: Words = {
    "assessment-date": _("Dagen behandlingen begynner, er endret"),
    "body-added": _("Høringsinstans lagt til"),
    "body-group": _("Høringsinstans flyttet til en annen gruppe"),
    "body-removed": _("Høringsinstans fjernet"),
    "case-number": _("Saksnummeret er endret"),
    "chapter-added": _("Kapittel lagt til"),
    "chapter-removed": _("Kapittel fjernet"),
    "chapter-text": _("Teksten i et kapittel er endret"),
    "chapter-title": _("Tittelen på et kapittel er endret"),
    "choice-added": _("Svarvalg lagt til"),
    "choice-removed": _("Svarvalg fjernet"),
    "choice-renumbered": _("Svarvalg har byttet plass med et annet"),
    "choice-reworded": _("Svarvalg skrevet om"),
    "condition": _("Hvem som får spørsmålet, er endret"),
    "contact": _("Kontaktpersonen er endret"),
    "deadline": _("Fristen er flyttet"),
    "effect": _("Hva et kryss betyr, er endret"),
    "event-added": _("Møte lagt til"),
    "event-details": _("Opplysninger om et møte er endret"),
    "event-removed": _("Møte fjernet"),
    "finish-date": _("Dagen resultatet skal være ferdig, er endret"),
    "for-groups": _("Hvem spørsmålet er ment for, er endret"),
    "guidance": _("Veiledningen til et spørsmål er endret"),
    "language-added": _("Høringen finnes på et språk til"),
    "late-policy": _("Hva som skjer med svar etter fristen, er endret"),
    "one-response": _("Hvor mange svar hver kan gi, er endret"),
    "opening": _("Dagen høringen åpner, er endret"),
    "owner": _("Eieren av høringen er endret"),
    "paper-added": _("Høringsdokument lagt til"),
    "paper-file-added": _("Fil lagt til"),
    "paper-file-removed": _("Fil fjernet"),
    "paper-file-replaced": _("Fil byttet ut"),
    "paper-removed": _("Høringsdokument fjernet"),
    "paper-title": _("Tittelen på et høringsdokument er endret"),
    "phase-text": _("Teksten for en fase er endret"),
    "publication": _("Hva som blir publisert, er endret"),
    "question-added": _("Spørsmål lagt til"),
    "question-kind": _("Spørsmålet er av et annet slag"),
    "question-many": _("Hvor mange kryss man kan sette, er endret"),
    "question-order": _("Rekkefølgen på spørsmålene er endret"),
    "question-removed": _("Spørsmål fjernet"),
    "question-renumbered": _("Spørsmål har byttet nummer med et annet"),
    "question-reworded": _("Spørsmål skrevet om"),
    "references": _("Hvilke kapitler spørsmålet viser til, er endret"),
    "section-added": _("Avsnitt lagt til på høringssiden"),
    "section-removed": _("Avsnitt fjernet fra høringssiden"),
    "section-text": _("Teksten på høringssiden er endret"),
    "short-reason": _("Grunnen til kort frist er endret"),
    "submit-email": _("Adressen som svar sendes til, er endret"),
    "summary": _("Sammendraget er endret"),
    "target-group-added": _("Målgruppe lagt til"),
    "target-group-removed": _("Målgruppe fjernet"),
    "term-added": _("Ord lagt til i ordlisten"),
    "term-removed": _("Ord fjernet fra ordlisten"),
    "term-reworded": _("Forklaring i ordlisten er endret"),
    "title": _("Tittelen er endret"),
}  # fmt: skip
PAPER_FAULT: Words = {
    "damaged": _("Filen er skadet. Åpne den, lagre den på nytt og last den opp igjen."),
    "empty": _("Filen er tom. Last den opp på nytt."),
    "locked": _("Filen er låst med passord. Lagre den uten passord og last den opp igjen."),
    "no-text": _(
        "PDF-en er bare bilder av sider, uten tekst. Last opp filen den er laget av, eller skriv kapitlene selv."
    ),
    "old-word": _(
        "Dette er en gammel Word-fil (.doc) eller en fil med passord. Lagre den som .docx uten passord."
    ),
    "stopped": _(
        "Filen tok for mye tid eller minne å lese, og lesingen ble stanset. Lagre den på nytt uten bilder, eller skriv kapitlene selv."
    ),
    "too-large": _("Filen er for stor. Last opp en mindre fil, uten bilder."),
    "too-slow": _(
        "PDF-en tar for lang tid å lese. Last den opp som .docx, eller skriv kapitlene selv."
    ),
    "unsafe": _(
        "Filen er bygd på en utrygg måte. Lagre den på nytt i Word eller LibreOffice og last den opp igjen."
    ),
    "wrong-kind": _("Dette er verken en Word-fil (.docx) eller en PDF. Velg en slik fil."),
}
PLACE: Words = {
    "annex": _("vedlegg"),
    "assessment_from": _("dagen behandlingen begynner"),
    "bodies": _("høringsinstansene"),
    "chapter": _("kapittel"),
    "contact": _("kontaktpersonen"),
    "deadline": _("fristen"),
    "finishes": _("dagen resultatet er ferdig"),
    "focus-area": _("innsatsområde"),
    "goal": _("mål"),
    "measure": _("tiltak"),
    "group": _("gruppen"),
    "language": _("språk"),
    "opens": _("dagen høringen åpner"),
    "page_questions": _("spørsmålene på høringssiden"),
    "paper": _("høringsdokumentet"),
    "phase": _("teksten for fasen"),
    "question": _("spørsmål"),
    "questions": _("spørsmålene"),
    "section": _("avsnittet"),
    "short_reason": _("grunnen til kort frist"),
    "submit_email": _("adressen for svar"),
    "publish_without_a_person": _("publisering av svar"),
    "summary": _("sammendraget"),
    "target group": _("målgruppen"),
    "term": _("ordet"),
    "title": _("tittelen"),
}
VACATION: Words = {"christmas": _("julen"), "easter": _("påsken"), "summer": _("sommerferien")}
LENGTH: Words = {
    "three-months": _("tre måneder"),
    "six-weeks": _("seks uker"),
    "four-weeks": _("fire uker"),
}
MEANT: Words = {"supports": _("støtte"), "criticises": _("kritikk")}
_WRITTEN: Words = {"nb": _("Bokmål"), "nn": _("Nynorsk")}


def sentence(remark: Remark) -> str:
    """What `remark` says, in the page's language."""
    values = {name: _VALUES.get(name, str)(value) for name, value in remark.values.items()}
    said = str(REMARK[remark.code]) % values
    return said[:1].upper() + said[1:]


def place(code: str) -> str:
    """Where a remark or change is, in the page's language: "question 3" is "spørsmål 3"."""
    known = max((name for name in PLACE if _begins(code, name)), key=len, default=None)
    if known is None:
        return code
    if known == "paper":
        # What follows is an id that nobody has given it.
        return str(PLACE[known])
    return f"{PLACE[known]}{code[len(known) :]}".replace("'", "")


def _begins(code: str, name: str) -> bool:
    return code == name or code.startswith(f"{name} ")


def _day(value: str) -> str:
    return formats.date_format(date.fromisoformat(value), "DATE_FORMAT")


def _places(value: str) -> str:
    return ", ".join(place(one) for one in value.split("; "))


_VALUES: Mapping[str, Callable[[str], str]] = {
    "advised": _day,
    "day": _day,
    "deadline": _day,
    "following": _day,
    "opens": _day,
    "holidays": lambda value: ", ".join(str(VACATION[one]) for one in value.split()),
    "language": lambda value: str(_WRITTEN[value]),
    "least": lambda value: str(LENGTH[value]),
    "meant": lambda value: str(MEANT[value]),
    "places": _places,
    "references": _places,
    "usual": lambda value: str(LENGTH[value]),
}
