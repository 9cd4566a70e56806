"""The date that a document gives itself, in the ways people in Norway write dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from email.utils import parsedate_to_datetime

from innspill.stages.consultations.core.norwegian import MONTHS

_SAMI_MONTHS = (
    "ođđajag", "guovva", "njukča", "cuoŋo", "miesse", "geasse", "suoidne", "borge", "čakča",
    "golggot", "skábma", "juovla",
)  # fmt: skip
_MONTHS = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "sept": 9, "okt": 10, "nov": 11, "des": 12,
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "october": 10,
    "december": 12, "oct": 10, "dec": 12,
    **{f"{name}{month}": number for number, name in enumerate(_SAMI_MONTHS, 1)
       for month in ("mánnu", "mánu")},
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_FIGURES = re.compile(
    r"(?<![\d./-])(\d{1,2})(?:[./]\s?|-)(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?![\d/]|\.\d|-\d)"
)
_WORDS = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:\.|st|nd|rd|th)?\s{{0,3}}(?:b(?:eaivi|\.)?\s)?({_NAMES})\.?,?"
    r"\s{1,3}(\d{4})",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<!\w)({_NAMES})\s{{1,3}}(\d{{1,2}})(?:\.|st|nd|rd|th)?(?:\s?b(?:eaivi|\.)?)?,?\s{{1,3}}"
    r"(\d{4})",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^\s*(?:dato|date|vår\s+dato|brevdato|dagsett|datert|beaivi|dáhton|"
    rf"(?!(?:{_NAMES})\b)[A-ZÆØÅÁČĐŊŠŦŽ][\w -]{{1,30}}(?:,|(?=\s+(?:den\s+)?\d)))"
    r"\s*[:.]?\s*(?:den\s+)?",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?<!\w)(?<!deres )(?<!dykkar )(?<!your )(?:vår\s)?(?:dato|date|beaivi|dáhton)\s*[:.]?\s*(?=\d)",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"(?:deres|dykkar|dykk\w*|your)\s+(?:dato|date|brev(?:\s+(?:av|datert|dagsett))?)(?!\w)",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"frist|deadline|sist\s+(?:endret|endra)|utskrift|møte|vedtatt", re.IGNORECASE
)
_COLUMN = re.compile(r"(?:(?:vår|deres|dykkar|our|your)\s+)?(?:dato|date)(?!\w)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LINE = 60


def dates_in(text: str) -> Iterator[date]:
    """All dates in `text` that exist, in order of their form: ISO, figures, words."""
    for _, found in _placed(text):
        yield found


def _placed(text: str) -> Iterator[tuple[int, date]]:
    """The dates in `text`, each with where it stands. 03/04/2026 is the third of April."""
    if not _DIGIT.search(text):
        return
    for found in _ISO.finditer(text):
        year, month, day = (int(part) for part in found.groups())
        yield from ((found.start(), each) for each in _date(year, month, day))
    for found in _FIGURES.finditer(text):
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        yield from ((found.start(), each) for each in _date(year, int(found[2]), int(found[1])))
    for found in _WORDS.finditer(text):
        named = _MONTHS[found[2].lower()]
        yield from ((found.start(), each) for each in _date(int(found[3]), named, int(found[1])))
    for found in _MONTH_FIRST.finditer(text):
        named = _MONTHS[found[1].lower()]
        yield from ((found.start(), each) for each in _date(int(found[3]), named, int(found[2])))


def _date(year: int, month: int, day: int) -> Iterator[date]:
    try:
        found = date(year, month, day)
    except ValueError:
        return
    if 1990 <= year <= 2100:
        yield found


def dated(lines: Iterable[str], sent: str = "") -> str | None:
    """The date of a document among its `lines` (head and foot of a letter), ISO 8601, or None.

    Only a line that is little else than a date ("Drammen, 1. september 2022", "Dato: 01.09.22")
    dates the document; dates in running text are about something else, and "deres dato" is not
    ours. A mail without such a line is dated by its own header, `sent`.
    """
    listed = [line.strip() for line in lines]
    for at, text in enumerate(listed):
        below = listed[at + 1] if at + 1 < len(listed) else ""
        found = _of_line(text) or _of_columns(text, below)
        if found:
            return found.isoformat()
    return _sent(sent)


def _of_line(text: str) -> date | None:
    """The date that a line of its own gives the document."""
    text = _without_theirs(text)
    called = _CALLED.search(text)
    if not text or _DEADLINE.search(text) or len(text) > (_LINE * 2 if called else _LINE):
        return None
    rest = text[called.end() :] if called else _LABEL.sub("", text)
    found = sorted(_placed(rest))
    if called:
        # What follows the date belongs to the next label of the line.
        return found[0][1] if found and found[0][0] == 0 else None
    return found[0][1] if found and _is_mostly_date(rest) else None


def _without_theirs(text: str) -> str:
    """`text` without "Deres dato" and the date behind it."""
    theirs = _THEIRS.search(text)
    if not theirs:
        return text
    rest = text[theirs.end() :]
    first = re.match(r"\s*[:.]?\s*[\d./-]{6,10}", rest)
    return text[: theirs.start()] + (rest[first.end() :] if first else "")


def _of_columns(labels: str, values: str) -> date | None:
    """The date below "Vår dato" where the labels stand on one line and the values on the next."""
    if re.search(r"\d", labels) or len(labels) > _LINE * 2 or len(values) > _LINE * 2:
        return None
    columns = [found[0].lower() for found in _COLUMN.finditer(labels)]
    found = [each for _, each in sorted(_placed(values))]
    ours = [at for at, label in enumerate(columns) if not re.match("deres|dykkar|your", label)]
    if not ours or not found:
        return None
    if len(columns) == len(found):
        return found[ours[0]]
    return found[0] if len(columns) == 1 else None


def _sent(header: str) -> str | None:
    """The day in a mail's header, by the sender's own clock."""
    try:
        return parsedate_to_datetime(header).date().isoformat()
    except (ValueError, TypeError):
        return next((each.isoformat() for each in dates_in(header[:10])), None)


def _is_mostly_date(text: str) -> bool:
    for pattern in (_ISO, _FIGURES, _WORDS, _MONTH_FIRST):
        text = pattern.sub("", text)
    return len(re.sub(r"[\W\d]+|kl|den", "", text, flags=re.IGNORECASE)) <= 3
