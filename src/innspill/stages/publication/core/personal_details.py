"""Signatures, dates of birth, number plates and bank accounts in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from innspill.stages.publication.core.elevens import Eleven
from innspill.stages.publication.core.name_shapes import NAME
from innspill.stages.publication.core.national_ids import is_account
from innspill.stages.publication.core.signed_lines import signers

_MARK = (
    r"(?:[(\[/]{1,2}[ ]?(?:(?:e[i]?lektronisk|digitalt|sjølv)[ ])?(?:s|sg|sgd|sgn|sig|sign|signert|signatur|underskrevet|underskrive|underskrift|godkjent|godkjend|stadfesta|u|e\.?[ ]?h)\.?"
    r"(?:[ ](?:elektronisk|digitalt|for hånd|for hand|m(?:ed|/) ?\w{3,12}))?[ ]?[)\]/]{1,2}|(?<![\w.])(?:s|sgd|sign)\.?/[ ]?|/(?:s|sign)\.?(?!\w)|ei?genhendig(?![^\W_])|sign(?![^\W_.]))"
)
_SHORT = r"[A-ZÆØÅ][a-zæøå]{1,6}\."
"""A given name cut short: "Asbj. Moen"."""
_LOUD = r"[A-ZÆØÅ]{1,20}(?:[. ]{1,2}[A-ZÆØÅ]{2,20}){1,3}"
_SIGNED = r"(?:sign(?:ert|\.)?(?:[ ](?:elektronisk|digitalt))?(?:[ ]av)?|sgd\.?|signatur|underskrev(?:et|e)(?:[ ]av)?|underskrive(?:[ ]av)?)"
_SIGNATURES = (
    re.compile(rf"(?i:{_MARK})[ ]{{0,2}}(?:{NAME})"),
    re.compile(
        rf"(?m)(?:{_LOUD}|^[ \t]*[^\W\d_]{{1,20}}(?:[. ]{{1,2}}[^\W\d_]{{2,20}}){{0,2}}),?[ ]{{0,2}}(?i:{_MARK}|sign\.?)(?=[ ]*$)"
    ),
    re.compile(
        rf"(?m)^[ \t]*(?i:(?:(?:elektronisk|digitalt)[ ])?{_SIGNED}|underskrift|navnetrekk)[^\n:]{{0,30}}[:.][ _.…]{{0,60}}(?P<name>[^\W\d_][^\n\d:_]{{1,50}})$"
    ),
    re.compile(rf"(?m)^[ \t]*(?i:(?:elektronisk|digitalt)[ ])?(?i:{_SIGNED})[ ](?:{_LOUD}|{NAME})"),
    re.compile(
        r"(?m)^[ \t]*(?:[._…]{4,90}|(?i:underskrift|signatur|navnetrekk)[:.]?)[ \t]*\n[ \t]*(?P<name>[^\W\d_][^\n\d:]{1,40})$"
    ),
    re.compile(rf"(?:{_SHORT}[ ])?(?:{NAME}),?[ ]{{0,2}}(?i:{_MARK}|sign\.)"),
    re.compile(rf"(?<![^\W_])(?i:{_SIGNED})(?i:[ ]?[.:]{{1,2}}[ ]{{0,2}}|[ ]av[ ]|[ ])(?:{NAME})"),
    re.compile(
        r"(?<![^\W_])(?:\w{0,12}[ /]?(?i:underskri(?:ft|k)|signatur)(?:[ ][a-zæøå]{3,12})?[ ]?[:.][ ]{0,3}"
        rf"(?:\d[\d.\-/]{{3,9}}[ ]{{1,2}})?|(?i:undertegne[dt]e?|underteikna)(?:[ ]av|:)[ ])"
        rf"(?P<name>(?:[{'A-ZÆØÅ'}][ ])?(?:{NAME}|[a-zæøå]+[ ]{NAME}))"
    ),
    re.compile(rf"(?<!_)_{{2,60}}[ ]?(?:{NAME})[ ]?_{{2,60}}"),
    re.compile(rf"(?m)^[ \t]*/(?:{NAME})/[ \t]*$"),
    re.compile(rf"(?m)^[ \t]*(?:{NAME})[ ]\([^()\n\d]{{2,30}}\)[ \t]*(?=\Z|\n\s*\Z)"),
    re.compile(rf"(?m)^[ \t]*(?:s|sgn)\.[ ](?:{NAME})[ \t]*$"),
    re.compile(rf"(?<=[.!?][ ])s\.[ ](?:{NAME})(?=[ \t]*$)", re.MULTILINE),
)
_MONTH = (
    r"(?:jan(?:uary?)?|feb(?:ruary?)?|mar(?:s|ch)?|apr(?:il)?|ma[iy]|jun[ie]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|"
    r"o[kc]t(?:ober)?|nov(?:ember)?|de[sc](?:ember)?)"
)
_NUMBERED_MONTH = "i{1,3}|iv|vi{0,3}|ix|xi{0,2}|x"
_DAY_SAID = (
    r"(?:første|fyrste|andre|tredje|fjerde|femte|sjette|sjuande|syvende|sjuende|åttende|åttande|niende|niande|tiende|tiande|"
    r"ellevte|tolvte|trettende|trettande|fjortende|fjortande|femtende|femtande|sekstende|sekstande|syttende|syttande|"
    r"attende|attande|nittende|nittande|tjuende|tjuande|tjue\w{4,7}|tretti\w{4,7})"
)
_DATE = (
    r"(?:(?:19|20)\d\d-\d\d?-\d\d?|\d{1,2}[ ]?[./\-][ ]?\d{1,2}[ ]?[./\- ][ ]?[-’']?(?:(?:18|19|20)\d\d|\d\d)"
    rf"|\d{{1,2}}\.?[ ]?{_MONTH}\.?(?:[ ][-’']?)?(?:(?:18|19|20)\d\d|\d\d)"
    rf"|\d{{1,2}}\.?[ ]?(?:{_NUMBERED_MONTH})\.?[ ](?:18|19|20)\d\d"
    rf"|(?:19|20)\d{{6}}|\d{{6}}|\d{{8}})(?!\d)"
)
_SAID_DATE = rf"{_DAY_SAID}[ ]{_MONTH}(?:[ ](?:i[ ])?[-’']?(?:(?:18|19|20)\d\d|\d\d))?(?!\d)"
_A_DATE = re.compile(
    r"[0-9]{6}|[0-9][.\-/ ]{1,3}(?:[0-9]{1,2}[.\-/ ]|[A-Za-z])|e[ ][a-z]{3,9}[ ](?:i[ ])?[-’']?[0-9]{2}"
)
_BORN = re.compile(
    r"(?i)(?<![^\W_])(?:født|fødd|fødte|fødsels(?:dato|dag|år)|f\.[ ]?dato|f\.|f|dob|born|date of birth|fyll(?:er|te)[ ]\d\d(?:[ ]år)?|fylte|kom til verd(?:en|a)|"
    rf"bursdag\w*|riegádan)(?![^\W_])[^\d\n]{{0,25}}?(?P<date>{_DATE}|{_SAID_DATE}|\d\d[ ]\d\d[ ](?:19|20)?\d\d(?!\d))"
)
_BORN_IN = re.compile(
    r"(?i)(?<![^\W_])(?:f\.|født|fødd)[ ]?(?:i[ ])?(?P<date>(?:19|20)\d\d)(?![\w.,\-/]\d|\d)"
)
_ALSO_BORN = re.compile(
    rf"(?i)(?P<one>{_DATE})[ ](?:og[ ](?:jeg|eg|han|hun|ho)|er fødsels)[ ]?(?P<two>{_DATE})?"
)
_IN_BRACKETS = re.compile(rf"(?i)(?<=[^\W\d_])[ ]\([ ]?(?:f\.?[ ]?)?(?P<date>{_DATE})[ ]?\)")
_AFTER_NAME = re.compile(rf"(?:{NAME}),?[ ](?:[·•|][ ])?(?P<date>(?i:{_DATE}))")
_AFTER_KIN = re.compile(
    rf"(?i)(?<![^\W_])(?:jeg|eg|kone|kona|mann|mannen|ektefellen|samboer\w*|sønn\w*|datter\w*|dotter\w*|barnet)"
    rf"[ ](?:er[ ])?(?P<date>{_DATE})"
)
_A_CHILD = re.compile(
    rf"(?i)(?<![^\W_])(?:sønn|son|datter|dotter|jent|gut|tvilling|barn|babyen|eldste|eldst|yngst)\w{{0,6}}"
    rf"(?:[ ](?:min|mi|vår|våre|vårt))?(?:[ ][^\W\d_]{{2,15}})?[ ]\([ ]?(?P<date>{_DATE})[ ]?\)"
)
"""Of a child the date is told whatever its year."""
_OWN_LINE = re.compile(rf"(?mi)^[ \t]*(?P<date>{_DATE})(?=[ \t]*$|,[ ](?:tlf|mob|tel))")
_AFTER_WORD = re.compile(
    rf"(?i)(?<=[:;,][ ])(?P<date>{_DATE})(?=[ ]?[.;,]?[ ]?(?:\n|$|[A-ZÆØÅ]|tlf|mob))"
)
_ANY_DATE = re.compile(rf"(?i)(?<![\w.,/-]){_DATE}")
_DAY = re.compile(rf"(?i)(?<![\w.,/-])(?:{_DATE}|{_SAID_DATE})")
_OF_A_PAPER = re.compile(
    r"(?i)(?:lov|forskrift|vedtak|brev|dom|høring|høyring|rundskriv|notat|rapport|plan|møte|sak|direktiv|frist|dater|svar)\w*"
    r"[ ](?:(?:av|fra|frå|den|dagsatt)[ ]){0,2}$"
)
_NUMBER_AFTER = re.compile(r"[ ]?nr")
_RECENT = 2022
"""Days from this year on are of letters, meetings and time limits."""
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_SHORT_YEAR = re.compile(r"(?:[^0-9]|^(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2]))([0-9]{2})$")
_LATEST = 2012
"""A date of a later year without the word for birth is more likely that of a letter."""
_THIS_CENTURY = 30
"""Two digits above it are a year of the last century."""
_PLATE = re.compile(
    r"(?<![\w\-])(?!NS|EN|SN|NO|IS|KR|ÅR|PB|NR|HR)[A-HJ-NPR-Z]{2}(?:[ ]?\d{4,5}|[ -]?\d\d[ .]?\d{3})(?![\w]|[.,\-/]\d)"
)
_VEHICLE = re.compile(
    r"(?i)(?<![^\W_])(?:el)?(?:bil|reg|skilt|kjennem|henger|tilhenger|vogn|campingvogn|traktor|moped|mc\b|"
    r"motorsyk|kjøret|køyret|parker|taxi|drosje|varebil|lastebil|tesla|nissan|volvo|toyota|buss)"
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{1,4}){3,8}(?![A-Za-z0-9])")
_ACCOUNT = re.compile(
    r"(?i)(?<![^\W_])[^\W\d_]{0,12}(?:konto|kto|giro)[^\W\d_]{0,12}\.?"
    r"[ ]?(?:nr\.?|(?:for|til|i|hos|ved|fra|frå)[ ][^\d\n]{0,50}|er)?[ :(]{0,4}(?P<number>\d(?:[ .\-]{0,2}\d){10})(?!\d)"
)
_ACCOUNT_BEFORE = re.compile(
    r"(?i)(?<![^\W_])(?:konto|kto|giro|bankgiro)(?:n(?:umme)?r)?[^\n]{0,100}$"
)
"""The word for an account somewhere before, on the same line."""
_OWN_NUMBER = re.compile(
    r"(?i)(?<![^\W_])(?:kunde|medlems?|polise|forsikrings?|skade|pasient|journal|klient|bruker|brukar|lånekort|førerkort|førarkort|"
    r"pass|ansatt|tilsett|student|elev|målepunkt|måler|målar|anleggs?|abonnent|abonnements|avtale|låne|løyve|produsent|jeger|våpenkort|"
    r"leietaker|leietakar|husleie|søker|søkar|stønads|trygde|nav-?saks?)[- ]?(?:id|n(?:umme)?r)(?:et)?\.?"
    r"(?:[ ](?:mitt|min|vårt|hans|hennes|hennar|er|hos[ ]\w{2,20})){0,2}[ :#(]{0,3}"
    r"(?P<number>[A-ZÆØÅ]{0,3}[ -]?\d(?:[ .\-/]?\d){3,19})(?!\d)"
)
"""A number that one person has somewhere: as customer, member, patient."""
_CALLED_ACCOUNT = re.compile(
    r"(?i)(?:konto|kto|giro|iban)[^\W\d_]{0,12}\.?[ ]?(?:nr\.?|er|til)?[ :(]{0,4}$"
)
_CALLED_OTHERWISE = re.compile(
    r"(?i)(?<![^\W_])(?:kid|isbn|issn|ean|gtin|ordre|faktura|sporing|artikkel|journal|prosjekt|serie)"
    r"[^\W\d_]{0,12}[\- ]{0,2}(?:n(?:umme)?r)?\.?[ :]{0,3}[\d \-]{0,20}$"
)


def called_account(text: str, at: int) -> bool:
    """Whether the number that begins at `at` is called an account's."""
    return _CALLED_ACCOUNT.search(text, max(0, at - 40), at) is not None


def called_otherwise(text: str, at: int) -> bool:
    """Whether the number that begins at `at` is called something that persons do not have."""
    return _CALLED_OTHERWISE.search(text, max(0, at - 60), at) is not None


def signatures(text: str) -> Iterator[tuple[int, int]]:
    """Where somebody signs in so many words: "/s/ Kari Moen", "Kari Moen (sign.)"."""
    lower = text.lower() + "\n"
    if not any(
        sign in lower
        for sign in (
            "sign",
            "/\n",
            ")\n",
            "skrift",
            "skrik",
            "underte",
            "genhend",
            "sg",
            "/s",
            "s/",
            "__",
            "..",
            "navnetr",
            "s.",
            "(s",
            "[s",
            "(u",
        )
    ):
        return
    yield from _under_a_heading(text)
    for pattern in _SIGNATURES:
        for found in pattern.finditer(text):
            yield found.span("name" if "name" in pattern.groupindex else 0)


def _under_a_heading(text: str) -> Iterator[tuple[int, int]]:
    """The names of a list of those who sign, each on its line, until an empty one."""
    yield from signers(text)


def birth_dates(text: str, *, private: bool) -> Iterator[tuple[int, int]]:
    """Where dates of birth stand: after the word for it, or where a private person gives one."""
    if private:
        yield from (found.span() for found in _BORN_IN.finditer(text))
    if not _A_DATE.search(text):
        return
    for found in _BORN.finditer(text):
        yield found.span("date")
    for found in _ALSO_BORN.finditer(text):
        yield found.span("one")
        if found["two"]:
            yield found.span("two")
    if not private:
        return
    for pattern in (_IN_BRACKETS, _AFTER_NAME, _AFTER_KIN, _OWN_LINE, _AFTER_WORD):
        for found in pattern.finditer(text):
            if _long_ago(found["date"]):
                yield found.span("date")
    yield from (found.span("date") for found in _A_CHILD.finditer(text))


def long_ago_dates(text: str) -> Iterator[tuple[int, int]]:
    """Where dates stand that lie too far back for the day of a letter."""
    for found in _ANY_DATE.finditer(text) if _A_DATE.search(text) else ():
        if _long_ago(found.group()):
            yield found.span()


def days_of_old(text: str) -> Iterator[tuple[int, int]]:
    """Where days stand that may be somebody's birth: of a year long past, and not those of papers."""
    for found in _DAY.finditer(text) if _A_DATE.search(text) else ():
        year = _YEAR.search(found.group())
        recent = year is not None and int(year.group()) >= _RECENT
        of_a_paper = _OF_A_PAPER.search(text, max(0, found.start() - 30), found.start())
        if not (recent or of_a_paper or _NUMBER_AFTER.match(text, found.end())):
            yield found.span()


def _long_ago(date: str) -> bool:
    """Whether a date is of a year that a letter of today is not written in."""
    year = _YEAR.search(date)
    if year and not re.fullmatch("[0-9]{6}", date):
        return int(year.group()) <= _LATEST
    short = _SHORT_YEAR.search(date)
    return short is not None and int(short[1]) > _THIS_CENTURY


def plates(text: str, *, private: bool) -> Iterator[tuple[int, int]]:
    """Where number plates stand: five digits, or four near the word for a vehicle."""
    for found in _PLATE.finditer(text):
        near = text[max(0, found.start() - 90) : found.end() + 40]
        five = sum(each.isdigit() for each in found.group()) == 5
        if (five and private) or _VEHICLE.search(near):
            yield found.span()


def accounts(text: str, together: Iterable[Eleven]) -> Iterator[tuple[int, int]]:
    """Where account numbers stand: of `together` by shape, after the word for them, and IBAN."""
    for each in together:
        shaped = each.close and each.account_shaped
        near = text[max(0, each.start - 120) : each.start]
        if shaped and (is_account(each.digits) or _ACCOUNT_BEFORE.search(near)):
            yield each.start, each.end
    for found in _ACCOUNT.finditer(text):
        yield found.span("number")
    for found in _OWN_NUMBER.finditer(text):
        yield found.span("number")
    for found in _IBAN.finditer(text):
        number = found.group()
        while len(number) > 14:
            if _iban_holds(number.replace(" ", "")):
                yield found.start(), found.start() + len(number)
                break
            number = number.rpartition(" ")[0]


def _iban_holds(number: str) -> bool:
    moved = number[4:] + number[:4]
    return int("".join(str(int(each, 36)) for each in moved)) % 97 == 1
