"""The clock: the machine's own, or one that was set."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from innspill.adapters.system_clock import clock_showing
from innspill.shared.errors import BadInput


def test_without_a_setting_it_is_the_machine_s_in_utc() -> None:
    before = datetime.now(UTC)
    assert before <= clock_showing("").now() <= datetime.now(UTC)


def test_a_clock_that_was_set_stands_still_and_shows_utc() -> None:
    clock = clock_showing("2022-09-10T01:30:00+02:00")
    assert clock.now() == clock.now() == datetime(2022, 9, 9, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["yesterday", "2022-09-10", "2022-09-10T12:00:00"])
def test_what_is_no_instant_with_an_offset_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="INNSPILL_NOW"):
        clock_showing(text)
