"""The words of reports: every text in bokmål, nynorsk and English."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from innspill.stages.reports.core.wording import Words
from innspill.stages.reports.core.words.bokmal import NB
from innspill.stages.reports.core.words.english import EN
from innspill.stages.reports.core.words.nynorsk import NN

__all__ = ["LOCALES", "Words", "day", "moment", "number", "per_cent", "short_day", "words_in"]

LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}


def words_in(language: str) -> Words:
    """The words of `language`; bokmål where it is none of the three."""
    return {"nb": NB, "nn": NN, "en": EN}.get(language, NB)


def day(value: date | str | None, language: str) -> str:
    """A day as people write it: "9. september 2022". `value` may be ISO 8601; "" for None."""
    if not value:
        return ""
    known = value if isinstance(value, date) else date.fromisoformat(value[:10])
    return format_date(known, "d. MMMM y" if language != "en" else "d MMMM y", _locale(language))


def short_day(value: date | str | None, language: str) -> str:
    """A day in a table: "09.09.2022" in Norwegian, "09/09/2022" in English; "" for None."""
    if not value:
        return ""
    known = value if isinstance(value, date) else date.fromisoformat(value[:10])
    return format_date(known, "dd/MM/y" if language == "en" else "dd.MM.y", _locale(language))


def moment(value: str | None, language: str) -> str:
    """A moment given in ISO 8601, to the minute: "4. juni 2024 kl. 00.30"; "" for None."""
    if not value:
        return ""
    known = datetime.fromisoformat(value)
    patterns = {"en": "d MMMM y 'at' HH:mm"}
    pattern = patterns.get(language, "d. MMMM y 'kl.' HH.mm")
    return format_datetime(known, pattern, locale=_locale(language))


def _locale(language: str) -> str:
    return LOCALES.get(language, "nb_NO")


def number(value: int, language: str) -> str:
    """A count as people write it: "1 234" in Norwegian, "1,234" in English."""
    return format_decimal(value, locale=_locale(language))


def per_cent(value: int, language: str) -> str:
    """Whole per cent as people write them: "50 %" in Norwegian, "50%" in English."""
    return f"{value}%" if language == "en" else f"{value}\N{NO-BREAK SPACE}%"
