"""Settings that could lose an acknowledged response are refused, not warned about."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from innspill.config import postgres
from innspill.config.sqlite import Version, far_away, faults, init_command, wal_is_safe
from tests.mail_server import free_port
from tests.postgres import Postgres

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


def run(
    home: Path, *arguments: str, given: str = "", **settings: str
) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("INNSPILL_")}
    start = "from innspill.interfaces.cli.main import main; main()"
    return subprocess.run(
        [sys.executable, "-c", start, *arguments],
        input=given,
        env={**kept, "INNSPILL_HOME": str(home), **settings},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def test_work_refuses_a_database_with_unsafe_settings(tmp_path: Path) -> None:
    unsafe = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    done = run(tmp_path / "home", "work", "--once", INNSPILL_DATABASE=unsafe)
    assert done.returncode == 2
    assert "IMMEDIATE" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("name", postgres.ASKED)
def test_each_unsafe_setting_of_postgresql_is_named(name: str) -> None:
    assert len(postgres.faults({**dict.fromkeys(postgres.ASKED, "on"), name: "off"})) == 1
    assert not postgres.faults(dict.fromkeys(postgres.ASKED, "on"))
    assert not postgres.faults({"synchronous_commit": "remote_apply"})


def test_what_the_operator_says_of_a_connection_stands() -> None:
    made = postgres.with_postgres({"NAME": "x", "CONN_MAX_AGE": 0, "OPTIONS": {"options": ""}}, 20)
    assert (made["CONN_MAX_AGE"], made["OPTIONS"]["options"]) == (0, "")
    assert "lock_timeout=7s" in postgres.with_postgres({"NAME": "x"}, 7)["OPTIONS"]["options"]


def test_sqlite_on_another_machine_s_disk_is_known_by_the_nearest_mount() -> None:
    mounts = "/dev/vda / ext4 rw 0 0\nnas:/home /srv/my\\040home nfs4 rw 0 0\n"
    assert far_away(Path("/srv/my home/innspill.sqlite3"), mounts) == "nfs4"
    assert not far_away(Path("/srv/other/innspill.sqlite3"), mounts)


@pytest.mark.parametrize("command", ["work", "receive-mail", "fetch-mail", "serve"])
def test_postgresql_that_acknowledges_before_the_disk_has_it_is_refused(
    tmp_path: Path, postgresql: Postgres, command: str
) -> None:
    unsafe = postgresql.new_database()
    name = unsafe.partition("?")[0].rpartition("/")[2]
    postgresql.does(f"ALTER DATABASE {name} SET synchronous_commit = off")
    asked = {"work": ["--once"], "serve": ["--port", str(free_port())]}.get(command, [])
    done = run(tmp_path, command, *asked, given="From: a@b.no\n\nHei", INNSPILL_DATABASE=unsafe)
    assert done.returncode == (75 if command == "receive-mail" else 2)
    assert "synchronous_commit=off" in done.stderr
    assert not postgresql.rows(unsafe, "SELECT 1 FROM pg_tables WHERE schemaname = 'public'")


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
