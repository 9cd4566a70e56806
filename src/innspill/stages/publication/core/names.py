"""Names of persons in running text: who signs, who is told of, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from innspill.shared.words import either, listed
from innspill.shared.words.family_names import FAMILY
from innspill.shared.words.given_names import DOUBLE, GIVEN
from innspill.shared.words.kin import CLOSE, PARENTS
from innspill.shared.words.roles import BOARD, CALLINGS, CRAFTS, MAYORS, OFFICIALS, PRIVATE
from innspill.stages.publication.core.bare_names import half_names, of_office, signs_there
from innspill.stages.publication.core.doings import (
    acts,
    alone,
    amid_small,
    is_quoted,
    looks_foreign,
)
from innspill.stages.publication.core.plain import CAPITALS
from innspill.stages.publication.core.rolls import is_left, names_a_body
from innspill.stages.publication.core.signed_lines import signed_lines

_PART = rf"(?:O'|Mc|Mac|El-|Al-)?[{CAPITALS}][^\W\d_A-ZÆØÅ]{{1,30}}(?:-[{CAPITALS}][^\W\d_]{{1,30}}){{0,2}}"
_INITIALS = rf"[{CAPITALS}]\.(?:-?[{CAPITALS}]\.)*"
_SHOUTED = rf"[{CAPITALS}]{{2,30}}(?:-[{CAPITALS}]{{2,30}})?"
_LINK = r"(?:og|&|von|van|de|da|el|al|bin|El|Al)"
_MORE = rf"(?:[ ]{{1,2}}(?:{_LINK}[ ]{{1,2}})?(?:[JS]r\.|[de]\.[ ]?[eyæ]\.|{_PART}|{_INITIALS}(?![^\W_])|«[^\W\d_]{{2,20}}»))"
NAME = rf"(?:{_PART}|{_INITIALS}(?![^\W_])){_MORE}{{0,4}}"
"""A name as people write one: up to five parts, initials, two persons with one surname."""
_LOUD = rf"{_SHOUTED}(?:,?[ ]{{1,2}}{_SHOUTED}){{1,3}}"
_CLOSING = re.compile(
    r"(?i:(?<![^\W_])(?:hilsen|helsing|helsning|hilser|hilsing|mvh|mvh\.|vh|m\.v\.h\.|regards|sincerely|"
    r"faithfully|dearvvuođaiguin|takk))"
    r"(?P<gap>[.,:!]?(?:[ ]{0,2}\n){1,3}[ \t]*|[ ,.:]{1,3}(?:(?:fra|frå|til dere)[ ])?"
    rf"(?:(?:en|ei|et|den|bekymret|oss|i|ekteparet|{either(PARENTS)}|"
    r"nabo|lærer|hytteeier|innbygger)[ ,]+){0,4}(?:\n{1,2})?)"
    rf"(?P<name>(?:[{CAPITALS}][ ]){{1,3}}{_PART}|{NAME}|{_LOUD})(?![^\W_])"
)
_SMALL = re.compile(
    r"(?i:(?<![^\W_])(?:hilsen|helsing|mvh)[.,]?\s{1,3}(?:fra |frå )?)"
    r"(?P<name>[^\W\d_]{2,20})(?=[ .]{0,2}(?:\n|$))"
)
"""One word at the end of a line after a greeting: a given name in small letters, perhaps."""
_LABEL = re.compile(
    r"(?<![^\W_])(?i:fornavn og etternavn|etternamn|fornamn|navn på innsender|fornavn etternavn|navn og adresse|"
    r"namn og adresse|etternavn|fornavn|navn|namn|name|avsender|avs|innsender|søker|(?:fra|frå|from)(?=:)|eier|"
    r"jeg heter|jag heter|jeg hedder|eg heiter|æ heite|mitt navn er|namnet mitt er|navnet mitt|n avn|mun lean|my name is|"
    r"jeg,|eg,|vi,|vi to,|undertegnede,|undertegnede|underteikna)[ ]{0,2}\.?[:\t]?[ \t]{0,20}\(?"
    rf"(?P<name>{NAME}|{_LOUD})(?![^\W_])"
)
_KIN = either(CLOSE, listed("barn barnebarna foreldre foresatte kjære kusinen svogeren venninnen"))
_ROLE = (
    r"nabo(?:en|ene|ar|er)?|nabogutten|nabojenta|nabokona|elev(?:en|ar|er)?|pasient(?:en)?|klient(?:en)?|"
    r"beboer(?:en)?|bebuar(?:en)?|bruker(?:en|ne)?|brukar(?:en)?|eier(?:en)?|eigar(?:en)?|utleier(?:en)?|"
    r"leietaker(?:en)?|grunneier(?:en|ne)?|grunneigar(?:ane|en)?|lærer(?:en)?|læraren|fastlege(?:n)?|"
    r"saksbehandler(?:en)?|vitner?|drosjeeier|hos|verge|avdøde|medlem(?:met)?|fosterforeldre(?:ne)?|"
    r"klassekamerat(?:en)?|hytteeier(?:en)?|bonden|legen|sjåføren|ringerunde|innbygger(?:en)?|en viss|"
    r"snakket med|fullmakt fra|på vegne av|saken om|sammen med|legeattest for|eies av|tilhører|klassen til"
)
_CUE = re.compile(
    rf"(?<![^\W_])(?i:(?:(?:min|mi|mitt|mine|vår|vårt|våre|til|sin|si)[ ](?:[^\W\d_]{{1,12}}[ ])?)?(?:{_KIN})|"
    rf"{_ROLE})"
    r"(?i:[ ](?:min|mi|mitt|mine|vår|vårt|våre|til|hans|hennes|sønn|i kommunen|til datteren vår|"
    r"på \w{3,12}|langs elva|ved senteret|i bygda|til hendelsen|av hunden|var|er|heter|heiter|som heter)){0,3}"
    rf"(?:[ ]?[,:(]?[ ]{{1,2}}|(?:[ ][a-zæøå]{{1,12}}){{0,3}}[ ]\()(?P<name>{NAME})(?![^\W_])"
)
_FAMILY = re.compile(rf"(?<![^\W_])(?i:familien|ekteparet|søsknene|brødrene)[ ](?P<name>{NAME})")
_FULL = re.compile(rf"(?<![\w\-])(?P<first>{_PART}){_MORE}{{1,4}}(?![^\W_]|-)")
_SINGLE = re.compile(rf"(?<![\w\-])(?P<first>{_PART})(?![\w\-])")
_PUBLIC = re.compile(
    r"(?i)(?:statsråd(?:en)?|minister(?:en)?|statsminister(?:en)?|ordfører(?:en)?|professor|forsker|"
    r"arkitekt(?:en)?|rådmann(?:en)?|kommunedirektør(?:en)?|direktør|advokat(?:ene)?|lovutvalget|forfatter(?:en)?|"
    r"kunstner(?:en)?|statsforvalter|biskop|dommer|stortingsrepresentant|førsteamanuensis|seniorrådgiver|"
    r"generalsekretær|forbundsleder|leder|styreleder|styreleiar|nestleder|daglig leder|jf\.|dronning|kong|"
    r"presten|komponist|maleren|partileder|president|saksbehandler|rådgiver|overlege)[ :]{1,2}$"
)
_AFTER_PUBLIC = re.compile(
    r"(?i)\s{0,3}[,(]?\s{0,2}(?:mfl|leder\b|leiar\b|styreleder|styreleiar|professor|statsråd|ordfører|direktør|"
    r"fagdirektør|president|advokat\b|kommunedirektør|rådmann|dekan|avdelingsleder|seniorrådgiver)"
)
_NAME_BESIDE = re.compile(
    rf"(?:[{CAPITALS}][^\W\d_]{{1,30}}|[{CAPITALS}]\.)[ ]$|(?<![^\W_])(?i:i|på|ved|over|langs|mot|under|gjennom|rundt|nær|mellom)[ ]$"
)
"""Before a word that is the rest of another name, or a place."""
_IS_PLACE = re.compile(
    r"[ ](?:kommune|fylkeskommune|skole|skule|kyrkje|kirke|stasjon|sentrum|borettslag|vel)(?![^\W_])"
)
_INITIAL_LENGTH = 2
_SHORT = 4
_BENT = ("en", "et", "ene", "ane", "ar", "er")
"""How things and persons are bent that have a capital where they begin a sentence."""
_BOTH = re.compile(r"[ ](?:og|&)[ ]")
_OTHER = re.compile(
    rf"(?:[ ](?:i|på)[ ](?:nr\.?|nummer|hytte)[ ]\d{{1,4}}|[ ]\([^()\n]{{1,30}}\))?(?:,|,?[ ](?:og|&|and|samt))"
    rf"[ ](?:(?:fru|herr)[ ])?(?P<name>{_PART}(?:[ ]{_PART}){{0,3}})(?![^\W_])"
)
_ROW = 12
"""So many names are looked for in a row."""
_NUMBERED = re.compile(r"[ ]\d")
"""After a street that was taken for a name."""
_ALSO_BODIES = re.compile(
    r"(?i:hos|bruk|eie|eig|medlem|eies|tilhør|sammen|snakket|fullmakt|på vegne)"
)
_NO_SURNAME = re.compile(
    r"[^\W\d_](?:partiet?|foreningen?|foreininga?|direktoratet|tilsynet|forbundet|rådet|verket|utvalet|utvalget|etaten)$|"
    r"(?:\b(?:Kommune|Skole|Gate|Vei|Veg|Plass|AS|Sykehus|Kirke|Fylke|Universitetet?|Forening|Senter)|"
    r"-tunet|-huset|-saken|-prisen|-stiftelsen|-loven)$"
)
_STREET = re.compile(
    r"(?:s?[ ](?:gate|gata|vei|veg|vegen|veien|allé|Plass|Torg|Hus|Sykehus|Kirke)|(?:s|(?<=[sxz]))[ ](?:plass|torg|minne|hus|sykehus|kirke))\b"
)
_SURNAME = re.compile(
    r"(?:sen|son|dal|dahl|rud|stad|land|vik|berg|haug|haugen|nes|ness|mo|moen|lund|bakken|vold|hagen|"
    r"eide|gård|aas|ås|sæter|seter|sæther|heim|nås|bø|tveit|hus|by|voll|hol|holt|strøm|fjeld|fjell|"
    r"skog|rem|sund|øy|bu|vang|ski|wicz|ova|dotter|datter|sløkken|myhr|myhre|lien|lie|brekke|seth?|mark|kjær|skar|vatn|"
    r"eng|lid|foss|hals|kvam|tvedt|sten|stein|holm|borg|gren|quist|kvist|mann|stø|hjelm|bråt|bråten|løkken|røst|"
    r"skau|li|kås|vær|bekk|ryd|gaard|nakken|hammer|øygard|korb)$"
)
_OTHER_CAPITALS = """
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
"""
_BEFORE_NAMES = (MAYORS | OFFICIALS | BOARD | CALLINGS | CRAFTS | PRIVATE) - {
    "kasserar",
    "kasserer",
} | listed("""
    advokat beboer bebuar bestefar bestemor bestyrar bestyrer bror enka forvaltar forvalter førar fører kaptein
    kjøpmann klassekontakt kona konsulent kontaktperson leietaker leigetakar lensmann naboen onkel pleiar pleier
    politikar politiker saksbehandlar saksbehandler styrar styrer syster søster tante utleigar utleier verneombud
""")
_ROLE_WORD = re.compile(
    rf"(?:{either(_BEFORE_NAMES)})(?:en|n|ene|ane)?$",
    re.IGNORECASE,
)
"""Who somebody is, before the name."""
NOT_FIRST = frozenset(_OTHER_CAPITALS.split())
"""What has a capital and begins no name."""


def signing(text: str) -> Iterator[tuple[int, int]]:
    """Where the writer says who they are: after a greeting, or after "navn" and its like."""
    for pattern in (_CLOSING, _LABEL):
        for found in pattern.finditer(text):
            if is_persons(found["name"]):
                yield found.span("name")
    yield from signed_lines(text)
    for found in _SMALL.finditer(text):
        if found["name"].islower() and found["name"].capitalize() in GIVEN:
            yield found.span("name")


def told_of(text: str, *, private: bool) -> Iterator[tuple[int, int]]:
    """Where somebody is named who may be a private person.

    In what a private person wrote: every name; of an organisation: whom it tells of as neighbour,
    child, patient and the like, and whom it names in a sentence or as present. Those named with a
    public office and those who sign or are to be asked are left.
    """
    named = [*_named(text, private=private), *(_given_names(text) if private else ())]
    yield from named
    also = list(signing(text)) if private else list(answering(text))
    yield from _again(text, [*named, *also], private=private)
    for _, end in () if private else named:
        yield from _closed_row(text, end)


def _given_names(text: str) -> Iterator[tuple[int, int]]:
    """Given names by themselves."""
    for found in _SINGLE.finditer(text):
        given = _genitive(found["first"])
        if given and not _elsewhere(text, found) and not _public(text, *found.span()):
            yield found.span()


def _named(text: str, *, private: bool) -> Iterator[tuple[int, int]]:
    for pattern in (_CUE, _FAMILY):
        for found in pattern.finditer(text):
            if _is_told_of(found) and not _public(text, *found.span("name")):
                yield found.span("name")
                yield from _and_others(text, found.end())
    yield from half_names(text, private=private)
    yield from _doing(text)
    for found in _full(text):
        if _elsewhere(text, found) or _public(text, *found.span()):
            continue
        known = _known(found) if private else _clearly_known(found)
        if (known or _acts(text, found)) and (private or not _in_office(text, *found.span())):
            yield found.span()


def _and_others(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The names that follow one in a row: "naboene Hopstock i nr. 3, Wærnhus og Lien"."""
    for _ in range(_ROW):
        other = _OTHER.match(text, at)
        if other is None or not is_persons(other["name"]) or names_a_body(other["name"]):
            return
        yield other.span("name")
        at = other.end()


def _closed_row(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Those who stand in a row after one who is named, where the row is closed: "X, Y og Z"."""
    row: list[tuple[int, int]] = []
    for _ in range(_ROW):
        other = _OTHER.match(text, at)
        if other is None or not is_persons(other["name"]) or names_a_body(other["name"]):
            return
        row.append(other.span("name"))
        if "," not in text[at : other.start("name")]:
            yield from row if not is_left(text, *row[-1]) else ()
            return
        at = other.end()


def answering(text: str) -> Iterator[tuple[int, int]]:
    """Those named in full who sign for a body or are to be asked, but hold no public office."""
    for found in _full(text):
        known = found["first"].split("-")[0] in GIVEN and _given(found)
        if known and _in_office(text, *found.span()) and not is_left(text, *found.span()):
            yield found.span()


def _acts(text: str, found: re.Match[str]) -> bool:
    """Whether words that no list of names knows are a person's by what stands beside them."""
    name = found.group()
    if not is_persons(name) or _BOTH.search(name) or names_a_body(name):
        return False
    return not _ROLE_WORD.search(name.split()[0]) and acts(text, *found.span())


def _doing(text: str) -> Iterator[tuple[int, int]]:
    """Single words that no list of names knows, where only a person does or owns what is told."""
    offices = _of_offices(text)
    for found in _SINGLE.finditer(text):
        start, end = found.span()
        bare = found["first"].removesuffix("s")
        if not alone(text, start, end) or {found["first"], bare} & (NOT_FIRST | offices):
            continue
        if _elsewhere(text, found) or _NAME_BESIDE.search(text[max(0, start - 40) : start]):
            continue
        quoted = is_quoted(text, start) and not names_a_body(bare)
        if quoted or bare in FAMILY or _looks_like_one(bare):
            yield start, start + len(bare)


def _looks_like_one(word: str) -> bool:
    """Whether an unknown word is shaped as family names are, and not as a thing that is bent."""
    if len(word) <= _SHORT or names_a_body(word) or word.endswith(_BENT):
        return False
    return _SURNAME.search(word.lower()) is not None or looks_foreign(word)


def _of_offices(text: str) -> set[str]:
    """The words of the names of those with a public office or a party."""
    named = (found.group() for found in _full(text) if is_left(text, *found.span()))
    return {word for name in named for word in name.split()}


def _again(
    text: str, named: Sequence[tuple[int, int]], *, private: bool
) -> Iterator[tuple[int, int]]:
    """Where those `named` are named once more by one of their names."""
    parts = {
        word
        for start, end in named
        if not _NUMBERED.match(text, end)
        for word in re.split(r"[ ,]+", text[start:end])
        if len(word) > _INITIAL_LENGTH and word[0].isupper() and word not in NOT_FIRST
    }
    for found in _SINGLE.finditer(text) if parts else ():
        start, end = found.span()
        word = found["first"]
        if not {word, word.removesuffix("s")} & parts:
            continue
        part = _NAME_BESIDE.search(text[max(0, start - 40) : start]) or _IS_PLACE.match(text, end)
        if part or _elsewhere(text, found) or (not private and _in_office(text, start, end)):
            continue
        if word not in DOUBLE or amid_small(text, start) or alone(text, start, end):
            yield start, end


def _full(text: str) -> Iterator[re.Match[str]]:
    """Two and more words with capitals each; without a word before the name that begins no name."""
    for found in _FULL.finditer(text):
        first, _, rest = found.group().partition(" ")
        stands_before = first in NOT_FIRST or _ROLE_WORD.search(first) is not None
        shorter = stands_before and rest.split()[0].split("-")[0] in GIVEN
        again = _FULL.match(text, found.start() + len(first) + 1) if shorter else None
        yield from _each_of_both(found) or [again or found]


def _each_of_both(found: re.Match[str]) -> list[re.Match[str]]:
    """Both names of "Ulf Hansen og Anne Aas": that the first word is also a thing says nothing of the second."""
    both = _BOTH.search(found.group())
    if both is None or found["first"] not in DOUBLE:
        return []
    middle, text = found.start() + both.start(), found.string
    first = _FULL.match(text, found.start(), middle)
    second = _FULL.match(text, middle + len(both[0]))
    return [first, second] if first and second else []


def _is_told_of(found: re.Match[str]) -> bool:
    """Whether the name after a cue is a person's; after "hos" and the like bodies stand as well."""
    name = found["name"]
    words = name.split()
    first = words[0].split("-")[0]
    known = {first, first.removesuffix("s")} & GIVEN or words[-1].removesuffix("s") in FAMILY
    return is_persons(name) and bool(known or not _ALSO_BODIES.match(found.group()))


def _given(found: re.Match[str]) -> bool:
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
        and not _BOTH.search(found.group())
        and not _NO_SURNAME.search(found.group().split()[0])
    )


def _last(name: str) -> str:
    """The family name: what is last, but "d.y." and its like."""
    words = name.split()
    return words[-2] if words[-1].islower() and words[-1].endswith(".") else words[-1]


def _clearly_known(found: re.Match[str]) -> bool:
    """Whether a name in a body's text is a person's by its words alone."""
    if _given(found) and _known(found):
        return True
    return (
        _known(found)
        and amid_small(found.string, found.start())
        and found["first"] not in DOUBLE
        and not _BOTH.search(found.group())
        and not names_a_body(found.group())
    )


def _in_office(text: str, start: int, end: int) -> bool:
    return of_office(text, start, end) or signs_there(text, start, end)


def is_persons(words: str) -> bool:
    """Whether words with capitals can be a person's name: no body's, and no word that begins a sentence."""
    first = words.split(maxsplit=1)[0]
    return first not in NOT_FIRST and not _NO_SURNAME.search(words)


def _known(found: re.Match[str]) -> bool:
    """Whether two and more words with capitals are a person's name."""
    words = found.group().split()
    if _NO_SURNAME.search(found.group()) or words[0] in NOT_FIRST:
        return False
    if found["first"].split("-")[0] in GIVEN:
        return True
    last = _last(found.group())
    return len(last) > _INITIAL_LENGTH and _SURNAME.search(last.lower()) is not None


def _genitive(word: str) -> bool:
    """Whether a word by itself is a given name that is no other word."""
    first = word.split("-", maxsplit=1)[0]
    return any(each in GIVEN and each not in DOUBLE for each in (first, first.removesuffix("s")))


def _elsewhere(text: str, found: re.Match[str]) -> bool:
    """Whether what looks like a name is that of a street or a house."""
    return _STREET.match(text, found.end()) is not None


def _public(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 30) : start]
    return _PUBLIC.search(before) is not None or _AFTER_PUBLIC.match(text, end) is not None
