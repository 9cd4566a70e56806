"""Who met, voted, was chosen or sits in a group: the rolls of minutes, lists and tables.

"Til stede: Siobhan Kelly, Bao Tran (vara)", "Frammøtte:" with a name on each line below, "Dang, Minh
Anh": in a roll an unknown word with a capital is a name as well, where bodies and offices are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from innspill.shared.words import either, listed, parties
from innspill.shared.words.family_names import FAMILY
from innspill.shared.words.given_names import GIVEN
from innspill.shared.words.roles import MAYORS, OFFICIALS
from innspill.stages.publication.core.plain import CAPITALS

Place = tuple[int, int]
_WORD = rf"[{CAPITALS}][^\W\d_A-ZÆØÅ]{{1,30}}(?:-[{CAPITALS}][^\W\d_]{{0,30}}){{0,2}}"
_SHORT = rf"(?:[{CAPITALS}]\.(?:[ ]?[{CAPITALS}]\.){{0,2}}|(?:Johs|Joh|Chr|Kr|Th|Fr|Alb|Aug|Edv|Bj|Jens)\.)"
_LINK = r"(?:von|van|de|da|el|al|bin|El|Al)"
_ONE = rf"(?:{_SHORT}|{_WORD})(?:[ ]?(?<=[. ])(?:{_LINK}[ ])?(?:{_SHORT}|{_WORD}|{_LINK}-{_WORD}|[{CAPITALS}])(?![^\W_])){{0,4}}"
_NAME = re.compile(rf"(?<![\w\-.]){_ONE}(?![\w\-])")
_MET = (
    r"til[ ]?sted(?:e|es)|til[ ]?stades|tilstede(?:værende)?|til[ ]?stades|fr[ae]mmøtte?|møtt|møtte|oppmøt(?:e|te)|"
    r"frammøtte|(?:meld[te]?[ ])?f(?:or|rå)fall|fråver(?:ande)?|fravær(?:ende)?|permisjon|sjukmeldte?|sykmeldte?|"
    r"deltakere|deltakarar|deltagere|deltok|til(?:hører|høyrar)e?|tilhøyrarar|vara(?:medlemm?er|representant(?:er)?)?|"
    r"medlemm?er|medlemene|styremedlemm?er|styret|navneliste|namneliste|referent(?:er)?|skrivar|"
    r"møteleder|møteleiar|ordstyrer|ordstyrar|dirigent|protokollfør(?:er|ar)|tellekorps|valgkomit[eé]|valkomit[eé]|"
    r"desisor(?:er)?|arbeidsgruppe[nr]?|arbeidsgruppa|arbeidsutval(?:g|get|et)?|ressursgruppa|ressursgruppen|"
    r"stemte (?:for|imot|mot)|røysta (?:for|imot|mot)|avsto|avstod|blankt?|for forslaget|for framlegget|"
    r"foreslått av|foreslege av|underskrives av|signeres av|medforslagsstillere?|"
    r"present|apologies|attend(?:ed|ees|ance)|minutes"
)
_POSTS = (
    r"leder|leiar|nestleder|nestleiar|kasserer|kasserar|sekretær|styremedlem|varamedlem|materialforvalter|"
    r"medlem|økonomiansvarlig|økonomiansvarleg|revisor|formann|møteleder|styreleder|styreleiar|webansvarlig"
)
_ASKED = (
    r"[^:\n]{0,20}(?:kontakt|kopi|hilsen|helsing|spørsmål|sign|skrevet|skrive|utarbeid|saksbeh|saksh|forfatt|tlf|telefon|e-?post|vedlegg|parti|"
    r"avsender|innsender|navn|namn|adresse)"
)
"""What stands before those who sign or are to be asked."""
_HEAD = re.compile(
    rf"(?<![^\W_])(?:(?i:{_MET})(?:[ ,][^:\n.;]{{1,50}})?|(?P<post>(?i:{_POSTS}))|"
    rf"(?P<any>(?!(?i:{_ASKED}))[{CAPITALS}][^\W\d_]{{3,20}}(?:[ ][a-zæøå]{{1,12}}){{0,3}}))[ ]?:(?:[ \t]|(?=\n|$))"
)
"""What stands before a roll; after `any` other word it is one where most are known, after `post` it is one only where the next line holds a post too."""
_LINE = re.compile(r"[^\n]{0,400}")
_MARKED = re.compile(r"[ \t]{0,20}(?:[•*·–-]|\d{1,2}[.)])?[ \t]{0,8}")
_POST_BEFORE = re.compile(rf"(?i:(?:{_POSTS}|vara|klassekontakt(?:ene|ane)?)[ ]?:?[ ]{{1,4}})")
_TITLED = re.compile(r"[^\W\d_]{3,20}(?:[ ][^\W\d_]{2,15})?:[ ]{1,4}")
_PARTS = re.compile(r"[,;|/()\t•]|[ ]{2,}|[ ](?:og|&|and|samt)[ ]|[ ][–-][ ]")
_CLAUSES = re.compile(r"[;\t•]")
"""What parts the entries of a row where a comma stands within them: "Astri Bolstad, Kvam; …"."""
_AFTER = re.compile(
    r"[ .]?(?:$|[,;|/()\t•:–-])|[ ]{2,}|[ ]\d|[ ](?:og|&|and|samt|for|møtte|møtt|vara|frå|fra|hos)[ ]"
)
_PARTIES = rf"(?i:{either(parties.LETTERS)})"
_PARTY = re.compile(rf"[ ]\(?{_PARTIES}\)|[ ]?,[ ]{_PARTIES}(?![^\W_])")
_ONLY_PARTY = re.compile(_PARTIES)
_OTHERS = listed(
    "dekan dommar dommer ingeniør lensmann lækjar planleggar planlegger politimester saksbehandler sakshandsamar statsråd"
)
_OFFICE = re.compile(
    rf"(?i)(?<![^\W_])[^\W\d_]{{0,20}}(?:{either(MAYORS, OFFICIALS, _OTHERS)})(?:en)?(?![^\W_])"
)
"""A public office, before a name or after it."""
_OFFICE_BEFORE = re.compile(_OFFICE.pattern + "[ ]$")
_BODY = re.compile(
    r"(?i)(?:lag|laget|forening|foreningen|foreninga|forbund|forbundet|råd|rådet|kommune|etat|etaten|verk|verket|tilsyn|tilsynet|"
    r"utvalg|utval|komit[eé]|komiteen|klubb|skole|skolen|skule|nemnd|parti|vel|stiftelse|senter|krets|gruppe|gruppa|borettslag|"
    r"sameie|menighet|direktoratet|universitet|høgskole|høyskole|barnehage|sykehus|avdeling|fylke|norge|noreg|statens|norsk|"
    r"norges|alle|ingen|hele|vedlegg|sak|dato|sted|tid|høring|vedtak|ja|nei|kommunen|styret|selskap|eiendom|nettverk|departementet|forum|kraft|data|utvikling|invest|ferie|hotell|camping|"
    r"holding|havn|bygg|drift|energi|analyse|university|union|network|act|board|council|ministry|blad|tidende)$"
)
"""A word that is no part of a person's name, where one is unknown."""
_BODY_AFTER = re.compile(
    r"[ ](?:kommune|fylkeskommune|skole|skule|AS|ASA|SA|KF|IKS|HF|BA|borettslag|barnehage|menighet)(?![^\W_])"
)
_TURNED = re.compile(
    rf"({_WORD}(?:[ ]{_WORD})?),[ ]((?:{_WORD}|{_SHORT})(?:[ ](?:{_WORD}|{_SHORT})){{0,2}})(?=[ ]{{0,3}}(?:$|\(|[ ]{{2}}))"
)
"""A family name first: "Bøe, Kristoffer"."""
_FAMILY_FIRST = rf"(?!(?i:under|hilsen|helsing|mvh|nav?mn?))(?:{_WORD}(?:[ ]{_WORD})?),[ ](?:{_WORD}|{_SHORT})(?:[ ](?:{_WORD}|{_SHORT}))*+"
_THEIRS = re.compile(
    rf"(?m)^[ \t]{{0,20}}(?:\d{{1,3}}[.)][ \t]{{1,4}}|[•*·–-][ \t]{{1,4}})?(?:(?P<turned>{_FAMILY_FIRST})|(?P<name>{_ONE}))"
    r"(?:[ \t]{1,40}|[ ]?[,;:|–-][ \t]{1,4})(?:(?P<date>(?:f\.|født|fødd)?[ ]?\d{1,2}\.[ ]?\d{1,2}\.[ ]?\d\d)|(?P<phone>[2-9](?:[ ]?\d){7}(?!\d))|"
    rf"(?<=[ \t,;|–-][ \t])[{CAPITALS}][^\W\d_]+(?:[ ][^\W\d_]+)?[ ]\d{{1,3}}[ ]?[A-H]?(?![\w.]))"
)
"""A line of a list that gives with a name what is theirs: a day, a phone, a house."""
_BETWEEN = r"(?:[ ]\([^()\n]{1,40}\))?(?:[,;][ ](?:(?:og|samt|and)[ ])?|[ ](?:og|&|and|samt)[ ])(?:[a-zæøå]{4,24}[ ])?"
_ROW = re.compile(rf"(?<![\w\-.]){_ONE}(?:{_BETWEEN}{_ONE}){{2,30}}(?![\w\-])")
_GAP = re.compile(r"[ \t]{0,20}\r?\n(?:[ \t]{0,20}\r?\n)?")
_SAID_AFTER = re.compile(r"[ ]?(?:,|\(|[–-])[ ]?([^,;()\n]{0,40})")
_FEW = 2
"""So many known names make the others of a row or a list names as well."""
_FULL_LINE = re.compile(r"[^\n]{1,2000}")
_LIST, _SAID = 3, 6
"""So many lines with names are a list, and a line of more words says something."""
_LONG = 14
"""A line of more words is no entry of a list."""


def in_rolls(text: str) -> Iterator[Place]:
    """Where the names of a roll stand; of those with a public office or a party none."""
    read_to = 0
    for head in _HEAD.finditer(text):
        if head.start() < read_to:
            continue  # A heading in a roll that is read: else a text of headings costs its square.
        lines = list(_lines(text, head.end()))
        if head["any"] and not _all_persons(text, lines[0][0]):
            continue
        if head["post"] and sum(1 for places, _ in lines if places) < _FEW:
            continue
        for places, end in lines:
            yield from places
            read_to = end
    for row in _ROW.finditer(text):
        yield from _of_row(text, row)
    yield from _listed(text)
    for line in _THEIRS.finditer(text):
        if line["turned"]:
            yield line.span("turned")
        elif line["name"].split()[0].split("-")[0] in GIVEN and not line["phone"]:
            yield line.span("name")


def _listed(text: str) -> Iterator[Place]:
    """The names of a list without a heading that something is said below: else it is who signs."""
    run: list[list[Place]] = []
    for line in _FULL_LINE.finditer(text):
        places = _of_entry(text, *line.span())
        if places:
            run.append(places)
            continue
        names = [text[slice(*place)] for row in run for place in row]
        if len(run) >= _LIST and len(line.group().split()) > _SAID and _mostly_known(names):
            yield from (place for row in run for place in row)
        run = []


def _all_persons(text: str, row: Sequence[Place]) -> bool:
    """Whether a row without a heading that says so is of persons: several known, and few others."""
    names = [text[slice(*place)] for place in row]
    return len(names) >= _FEW and _mostly_known(names)


def _mostly_known(names: Sequence[str]) -> bool:
    return sum(map(_known, names)) * 3 >= len(names) * 2


def _lines(text: str, start: int) -> Iterator[tuple[list[Place], int]]:
    """The names of a roll line by line, each with where the line ends; to the first without any."""
    row = _LINE.match(text, start)
    at = row.end() if row else start
    yield _of_line(text, start, at), at
    while at < len(text):
        begin = _next_line(text, at)
        if begin is None:
            return
        line = _LINE.match(text, begin)
        places = _of_entry(text, begin, line.end()) if line else []
        if not places or line is None:
            return
        at = line.end()
        yield places, at


def _next_line(text: str, at: int) -> int | None:
    """Where the next line begins that holds anything, at most one empty line further on."""
    gap = _GAP.match(text, at)
    return gap.end() if gap else None


def _of_entry(text: str, start: int, end: int) -> list[Place]:
    """The names of a line that is an entry of a list: it begins with one, perhaps after a post."""
    if len(text[start:end].split()) > _LONG:
        return []
    begin = _MARKED.match(text, start, end)
    at = begin.end() if begin else start
    titled = _TITLED.match(text, at, end) or _POST_BEFORE.match(text, at, end)
    at = titled.end() if titled else at
    turned = _TURNED.match(text, at, end)
    if turned and (turned[1] not in GIVEN or turned[1] in FAMILY) and _may_be(turned[2]):
        return [turned.span()]
    first = _NAME.match(text, at, end)
    if not (first and _AFTER.match(text[first.end() : end])):
        return []
    return _of_line(text, at, end) if _may_be(first.group()) else []


def _of_line(text: str, start: int, end: int) -> list[Place]:
    """The names of a row: each stands by itself between commas and their like."""
    places: list[Place] = []
    at = start
    parts = (
        _CLAUSES if text.find(";", start, end) > 0 and text.find(",", start, end) > 0 else _PARTS
    )
    ends = [(each.start(), each.end()) for each in parts.finditer(text, start, end)]
    for stop, onward in [*ends, (end, end)]:
        place = _of_part(text, at, stop, end)
        if place:
            places.append(place)
        at = onward
    return _without_strangers(text, places)


def _of_part(text: str, start: int, stop: int, end: int) -> Place | None:
    """The name that a part of a row is."""
    while start < stop and text[start] in " \t":
        start += 1
    post = _POST_BEFORE.match(text, start, stop)
    begin = post.end() if post else start
    name = _NAME.match(text, begin, stop)
    if name is None or not _AFTER.match(text[name.end() : end][:20]):
        return None
    if is_left(text, *name.span()) or _OFFICE.search(text[start:begin]):
        return None
    if text[max(0, start - 2) : start].rstrip().endswith("("):
        return name.span() if " " in name.group() and _known(name.group()) else None
    return name.span() if _may_be(name.group()) or _is_alone(name.group()) else None


def is_left(text: str, start: int, end: int) -> bool:
    """Whether a public office stands before the name or in it, or a party or a body's form after it."""
    if _PARTY.match(text, end) or _BODY_AFTER.match(text, end):
        return True
    if _OFFICE.match(text, start, end) or _OFFICE_BEFORE.search(text, max(0, start - 40), start):
        return True
    after = _SAID_AFTER.match(text, end)
    return after is not None and after[1].islower() and _OFFICE.match(after[1]) is not None


def _known(name: str) -> bool:
    words = name.split()
    return bool({words[0], words[0].split("-")[0]} & GIVEN) or words[-1] in FAMILY


def _may_be(name: str) -> bool:
    """Whether an entry can be a person's name: a known one, or several words that name no body."""
    words = name.split()
    if len(words) == 1:
        return _known(name)
    return _known(name) or not names_a_body(name)


def names_a_body(name: str) -> bool:
    """Whether a word of what looks like a name is one that bodies are called by."""
    return any(map(_BODY.search, name.split()))


def _is_alone(name: str) -> bool:
    bent = name.endswith(("en", "et", "ene", "ane")) or _BODY.search(name)
    return " " not in name and not bent and not _ONLY_PARTY.fullmatch(name)


def _without_strangers(text: str, places: Sequence[Place]) -> list[Place]:
    """`places` without single unknown words, where not most of the row are known."""
    named = [text[start:end] for start, end in places]
    known = sum(map(_known, named))
    keep = known >= max(_FEW, len(named) - known)
    return [place for place, name in zip(places, named, strict=True) if keep or _may_be(name)]


def _of_row(text: str, row: re.Match[str]) -> Iterator[Place]:
    """The names of two words and more of a row in a sentence, where some of them are known."""
    found = [each for each in _NAME.finditer(text, row.start(), row.end()) if " " in each.group()]
    listed = [each for each in found if _stands_apart(text, row, each)]
    if sum(1 for each in listed if each.group().split()[0].split("-")[0] in GIVEN) < _FEW:
        return
    for each in listed:
        if _may_be(each.group()) and not is_left(text, *each.span()):
            yield each.span()


def _stands_apart(text: str, row: re.Match[str], name: re.Match[str]) -> bool:
    """Whether a name is an entry of its row, and not what stands in brackets after one."""
    before = text[row.start() : name.start()].rstrip()
    return not before.endswith("(")
