"""Reports are made beside the loop: the worker goes on, and hears how each of them ended."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence

import pytest

from innspill.pipeline import work
from innspill.pipeline.reports_beside import ReportsBeside
from innspill.shared.journal import queries as journal

pytestmark = pytest.mark.django_db


class Heard(ReportsBeside):
    """Hears that it is asked, and begins nothing."""

    times = 0

    def keep_up(self, waiting: Callable[[], Sequence[int]]) -> None:
        assert list(waiting()) == []
        self.times += 1


def test_a_loop_that_has_somebody_beside_it_leaves_the_reports_to_them() -> None:
    heard = Heard()
    work.run_until_idle(beside=heard)
    assert heard.times > 0


def test_an_order_whose_process_broke_off_is_left_to_a_person(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    # With such settings no process comes to its report: it ends before it can write anything down.
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "innspill.none")
    beside, begun = ReportsBeside(), time.monotonic()
    with caplog.at_level(logging.ERROR):
        beside.keep_up(lambda: [7])
        assert time.monotonic() - begun < 5  # nobody waits for it
        while not caplog.records and time.monotonic() < begun + 60:
            time.sleep(0.1)
            beside.keep_up(list)
    assert "report order 7 broke off" in caplog.text
    assert [(each.step, each.thing) for each in journal.mishaps()] == [("report", 7)]
    assert beside._running is None
