"""Norwegian days on which offices are closed, and the weeks in which few are at work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

import holidays

Vacation = Literal["christmas", "easter", "summer"]
EXTRA_WEEKS: dict[Vacation, int] = {"summer": 3, "christmas": 1, "easter": 1}
"""Weeks that are added for a holiday: what one county tells its offices (guides/practice.md 1.1)."""
_SATURDAY = 5
_EASTER_MONDAY = "Easter Monday"


@dataclass(frozen=True, slots=True)
class Break:
    """A holiday of several days: the first and the last one."""

    kind: Vacation
    first: date
    last: date


def holiday_on(day: date) -> str | None:
    """The name of the public holiday on `day`, in English; None where it is an ordinary day.

    Sundays that are holidays are among them. Christmas Eve and New Year's Eve are no public
    holidays by law, but offices are closed, so nobody can ask or answer then.
    """
    name = _public(day.year).get(day)
    if name is None and (day.month, day.day) in {(12, 24), (12, 31)}:
        return "Christmas Eve" if day.day == 24 else "New Year's Eve"
    return name


def is_working_day(day: date) -> bool:
    """Whether offices are open on `day`: neither weekend nor holiday."""
    return day.weekday() < _SATURDAY and holiday_on(day) is None


def next_working_day(day: date) -> date:
    """`day` itself where offices are open, else the first day after it on which they are."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def breaks_within(first: date, last: date) -> tuple[Break, ...]:
    """The holidays of several days that touch the days from `first` to `last`, in order.

    Easter from Palm Sunday to Easter Monday, July as the common summer holiday (fellesferien
    stands in no law; it is the three last weeks of July by habit, and most are away for some
    of the month), and 24 December to 1 January.
    """
    found = [one for year in range(first.year - 1, last.year + 1) for one in _breaks(year)]
    touched = [one for one in found if one.first <= last and first <= one.last]
    return tuple(sorted(touched, key=lambda one: one.first))


@cache
def _public(year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("NO", years=year, language="en_US"))


@cache
def _breaks(year: int) -> tuple[Break, ...]:
    monday = next(day for day, name in _public(year).items() if _EASTER_MONDAY in name)
    return (
        Break("easter", monday - timedelta(days=8), monday),
        Break("summer", date(year, 7, 1), date(year, 7, 31)),
        Break("christmas", date(year, 12, 24), date(year + 1, 1, 1)),
    )
