"""`load` and `work` by hand: a hearing and a folder of responses, without the demo."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.kept_tables import with_tables

SAMPLES = Path(__file__).resolve().parents[3] / "samples" / "trygt-vann"


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("INNSPILL_")}
    start = "from innspill.interfaces.cli.main import main; main()"
    return subprocess.run(
        [sys.executable, "-c", start, *arguments],
        env={**kept, "INNSPILL_HOME": str(home)},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def test_a_hearing_is_loaded_and_a_folder_worked_through(tmp_path: Path) -> None:
    home, sent = with_tables(tmp_path / "home"), tmp_path / "sent"
    sent.mkdir()
    for name in ("fjordvik-kommune.docx", "Svar med passord.docx"):
        shutil.copy(SAMPLES / "responses" / name, sent)
    for _ in range(2):
        loaded = run(home, "load", str(SAMPLES / "consultation.yaml"))
        assert (loaded.returncode, loaded.stdout) == (0, "25/1734: 25-1734\n")
    for _ in range(2):
        done = run(home, "work", "--once", "--take-in", str(sent), "--hearing", "25-1734")
        assert done.returncode == 0, done.stderr
    with sqlite3.connect(home / "innspill.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM intake_delivery").fetchone() == (2,)
        assert database.execute("SELECT reason FROM intake_setaside").fetchall() == [
            ("unreadable",)
        ]
        assert database.execute("SELECT name FROM publication_rendition").fetchall() == [
            ("Fjordvik kommune",)
        ]


def test_what_is_wrong_is_one_line_and_changes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (tmp_path / "bad.yaml").write_text("schema: innspill/consultation/9\n")
    for arguments in (
        ["load", str(tmp_path / "missing.yaml")],
        ["load", str(tmp_path / "bad.yaml")],
        ["work", "--once", "--take-in", str(tmp_path / "missing")],
        ["serve", "--port", "99999"],
    ):
        done = run(home, *arguments)
        assert done.returncode == 2, arguments
        assert len(done.stderr.strip().splitlines()) == 1, done.stderr
        assert done.stdout == ""


def test_a_folder_for_a_hearing_that_is_not_known_is_not_taken_in(tmp_path: Path) -> None:
    home, sent = with_tables(tmp_path / "home"), tmp_path / "sent"
    sent.mkdir()
    run(home, "load", str(SAMPLES / "consultation.yaml"))
    for hearing in ("25-9999", "25-1734"):
        refused = run(home, "work", "--once", "--take-in", str(sent), "--hearing", hearing)
        assert refused.returncode == 2, refused.stdout
        assert len(refused.stderr.strip().splitlines()) == 1
    with sqlite3.connect(home / "innspill.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM intake_delivery").fetchone() == (0,)


def test_settings_that_cannot_be_used_are_one_line(tmp_path: Path) -> None:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("INNSPILL_")}
    for wrong in ({"INNSPILL_HTTPS": "ja"}, {"INNSPILL_DATABASE": "mysql://host/base"}):
        result = subprocess.run(
            [sys.executable, "-m", "innspill.interfaces.cli.main", "doctor"],
            env={**kept, "INNSPILL_HOME": str(tmp_path), **wrong},
            capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert result.returncode == 2
        assert len(result.stderr.strip().splitlines()) == 1
        assert next(iter(wrong)) in result.stderr
