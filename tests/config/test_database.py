"""Settings that could lose an acknowledged response are refused, not warned about."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from innspill.config.sqlite import Version, faults, init_command, wal_is_safe

DEBIAN, MENDED = (3, 40, 1), (3, 51, 3)


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        (DEBIAN, False), (MENDED, True), ((3, 52, 0), True), ((3, 51, 2), False),
        ((3, 50, 7), True), ((3, 50, 6), False), ((3, 44, 6), True), ((3, 44, 5), False),
    ],
)  # fmt: skip
def test_wal_is_safe_only_where_the_reset_bug_is_mended(version: Version, safe: bool) -> None:
    assert wal_is_safe(version) is safe
    assert ("WAL" in init_command(version)) is safe
    assert "NORMAL" not in init_command(version)


@pytest.mark.parametrize(
    ("version", "journal_mode", "synchronous", "transaction_mode", "many"),
    [
        (DEBIAN, "delete", 3, "IMMEDIATE", 0),
        (MENDED, "wal", 2, "IMMEDIATE", 0),
        (DEBIAN, "memory", 0, "IMMEDIATE", 0),
        (DEBIAN, "wal", 2, "IMMEDIATE", 1),
        (MENDED, "wal", 1, "IMMEDIATE", 1),
        (DEBIAN, "delete", 2, "IMMEDIATE", 1),
        (DEBIAN, "off", 0, "", 3),
        (DEBIAN, "delete", 3, "DEFERRED", 1),
    ],
)
def test_each_unsafe_setting_is_named(
    version: Version, journal_mode: str, synchronous: int, transaction_mode: str, many: int
) -> None:
    assert len(faults(version, journal_mode, synchronous, transaction_mode)) == many


def run(home: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("INNSPILL_")}
    start = "from innspill.interfaces.cli.main import main; main()"
    return subprocess.run(
        [sys.executable, "-c", start, *arguments],
        env={**kept, "INNSPILL_HOME": str(home), **settings},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def test_work_refuses_a_database_with_unsafe_settings(tmp_path: Path) -> None:
    unsafe = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    done = run(tmp_path / "home", "work", "--once", INNSPILL_DATABASE=unsafe)
    assert done.returncode == 2
    assert "IMMEDIATE" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_doctor_finds_them_too_and_says_so_by_its_exit_code(tmp_path: Path) -> None:
    unsafe = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    done = run(tmp_path / "home", "doctor", INNSPILL_DATABASE=unsafe)
    assert done.returncode == 1
    assert "FAIL  settings" in done.stdout


def test_a_home_that_was_set_up_is_well(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert run(home, "work", "--once").returncode == 0
    said = run(home, "doctor").stdout
    for what in ("settings", "tables", "append-only tables", "journal", "byte store"):
        assert f"ok    {what}:" in said
