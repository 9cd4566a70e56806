"""The date that a document gives itself, in the ways Norwegians write dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

_MONTHS = {
    "januar": 1, "februar": 2, "mars": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7,
    "august": 8, "september": 9, "oktober": 10, "november": 11, "desember": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "okt": 10, "nov": 11, "des": 12,
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "october": 10,
    "december": 12,
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_FIGURES = re.compile(r"(?<![\d./])(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?![\d./]\d)")
_WORDS = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:\.|st|nd|rd|th)?\s+({_NAMES})\.?,?\s+(\d{{4}})", re.IGNORECASE
)
_LABEL = re.compile(
    r"^\s*(?:dato|date|vår\s+dato|dagsett|datert|[A-ZÆØÅ][\wæøå -]{1,30},)\s*[:.]?\s*(?:den\s+)?",
    re.IGNORECASE,
)
_CALLED = re.compile(r"(?<!\w)dato\s*:\s*(?=\d)", re.IGNORECASE)
_THEIRS = re.compile(r"(?:deres|dykkar|your)\s+dat|frist", re.IGNORECASE)
_LINE = 60


def dates_in(text: str) -> Iterator[date]:
    """All dates in `text` that exist, in order of their form: ISO, figures, words."""
    for year, month, day in _ISO.findall(text):
        yield from _date(int(year), int(month), int(day))
    for day, month, year in _FIGURES.findall(text):
        yield from _date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    for day, month, year in _WORDS.findall(text):
        yield from _date(int(year), _MONTHS[month.lower()], int(day))


def _date(year: int, month: int, day: int) -> Iterator[date]:
    try:
        found = date(year, month, day)
    except ValueError:
        return
    if 1990 <= year <= 2100:
        yield found


def dated(lines: Iterable[str]) -> str | None:
    """The date of a document among its `lines` (head and foot of a letter), ISO 8601, or None.

    Only a line that is little else than a date ("Drammen, 1. september 2022", "Dato: 01.09.22")
    dates the document; dates in running text are about something else, and "deres dato" is not
    ours.
    """
    for line in lines:
        text = line.strip()
        called = _CALLED.search(text)
        if not text or _THEIRS.search(text) or len(text) > (_LINE * 2 if called else _LINE):
            continue
        rest = text[called.end() :] if called else _LABEL.sub("", text)
        found = next(dates_in(rest), None)
        if found and _is_mostly_date(rest):
            return found.isoformat()
    return None


def _is_mostly_date(text: str) -> bool:
    for pattern in (_ISO, _FIGURES, _WORDS):
        text = pattern.sub("", text)
    return len(re.sub(r"[\W\d]+|kl|den", "", text, flags=re.IGNORECASE)) <= 3
