"""What a person's name looks like in running text, and how sure its words alone make it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.words import either, listed
from innspill.shared.words.family_names import FAMILY
from innspill.shared.words.given_names import DOUBLE, GIVEN
from innspill.shared.words.roles import BOARD, CALLINGS, CRAFTS, MAYORS, OFFICIALS, PRIVATE
from innspill.stages.publication.core.doings import amid_small, looks_foreign
from innspill.stages.publication.core.plain import CAPITALS
from innspill.stages.publication.core.rolls import names_a_body

PART = rf"(?:O'|Mc|Mac|El-|Al-)?[{CAPITALS}][^\W\d_A-ZÆØÅ]{{1,30}}(?:-[{CAPITALS}][^\W\d_]{{1,30}}){{0,2}}"
_INITIALS = rf"[{CAPITALS}]\.(?:-?[{CAPITALS}]\.)*"
_SHOUTED = rf"[{CAPITALS}]{{2,30}}(?:-[{CAPITALS}]{{2,30}})?"
_LINK = r"(?:og|&|von|van|de|da|el|al|bin|El|Al)"
_MORE = rf"(?:[ ]{{1,2}}(?:{_LINK}[ ]{{1,2}})?(?:[JS]r\.|[de]\.[ ]?[eyæ]\.|{PART}|{_INITIALS}(?![^\W_])|«[^\W\d_]{{2,20}}»))"
NAME = rf"(?:{PART}|{_INITIALS}(?![^\W_])){_MORE}{{0,4}}"
"""A name as people write one: up to five parts, initials, two persons with one surname."""
LOUD = rf"{_SHOUTED}(?:,?[ ]{{1,2}}{_SHOUTED}){{1,3}}"
"""A name all in capitals."""
_FULL = re.compile(rf"(?<![\w\-])(?P<first>{PART}){_MORE}{{1,4}}(?![^\W_]|-)")
SINGLE = re.compile(rf"(?<![\w\-])(?P<first>{PART})(?![\w\-])")
"""One word with a capital, by itself."""
INITIAL_LENGTH = 2
_SHORT = 4
_BENT = ("en", "et", "ene", "ane", "ar", "er")
"""How things and persons are bent that have a capital where they begin a sentence."""
BOTH = re.compile(r"[ ](?:og|&)[ ]")
"""What joins two names."""
_NO_SURNAME = re.compile(
    r"[^\W\d_](?:partiet?|foreningen?|foreininga?|direktoratet|tilsynet|forbundet|rådet|verket|utvalet|utvalget|etaten)$|"
    r"(?:\b(?:Kommune|Skole|Gate|Vei|Veg|Plass|AS|Sykehus|Kirke|Fylke|Universitetet?|Forening|Senter)|"
    r"-tunet|-huset|-saken|-prisen|-stiftelsen|-loven)$"
)
_SURNAME = re.compile(
    r"(?:sen|son|dal|dahl|rud|stad|land|vik|berg|haug|haugen|nes|ness|mo|moen|lund|bakken|vold|hagen|"
    r"eide|gård|aas|ås|sæter|seter|sæther|heim|nås|bø|tveit|hus|by|voll|hol|holt|strøm|fjeld|fjell|"
    r"skog|rem|sund|øy|bu|vang|ski|wicz|ova|dotter|datter|sløkken|myhr|myhre|lien|lie|brekke|seth?|mark|kjær|skar|vatn|"
    r"eng|lid|foss|hals|kvam|tvedt|sten|stein|holm|borg|gren|quist|kvist|mann|stø|hjelm|bråt|bråten|løkken|røst|"
    r"skau|li|kås|vær|bekk|ryd|gaard|nakken|hammer|øygard|korb)$"
)
NOT_FIRST = listed("""
    Vi Jeg Eg Det Den De Dette Denne Disse En Et Ei Men Og Når Da Hvis Som For Med Til Fra I På
    Av Om Kommunen Kommunens Departementet Norsk Norske Norges Statens Nye Gamle Nordre Søndre
    Øvre Nedre Ytre Indre Store Lille Vestre Østre Midtre Sør Nord Øst Vest Hvorfor Hva Hvor
    Ingen Alle Noen Andre Første Både Etter Under Over Ved Mange Flere Stor Hele Regjeringen
    Stortinget Direktoratet Fylkeskommunen Sak Vedlegg Hei Kjære Takk Oslo Bergen Unge Grønn
    Universitetet Høgskolen Helse Statsforvalteren Vår Våre Min Mitt Mine Kong Dronning Her
    Då Viss Kvar Korkje Verken Siden Fylket Politiet Bruk Kirkens Røde Oppgi Etternavn Fornavn Navn Kontakt Ring Skriv Send
    Adresse Bil Bilen Beste Venlig Vennlig Hilsen Helsing Støtt Bevar Sted Dato Konto Innsender
    Avsender Telefon Gård Gaver
    At Hvis Dersom Fordi Slik Derfor Difor Samtidig Likevel Likevel Der Hvordan Korleis Kven Hvem Kva Kor Kvifor Ikke Ikkje Bare Berre
    Dei Desse Eit Ein Me Ho Han Hun Stakkars Gamle Vesle Lille Frå Men Medan Mens Sidan Etter Også Òg Sjølv Selv Nei Ja
    Foreningen Foreninga Stiftelsen Stiftinga Laget Aksjonen Gruppa Gruppen Prosjektet Nettverket Selskapet Organisasjonen
    Partiet Forbundet Rådet Ungdomsrådet Eldrerådet Fondet Avdelingen Avdelinga Enheten Eininga
    Representanten Saksbehandler Ordfører Statsråd Komiteen Kommunestyret Formannskapet Fylkesrådet
""")
"""What has a capital and begins no name."""
_ROLES = MAYORS | OFFICIALS | CALLINGS | CRAFTS | PRIVATE | (BOARD - {"kasserar", "kasserer"})
_MORE_ROLES = listed("""
    advokat beboer bebuar bestefar bestemor bestyrar bestyrer bror enka forvaltar forvalter førar fører kaptein
    kjøpmann klassekontakt kona konsulent kontaktperson leietaker leigetakar lensmann naboen onkel pleiar pleier
    politikar politiker saksbehandlar saksbehandler styrar styrer syster søster tante utleigar utleier verneombud
""")
ROLE_WORD = re.compile(rf"(?:{either(_ROLES, _MORE_ROLES)})(?:en|n|ene|ane)?$", re.IGNORECASE)
"""Who somebody is, before the name."""


def looks_like_a_surname(word: str) -> bool:
    """Whether an unknown word is shaped as family names are, and not as a thing that is bent."""
    if len(word) <= _SHORT or names_a_body(word) or word.endswith(_BENT):
        return False
    return _SURNAME.search(word.lower()) is not None or looks_foreign(word)


def full_names(text: str) -> Iterator[re.Match[str]]:
    """Two and more words with capitals each; without a word before the name that begins no name."""
    for found in _FULL.finditer(text):
        first, _, rest = found.group().partition(" ")
        stands_before = first in NOT_FIRST or ROLE_WORD.search(first) is not None
        shorter = stands_before and rest.split()[0].split("-")[0] in GIVEN
        again = _FULL.match(text, found.start() + len(first) + 1) if shorter else None
        yield from _each_of_both(found) or [again or found]


def _each_of_both(found: re.Match[str]) -> list[re.Match[str]]:
    """Both names of "Ulf Hansen og Anne Aas": that the first word is also a thing says nothing of the second."""
    both = BOTH.search(found.group())
    if both is None or found["first"] not in DOUBLE:
        return []
    middle, text = found.start() + both.start(), found.string
    first = _FULL.match(text, found.start(), middle)
    second = _FULL.match(text, middle + len(both[0]))
    return [first, second] if first and second else []


def lists_know(found: re.Match[str]) -> bool:
    """Whether a name begins with a given name that is no other word, or ends with a family name."""
    first, *hyphened = found["first"].split("-")
    last = _last(found.group())
    second = found.group().split()[1].split("-")[0]
    if first in GIVEN and (first not in DOUBLE or {second, *hyphened} & (GIVEN - DOUBLE)):
        return True
    if first in GIVEN and second in GIVEN and found.group().count(" ") > 1:
        return True
    return (
        last in FAMILY
        and not BOTH.search(found.group())
        and not _NO_SURNAME.search(found.group().split()[0])
    )


def _last(name: str) -> str:
    """The family name: what is last, but "d.y." and its like."""
    words = name.split()
    return words[-2] if words[-1].islower() and words[-1].endswith(".") else words[-1]


def is_clearly_known(found: re.Match[str]) -> bool:
    """Whether a name in a body's text is a person's by its words alone."""
    if lists_know(found) and is_known(found):
        return True
    return (
        is_known(found)
        and amid_small(found.string, found.start())
        and found["first"] not in DOUBLE
        and not BOTH.search(found.group())
        and not names_a_body(found.group())
    )


def is_persons(words: str) -> bool:
    """Whether words with capitals can be a person's name: no body's, and no word that begins a sentence."""
    first = words.split(maxsplit=1)[0]
    return first not in NOT_FIRST and not _NO_SURNAME.search(words)


def is_known(found: re.Match[str]) -> bool:
    """Whether two and more words with capitals are a person's name."""
    words = found.group().split()
    if _NO_SURNAME.search(found.group()) or words[0] in NOT_FIRST:
        return False
    if found["first"].split("-")[0] in GIVEN:
        return True
    last = _last(found.group())
    return len(last) > INITIAL_LENGTH and _SURNAME.search(last.lower()) is not None


def is_given_name(word: str) -> bool:
    """Whether a word by itself is a given name that is no other word."""
    first = word.split("-", maxsplit=1)[0]
    return any(each in GIVEN and each not in DOUBLE for each in (first, first.removesuffix("s")))
