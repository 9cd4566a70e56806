"""A deadline ends at the next midnight where the hearing is held."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from innspill.shared.errors import BadInput
from innspill.stages.consultations.core.deadline import (
    end_of_day,
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
