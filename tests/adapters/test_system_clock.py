"""The clock: the machine's own, or one that was set."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from innspill.adapters.system_clock import clock_showing
from innspill.shared.errors import BadInput


def test_without_a_setting_it_is_the_machine_s_in_utc() -> None:
    before = datetime.now(UTC)
    assert before <= clock_showing("").now() <= datetime.now(UTC)


def test_a_clock_that_was_set_stands_still_and_shows_utc() -> None:
    clock = clock_showing("2022-09-10T01:30:00+02:00")
    assert clock.now() == clock.now() == datetime(2022, 9, 9, 23, 30, tzinfo=UTC)


def test_a_clock_is_set_by_a_file_while_it_runs(tmp_path: Path) -> None:
    file = tmp_path / "ahead"
    clock = clock_showing(f"@{file}")
    file.write_text("-3600")
    behind = datetime.now(UTC) - clock.now()
    file.write_text("86400\n")
    ahead = clock.now() - datetime.now(UTC)
    assert timedelta(minutes=59) < behind < timedelta(minutes=61)
    assert timedelta(hours=23) < ahead < timedelta(hours=25)
    file.write_text("soon")
    with pytest.raises(BadInput, match="INNSPILL_NOW"):
        clock.now()


@pytest.mark.parametrize("text", ["yesterday", "2022-09-10", "2022-09-10T12:00:00"])
def test_what_is_no_instant_with_an_offset_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="INNSPILL_NOW"):
        clock_showing(text)
