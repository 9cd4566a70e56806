"""Phone numbers, e-mail addresses and postal addresses in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SPACE = r"[ .\-]"
_BEFORE = r"(?<![\w+.,§-])(?<!(?<!\d{8})/)(?<!\d )"
_AFTER = rf"(?![\w]|/(?!\d{{8}})|{_SPACE}?\d)"
_PHONES = (
    re.compile(
        rf"(?<![\w+])(?:\+|00|\(\+)?47\)?{_SPACE}?(?:\d{_SPACE}?){{7}}\d(?![\w]|{_SPACE}?\d)"
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
    r"(?i)\b(?:tlf|telefon|telefonnummer|mobil|mob|ring|sms|phone|tel)\b[.:]?\s*(?:nr\.?|på)?\s*"
    r"(?P<number>\+?\(?\d(?:[ ().\-]{0,2}\d){7,14})"
)
_DAY = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$")
_AT = r"(?:\s?(?:@|[(\[{]\s?(?:at|a|krøllalfa|alfakrøll)\s?[)\]}])\s?|\s(?:krøllalfa|alfakrøll)\s)"
_DOT = r"\s?(?:\.|[(\[{]\s?(?:dot|punktum|prikk)\s?[)\]}])\s?"
_MAILS = (
    # No look behind it: of a run longer than eighty, as a dotted line, the end is found.
    re.compile(
        rf"[\w.+\-]{{1,80}}{_AT}[\w\-]+(?:{_DOT}[\w\-]+)*{_DOT}[A-ZÆØÅ]{{2,}}", re.IGNORECASE
    ),
    re.compile(
        r"\b[\w.+\-]{1,80} at [\w\-]+(?: dot [\w\-]+)* dot (?:no|com|net|org|se|dk|eu)\b",
        re.IGNORECASE,
    ),
)
_GENERAL = re.compile(
    r"(?i)^(?:post|postmottak|firmapost|epost|e-post|info|kontakt|mail|horing|høring|høyring|"
    r"servicetorg|sentralbord|arkiv)@"
)
_STREET_END = (
    r"(?:gata|gate|gaten|gt\.?|veien|vei|vegen|veg|allé|alle|alléen|svingen|sving|bakken|bakke|"
    r"stien|sti|kroken|tunet|tun|plassen|plass|brygge|brygga|jordet|åsen|lia|haugen|ringen|"
    r"terrassen|terrasse|løkka|torget|torg|smauet|stredet|toppen|faret|kleiva|løypa|moen|"
    r"skogen|marka|tråkket|hagen|myra|bråten|rosten)"
)
_STREETS = (
    re.compile(
        r"(?<!\w)[A-ZÆØÅ][\wæøåé.\-]{0,40}(?:[ \u00a0][\wæøåé.\-]{1,40}){0,3}?"
        rf"(?<=\w)(?:[ \u00a0])?{_STREET_END}[ \u00a0]+(?:nr\.?[ ]?)?\d{{1,4}}[ \u00a0]?[A-Za-z]?(?!\w)"
        r"(?:\s*,?\s*(?:N-|NO-)?\d{4}[ \u00a0]+[A-ZÆØÅ][\wæøå]+(?:[ \u00a0][A-ZÆØÅ][\wæøå]+)?)?"
    ),
    re.compile(
        r"(?<!\w)[A-ZÆØÅ][\wæøå.\-]{0,40}(?:[ \u00a0][\wæøå.\-]{1,40}){0,3}[ \u00a0]\d{1,4}[ ]?[A-Za-z]?"
        r"\s*[,\n]\s*(?:N-|NO-)?\d{4}[ \u00a0]+[A-ZÆØÅ][\wæøå]+(?:[ \u00a0][A-ZÆØÅ][\wæøå]+)?"
    ),
    re.compile(
        r"(?i:\badresse:?|\bbor(?:satt)?[ ](?:i|på|ved)|\bbosatt[ ](?:i|på|ved))[ ]"
        r"[A-ZÆØÅ][\wæøå.\-]{0,40}(?:[ ][\wæøå.\-]{1,40}){0,3}?[ ]\d{1,4}[ ]?[A-Za-z]?(?!\w)"
    ),
    re.compile(r"(?i:\bg(?:års|ards)?nr\.?[ ]?\d+\W{1,3}b(?:ruks)?nr\.?[ ]?\d+)"),
    re.compile(r"(?<![\w.,/-])(?<!, )(?!(?:19|20)\d\d)\d{4}[ ][A-ZÆØÅ][\wæøå]+(?!\w)"),
    re.compile(r"(?<=, )\d{4}[ ][A-ZÆØÅ][\wæøå]+(?!\w)"),
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
    for pattern in _MAILS:
        for found in pattern.finditer(text):
            if private or not _GENERAL.match(found.group()):
                yield found.span()


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where postal addresses stand: street with house number, box, postcode line."""
    for pattern in _STREETS:
        for found in pattern.finditer(text):
            yield found.span()
