"""A deadline ends at the next midnight where the hearing is held."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.deadline import (
    deadline_for,
    end_of_day,
    is_late,
    standing_day,
    start_of_day,
)

OSLO = "Europe/Oslo"


def test_the_day_ends_at_the_next_midnight_in_oslo() -> None:
    assert end_of_day(date(2022, 9, 9), OSLO) == datetime(2022, 9, 9, 22, tzinfo=UTC)
    assert end_of_day(date(2022, 12, 31), OSLO) == datetime(2022, 12, 31, 23, tzinfo=UTC)
    assert end_of_day(date(2022, 9, 9), "Asia/Tokyo").tzinfo is UTC


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 6, 1), 24)]
)
def test_a_day_on_which_the_clock_is_moved_lasts_23_or_25_hours(day: date, hours: int) -> None:
    assert end_of_day(day, OSLO) - start_of_day(day, OSLO) == timedelta(hours=hours)


def test_summer_time_begins_and_ends_within_the_day() -> None:
    assert end_of_day(date(2026, 3, 28), OSLO) == datetime(2026, 3, 28, 23, tzinfo=UTC)
    assert end_of_day(date(2026, 3, 29), OSLO) == datetime(2026, 3, 29, 22, tzinfo=UTC)
    assert end_of_day(date(2026, 10, 25), OSLO) == datetime(2026, 10, 25, 23, tzinfo=UTC)


@pytest.mark.parametrize("name", ["Europe/Osl", "", "../etc/passwd", "/etc/localtime"])
def test_an_unknown_time_zone_is_bad_input(name: str) -> None:
    with pytest.raises(BadInput, match="no time zone"):
        end_of_day(date(2026, 1, 1), name)


TICK = timedelta(microseconds=1)
MOVED = (date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24), date(2026, 10, 25))
"""The days on which the clock is moved in Oslo, and the days before them."""


@pytest.mark.parametrize("day", MOVED)
@pytest.mark.parametrize("extended", [False, True])
def test_a_microsecond_decides_around_midnight_on_the_days_of_summer_time(
    day: date, *, extended: bool
) -> None:
    general = day - timedelta(days=14) if extended else day
    ends = deadline_for(general, [day] if extended else [], OSLO)
    assert ends is not None
    local = datetime.combine(day + timedelta(days=1), time.min, ZoneInfo(OSLO))
    assert ends == local
    assert not is_late(local - TICK, ends)
    assert is_late(local, ends)
    assert is_late(local + TICK, ends)


@pytest.mark.parametrize(
    ("general", "words", "counts"),
    [
        (date(2026, 4, 13), [], date(2026, 4, 13)),
        (date(2026, 4, 13), [date(2026, 4, 27)], date(2026, 4, 27)),
        (date(2026, 4, 13), [None], date(2026, 4, 13)),
        # The latest word stands, whether it grants or refuses.
        (date(2026, 4, 13), [None, date(2026, 4, 27)], date(2026, 4, 27)),
        (date(2026, 4, 13), [date(2026, 4, 27), None], date(2026, 4, 13)),
        (date(2026, 4, 13), [date(2026, 5, 4), date(2026, 4, 27)], date(2026, 4, 27)),
        # The deadline for all was moved past it: an extension never shortens.
        (date(2026, 5, 4), [date(2026, 4, 27)], date(2026, 5, 4)),
        (None, [date(2026, 4, 27)], None),
    ],
)
def test_the_deadline_that_counts_for_a_body(
    general: date | None, words: list[date | None], counts: date | None
) -> None:
    assert standing_day(general, words) == counts


def test_nothing_is_late_without_a_deadline() -> None:
    assert deadline_for(None, [], OSLO) is None
    assert not is_late(datetime(2099, 1, 1, tzinfo=UTC), None)
