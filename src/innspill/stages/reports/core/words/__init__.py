"""The words of reports: every text in bokmål, nynorsk and English."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date
from babel.numbers import format_decimal

from innspill.shared.days import day_in_words, locale_of, moment_in_words
from innspill.stages.reports.core.wording import Words
from innspill.stages.reports.core.words.bokmal import NB
from innspill.stages.reports.core.words.english import EN
from innspill.stages.reports.core.words.nynorsk import NN

__all__ = ["Words", "day", "moment", "number", "per_cent", "short_day", "words_in"]


def words_in(language: str) -> Words:
    """The words of `language`; bokmål where it is none of the three."""
    return {"nb": NB, "nn": NN, "en": EN}.get(language, NB)


def day(value: date | str | None, language: str) -> str:
    """A day as people write it: "9. september 2022". `value` may be ISO 8601; "" for None."""
    if not value:
        return ""
    known = value if isinstance(value, date) else date.fromisoformat(value[:10])
    return day_in_words(known, language)


def short_day(value: date | str | None, language: str) -> str:
    """A day in a table: "09.09.2022" in Norwegian, "09/09/2022" in English; "" for None."""
    if not value:
        return ""
    known = value if isinstance(value, date) else date.fromisoformat(value[:10])
    return format_date(known, "dd/MM/y" if language == "en" else "dd.MM.y", locale_of(language))


def moment(value: str | None, language: str) -> str:
    """A moment given in ISO 8601, to the minute: "4. juni 2024 kl. 00.30"; "" for None."""
    return moment_in_words(datetime.fromisoformat(value), language) if value else ""


def number(value: int, language: str) -> str:
    """A count as people write it: "1 234" in Norwegian, "1,234" in English."""
    return format_decimal(value, locale=locale_of(language))


def per_cent(value: int, language: str) -> str:
    """Whole per cent as people write them: "50 %" in Norwegian, "50%" in English."""
    return f"{value}%" if language == "en" else f"{value}\N{NO-BREAK SPACE}%"
