"""Everything that is kept is looked through once a night, whatever the clock does."""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from innspill.pipeline.nightly import NightlyLook, due

NIGHT = datetime(2026, 4, 1, 0, tzinfo=UTC)
"""02:00 in Oslo in summer."""
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@pytest.mark.parametrize(
    ("now", "last", "expected"),
    [
        (NIGHT + MINUTE, None, True),
        (NIGHT - MINUTE, NIGHT - DAY, False),
        (NIGHT, NIGHT - DAY, True),
        (NIGHT, NIGHT - MINUTE, True),
        (NIGHT + MINUTE, NIGHT, False),
        (NIGHT + timedelta(hours=23), NIGHT + MINUTE, False),
        (NIGHT + 3 * DAY, NIGHT, True),
        # 02:00 is an hour later by UTC in winter.
        (datetime(2026, 1, 1, 0, 30, tzinfo=UTC), datetime(2025, 12, 31, 1, 1, tzinfo=UTC), False),
        (datetime(2026, 1, 1, 1, tzinfo=UTC), datetime(2025, 12, 31, 1, 1, tzinfo=UTC), True),
    ],
)
def test_a_look_is_due_when_none_was_made_since_two_o_clock(
    now: datetime, last: datetime | None, expected: bool
) -> None:
    assert due(now, last) is expected


@pytest.mark.parametrize("step", [timedelta(hours=-1), -DAY, timedelta(hours=1), DAY])
def test_a_clock_that_is_set_neither_stops_the_looks_nor_floods_them(step: timedelta) -> None:
    last: datetime | None = None
    looks = 0
    for hour in range(24 * 10):
        now = NIGHT + timedelta(hours=hour) + (step if hour >= 24 * 5 else timedelta())
        if due(now, last):
            last, looks = now, looks + 1
    assert 9 <= looks <= 12


@pytest.mark.parametrize("hour", [0, 1, 2, 3])
def test_each_day_has_one_look_also_when_the_clocks_change(hour: int) -> None:
    for around in (datetime(2026, 3, 28, tzinfo=UTC), datetime(2026, 10, 24, tzinfo=UTC)):
        last: datetime | None = around
        moments = [
            around + timedelta(hours=hour) + timedelta(minutes=15 * n) for n in range(96 * 3)
        ]
        made = []
        for now in moments:
            if due(now, last):
                last = now
                made.append(now)
        assert len(made) in {2, 3, 4}
        assert all(DAY * 0.9 < b - a < DAY * 1.1 for a, b in pairwise(made[1:]))


@pytest.mark.django_db
def test_a_look_that_breaks_off_is_said_aloud_and_not_begun_again_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object, caplog: pytest.LogCaptureFixture
) -> None:
    # A home without tables: there is nothing to look through, and the child says so.
    monkeypatch.setenv("INNSPILL_HOME", str(tmp_path))
    monkeypatch.delenv("INNSPILL_DATABASE", raising=False)
    look = NightlyLook()
    with caplog.at_level(logging.ERROR):
        for _ in range(1200):
            look.keep_up(NIGHT + MINUTE)
            if caplog.records:
                break
            time.sleep(0.1)
        look.keep_up(NIGHT + MINUTE)
    assert "found faults or broke off" in caplog.text
    assert look._running is None
