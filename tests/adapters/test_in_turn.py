"""Those who write to SQLite come in the order in which they asked, and nobody waits for ever."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError

from innspill.adapters.in_turn.sqlite3.base import DatabaseWrapper


@pytest.fixture(autouse=True)
def files_of_their_own(django_db_blocker: Any) -> Iterator[None]:
    """These tests open databases in a folder of their own, past the one of the suite."""
    with django_db_blocker.unblock():
        yield


def connected(place: Path, timeout: float = 5.0) -> DatabaseWrapper:
    from django.db import connections

    settings = {**connections["default"].settings_dict, "NAME": str(place)}
    settings["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": timeout}
    return DatabaseWrapper(settings, "apart")


def write(place: Path, name: str, told: list[str], hold: float = 0.0) -> None:
    connection = connected(place)
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    told.append(name)
    time.sleep(hold)
    connection.commit()
    connection.close()


def test_who_writes_without_pause_lets_the_others_in_between(tmp_path: Path) -> None:
    place, told, over = tmp_path / "a.sqlite3", [], threading.Event()
    sqlite3.connect(place).execute("CREATE TABLE t (x)").connection.close()

    def greedy() -> None:
        while not over.is_set():
            write(place, "greedy", told, hold=0.02)

    worker = threading.Thread(target=greedy)
    worker.start()
    try:
        for at in range(5):
            before = len(told)
            write(place, f"post {at}", told)
            # One that holds the lock, and one that had asked before.
            assert told[before:].index(f"post {at}") <= 2
    finally:
        over.set()
        worker.join()


def test_the_time_in_the_queue_is_part_of_the_time_that_anybody_waits(tmp_path: Path) -> None:
    place = tmp_path / "a.sqlite3"
    held = sqlite3.connect(place, isolation_level=None)
    held.execute("CREATE TABLE t (x)")
    held.execute("BEGIN IMMEDIATE")
    waited: list[float] = []

    def wait() -> None:
        began = time.monotonic()
        with pytest.raises(OperationalError, match="locked"):
            connected(place, timeout=1.5).set_autocommit(
                False, force_begin_transaction_with_broken_autocommit=True
            )
        waited.append(time.monotonic() - began)

    threads = [threading.Thread(target=wait) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    held.close()
    assert len(waited) == 3
    assert max(waited) < 3
