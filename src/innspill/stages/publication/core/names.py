"""Who is told of by name in running text, and who answers for a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from innspill.shared.words import either, listed
from innspill.shared.words.family_names import FAMILY
from innspill.shared.words.given_names import DOUBLE, GIVEN
from innspill.shared.words.kin import CLOSE
from innspill.stages.publication.core.bare_names import half_names, of_office, signs_there
from innspill.stages.publication.core.doings import acts, alone, amid_small, is_quoted
from innspill.stages.publication.core.name_shapes import (
    BOTH,
    INITIAL_LENGTH,
    NAME,
    NOT_FIRST,
    PART,
    ROLE_WORD,
    SINGLE,
    full_names,
    is_clearly_known,
    is_given_name,
    is_known,
    is_persons,
    lists_know,
    looks_like_a_surname,
)
from innspill.stages.publication.core.plain import CAPITALS
from innspill.stages.publication.core.rolls import is_left, names_a_body
from innspill.stages.publication.core.signing import signing

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
_OTHER = re.compile(
    rf"(?:[ ](?:i|på)[ ](?:nr\.?|nummer|hytte)[ ]\d{{1,4}}|[ ]\([^()\n]{{1,30}}\))?(?:,|,?[ ](?:og|&|and|samt))"
    rf"[ ](?:(?:fru|herr)[ ])?(?P<name>{PART}(?:[ ]{PART}){{0,3}})(?![^\W_])"
)
_ROW = 12
"""So many names are looked for in a row."""
_NUMBERED = re.compile(r"[ ]\d")
"""After a street that was taken for a name."""
_ALSO_BODIES = re.compile(
    r"(?i:hos|bruk|eie|eig|medlem|eies|tilhør|sammen|snakket|fullmakt|på vegne)"
)
_STREET = re.compile(
    r"(?:s?[ ](?:gate|gata|vei|veg|vegen|veien|allé|Plass|Torg|Hus|Sykehus|Kirke)|(?:s|(?<=[sxz]))[ ](?:plass|torg|minne|hus|sykehus|kirke))\b"
)


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
    for found in SINGLE.finditer(text):
        given = is_given_name(found["first"])
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
    for found in full_names(text):
        if _elsewhere(text, found) or _public(text, *found.span()):
            continue
        known = is_known(found) if private else is_clearly_known(found)
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
    for found in full_names(text):
        known = found["first"].split("-")[0] in GIVEN and lists_know(found)
        if known and _in_office(text, *found.span()) and not is_left(text, *found.span()):
            yield found.span()


def _acts(text: str, found: re.Match[str]) -> bool:
    """Whether words that no list of names knows are a person's by what stands beside them."""
    name = found.group()
    if not is_persons(name) or BOTH.search(name) or names_a_body(name):
        return False
    return not ROLE_WORD.search(name.split()[0]) and acts(text, *found.span())


def _doing(text: str) -> Iterator[tuple[int, int]]:
    """Single words that no list of names knows, where only a person does or owns what is told."""
    offices = _of_offices(text)
    for found in SINGLE.finditer(text):
        start, end = found.span()
        bare = found["first"].removesuffix("s")
        if not alone(text, start, end) or {found["first"], bare} & (NOT_FIRST | offices):
            continue
        if _elsewhere(text, found) or _NAME_BESIDE.search(text[max(0, start - 40) : start]):
            continue
        quoted = is_quoted(text, start) and not names_a_body(bare)
        if quoted or bare in FAMILY or looks_like_a_surname(bare):
            yield start, start + len(bare)


def _of_offices(text: str) -> set[str]:
    """The words of the names of those with a public office or a party."""
    named = (found.group() for found in full_names(text) if is_left(text, *found.span()))
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
        if len(word) > INITIAL_LENGTH and word[0].isupper() and word not in NOT_FIRST
    }
    for found in SINGLE.finditer(text) if parts else ():
        start, end = found.span()
        word = found["first"]
        if not {word, word.removesuffix("s")} & parts:
            continue
        part = _NAME_BESIDE.search(text[max(0, start - 40) : start]) or _IS_PLACE.match(text, end)
        if part or _elsewhere(text, found) or (not private and _in_office(text, start, end)):
            continue
        if word not in DOUBLE or amid_small(text, start) or alone(text, start, end):
            yield start, end


def _is_told_of(found: re.Match[str]) -> bool:
    """Whether the name after a cue is a person's; after "hos" and the like bodies stand as well."""
    name = found["name"]
    words = name.split()
    first = words[0].split("-")[0]
    known = {first, first.removesuffix("s")} & GIVEN or words[-1].removesuffix("s") in FAMILY
    return is_persons(name) and bool(known or not _ALSO_BODIES.match(found.group()))


def _in_office(text: str, start: int, end: int) -> bool:
    return of_office(text, start, end) or signs_there(text, start, end)


def _elsewhere(text: str, found: re.Match[str]) -> bool:
    """Whether what looks like a name is that of a street or a house."""
    return _STREET.match(text, found.end()) is not None


def _public(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 30) : start]
    return _PUBLIC.search(before) is not None or _AFTER_PUBLIC.match(text, end) is not None
