"""Norwegian words: months and dates, statuses, and which written form a text is in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from innspill.stages.consultations.core.definition import Language, Status

MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "desember",
)  # fmt: skip
"""Their names, which bokmål and nynorsk share."""
_SHORT = ("jan", "feb", "", "apr", "", "jun", "jul", "aug", "sep", "okt", "nov", "des")
_MONTHS = {
    **{name: number for number, name in enumerate(MONTHS, start=1)},
    **{name: number for number, name in enumerate(_SHORT, start=1) if name},
    "sept": 9,
}
_DATE = re.compile(
    r"\b(?P<day>\d{1,2})\.\s*(?:(?P<month>\d{1,2})\.\s*(?P<year>\d{4}|\d{2})\b"
    rf"|(?P<name>{'|'.join(_MONTHS)})\.?\s+(?P<long_year>\d{{4}}))"
    r"|\b(?P<iso>\d{4}-\d{2}-\d{2})\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\bkl(?:okka|okken)?\.?\s*(\d{1,2})[.:](\d{2})\b", re.IGNORECASE)

_STATUSES: tuple[tuple[str, Status], ...] = (
    (r"ferdig\s*-?\s*behandl|ferdig\s*-?\s*handsam", "finished"),
    (r"under (?:behandling|handsaming|vurdering)", "assessment"),
    (r"på (?:høring|høyring)|\båpen\b|\bopen\b", "open"),
    (r"avslutt|lukk|utløpt|utgå", "closed"),
    (r"utkast", "draft"),
)
_NYNORSK = re.compile(
    r"\b(?:ikkje|høyring\w*|eit|kva|dei|frå|noko|vere|innspel|skal\s+verte)\b", re.IGNORECASE
)
_BOKMAAL = re.compile(r"\b(?:ikke|høring\w*|et|hva|de|fra|noe|være|innspill|blir)\b", re.IGNORECASE)


def date_in(text: str) -> date | None:
    """The first date in `text` ("9. september 2022", "09.09.22", "2022-09-09"), or None."""
    for match in _DATE.finditer(text):
        try:
            return _date(match)
        except ValueError:
            continue
    return None


def starts_with_date(text: str) -> bool:
    """Whether `text` begins with a date: "1. mai 2026" is no first item of a list."""
    return bool(_DATE.match(text.lstrip()))


def moment_in(text: str) -> datetime | None:
    """The first date in `text` that a clock time follows, as local time, or None."""
    for match in _DATE.finditer(text):
        clock = _CLOCK.search(text, match.end(), match.end() + 20)
        if clock is None:
            continue
        try:
            day = _date(match)
            return datetime(day.year, day.month, day.day, int(clock[1]), int(clock[2]))  # noqa: DTZ001 - local time, as the page says it
        except ValueError:
            continue
    return None


def status_in(text: str) -> Status | None:
    """The status that the words of a page mean, or None where they mean none."""
    for pattern, status in _STATUSES:
        if re.search(pattern, text, re.IGNORECASE):
            return status
    return None


def written_form(texts: Iterable[str]) -> Language:
    """Whether `texts` are bokmål or nynorsk, by the small words that only one of them has."""
    whole = " ".join(texts)
    return "nn" if len(_NYNORSK.findall(whole)) > len(_BOKMAAL.findall(whole)) else "nb"


def _date(match: re.Match[str]) -> date:
    if match["iso"]:
        return date.fromisoformat(match["iso"])
    if match["name"]:
        return date(int(match["long_year"]), _MONTHS[match["name"].lower()], int(match["day"]))
    year = int(match["year"])
    # Two digits: a hearing of this century.
    return date(year if year > 99 else 2000 + year, int(match["month"]), int(match["day"]))
