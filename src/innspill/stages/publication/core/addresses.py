"""Postal addresses in running text: street and number, farm, box, postcode and place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.words import listed

_CAPITAL = "A-ZÆØÅÄÖÁČŠ"
_PLACE = (
    rf"[{_CAPITAL}][^\W\d_]+(?:[ \-](?:i[ ])?[{_CAPITAL}][^\W\d_]*)?"
    r"(?![^\W\d_])"
)
_CODE = rf"(?:N-|NO-)?\d{{4}}[ ]+{_PLACE}"
_HOUSE = re.compile(
    r"(?P<gap>(?:[ ]{1,2}|(?<=[nt]\.))(?:nr\.?[ ]?)?)(?P<house>\d{1,4}(?:[ ]?-[ ]?\d{1,4})?(?:[ ]?[A-Za-z])?)(?!\w|[.,:]\d|[ ]\d{2,3}\b(?![ ]?[A-Z]))"
)
_FLAT = r"(?:[ ]?,?[ ]?(?:leil(?:ighet)?\.?[ ]?(?:nr\.?[ ]?)?)?H?\d{2,4}(?![\w ]|,?\d)|[ ]leil\.?[ ]?\d+)?"
_FLOOR = (
    r"(?:[ ]?,?[ ]?(?:\d{1,2}\.?|[a-zæøå]{3,8})[ ]?(?:etg|etasje|et)\.?(?![^\W_]))?"
    r"(?:[ ]?,?[ ]?(?:t\.?[ ]?[vh]\.?|(?:opp(?:g|gang)?|inng(?:ang)?)\.?[ ][A-Z0-9])(?![^\W_]))?"
)
_WHERE = rf"(?:[ ]?,?[ ](?:på|i)[ ]{_PLACE}|,[ ]{_PLACE}(?=[ ]?[.,;)\n]|$|[ ][\w.+\-]{{1,60}}@))"
_TAIL = re.compile(
    rf"(?:[ ]?/[ ]?\d{{3,4}}(?![\w/]))?(?:[ ]\(\d\.?[ ](?:etg|etasje)\.?\))?(?:,[ ](?:snr\.?[ ]\d+|\d{{4}}(?=[ ]?(?:[,\n]|$))))?{_FLAT}{_FLOOR}(?:\s{{0,2}},?\s{{0,2}}{_CODE}|{_WHERE})?"
)
_FOLLOWED = re.compile(rf"{_FLAT}\s{{0,2}}[,\n]\s{{0,2}}{_CODE}")
_END = re.compile(
    r"(?i)(?:gata|gate|gaten|gt\.?|veien|vei|vegen|veg|vn\.?|v\.|vg\.?|gutua|gutu|all[ée]|alleen|alléen|"
    r"svingen|sving|bakken|bakke|stien|sti|kroken|krok|tunet|tun|plassen|plass|brygge|brygga|bryggen|"
    r"jordet|åsen|lia|haugen|ringen|terrassen|terrasse|løkka|løkken|torget|torg|smauet|smug|stredet|"
    r"strede|toppen|faret|far|kleiva|løypa|moen|skogen|marka|tråkket|hagen|myra|bråten|rosten|grenda|"
    r"dalen|berget|stubben|rabben|holmen|vika|bukta|hammeren|tangen|åkeren|enga|gjerdet|teigen|"
    r"hellinga|brinken|skrenten|kollen|promenaden|promenade|almenningen|allmenningen|stranda|kaien|"
    r"heia|kneiken|ressen|parken|sletta|vollen|lunden|lykkja|rinden|hovet|neset|odden|viken|rende|"
    r"luggudden|bk\.?|gårdsveien|rudveien|svei|sgate|(?<=[a-zæøå]{4})v|stæla|geilen|steinen|fjellet)$"
)
_SMALL_STREET = re.compile(
    r"[^\W\d_]{2,24}(?:gata|gate|gaten|gt\.?|veien|vegen|vn\.?|bakken|stien|svingen|allé|tunet|haugen|jordet|bk\.?)$"
)
"""A street in small letters."""
_MEASURED = re.compile(
    r"(?i)[ ](?:km|meter|m|år|mill|timer|timar|gonger|ganger|dager|dagar|uker|veker|boliger|bustader|grader|prosent)(?![^\W_])"
)
"""What makes a number after a word a measure and no house."""
_CUE = re.compile(
    r"(?i)(?:\b(?:besøks|post|gate)?adr(?:esse)?[ ]?[.:]*|\bb(?:or|ur)(?:[ ]\w+)?[ ](?:i|på|ved)|"
    r"\bbosatt[ ](?:i|på|ved)|\bbo(?:sted|stad|pel)[ ]?:?|\badresse[ ](?:er[ ])?|\bc/o[ ][^\W\d_]+,)[ \t]*$"
)
_BEFORE_STREET = listed("""
    Øvre Nedre Gamle Gml. Nye Store Lille Litle Nordre Søndre Vestre Østre Midtre Dr. Dronning Kong Prof.
    Professor St. Sankt Prins Prinsesse General Biskop Bisp Pastor Doktor Ytre Indre
""")
_NUMBERED = re.compile(
    r"(?i)^(?:kapittel|kap|punkt|pkt|spørsmål|spm|side|sider|vedlegg|figur|tabell|alternativ|sak|del|"
    r"forslag|artikkel|trinn|byggetrinn|steg|paragraf|versjon|fase|rundskriv|nivå|klasse|sone|"
    r"januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    r"kontrollspørsmål|delmål|mål|tiltak|innsatsområde|kriterium|krav|rute|linje|bilag|uke|veke)\.?$"
)
_WORD = re.compile(r"[\w.\-'’/]+$")
_FLAT_CODE = re.compile(r"(?<!\w)[HULK]0[1-9][01]\d(?!\w)")
"""A flat's code in the register of addresses."""
_ENDS_THERE = re.compile(
    rf"(?:,[ ]{_PLACE})?[ ]?(?:\n|$|,[ ](?:den[ ])?\d{{1,2}}\.|,[ ](?:tlf|mob|tel)|[\w.+\-]{{1,60}}@)"
)
"""What stands after a house that has a line to itself: its place, a day, a telephone or a mail."""
_SIGNED = re.compile(r"(?i)(?<!\w)(?:hilsen|helsing|hilsing|mvh)[^\d\n]{1,60},[ ]$")
_POINTS = ("øvre", "nedre", "ytre", "indre", "nordre", "søndre", "vestre", "østre", "midtre", "store",
           "lille", "søre", "nørdre", "øvste", "øverste", "nedste", "ytste", "inste")  # fmt: skip
_POINT = rf"(?:{'|'.join(_POINTS)})"
_ANY = ("",)
_OTHER = (
    (
        ("nr",),
        re.compile(
            rf"(?:(?<!\w)[{_CAPITAL}][^\W\d_]+,?[ ]\(?)?(?i:\bg\.?(?:års|ards)?nr\.?[ ]?\d+\W{{1,3}}b\.?(?:ruks)?nr\.?[ ]?\d+(?:(?:,[ ]|[ ]og[ ])\d+(?![\w%]))*)"
        ),
    ),
    (
        ("nummer", "nr", "oppgang", "hus "),
        re.compile(
            rf"(?:(?<=[Bb]or i )|(?<=[Bb]ur i )|(?<=[Bb]or på )|(?<=[Bb]ur på ))(?:(?i:nr\.?|nummer|oppgang|hus(?:nr\.?)?|rekkehus|rekkjehus|blokk)[ ](?:nr\.?[ ])?\w{{1,4}}(?:,?[ ](?:i[ ])?[{_CAPITAL}][^\W\d_]+)?)"
        ),
    ),
    (
        (
            "rekkehus",
            "rekkjehus",
            "husnr",
            "husnummer",
            "oppgang",
            "tomt",
            "plass nr",
            "båtplass",
            "kolonihage",
            "parsell",
        ),
        re.compile(
            rf"(?i:(?<![^\W_])(?:rekkehus|rekkjehus|husn(?:umme)?r|oppgang|tomt|(?:båt|camping|kolonihage)?plass)\.?[ ](?:n(?:umme)?r\.?[ ]?)?\d{{1,4}}(?![\w%]|[.,]\d))(?:,[ ][{_CAPITAL}][^\W\d_]+)?"
        ),
    ),
    (
        ("nr",),
        re.compile(
            rf"(?<!\w)(?:(?i:{_POINT})[ ])?[{_CAPITAL}][^\W\d_]+,[ ](?i:g(?:ards|års)?nr|b(?:ruks)?nr)\.?[ ]\d+(?:,?[ ](?i:bnr)\.?[ ]\d+)?"
        ),
    ),
    (
        ("nr", "bruk", "eigedom", "eiendom"),
        re.compile(
            r"(?i)(?<![^\W_])(?:gb?nr|g(?:nr)?[ ]?\.?/[ ]?bnr|matr(?:ikkel)?\w*|matr\.?[ ]?nr|bruk|eigedom(?:en)?|eiendom(?:men)?)\.?:?[ ]{1,20}"
            r"(?:nr\.?[ ])?\d{1,3}/\d{1,4}(?:/\d{1,3})?(?:(?:,|[ ]og)[ ]\d{1,3}/\d{1,4})*(?![\w%])"
        ),
    ),
    (("bnr",), re.compile(r"(?i)(?<![^\W_])bnr\.?[ ]{1,3}\d{1,4}(?![\w%])")),
    (
        ("/",),
        re.compile(rf"(?<!\w)[{_CAPITAL}][^\W\d_]+,[ ]\d{{1,3}}/\d{{1,4}}/\d{{1,3}}(?![\w/])"),
    ),
    (
        (", ",),
        re.compile(
            rf"(?m)(?:(?<=, )[{_CAPITAL}][^\W\d_]+(?:garden|gården|gard|gård)"
            rf"|(?<!\w)[{_CAPITAL}][^\W\d_]+,[ ]\d{{4}})(?=[ ]*$)"
        ),
    ),
    (
        ("hytte", "leil", "andel", "parsell", "seksjon", "snr"),
        re.compile(
            r"(?i)(?<![^\W_])(?:hytte|leil(?:ighet)?\.?|andel|parsell|seksjon|snr\.?)(?:[ ]?n(?:umme)?r\.?)?[ ]?\d{1,4}(?![\w,.:]?\d|[ ]?(?:m|kvm|m2|år|mill|kr|prosent|%))"
        ),
    ),
    (_ANY, re.compile(rf"(?<![\w.,/-])(?<!, )(?!(?:1[89]|20)\d\d)\d{{4}}[ ]{_PLACE}")),
    (_ANY, re.compile(rf"(?<=, )(?:N-|NO-)?\d{{4}}[ ]{_PLACE}")),
    (("n-", "no-"), re.compile(rf"(?<![\w\-])(?:N|NO)-\d{{4}}[ ]{_PLACE}")),
    (
        ("boks", "pb", "p.b", "p. b"),
        re.compile(
            rf"(?<!\w)(?i:postboks|p\.?[ ]?b\.|pb|boks)[ ]*\d+"
            rf"(?:[ ][{_CAPITAL}][^\W\d_]+)?(?:[ ]?,?\s{{0,2}}{_CODE})?"
        ),
    ),
    (_ANY, re.compile(rf"(?m)^[ \t]*(?:N-|NO-)?\d{{4}}[ ]+{_PLACE}[ \t]*$")),
    (("c/o",), re.compile(rf"(?<!\w)c/o[ ][{_CAPITAL}][^\n]{{1,60}}?{_CODE}")),
    (("rute",), re.compile(rf"(?<!\w)Rute[ ]\d+,[ ]{_CODE}")),
    (
        ("borettslag", "sameie"),
        re.compile(
            rf"(?<!\w)[{_CAPITAL}][^\W\d_]+[ ](?:borettslag|sameie),?[ ](?:blokk|oppgang)[ ]\w+"
        ),
    ),
)
"""Signs that must stand in the text in lower case, and the pattern that is then looked for."""
_FARM_CODE = re.compile(r",\s{0,2}(?:N-|NO-)?[0-9]{4}[ ]")
_FARM_SIGNS = ("gård", "gard", "gaard", "bruket", *_POINTS)
_FARM_WORD = r"(?:gård|gard|gaard|gården|garden)"
_FARMS = (
    # "Lundeby gård", "Nordre Bø gård": with the points of the compass before or after it.
    re.compile(
        rf"(?<!\w)(?:(?i:{_POINT})[ ])?[{_CAPITAL}][^\W\d_]+[ ]{_FARM_WORD}(?!\w)"
        rf"(?:[ ]?,\s{{0,2}}{_CODE})?"
    ),
    re.compile(
        r"(?:\b(?:[Gg]arden|[Gg]ården|[Gg]ård|[Gg]ard|[Bb]ruket)[ ]?(?:heter|heiter|er|:|min|vår)?[ ]|"
        r"\b(?i:bor|bur|bosatt|bosted|bustad|adresse|drive[rn]?)[ ]?(?:på|i|:)?[ ])"
        rf"(?P<farm>(?:(?i:{_POINT})[ ])?[{_CAPITAL}][^\W\d_]+(?:[ ](?i:{_POINT}))?"
        rf"(?:[ ]{_FARM_WORD})?)(?=\s*,\s*\d{{4}}|(?<=vre)|(?<=dre)|(?<=tre))"
    ),
    # Any name and a postcode after it.
    re.compile(
        rf"(?<!\w)(?P<farm>(?:(?i:{_POINT})[ ])?[{_CAPITAL}][^\W\d_]{{2,}}(?:[ ](?i:{_POINT}))?)"
        rf",\s{{0,2}}{_CODE}"
    ),
    re.compile(rf"(?mi)^[ \t]*(?P<farm>(?:{_POINT}[ ][^\W\d_]+|[^\W\d_]+[ ]{_POINT}))[ \t]*$"),
)


_ROAD = (
    rf"[{_CAPITAL}][^\W\d_]{{1,40}}(?:veien|vegen|gata|gaten|gate|gt|allé|alléen|stien|bakken|svingen|veg|vei|vn|bk|lia|tunet|haugen|"
    rf"åsen|kroken|ringen|neset|bråtan|bråten|jordet|løkka|toppen|sletta)(?![^\W_])|[{_CAPITAL}][^\W\d_]{{1,30}}s[ ](?:gate|vei|veg|plass|allé)(?![^\W_])"
)
_LIVED_IN = re.compile(
    r"(?i:(?<![^\W_])(?:bor|bur|bodd|budd|bodde|budde|bosatt|busett|oppvokst|oppvaksen|hjemme|heime|leilighet(?:en|a)?|leilegheit(?:a)?|hus(?:et)?|"
    r"rekkehus(?:et)?|beboere?|beboerne|bebuar(?:ar|ane)?|naboer|naboene|naboar|flyttet|flytta|hybel|heimen|hjemmet)"
    r"(?:[ ][a-zæøå]{2,12}){0,4}?[ ](?:i|på|ved)[ ](?:øvre[ ]|nedre[ ]|ytre[ ]|indre[ ])?)"
    rf"(?P<road>{_ROAD})(?:[ ]og[ ](?P<other>{_ROAD}))?"
)
_FARM_CALLED = re.compile(
    rf"(?i:(?<![^\W_])(?:gard|gård|bruk|småbruk|plass|heim)(?:en|et)?[ ](?:vår|vårt|min|mitt)[ ]?(?:heter|heiter|er)?[ ,]{{0,2}})(?P<road>[{_CAPITAL}][^\W\d_]{{2,30}}(?:[ ][{_CAPITAL}][^\W\d_]{{2,30}})?)"
)


_NAMED = re.compile(rf"(?<![\w\-])(?:[{_CAPITAL}][^\W\d_]+[ ])?[{_CAPITAL}][^\W\d_]+(?![\w\-])")
_STREET = re.compile(
    r"[^\W\d_]{3}(?:gata|gaten?|veien?|vegen?|all[ée]|alleen|alléen|svingen|stien|bakken|kroken|tunet|faret|smuget|stredet|brinken)$"
)
"""The ends that are a street's; a wood or a bay ends in others that streets have too."""
_HOME_CALLED = re.compile(
    rf"(?i:(?<![^\W_])(?:gard|gård|gaard|bruk|hytt|tomt|eiendom|eigedom)[^\W\d_]{{0,5}})[ ]"
    rf"(?:(?:på|i|ved|vår|vårt|min|mitt|heiter|heter|som)[ ]){{0,2}}(?P<farm>{_PLACE})"
)


def streets_lived_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a street without a number, or a farm, stands after the word for living there."""
    for found in _LIVED_IN.finditer(text):
        yield found.span("road")
        if found["other"]:
            yield found.span("other")
    for found in _FARM_CALLED.finditer(text):
        yield found.span("road")


def streets_named(text: str) -> Iterator[tuple[int, int]]:
    """Streets and roads by name, and what has a number as a house has: where the writer lives, perhaps."""
    for found in _NAMED.finditer(text):
        name = found.group()
        house = _HOUSE.match(text, found.end())
        numbered = house and not (_NUMBERED.match(name) or _MEASURED.match(text, house.end()))
        if numbered or _STREET.search(name):
            yield found.start(), house.end() if house else found.end()


def farms_named(text: str) -> Iterator[tuple[int, int]]:
    """What a farm, a house or a cabin is called: "på garden Øvre Kvamme"."""
    return (found.span("farm") for found in _HOME_CALLED.finditer(text))


def flats(text: str) -> Iterator[tuple[int, int]]:
    """Where flats are named by their code: whose they are is known to all in the house."""
    for found in _FLAT_CODE.finditer(text):
        yield found.span()


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where postal addresses stand in plain `text`, a private person's own or another's."""
    lower = text.lower()
    yield from _houses(text)
    for signs, pattern in _OTHER:
        if any(sign in lower for sign in signs):
            for found in pattern.finditer(text):
                yield found.span()
    if not (_FARM_CODE.search(text) or any(sign in lower for sign in _FARM_SIGNS)):
        return
    for pattern in _FARMS:
        for found in pattern.finditer(text):
            yield (
                (found.start("farm") if "farm" in pattern.groupindex else found.start()),
                found.end(),
            )


def _houses(text: str) -> Iterator[tuple[int, int]]:
    for house in _HOUSE.finditer(text):
        reach = max(0, house.start() - 90)
        line = max(text.rfind("\n", reach, house.start()) + 1, reach)
        before = text[line : house.start()]
        street = _street(before)
        if street is None or (re.match(r"\d{4}$", house["house"]) and not _END.search(before)):
            continue
        if _is_address(text, before, street, house):
            tail = _TAIL.match(text, house.end())
            yield line + street, tail.end() if tail else house.end()


def _street(before: str) -> int | None:
    """Where the street's name begins in what stands before a number; None where there is none."""
    words = [(each.start(), each.group()) for each in re.finditer(r"[^\s,;:()]+", before)]
    tail = _WORD.search(before)
    if not words or tail is None or not before.endswith(words[-1][1]):
        return None
    start, last = words[-1]
    if _NUMBERED.match(last) or not last[0].isalpha():
        return None
    lower = not last[0].isupper()
    if lower and not _END.match(last):
        return None
    for at, word in reversed(words[-4:-1]):
        plain = before[at + len(word) : start].strip(" ") == ""
        if not plain or not word[0].isupper() or not (lower or word in _BEFORE_STREET):
            break
        start = at
    named = before[start].isupper() or _SMALL_STREET.match(last) is not None
    return start if named else None


def _is_address(text: str, before: str, street: int, house: re.Match[str]) -> bool:
    if _MEASURED.match(text, house.end()):
        return False
    if _END.search(before) or _CUE.search(before[:street]):
        return True
    if _FOLLOWED.match(text, house.end()):
        return True
    begins = before[:street].strip() == "" or _SIGNED.search(before[:street])
    return bool(begins and _ENDS_THERE.match(text, house.end())) and len(house["house"]) <= 3
