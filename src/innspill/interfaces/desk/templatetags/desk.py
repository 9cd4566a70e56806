"""Filters of the desk: the machine's grounds and doubts in the page's language."""

from __future__ import annotations

import re

from django import template
from django.conf import settings
from django.utils.translation import gettext, gettext_noop

from innspill.interfaces.desk.places import question_name
from innspill.interfaces.ui.words import word
from innspill.stages.reading.core.values import Block

register = template.Library()
register.filter(question_name)

GROUNDS = {
    "names itself in the text": gettext_noop("kaller seg det i teksten"),
    "signs with this name": gettext_noop("undertegner med navnet"),
    "speaks on behalf of it": gettext_noop("uttaler seg på vegne av den"),
    "stands in the letterhead": gettext_noop("står i brevhodet"),
    "stands in the file's name": gettext_noop("står i filnavnet"),
    "stands in the signature": gettext_noop("står i underskriften"),
    "written in the field for the sender": gettext_noop("står i feltet for avsender"),
    "named in the document's properties": gettext_noop("står i dokumentets egenskaper"),
    "sent the mail": gettext_noop("sendte e-posten"),
    "named in the mail's From": gettext_noop("står som avsender av e-posten"),
    "said so when it was handed in": gettext_noop("ble oppgitt ved innsending"),
    "is on the list": gettext_noop("står på høringslisten"),
    "not invited": gettext_noop("står ikke på høringslisten"),
    "is a municipality": gettext_noop("er en kommune"),
    "is a county governor": gettext_noop("er en statsforvalter"),
    "the name has a word of an organisation": gettext_noop("navnet har et ord for organisasjon"),
    "the name has the shape of a person's": gettext_noop("navnet ser ut som et personnavn"),
    "the name begins with a given name": gettext_noop("navnet begynner med et fornavn"),
    "the name is built as no person's is": gettext_noop("navnet er ikke bygd som et personnavn"),
    "the name is or begins with a given name": gettext_noop("navnet begynner med et fornavn"),
    "the name may be a person's": gettext_noop("navnet kan være et personnavn"),
    "writes as private": gettext_noop("skriver som privatperson"),
    "no sender is named": gettext_noop("ingen avsender er nevnt"),
    "a single word that is no given name": gettext_noop("ett ord som ikke er et fornavn"),
    "calls itself a private person": gettext_noop("kaller seg privatperson"),
    "is a county municipality": gettext_noop("er en fylkeskommune"),
    "is a regional health authority": gettext_noop("er et regionalt helseforetak"),
    "named in the mail's subject": gettext_noop("står i emnet på e-posten"),
    "probably misspelt": gettext_noop("trolig skrevet feil"),
    "the name has not the shape of a person's": gettext_noop(
        "navnet ser ikke ut som et personnavn"
    ),
    "the name is a given name": gettext_noop("navnet er et fornavn"),
    "named as the sender in the heading": gettext_noop("står som avsender i hodet"),
    "sent the mail that was forwarded": gettext_noop("sendte e-posten som er videresendt"),
    "stands at the foot of the page": gettext_noop("står nederst på siden"),
    "stands behind the word from": gettext_noop("står etter ordet «fra»"),
    "stands below the signature": gettext_noop("står under underskriften"),
    "stands first in the document": gettext_noop("står først i dokumentet"),
    "stands in the file's properties": gettext_noop("står i filens egenskaper"),
    "the mail address belongs to it": gettext_noop("e-postadressen hører til den"),
    "wrote from a private address": gettext_noop("skrev fra en privat adresse"),
    "stands in the control of this question": gettext_noop("står i feltet for dette spørsmålet"),
    "given in the web form": gettext_noop("oppgitt i nettskjemaet"),
    "written in the field for those who answer together": gettext_noop(
        "skrevet i feltet for dem som svarer sammen"
    ),
    "under the question's wording": gettext_noop("står under spørsmålets ordlyd"),
    "under the question's wording, somewhat edited": gettext_noop(
        "står under spørsmålets ordlyd, noe endret"
    ),
    "under the question's number or the beginning of its wording": gettext_noop(
        "står under spørsmålets nummer eller begynnelsen av ordlyden"
    ),
    "under a question of the hearing page": gettext_noop("står under et spørsmål på høringssiden"),
    "under the question's number": gettext_noop("står under spørsmålets nummer"),
    "under the question's number, after the questions": gettext_noop(
        "står under spørsmålets nummer, etter spørsmålene"
    ),
    "says outright to be a private person": gettext_noop("oppgir å være privatperson"),
    "says outright to be an organisation": gettext_noop("oppgir å være en organisasjon"),
    "came through its personal link": gettext_noop("kom gjennom den personlige lenken"),
    "but the name has a word of an organisation": gettext_noop(
        "men navnet har et ord for organisasjon"
    ),
    "settled by a caseworker": gettext_noop("avklart av saksbehandler"),
    "settled by a person": gettext_noop("avklart av saksbehandler"),
    "we wrote to this address": gettext_noop("vi sendte invitasjonen til denne adressen"),
    "the address is in the address book": gettext_noop("adressen står i adresseboken"),
    "answered from this address before": gettext_noop("har svart fra denne adressen før"),
    "answered the owner's hearings before": gettext_noop("har svart på høringene deres før"),
    "the mail's address is the municipality's": gettext_noop("e-postadressen er kommunens"),
    "is in Enhetsregisteret": gettext_noop("står i Enhetsregisteret"),
    "said so when it was handed in, in full": gettext_noop(
        "ble oppgitt ved innsending, med hele navnet"
    ),
    "named in the mail's From, in full": gettext_noop(
        "står som avsender av e-posten, med hele navnet"
    ),
    "the mail's address is the municipality's, in full": gettext_noop(
        "e-postadressen er kommunens, med hele navnet"
    ),
    "and the name of the unit": gettext_noop("og navnet på enheten"),
    "but another name": gettext_noop("men et annet navn"),
    "the only unit of this name": gettext_noop("den eneste enheten med navnet"),
    "the only unit called so": gettext_noop("den eneste enheten som kalles det"),
    "is another name of it": gettext_noop("er et annet navn på den"),
    "has a name like it": gettext_noop("har et navn som ligner"),
    "is wound up": gettext_noop("er avviklet"),
    "is a place of business of the unit of this name": gettext_noop(
        "er et driftssted for enheten med navnet"
    ),
    "names several senders": gettext_noop("nevner flere avsendere"),
    "asks for more time": gettext_noop("ber om mer tid"),
    "says that an answer will come": gettext_noop("sier at svaret kommer senere"),
    "says that it has no remarks": gettext_noop("sier at den ikke har merknader"),
    "says that it takes no stand": gettext_noop("sier at den ikke tar stilling"),
}
NAMED = (
    (re.compile(r"has an address at (.+)"), gettext_noop("har en adresse hos %(name)s")),
    (re.compile(r"the document has the number (.+)"), gettext_noop("dokumentet har nummeret %(name)s")),
    (re.compile(r"adheres to (.+)"), gettext_noop("slutter seg til %(name)s")),
    (re.compile(r"adds to an earlier response: (.+)"), gettext_noop("utfyller et tidligere svar: «%(name)s»")),
    (re.compile(r"a council decided on it: (.+)"), gettext_noop("er vedtatt: «%(name)s»")),
    (re.compile(r"a council is still to decide: (.+)"), gettext_noop("er ikke vedtatt ennå: «%(name)s»")),
    (re.compile(r"(\d+) units have this name"), gettext_noop("%(name)s enheter har navnet")),
    (re.compile(r"came after it in (.+)"), gettext_noop("tok over etter den i %(name)s")),
    (re.compile(r"but said so when it was handed in: (.+)"),
     gettext_noop("men %(name)s ble oppgitt ved innsending")),
    (re.compile(r"but named in the mail's From: (.+)"),
     gettext_noop("men e-posten er sendt av %(name)s")),
    (re.compile(r"but the mail's address is the municipality's: (.+)"),
     gettext_noop("men e-postadressen hører til %(name)s")),
    (re.compile(r"is (.+), in two languages"), gettext_noop("er %(name)s, skrevet på to språk")),
    (re.compile(r"has a voice of its own within (.+)"), gettext_noop("taler for seg selv i %(name)s")),
    (re.compile(r"is a unit of (.+)"), gettext_noop("er en enhet i %(name)s")),
    (re.compile(r"is an office of (.+?)(?:, municipality \d+)?"), gettext_noop("svarer for %(name)s")),
    (re.compile(r"is (.+), municipality \d+"), gettext_noop("er %(name)s")),
    (re.compile(r"is (.+ fylkeskommune)"), gettext_noop("er %(name)s")),
    (re.compile(r"names (.+)"), gettext_noop("nevner %(name)s")),
    (re.compile(r"speaks for (.+)"), gettext_noop("taler for %(name)s")),
    (re.compile(r"there is one of this name in (.+) and (.+)"),
     gettext_noop("navnet finnes i flere fylker: %(name)s")),
    (re.compile(r"has the name of one of (.+)"), gettext_noop("har navn som en av %(name)s")),
    (re.compile(r"has the name of (.+)"), gettext_noop("har navnet til %(name)s")),
    (re.compile(r"but came through the personal link of (.+)"),
     gettext_noop("men kom gjennom den personlige lenken til %(name)s")),
    (re.compile(r"came through the personal link of (.+)"),
     gettext_noop("kom gjennom den personlige lenken til %(name)s")),
    (re.compile(r"is short for (.+)"), gettext_noop("er kortform av %(name)s")),
    (re.compile(r"initials of (.+)"), gettext_noop("er forbokstavene til %(name)s")),
    (re.compile(r"is a part of (.+)"), gettext_noop("er en del av %(name)s")),
    (re.compile(r"on its behalf: (.+)"), gettext_noop("på vegne av den: %(name)s")),
    (re.compile(r"answered together with question (.+)"), gettext_noop("besvart sammen med spørsmål %(name)s")),
    (re.compile(r"refers to (.+)"), gettext_noop("viser til «%(name)s»")),
    (re.compile(r"mentions (.+)"), gettext_noop("nevner «%(name)s»")),
    (re.compile(r"under the heading of (.+)"), gettext_noop("står under overskriften til «%(name)s»")),
    (re.compile(r"almost (.+)"), gettext_noop("ligner på %(name)s")),
)  # fmt: skip
PARTS = {
    "question": gettext_noop("spørsmål"),
    "chapter": gettext_noop("kapittel"),
    "section": gettext_noop("avsnitt"),
    "annex": gettext_noop("vedlegg"),
    "focus area": gettext_noop("innsatsområde"),
    "measure": gettext_noop("tiltak"),
    "goal": gettext_noop("mål"),
    "page": gettext_noop("side"),
}
"""What of the papers a ground names, by the machine's word for it."""
_PART = re.compile(rf"({'|'.join(PARTS)}) (?=\S+$)")
KINDS = {
    "national-id": gettext_noop("fødselsnummer"),
    "phone": gettext_noop("telefonnummer"),
    "email": gettext_noop("e-postadresse"),
    "address": gettext_noop("adresse"),
    "account": gettext_noop("kontonummer"),
    "name": gettext_noop("navn"),
    "health": gettext_noop("opplysning om helse"),
    "birth-date": gettext_noop("fødselsdato"),
    "plate": gettext_noop("bilskilt"),
    "special": gettext_noop("særlig vernet opplysning"),
    "signature": gettext_noop("underskrift"),
}
_PLACE = re.compile(r"(?P<kind>[\w-]+) at (?P<part>\w+)(?::(?P<which>.+))?")


@register.filter
def ground(said: str) -> str:
    """A ground as people say it; as the machine said it where we have no words for it."""
    if said in GROUNDS:
        return gettext(GROUNDS[said])
    for pattern, sentence in NAMED:
        found = pattern.fullmatch(said)
        if found:
            return gettext(sentence) % {"name": _PART.sub(_part, ", ".join(found.groups()))}
    return said


def _part(found: re.Match[str]) -> str:
    return f"{gettext(PARTS[found[1]])} "


@register.filter
def sureness(block: Block) -> int:
    """How sure the words of a block were recognised in a picture, on the average, in per cent."""
    return round(sum(seen.confidence for seen in block.words) / max(1, len(block.words)))


@register.filter
def doubt(reason: str) -> str:
    """Why a response waits, in words: a code, or a kind of data and the place it stands."""
    found = _PLACE.fullmatch(reason)
    if not found or found["kind"] not in KINDS:
        return word(reason, "doubt")
    name = KINDS[found["kind"]]
    kind = gettext(name)
    if found["part"] == "answer":
        sentence = gettext("Mulig %(kind)s i svaret på spørsmål %(which)s")
        return sentence % {"kind": kind, "which": found["which"]}
    return gettext("Mulig %(kind)s i teksten") % {"kind": kind}


@register.simple_tag
def model_is_set() -> bool:
    """Whether a language model may be asked: its page is named where it is."""
    return settings.MODEL is not None
