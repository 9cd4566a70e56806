"""`innspill post`, `innspill bodies` and what the doctor says of mail, as an operator runs them."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests import mail_server
from tests.kept_tables import with_tables

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "samples" / "lekeplasser" / "consultation.yaml"
REGISTER = ROOT / "tests" / "adapters" / "enheter.json"
OWNER = "Direktoratet for nærmiljø"


def run(
    home: Path, *arguments: str, typed: str = "", **settings: str
) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("INNSPILL_")}
    return subprocess.run(
        [sys.executable, "-m", "innspill.interfaces.cli.main", *arguments],
        env={**kept, "INNSPILL_HOME": str(home), **settings},
        input=typed, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a hearing that invites all municipalities, and a caseworker."""
    content = yaml.safe_load(SAMPLE.read_text("utf-8"))
    content["bodies"] = [
        {"name": "Kommuner", "members": [{"name": "Landets kommuner", "collective": True}]}
    ]
    definition = tmp_path / "hearing.yaml"
    definition.write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    loaded = run(with_tables(tmp_path), "load", str(definition))
    assert loaded.returncode == 0, loaded.stderr
    run(tmp_path, "person", "kari", "--owner", OWNER, typed="fjorden er blank i kveld\n")
    return tmp_path


def test_a_collective_body_is_expanded_from_the_file(home: Path) -> None:
    to = ("--hearing", "26-2051", "--body", "Landets kommuner", "--by", "kari")
    tried = run(home, "bodies", "expand", str(REGISTER), *to, "--dry-run")
    assert "2 units; nothing was changed" in tried.stdout, tried.stderr
    done = run(home, "bodies", "expand", str(REGISTER), *to)
    assert done.stdout == "Landets kommuner: 2 members added, 0 were there already\n"
    with sqlite3.connect(home / "innspill.sqlite3") as database:
        names = database.execute("SELECT name FROM invitations_recipient ORDER BY name").fetchall()
    assert names == [("Eidsund kommune",), ("Hå-Nordvik kommune",)]
    stray = run(home, "bodies", "expand", str(REGISTER), *to[:3], "Ingen", *to[4:])
    assert (stray.returncode, "Ingen" in stray.stderr) == (2, True)


def test_notices_in_a_folder_are_counted(home: Path) -> None:
    notes = home / "retur"
    notes.mkdir()
    (notes / "brev.eml").write_text("From: kari@b.no\nSubject: Hei\n\nHei\n")
    done = run(home, "post", "returned", str(notes))
    assert done.stdout == f"{notes / 'brev.eml'}: 1 mails, 0 notices, 0 of ours marked\n", (
        done.stderr
    )


def test_the_doctor_tells_whether_mail_goes_out(home: Path) -> None:
    assert "note  mail: no server is set (INNSPILL_SMTP); 0 wait" in run(home, "doctor").stdout
    sender = {"INNSPILL_MAIL_FROM": "horing@etat.example"}
    with mail_server.running() as server:
        well = run(home, "doctor", INNSPILL_SMTP=server.url, **sender).stdout
    assert f"ok    mail: 127.0.0.1:{server.port} (none) answers; 0 wait" in well
    sick = run(home, "doctor", INNSPILL_SMTP=server.url, **sender)
    assert f"FAIL  mail: 127.0.0.1:{server.port}" in sick.stdout
    assert sick.returncode == 1


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"INNSPILL_SMTP": "smtp://host"}, "INNSPILL_MAIL_FROM"),
        ({"INNSPILL_SMTP": "imap://host", "INNSPILL_MAIL_FROM": "a@b.no"}, "INNSPILL_SMTP"),
        ({"INNSPILL_ADDRESS": "horing.example"}, "INNSPILL_ADDRESS"),
        ({"INNSPILL_BRREG": "ja"}, "INNSPILL_BRREG"),
    ],
)
def test_a_setting_that_cannot_be_used_is_said_at_once(
    tmp_path: Path, settings: dict[str, str], said: str
) -> None:
    refused = run(tmp_path, "doctor", **settings)
    assert refused.returncode == 2
    assert said in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1
