"""Phone numbers and e-mail addresses in running text, as `plain` makes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from innspill.shared.words.given_names import GIVEN, THINGS
from innspill.stages.publication.core.spelled_numbers import spelled_phones

_SPACE = r"[ .\-]"
_BEFORE = r"(?<![\w+.,§-])(?<!(?<!\d{8})/)(?<!\d )"
_AFTER = rf"(?![\w]|/(?!\d{{8}})|{_SPACE}?\d)"
_STRETCH = re.compile(r"[+(]{0,2}[0-9](?:[ ().\-/+]{0,3}[0-9]){7,}")
"""Eight digits and more near each other: nothing else can be a phone number."""
_LONGEST = 60
"""A phone number with all its spaces and brackets, and more."""
_PHONES = (
    re.compile(
        rf"(?<![\w+])(?:\+|00|\(\+?)?47\)?{_SPACE}{{0,3}}(?:\(0\){_SPACE}?)?(?:\d{_SPACE}?){{7}}\d"
        rf"(?![\w]|{_SPACE}?\d)"
    ),
    re.compile(r"(?<![\w+/])\+(?!47)[1-9]\d{0,2}(?:[ ()\-]{0,3}\d){6,12}(?!\d)"),
    re.compile(r"(?<![\w+/.,:])00 ?(?!47)[1-9]\d{0,2}(?:[ ()\-]{0,3}\d){6,12}(?!\d)"),
    re.compile(
        rf"(?<![\d+/.,§-])(?<!\d )(?:[2-9]\d{_SPACE}\d\d{_SPACE}\d\d{_SPACE}\d\d"
        rf"|[2-9]\d\d{_SPACE}\d\d{_SPACE}\d\d\d|[2-9]\d\d \d\d\d \d\d)(?![\w/]|{_SPACE}?\d)"
    ),
    re.compile(rf"{_BEFORE}[2-9]\d{{7}}{_AFTER}"),
    # Four and four, but no two years; and a mobile number in thousands, but no round amount.
    re.compile(rf"{_BEFORE}(?!(?:19|20)\d\d[ -](?:19|20))[2-9]\d{{3}}[ -]\d{{4}}{_AFTER}"),
    re.compile(
        rf"(?<!kr )(?<!kr\. ){_BEFORE}[49]\d \d{{3}} (?!\d?00)\d{{3}}{_AFTER}(?!\s?(?:kr|mill|nok)\b)",
        re.IGNORECASE,
    ),
)
_LABELLED = re.compile(
    r"(?i)(?<![^\W_])(?:t[l1i]f|telefon|mobil|mobiltlf|mobiltelefon|mob|ring|sms|fax|faks|phone|tel|"
    r"vipps|telefovdna)(?:n(?:umme)?r|nummer)?(?:et)?(?![^\W\d_])[ ]?(?:privat|arbeid|dag|kveld|jobb)?"
    r"[.:]{0,2}[ \n]{0,3}(?:nr\.?|meg på|på|er|til|hjem)?[:\s]{0,3}"
    r"(?P<number>\+?\(?\d(?:[ ().\-]{0,2}\d){7,14})(?!\d)"
)
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$")
_OTHER_NUMBER = re.compile(
    r"(?i)(?:\b(?:prosjekt|ordre|faktura|kunde|artikkel|vedtaks?|saks?|journal|dok|løpe?|ref|org"
    r"|kid|isbn|issn|konto(?!r)|kto|vare|serie|lisens)\w*\.?[ ]?(?:n(?:umme)?r)?\.?|#|\bUTM[^\n]{0,12})"
    r"[: ]{0,3}$"
)
"""What stands before a number that is called something else than a phone number."""

_AT = re.compile(
    r"\s?(?:@|[(\[{]\s?(?i:at|a|krøllalfa|alfakrøll|krøll|snabel(?:-?a)?|ætt?)\s?[)\]}])\s?"
    r"|\s(?i:krøllalfa|alfakrøll|at|snabel-?a|ætt?)\s|(?<=\w{2})ÆTT?(?=[a-zæøå])"
    # What is read of a picture has other signs for it, great letters between small ones too.
    r"|(?<=\w{2})[&©®€¢§«»](?=\w)|(?<=[a-zæøå0-9.\-][a-zæøå0-9])[ ]?[QØÆ]{1,2}(?=[a-zæøå])"
)
_PERHAPS_AT = re.compile(r"(?i)\sat\s|[&©®€¢§«»]|[ ]?[QØÆ]{1,2}")
"""Where this stands, only a domain with an ending that we know makes it an address."""
_ENDING = r"\.(?:no|com|net|org|se|dk|eu|uk|de|example)(?![\w@])"
_HOST = re.compile(_ENDING)
_MISREAD = re.compile(
    r"(?<![^\W_])(?i:e-?post(?:adresse)?|e-?mail|mailadresse|mail)(?![^\W_])[ ]?[:.]?[ \n]{0,3}"
    r"(?!www\.|https?:)(?P<mail>[\w.+\-]{2,40}(?:[OG0DÖQØ8]|\(a|a\)|\(O|O\)|\(9|\]|\[|\|)"
    rf"[\w\-]{{2,40}}(?:\.[\w\-]{{2,40}}){{0,3}}{_ENDING})"
)
"""An address after the word for one, its sign read as a letter, a digit or a bracket."""
_NAMED = re.compile(
    r"(?<![\w@./\-])(?P<first>[^\W\d_]{2,20})\.[ ]?[^\W_][\w\-]{2,60}"
    rf"(?:\.[\w\-]{{1,40}}){{0,3}}{_ENDING}"
)
"""A host that begins with a person's given name: an address whose sign was not read at all."""
_LOCAL = re.compile(r"(?:[\w+\-]+ (?i:punktum|dot|prikk) ){0,3}[\w.+\-]*[\w+\-](?: \.[\w+\-]+)?$")
_DOT = (
    r"(?:[ ]?\.(?:[ ](?=[a-zæøå]))?|\s?[(\[{]\s?(?i:dot|punktum|prikk)\s?[)\]}]\s?"
    r"|[ ](?i:dot|punktum|prikk)[ ])"
)
_DOMAIN = re.compile(
    rf"\(?[\w\-]{{1,63}}\)?(?:{_DOT}[\w\-]{{1,63}}){{0,5}}{_DOT}[A-Za-zÆØÅæøå]{{2,24}}(?![\w])"
)
_KNOWN = re.compile(r"(?i)(?:dot|punktum|prikk|\.)\s?(?:no|com|net|org|se|dk|eu|uk|de|example)$")
_GENERAL = re.compile(
    r"^(?i:post|postmottak|firmapost|epost|e-post|info|kontakt|mail|horing|høring|høyring|"
    r"servicetorg|sentralbord|arkiv|kundeservice|kundesenter|resepsjon|support)[ ]?[@&©®€¢§«»OGQØÆ0(\[|]"
)


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Where phone numbers stand. Organisation numbers (nine digits) and days are none."""
    yield from spelled_phones(text)
    stretches = [each.span() for each in _STRETCH.finditer(text)]
    if not stretches:
        return
    for labelled in _LABELLED.finditer(text):
        yield labelled.span("number")
    for start, end in stretches:
        yield from _plain_phones(text, start, end)


def _plain_phones(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Those that begin in a stretch; what stands after it tells whether one ends there."""
    for pattern in _PHONES:
        for found in pattern.finditer(text, start, end + _LONGEST):
            if found.start() >= end:
                break
            before = text[max(0, found.start() - 30) : found.start()]
            if not (_DAY.match(found.group()) or _OTHER_NUMBER.search(before)):
                yield found.span()


def mails(text: str, *, private: bool) -> Iterator[tuple[int, int]]:
    """Where e-mail addresses stand, "ola (at) epost.no" too.

    An organisation's general address (postmottak@…) is nobody's personal data and is left.
    """
    for at in _AT.finditer(text):
        reach = max(0, at.start() - 80)
        local = _LOCAL.search(text[reach : at.start()])
        domain = _DOMAIN.match(text, at.end())
        if local is None or domain is None:
            continue
        if _PERHAPS_AT.fullmatch(at.group()) and not _KNOWN.search(domain.group()):
            continue
        start, end = reach + local.start(), domain.end()
        if private or not _GENERAL.match(text[start:end]):
            yield start, end
    if _HOST.search(text):
        yield from _misread(text, private=private)


def _misread(text: str, *, private: bool) -> Iterator[tuple[int, int]]:
    """Where addresses stand whose sign was not read as one."""
    for misread in _MISREAD.finditer(text):
        if private or not _GENERAL.match(misread["mail"]):
            yield misread.span("mail")
    for named in _NAMED.finditer(text):
        first = named["first"].capitalize()
        if first in GIVEN and first not in THINGS:
            yield named.span()
