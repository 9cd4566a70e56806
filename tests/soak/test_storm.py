"""Short runs of the long trials: a power cut, an evening, any mail, bombs."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kept_tables import PLACE
from tests.soak.power_cut import Run, missed_by_the_log
from tests.soak.replay import Disk, Record


def trial(name: str, *arguments: str, **settings: str) -> str:
    """Runs a trial as it is run by hand, and gives its verdict."""
    kept = {
        key: value for key, value in os.environ.items()
        if not key.startswith("INNSPILL_") or key == PLACE
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", f"tests.soak.{name}", *arguments],
        env={**kept, **settings}, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    last = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr[-2000:]}"
    assert last.startswith("OK"), last
    return last


@pytest.mark.skipif(
    not (shutil.which("cc") or shutil.which("gcc")), reason="there is no C compiler"
)
@pytest.mark.parametrize("more", [[], ["--control", "off"]])
def test_what_is_acknowledged_outlives_a_power_cut_and_unsafe_settings_do_not(
    more: list[str],
) -> None:
    trial("power_cut", "--cuts", "40", "--deliveries", "15", *more)


@pytest.mark.skipif(
    not (shutil.which("cc") or shutil.which("gcc")), reason="there is no C compiler"
)
def test_on_postgresql_as_well() -> None:
    # It starts a server of its own; the address only says which engine.
    said = trial("power_cut", "--cuts", "5", "--deliveries", "12", INNSPILL_DATABASE="postgres:")
    assert "5 cuts" in said


def test_on_a_crowded_evening_nothing_acknowledged_is_lost() -> None:
    said = trial(
        "deadline_evening", "--seconds", "4", "--storm", "4", "--after", "2",
        "--posts", "4", "--gets", "8", "--factor", "40", "--p99", "60", "--published", "0",
    )  # fmt: skip
    assert " 0 lost" in said
    assert " 0 answered 503" not in said


def test_any_mail_is_kept_as_it_came() -> None:
    trial("any_mail", "--count", "300", "--pipe", "1", "--files", "20")


def test_bombs_stop_nothing() -> None:
    trial("bombs", "--only", "quine.gz", "huge-pages.pdf", "10000-levels.eml")


def test_an_order_whose_maker_is_killed_gets_one_report() -> None:
    trial("report_killed", "--at", "word")


def write(inode: int, at: int, data: bytes) -> Record:
    return Record("w", inode, at, "", data)


def cuts(disk: Disk, count: int = 300) -> list[dict[str, bytes]]:
    chance = random.Random(1)
    return [disk.at_cut(chance) for _ in range(count)]


def test_a_file_is_certain_when_it_and_its_folder_are_synced() -> None:
    disk = Disk()
    for record in (
        Record("c", 1, 0o600, "a/f", b""), write(1, 0, b"whole"), Record("s", 1, 0, "a/f", b""),
    ):  # fmt: skip
        disk.do(record)
    assert {cut.get("a/f") for cut in cuts(disk)} == {None, b"whole"}
    disk.do(Record("S", 9, 0, "a", b""))
    assert {cut.get("a/f") for cut in cuts(disk)} == {b"whole"}


def test_a_log_that_missed_something_does_not_give_the_folder_as_it_lies(tmp_path: Path) -> None:
    start, home = tmp_path / "start", tmp_path / "home"
    for folder in (start, home):
        folder.mkdir()
        (folder / "f").write_bytes(b"1")
    run = Run([write(7, 1, b"2")], start, {"f": 7}, [], [])
    assert missed_by_the_log(run, home, frozenset()) == ["f"]
    (home / "f").write_bytes(b"12")
    assert missed_by_the_log(run, home, frozenset()) == []
    (home / "other").touch()
    assert missed_by_the_log(run, home, frozenset()) == ["other"]


def test_what_was_not_synced_may_be_there_in_any_part() -> None:
    disk = Disk()
    for record in (
        Record("c", 1, 0o600, "f", b""), Record("S", 9, 0, "", b""),
        write(1, 0, b"12"), write(1, 2, b"34"),
    ):  # fmt: skip
        disk.do(record)
    found = {cut["f"] for cut in cuts(disk)}
    assert {b"", b"12", b"123", b"1234", b"\0\x0034"} <= found


def test_a_rename_is_there_whole_or_not_at_all_and_certain_with_its_folder() -> None:
    disk = Disk()
    for record in (
        Record("c", 1, 0o600, "f.part", b""), write(1, 0, b"new"), Record("s", 1, 0, "f.part", b""),
        Record("S", 9, 0, "", b""), Record("r", 0, 0, "f.part", b"f"),
    ):  # fmt: skip
        disk.do(record)
    assert all(set(cut) in ({"f"}, {"f.part"}) for cut in cuts(disk))
    disk.do(Record("S", 9, 0, "", b""))
    assert cuts(disk) == [{"f": b"new"}] * 300


def test_a_removed_file_may_come_back_until_its_folder_is_synced() -> None:
    disk = Disk()
    for record in (
        Record("c", 1, 0o600, "journal", b""), Record("S", 9, 0, "", b""),
        Record("u", 0, 0, "journal", b""),
    ):  # fmt: skip
        disk.do(record)
    assert {tuple(cut) for cut in cuts(disk)} == {(), ("journal",)}
    disk.do(Record("S", 9, 0, "", b""))
    assert {tuple(cut) for cut in cuts(disk)} == {()}
