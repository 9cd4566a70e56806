"""`innspill units`: the register is loaded and looked into, as an operator does it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ADAPTERS = Path(__file__).resolve().parents[2] / "adapters"
FILES = (str(ADAPTERS / "enheter.json"), str(ADAPTERS / "underenheter.json"))


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("INNSPILL_")}
    return subprocess.run(
        [sys.executable, "-m", "innspill.interfaces.cli.main", *arguments],
        env={**kept, "INNSPILL_HOME": str(home)},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def test_the_register_is_loaded_looked_into_and_named_by_the_doctor(tmp_path: Path) -> None:
    missing = run(tmp_path, "units", "show", "Eidsund kommune")
    assert missing.returncode == 2
    assert "innspill units load" in missing.stderr
    loaded = run(tmp_path, "units", "load", *FILES)
    assert loaded.stdout.startswith("11 units, as of 20"), loaded.stderr
    assert loaded.stdout.endswith("; 0 left out that are or may be persons\n")
    shown = run(tmp_path, "units", "show", "Eidsund komune, seksjon for vann")
    assert shown.stdout.startswith("842001102")
    assert "unsure" in shown.stdout
    told = run(tmp_path, "doctor").stdout.splitlines()
    assert any("Enhetsregisteret: 11 units" in line for line in told)


def test_a_file_that_is_none_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html>", "utf-8")
    refused = run(tmp_path, "units", "load", str(tmp_path / "page.html"))
    assert refused.returncode == 2
    assert len(refused.stderr.strip().splitlines()) == 1
    assert "page.html" in refused.stderr
    assert not (tmp_path / "units.sqlite3").exists()
