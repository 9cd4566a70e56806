"""Days and moments as people write them, in the three languages."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from babel.dates import format_date, format_datetime

_DAYS = {"nb": "d. MMMM y", "nn": "d. MMMM y", "en": "d MMMM y"}
_MOMENTS = {
    "nb": "d. MMMM y 'kl.' HH.mm",
    "nn": "d. MMMM y 'kl.' HH.mm",
    "en": "d MMMM y 'at' HH:mm",
}
_LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}


def locale_of(language: str) -> str:
    """The locale whose customs hold in `language`; bokmål's where it is none of the three."""
    return _LOCALES.get(language, _LOCALES["nb"])


def day_in_words(day: date, language: str) -> str:
    """A day as people write it: "9. september 2022", "9 September 2022"."""
    return format_date(day, _DAYS.get(language, _DAYS["nb"]), locale_of(language))


def moment_in_words(moment: datetime, language: str) -> str:
    """A moment to the minute, as its own clock shows it: "4. juni 2024 kl. 00.30"."""
    pattern = _MOMENTS.get(language, _MOMENTS["nb"])
    return format_datetime(moment, pattern, locale=locale_of(language))


def last_day(deadline_at: datetime, zone: tzinfo) -> date:
    """The last day before the instant `deadline_at`, which is the midnight in `zone` that ends it."""
    return (deadline_at - timedelta(seconds=1)).astimezone(zone).date()
