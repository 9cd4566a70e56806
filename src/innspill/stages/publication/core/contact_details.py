"""Phone numbers, e-mail addresses and postal addresses in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SPACE = r"[ \u00a0\u2009\u202f.\-]"
_PHONES = (
    re.compile(rf"(?<![\w+])(?:\+|00)47{_SPACE}?(?:\d{_SPACE}?){{7}}\d(?![\w]|{_SPACE}?\d)"),
    re.compile(r"(?<![\w+/])\+(?!47)[1-9]\d{0,2}(?:[ \u00a0\-]?\d){6,12}(?!\d)"),
    re.compile(
        rf"(?<![\d+/.,§-])(?<!\d[ \u00a0])(?:[2-9]\d{_SPACE}\d\d{_SPACE}\d\d{_SPACE}\d\d"
        rf"|[2-9]\d\d{_SPACE}\d\d{_SPACE}\d\d\d)(?![\w/]|{_SPACE}?\d)"
    ),
    re.compile(r"(?<![\w+/.,§-])(?<!\d[ \u00a0])[2-9]\d{7}(?![\w/]|[ \u00a0.,\-]\d)"),
)
_LABELLED = re.compile(
    r"(?i)\b(?:tlf|telefon|telefonnummer|mobil|mob|ring|sms|phone|tel)\b[.:]?\s*(?:nr\.?|på)?\s*"
    r"(?P<number>\+?\d(?:[ \u00a0.\-]?\d){7,14})"
)
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$")
_MAIL = re.compile(
    r"(?<![\w.+\-])[\w.+\-]{1,80}\s?(?:@|\(at\)|\[at\]|\(a\)|\(krøllalfa\))\s?[\w\-]+"
    r"(?:\s?(?:\.|\(dot\)|\[dot\]|\(punktum\))\s?[\w\-]+)*\s?"
    r"(?:\.|\(dot\)|\[dot\]|\(punktum\))\s?[A-Za-zÆØÅæøå]{2,}",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"(?i)^(?:post|postmottak|firmapost|epost|e-post|info|kontakt|mail|horing|høring|høyring|"
    r"servicetorg|sentralbord|arkiv)@"
)
_STREET_END = (
    r"(?:gata|gate|gaten|gt\.|veien|vei|vegen|veg|allé|alle|alléen|svingen|sving|bakken|bakke|"
    r"stien|sti|kroken|tunet|tun|plassen|plass|brygge|brygga|jordet|åsen|lia|haugen|ringen|"
    r"terrassen|terrasse|løkka|torget|torg|smauet|stredet|toppen|faret|kleiva|løypa|moen)"
)
_STREETS = (
    re.compile(
        r"(?<!\w)[A-ZÆØÅ][\wæøåé.\-]{0,40}(?:[ \u00a0][\wæøåé.\-]{1,40}){0,3}?"
        rf"(?<=\w)(?:[ \u00a0])?{_STREET_END}[ \u00a0]+\d{{1,4}}[ \u00a0]?[A-Za-z]?(?!\w)"
        r"(?:\s*,?\s*(?:N-|NO-)?\d{4}[ \u00a0]+[A-ZÆØÅ][\wæøå]+(?:[ \u00a0][A-ZÆØÅ][\wæøå]+)?)?"
    ),
    re.compile(
        r"(?<!\w)[A-ZÆØÅ][\wæøå.\-]{0,40}(?:[ \u00a0][\wæøå.\-]{1,40}){0,3}[ \u00a0]\d{1,4}[ ]?[A-Za-z]?"
        r"\s*[,\n]\s*(?:N-|NO-)?\d{4}[ \u00a0]+[A-ZÆØÅ][\wæøå]+(?:[ \u00a0][A-ZÆØÅ][\wæøå]+)?"
    ),
    re.compile(r"(?i:postboks|p\.?b\.?)[ \u00a0]*\d+(?:[ \u00a0][A-ZÆØÅ][\wæøå]+)?"),
    re.compile(r"(?m)^[ \t]*(?:N-|NO-)?\d{4}[ \u00a0]+[A-ZÆØÅ][\wæøå]+(?:[ ][A-ZÆØÅ]\w+)?[ \t]*$"),
)


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Where phone numbers stand. Organisation numbers (nine digits) and days are none."""
    for labelled in _LABELLED.finditer(text):
        yield labelled.span("number")
    for pattern in _PHONES:
        for found in pattern.finditer(text):
            if not _DAY.match(found.group()):
                yield found.span()


def mails(text: str, *, private: bool) -> Iterator[tuple[int, int]]:
    """Where e-mail addresses stand, "ola (at) epost.no" too.

    An organisation's general address (postmottak@…) is nobody's personal data and is left.
    """
    for found in _MAIL.finditer(text):
        if private or not _GENERAL.match(found.group()):
            yield found.span()


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where postal addresses stand: street with house number, box, postcode line."""
    for pattern in _STREETS:
        for found in pattern.finditer(text):
            yield found.span()
