"""Names that stand half: a given name alone, a family name alone, a list of those who met.

"Bente ba om ordet", "Ho Borghild på 91", "Forfall: Rune", "mindretallet (Bråten og Lillesund)",
"jordet til Hauge". A name that is a word, a farm or a place as well counts only with a sign that a
person is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.words import either, listed, parties
from innspill.shared.words.family_names import FAMILY, SONS
from innspill.shared.words.given_names import DOUBLE, GIVEN, THINGS
from innspill.shared.words.roles import BOARD, EXPERTS, MAYORS, OFFICIALS
from innspill.stages.publication.core.plain import CAPITALS
from innspill.stages.publication.core.rolls import in_rolls, names_a_body

_WORD = rf"[{CAPITALS}][^\W\d_A-ZÆØÅ]{{1,30}}(?:-[{CAPITALS}][^\W\d_]{{1,30}}){{0,2}}"
_NAMES = rf"{_WORD}(?:[ ]{_WORD}){{0,3}}"
_AND = r"(?:,|[ ](?:og|&))[ ]"
_ROW = rf"{_NAMES}(?:{_AND}{_NAMES}){{0,9}}"
_EACH = re.compile(_NAMES)
_ALONE = re.compile(rf"(?<![\w\-.@]){_WORD}(?![\w\-@]|\.\w)")
_LOUD_LINE = re.compile(
    rf"(?m)^[ \t]{{0,40}}(?P<number>\d{{1,3}}[.)][ \t]{{1,4}})?(?P<name>[{CAPITALS}]{{3,30}}(?:,?[ ](?:[{CAPITALS}]{{2,30}}|[{CAPITALS}]\.)){{0,3}})"
    r"(?:[ \t]{0,40}$|(?P<column>[ ]{2}|\t))"
)
_VOTED = re.compile(
    r"(?i:(?<![^\W_])(?:mindretal|fleirtal|flertal|medlem|representant|røyst|stemm|votering|protokoll|dissens|"
    rf"innlegg|uttale|merknad|framlegg|forslag)[^\W\d_]{{0,12}})[^().\n]{{0,30}}\((?P<row>{_ROW})\)"
)
_OWNED = re.compile(
    r"(?<![^\W_])(?i:jord[ea]t?|bruk[ea]t?|g[aå]rd(?:en)?|huset|heimen|hjemmet|tomt[ea]n?|eigedom[^\W\d_]{0,5}|eiendom[^\W\d_]{0,5}|"
    r"marka|skog(?:en)?|åker(?:en)?|fjøs(?:en|et)?|hytt[ea]n?|naust(?:et)?|tun(?:et)?|løa|låve(?:n)?|brev(?:et)?|"
    r"grunn(?:en)?|beit(?:et|a)|kyrn[ea]|sauene|reinen|båt(?:en)?|bilen|brønnen|brunnen)"
    rf"[ ](?:ti[l1]|åt|hans|hennar)[ ](?P<row>{_ROW})"
)
_CALLED = re.compile(
    r"(?<![^\W_])(?i:ho|hun|han|hu|fru|mrs|mr|ms|miss|frøken|frk\.|enkefru|enkja|enka|enken|herr|hr\.|madam|dr\.|doktor)[ ]"
    rf"(?P<row>{_NAMES})"
)
_KNOWN_AS = re.compile(
    rf"(?<![^\W_])(?i:sånne som|slike som|lille|vesle|gamle|gamla|stakkars|salige|avdøde|onkel|tante)[ -](?P<row>{_NAMES})"
)
_TELLS = re.compile(
    r"[ ](?:sa|sier|seier|seie|mener|meiner|meinte|mente|ba|bad|fortalte|forteller|fortel|fortalde|spør|spurte|"
    r"spurde|trur|tror|trudde|trodde|synes|synest|synst|syntes|skriver|skriv|skrev|skreiv|lurer|ønsker|ønskjer|"
    r"går|gjekk|gikk|bor|bur|budde|bodde|jobber|jobbar|arbeider|arbeidar|døde|fyller|fylte|ringte|ringde|"
    r"ordna|ordnet|hjalp|hjelper|takket|takka|la til|la fram|viste til|stemte|røysta|fikk|fekk|ble|blei|vart|"
    r"tok|kommer|kjem|leier|leiger|eier|eig|drakk|skrek|flyttet|flytta|solgte|selde|kjøpte|bygde|klaget|klaga|kjører|køyrer|"
    r"har (?:aldri|alltid|ikke|ikkje|vært|vore|fått|hatt)|(?:er|var) (?:den|ein|en|alltid|heilt|helt)|er (?:sjuk|syk|død|enig|einig|uenig|ueinig)|har (?:tegnet|teikna|skrevet|skrive|sagt|bedt|bede|drevet|"
    r"drive|bodd|budd))(?![^\W_])"
)
_OWNS = re.compile(r"[ ](?:sitt|sin|si|sine)[ ]")
_AGED = re.compile(
    rf"[\"»]?,[ ]\d\d(?:[,)]|\.(?:\n|[ ][{CAPITALS}]))|[ ](?:\(\d{{1,2}}(?:[ ]år)?[,)]|på[ ]\d{{1,2}}(?![\d.,]))|,[ ]\d{{1,2}}[ ]år"
)
_AMID = re.compile(r"[a-zæøå][,]?[ ]$")
_OF_SOMEBODY = re.compile(r"(?<![^\W_])(?:av|fra|frå|hos|hjå|takk til|til|med)[ ]$")
_LOWER_AFTER = re.compile(r"[ ][a-zæøå(]|[.,;:!?)]")
_KNOWN = GIVEN | FAMILY
_CLEAR = GIVEN - DOUBLE
_SMALL = frozenset(name.lower() for name in _CLEAR)
_SMALL_FAMILY = frozenset(name.lower() for name in FAMILY)
_SMALL_PAIR = re.compile(r"(?<![\w\-.@/])[a-zæøåé]{3,20}(?=[ ]([a-zæøåé]{2,20})(?![\w\-@]))")
"""Two words in small letters; names where they are a given name and a family name."""
_SMALL_LINE = re.compile(
    r"(?m)^[ \t]{0,40}(?P<name>([a-zæøåé]{3,20})(?:[ ][a-zæøåé]{1,20}){1,2})[ \t]{0,40}$"
)
_INITIAL = re.compile(
    rf"(?<![\w.\-])(?:[{CAPITALS}]|Hj|Th|Johs?|Chr|Bj|Alb|Edv)\.[ ]?(?:[{CAPITALS}]\.[ ]?)?({_WORD})(?![\w\-@])"
)
_LAST_WORD = re.compile(rf"(?:({_WORD})|([{CAPITALS}]\.))[ ]$")
_IN_PLACE = re.compile(r"[ ,]{0,2}(?:e\.[ ]?f\.|etter fullmakt|fung\.|\(e\.[ ]?f\.\))[ ]*$")
"""After the name of who signs in another's place."""
_SIGNED = re.compile(r"(?i),?[ ]{0,2}[(\[/]{1,2}[ ]?(?:s|sgn?|sign)\.?[ ]?[)\]/]")
_SHORT = 2
"""Longer than that is a family name that no list knows."""
_SAYINGS = re.compile(
    r"(?:Per og Pål|Ola og Kari|Kari og Ola|Ola Nordmann|Kari Nordmann|Hvermansen|Hansen og Olsen)(?![^\W_])"
)
"""Names that mean anybody."""
_QUOTED = re.compile(r"[«\"“„][^\W_]{1,40}[»\"”]")
"""What stands in quotes by itself is a storm, a ship, a book."""
_CITED = re.compile(r"(?i),?[ ](?:\(?(?:19|20)\d\d|et al|m\.?[ ]?fl|&|\(red)")
_WRITTEN_BY = re.compile(r"[»\"”] av $")
_TITLES = MAYORS | OFFICIALS | BOARD | EXPERTS
_BEFORE = (_TITLES - {"medlem"}) | listed("""
    biskop dommar dommer dronning fagdirektør fungerande fungerende fylkesmann konge kongen kontaktperson lensmann
    mester ordstyrar ordstyrer planleggjar president prosjektleder prost redaktør rådsmedlem saksansvarleg
    saksansvarlig saksbehandlar statsråd styremedlem utvalgsmedlem utvalsmedlem
""")
_AFTER = (_TITLES | {"dekan", "director", "manager", "råd"}) - listed(
    "arkitekt forfattar forfatter formann kontakt medlem saksbehandler sakshandsamar"
)
_OFFICE = re.compile(
    rf"(?i)(?<![^\W_])(?:[^\W\d_]{{0,20}}(?:{either(_BEFORE)})"
    r"(?:a|en)?(?:/[^\W\d_]{2,12})?|v/|ved|sankt|st\.|advokatfirmaet|stiftelsen|stiftinga|fondet|hotell?|skipet|m/s|ms|ferja|ferjen|"
    r"ekstremværet|orkanen|uværet|feltet|programmet|tjenesten|systemet)[ :,]{0,2}$"
)
_PARTIES = frozenset({*parties.NAMES, "Raudt", "Høgre", "Sp", "Ap", "Frp", "Krf"})
_PARTY = re.compile(
    rf"[ ]\((?i:{either(parties.LETTERS)})\)|,[ ](?:{either(parties.LETTERS - {'A', 'PF', 'PP'}, ('Frp', 'Krf'))})(?![^\W_])"
)
_TITLE_AFTER = re.compile(
    rf"(?i)(?:,|[ ](?=\()|[ ][|–-])[ ]?\(?(?:[^\W\d_]{{2,15}}[ ]){{0,2}}[^\W\d_]{{0,20}}(?:{either(_AFTER)})(?![^\W_])"
)
_BODY = re.compile(
    rf"(?:[ ](?:AS|ASA|DA|SA|BA|ANS|KF|IKS|HF|SE|Ltd|Inc)(?![^\W_])|[ ][{CAPITALS}][^\W\d_]*|s[ ](?:fond|minne|legat|"
    r"stiftelse|institutt|forlag|museum|hus|skole|skule|plass|gate|gata|veg|vei|hage|park)(?![^\W_]))"
)


def half_names(text: str, *, private: bool) -> Iterator[tuple[int, int]]:
    """Where a person is named by half a name or in a row of names."""
    for pattern in (_VOTED, _CALLED, _OWNED, _KNOWN_AS):
        for found in pattern.finditer(text):
            yield from _of_row(found, sure=pattern in (_VOTED, _CALLED))
    yield from in_rolls(text)
    for found in _ALONE.finditer(text):
        if _by_itself(text, found, private=private):
            yield found.span()
    for found in _INITIAL.finditer(text):
        unknown = (
            len(found[1]) > _SHORT
            and _shape(found[1]) | found[1].endswith("een")
            and not names_a_body(found[1])
        )
        told = found[1] in FAMILY or unknown
        if told and not _left(text, found, private=private):
            yield found.span()
    if private:
        yield from _in_one_size(text)


def _left(text: str, found: re.Match[str], *, private: bool) -> bool:
    start, end = found.span()
    return not private and (of_office(text, start, end) or signs_there(text, start, end))


def _in_one_size(text: str) -> Iterator[tuple[int, int]]:
    """Names all in small letters, and all in great ones on a line of their own."""
    for found in _SMALL_PAIR.finditer(text):
        if found.group() in _SMALL and found[1] in _SMALL_FAMILY:
            yield found.start(), found.end(1)
    for found in _SMALL_LINE.finditer(text):
        if found[2] in _SMALL:
            yield found.span("name")
    for found in _LOUD_LINE.finditer(text):
        known = [word.strip(",").capitalize() in _KNOWN for word in found["name"].split()]
        in_table = found["number"] or (found["column"] and "," in found["name"])
        if all(known) or (in_table and any(known)) or ("," in found["name"] and known[-1]):
            yield found.span("name")


def of_office(text: str, start: int, end: int) -> bool:
    """Whether the name is that of somebody in an office, of a body or of a thing named after one."""
    before = text[max(0, start - 40) : start]
    return bool(
        _OFFICE.search(before)
        or _PARTY.match(text, end)
        or _TITLE_AFTER.match(text, end)
        or _BODY.match(text, end)
        or _CITED.match(text, end)
        or _WRITTEN_BY.search(before)
    )


def signs_there(text: str, start: int, end: int) -> bool:
    """Whether the line holds little but the name: a letterhead, a signature, a list of contacts."""
    before = text[text.rfind("\n", max(0, start - 60), start) + 1 : start]
    after = text[end : end + 60].partition("\n")[0]
    if start >= 60 and "\n" not in text[start - 60 : start]:
        return False
    if _IN_PLACE.match(after) or _SIGNED.match(after):
        return True
    if after.rstrip().endswith((".", "!", "?")) or before.rstrip().endswith(":"):
        return False
    return len(before.split()) + len(after.split()) <= 3


def _of_row(found: re.Match[str], *, sure: bool) -> Iterator[tuple[int, int]]:
    for each in _EACH.finditer(found["row"]):
        words = each.group().split()
        known = words[0] in GIVEN or words[-1] in FAMILY or words[0].split("-")[0] in GIVEN
        if known or (sure and len(words) == 1 and _shape(words[0])):
            start = found.start("row")
            yield start + each.start(), start + each.end()


def _shape(word: str) -> bool:
    """Whether a word could be a name: no body's and no thing's."""
    return not word.endswith(("et", "en", "ene", "ane", "kommune")) and word not in _PARTIES


def _by_itself(text: str, found: re.Match[str], *, private: bool) -> bool:
    """Whether one word with a capital is a person."""
    word = found.group()
    first = word.split("-", maxsplit=1)[0]
    forms = {first, word, word.removesuffix("s"), first.removesuffix("s")}
    start, end = found.span()
    if not (forms & _KNOWN or _of_a_father(word)) or _QUOTED.match(
        text, max(0, start - 1), end + 1
    ):
        return False
    if _in_a_saying(text, start, word):
        return False
    if _left(text, found, private=private):
        return False
    if forms & _CLEAR:
        return not private
    if any(map(_of_a_father, forms)):
        before = _LAST_WORD.search(text, max(0, start - 25), start)
        if not private and before and (before[2] or before[1].split("-")[0] in GIVEN):
            return False
        return not (_CITED.match(text, end) or of_office(text, start, end))
    told = (_TELLS.match(text, end) or _AGED.match(text, end)) is not None
    if forms & DOUBLE:
        if forms & THINGS:
            return told
        amid = _amid(text, start, end)
        return told or (
            amid and (private or _OF_SOMEBODY.search(text, max(0, start - 9), start) is not None)
        )
    return bool(_OWNS.match(text, end) or (told and private))


def _in_a_saying(text: str, start: int, word: str) -> bool:
    """Whether a name stands where it means anybody: "Per og Pål"."""
    near = _SAYINGS.search(text, max(0, start - 12), start + 20)
    return near is not None and word in near.group()


def _of_a_father(word: str) -> bool:
    """Whether a word is a name made of a given name: "Trulsen", "Hansen"."""
    if word in SONS:
        return True
    if not word.endswith("sen"):
        return False
    return any(len(each) > 3 and each in GIVEN for each in (word[:-3], word[:-2]))


def _amid(text: str, start: int, end: int) -> bool:
    """Whether a capital stands where only a name has one: between small words."""
    return bool(_AMID.search(text[max(0, start - 3) : start]) and _LOWER_AFTER.match(text, end))
