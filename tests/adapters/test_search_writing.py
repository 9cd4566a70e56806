"""The file of the search index is put in place whole, whoever makes it at the same time."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from innspill.adapters.search_writing import IndexWriter


def test_two_workers_may_make_it_anew_at_once(tmp_path: Path) -> None:
    place = tmp_path / "search.sqlite3"
    with ThreadPoolExecutor(4) as workers:
        made = [workers.submit(IndexWriter(place).make_anew, []) for _ in range(12)]
        assert [each.result(timeout=60) for each in made] == [0] * 12
    assert [path.name for path in tmp_path.iterdir() if "new" in path.name] == []
    assert place.is_file()


def test_what_somebody_who_died_had_begun_is_forgotten_after_a_day(tmp_path: Path) -> None:
    old, fresh = (tmp_path / f"search.sqlite3.{name}.new" for name in ("old", "fresh"))
    for path in (old, fresh):
        path.write_bytes(b"half")
    os.utime(old, (time.time() - 90_000,) * 2)
    IndexWriter(tmp_path / "search.sqlite3").make_anew([])
    assert not old.exists()
    assert fresh.exists()
