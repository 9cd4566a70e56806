"""Names on the last lines of what a private person wrote, where no greeting stands before them; lists
of those who signed; and where both say that they live.

"Ronny A. Breivold", "SOLFRID NYGÅRDSETER", "Abi", "Skogsarbeidar Tarald Bjåland Øygarden": a line at
the end that is no sentence and begins with words that can be a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.words import listed
from innspill.shared.words.given_names import GIVEN
from innspill.stages.publication.core.plain import CAPITALS

_WORD = rf"[{CAPITALS}](?:[^\W\d_]{{1,30}}|\.)(?:-[{CAPITALS}]?[^\W\d_]{{1,30}}){{0,2}}"
_NICK = r"[«\"“(][^\W\d_]{2,20}[»\"”)]"
_NAME = re.compile(
    rf"[ \t(]{{0,20}}(?:[^\W\d_]{{4,20}}[ ](?={_WORD}[ ]{_WORD}))??"
    rf"(?P<name>{_WORD}(?:[ ](?:(?:von|van|de|el|al|bin|og|&)[ ])?(?:{_WORD}|{_NICK}|Jr\.|Sr\.)){{0,5}}(?:[ ][de]\.[ ]?[eyæ]\.)?)"
    r"(?P<rest>[^\n]{0,120})"
)
_SMALL = re.compile(
    r"[ \t(]{0,20}(?P<name>(?P<first>[^\W\d_]{2,20})(?:[ ][^\W\d_]{1,20}){0,3})(?P<rest>[^\n]{0,120})"
)
_BROKEN = re.compile(
    rf"[ \t]{{0,20}}[{CAPITALS}][ ]?[a-zæøå]{{1,20}}(?:[ ][a-zæøå]{{1,8}})?[ ][{CAPITALS}][ ]?[a-zæøå]{{1,20}}(?:[ ][a-zæøå]{{1,8}})?[ ]{{0,3}}$"
)
"""Two names that a scan broke: "H jørdis Walst røm"."""
_AFTER = re.compile(
    r"[ ]{0,3}(?:$|[,;/()|<–·•-]|\d|[+]|\S{1,60}@|(?:født|fødd|f\.|tlf|mob|kto)(?![^\W_]))",
    re.IGNORECASE,
)
"""What may stand after the name on its line."""
_NO_NAME = re.compile(
    r"(?i)(?:hilsen|helsing|mvh|vennlig|venleg|med|takk|hei|kjære|til|fra|frå|vedlegg|kopi|oslo|bergen|ja|nei|konto|telefon|mobil|adresse|"
    r"e-?post|tlf|mob|postboks|norge|noreg|anonym|ærbødigst|ps|p\.s)$"
)
_SIGNERS = re.compile(
    r"(?mi)^[ \t]*(?:underskrift|signatur|underskrift(?:er|ar)|signatur(?:er|ar)|underskrive av|underskrevet av|skrevet under(?: av)?|skrive under(?: av)?)[ ]?:?[ \t]*\n"
)
_FEW_SIGN = 3
"""So many sign for a body at most; more are a list of names that was gathered."""
_LINE = re.compile(r"[^\n]{0,60}(?:\n|$)")
_STREET = rf"{_WORD}(?:[ ]{_WORD}){{0,2}}[ ]\d{{1,4}}(?:[ ]?[A-Za-z])?(?![^\W_])"
_HOME_LINE = re.compile(
    rf"[ \t]{{0,20}}(?P<home>{_STREET}(?:,[ ]\d{{4}}(?!\d))?)[ ]{{0,3}}(?=,|\r?\n|$)"
)
_HOME = re.compile(
    rf"(?:,[ ]?|[ \t]{{2,20}}|[ ]?[/|–·-][ ])(?P<home>{_STREET}|{_WORD}(?=[ ]{{0,3}}(?:\n|$)))"
)
_NO_HOME = re.compile(
    r"(?i)(?:tlf|telefon|mobil|mob|postboks|kapit\w*|punkt|pkt|spørsm\w*|vedlegg|side|sak|saks\w*|artikkel|uke|veke|oslo|bergen|"
    r"jan\w*|feb\w*|mars|apr\w*|mai|jun\w*|jul\w*|aug\w*|sept?\w*|okt\w*|nov\w*|des\w*|tiltak|mål|område|høring\w*|høyring\w*)(?![^\W_])"
)
"""What has a capital and a number and is no home."""
_ROW = re.compile(
    rf"(?m)^[ \t]{{0,20}}(?:\d{{1,3}}[.)]?[ ]{{1,3}})?(?P<name>{_WORD}(?:[ ]{_WORD}){{1,3}})"
    rf"(?:[ ]{{2,40}}|[ ]?[\t|;][ \t]{{0,9}}|,[ ])(?P<home>{_STREET})(?P<sign>[^\n]{{0,60}})"
)
"""A row of those who sign: name, home, and how they write it."""
_TOWNS = listed("""
    Alta Arendal Asker Askim Barentsburg Bergen Bodø Brevik Brumunddal Bryne Brønnøysund Bærum Drammen Drøbak
    Egersund Eidsvoll Elverum Fagernes Farsund Fauske Fevik Finnsnes Flekkefjord Florø Fredrikstad Førde Gjøvik
    Grimstad Halden Hamar Hammerfest Harstad Haugesund Holmestrand Horten Hønefoss Jessheim Jørpeland Kirkenes
    Kolvereid Kongsberg Kongsvinger Kopervik Kragerø Kristiansand Kristiansund Langesund Larvik Leirvik Levanger
    Lillehammer Lillestrøm Lillesand Lyngdal Lørenskog Mandal Mandalen Molde Mosjøen Moss Mysen Måløy Namsos
    Narvik Nesodden Notodden Odda Orkanger Oslo Otta Porsgrunn Raufoss Ringerike Risør Rjukan Røros Sandefjord
    Sandnes Sandnessjøen Sarpsborg Skien Ski Skudeneshavn Sogndal Sortland Stathelle Stavanger Stavern Steinkjer
    Stjørdal Stokmarknes Stord Sunndalsøra Svolvær Tananger Tromsø Trondheim Trysil Tvedestrand Tønsberg
    Ulsteinvik Vadsø Vardø Verdal Verdalsøra Vinstra Vennesla Volda Voss Ørsta Ålesund Åkrehamn Årdal Åndalsnes
    Ås
""")
"""Towns and places that many live in: after a name they tell of no home."""
_LINES = 8
"""Of the end of a text so many lines are looked at."""


def signers(text: str) -> Iterator[tuple[int, int]]:
    """The lines under a heading that says who has signed, to the next empty one."""
    for lines in _signed(text):
        yield from lines


def gathered(text: str) -> Iterator[tuple[int, int]]:
    """Those lines where more have signed than sign for a body."""
    for lines in _signed(text):
        if len(lines) > _FEW_SIGN:
            yield from lines


def _signed(text: str) -> Iterator[list[tuple[int, int]]]:
    read_to = 0
    for heading in _SIGNERS.finditer(text):
        if heading.end() < read_to:
            continue  # A heading in a list that is read: else a text of headings costs its square.
        lines: list[tuple[int, int]] = []
        for line in _LINE.finditer(text, heading.end()):
            read_to = line.end()
            if not line.group().strip():
                break
            lines.append(line.span())
        yield lines


def signed_lines(text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands at the beginning of a line at the end of `text`."""
    for start, end in last_lines(text):
        line = text[start:end]
        if start == 0 or _is_sentence(line):
            return
        place = _named(line)
        if place:
            yield start + place[0], start + place[1]


def signed_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where those who sign say that they live: after the name, or on a line of its own below it.

    "Anders og Guri Hauge, Haugen", "Sigbjørn Risa   Risabrotet 2", "Vaag 2, 6693".
    """
    for start, end in (*last_lines(text), *signers(text)):
        line = text[start:end]
        alone = _HOME_LINE.match(line)
        if alone and not _NO_HOME.match(alone["home"]):
            yield start + alone.start("home"), start + alone.end("home")
            continue
        place = _named(line)
        after = _HOME.match(line, place[1]) if place else None
        if after and not (_NO_HOME.match(after["home"]) or after["home"] in _TOWNS):
            yield start + after.start("home"), start + after.end("home")


def last_lines(text: str) -> Iterator[tuple[int, int]]:
    """The last lines that hold anything, the last first."""
    end = len(text.rstrip())
    for _ in range(_LINES):
        start = text.rfind("\n", 0, end) + 1
        if text[start:end].strip():
            yield start, end
        if start == 0:
            return
        end = start - 1


def _is_sentence(line: str) -> bool:
    words = line.split()
    return line.rstrip().endswith(("!", "?", ":")) or (
        line.rstrip().endswith(".") and len(words) > 3 and not words[-1][0].isupper()
    )


def _named(line: str) -> tuple[int, int] | None:
    """Where a line names somebody who signs."""
    found = _NAME.match(line)
    if found and _AFTER.match(found["rest"]):
        words = found["name"].split()
        place = len(words) == 1 and re.match(r"[ ]?\d", found["rest"])
        street = re.match(r"[ ]\d{1,3}[ ]?[A-Za-z]?(?![\w/.]|[ -]\d)", found["rest"])
        if not (place or street or _NO_NAME.match(words[0])):
            return found.span("name")
    if _BROKEN.match(line):
        return len(line) - len(line.lstrip()), len(line.rstrip())
    small = _SMALL.match(line)
    if small and small["first"].capitalize() in GIVEN and _AFTER.match(small["rest"]):
        return small.span("name")
    return None


def rows_signed(text: str) -> Iterator[tuple[int, int]]:
    """In rows of name and home the name, and after the home what has the family name again."""
    for found in _ROW.finditer(text):
        if _NO_HOME.match(found["home"]) or _NO_NAME.match(found["name"].partition(" ")[0]):
            continue
        yield found.span("name")
        family = found["sign"].rfind(found["name"].split()[-1])
        if family >= 0:
            start, end = found.span("sign")
            begin = start + len(found["sign"]) - len(found["sign"].lstrip(" \t|;,"))
            yield begin, end - len(found["sign"]) + len(found["sign"].rstrip())
