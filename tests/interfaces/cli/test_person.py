"""`innspill person`: who runs an installation lets people in."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.kept_tables import with_tables

SAMPLE = Path(__file__).resolve().parents[3] / "samples" / "lekeplasser" / "consultation.yaml"
OWNER = "Direktoratet for nærmiljø"
PASSWORD = "fjorden er blank i kveld"


def run(home: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("INNSPILL_")}
    return subprocess.run(
        [sys.executable, "-m", "innspill.interfaces.cli.main", *arguments],
        env={**kept, "INNSPILL_HOME": str(home)},
        input=typed, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def test_a_person_is_let_in_and_keeps_the_password_when_given_another_role(tmp_path: Path) -> None:
    run(with_tables(tmp_path), "load", str(SAMPLE))
    first = run(tmp_path, "person", "kari", "--owner", OWNER, typed=f"{PASSWORD}\n")
    assert (first.returncode, first.stdout) == (0, f"kari: caseworker at {OWNER}\n"), first.stderr
    again = run(tmp_path, "person", "kari", "--owner", OWNER, "--role", "lead")
    assert again.returncode == 0, again.stderr
    with sqlite3.connect(tmp_path / "innspill.sqlite3") as database:
        roles = database.execute("SELECT role FROM people_membership ORDER BY role").fetchall()
        assert roles == [("caseworker",), ("lead",)]
        (kept,) = database.execute("SELECT password FROM people_user").fetchone()
        assert PASSWORD not in kept


def test_a_weak_password_and_an_owner_without_a_hearing_are_refused(tmp_path: Path) -> None:
    run(with_tables(tmp_path), "load", str(SAMPLE))
    weak = run(tmp_path, "person", "kari", "--owner", OWNER, typed="kort\n")
    stray = run(tmp_path, "person", "kari", "--owner", "Ingen", typed=f"{PASSWORD}\n")
    for refused in (weak, stray):
        assert refused.returncode == 2
        assert len(refused.stderr.strip().splitlines()) == 1
    assert OWNER in stray.stderr
    with sqlite3.connect(tmp_path / "innspill.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM people_user").fetchone() == (0,)


def test_a_new_owner_is_made_only_when_that_is_said(tmp_path: Path) -> None:
    with_tables(tmp_path)
    stray = run(tmp_path, "person", "kari", "--owner", "Nytt tilsyn", typed=f"{PASSWORD}\n")
    assert stray.returncode == 2
    assert "--new-owner" in stray.stderr
    made = run(
        tmp_path, "person", "kari", "--owner", "Nytt tilsyn", "--new-owner", typed=f"{PASSWORD}\n"
    )
    assert (made.returncode, made.stdout) == (0, "kari: caseworker at Nytt tilsyn\n"), made.stderr
