"""`innspill import`: a folder or an archive taken in from where it lies, once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from tests.conftest import SAMPLES
from tests.kept_tables import with_tables

HEARING = SAMPLES / "trygt-vann" / "consultation.yaml"


def innspill(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("INNSPILL_")}
    return subprocess.run(
        [sys.executable, "-m", "innspill.interfaces.cli.main", *arguments],
        env={**kept, "INNSPILL_HOME": str(home)}, text=True, capture_output=True, check=False,
    )  # fmt: skip


def test_an_archive_is_taken_in_once_and_what_was_not_or_is_none_is_said(tmp_path: Path) -> None:
    home = with_tables(tmp_path / "home")
    assert innspill(home, "load", str(HEARING)).returncode == 0
    with ZipFile(tmp_path / "svar.zip", "w") as archive:
        archive.writestr("a.txt", "Hei")
        archive.writestr("tom.txt", "")
    given = ("import", str(tmp_path / "svar.zip"), "--consultation", "25-1734")
    first, second = innspill(home, *given), innspill(home, *given)
    assert first.stdout == "1 taken in, 0 taken in before, 1 not taken in\n", first.stderr
    assert "tom.txt: not taken in (empty)" in first.stderr
    assert second.stdout == "0 taken in, 1 taken in before, 1 not taken in\n"
    (tmp_path / "a.txt").write_text("Hei")
    refused = innspill(home, "import", str(tmp_path / "a.txt"), "--consultation", "25-1734")
    said = "innspill: a.txt: is neither .zip nor .mbox. Choose a .zip or .mbox file.\n"
    assert (refused.returncode, refused.stderr) == (2, said)
