"""The long trials of `make soak`, kept short: the same programs, real processes.

Each runs on the engine where it tells more. `make soak` runs all on both; on SQLite `test_no_loss`
kills and sends at once as well, and `stages/register/test_at_once` has versions side by side.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KILLING = "--deliveries 40 --kills 3 --clients 4 --pause 1.5 --again 30 --longest 300"
AT_ONCE = "--rounds 1 --versions 1"


@pytest.mark.parametrize(
    ("name", "engine", "more"),
    [
        ("killing", "postgres", KILLING),
        ("at_once", "postgres", AT_ONCE),
        ("faults", "sqlite", "disk lock"),
    ],
)
def test_a_trial_holds(name: str, engine: str, more: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.soak.run", name, "--engine", engine, "--", *more.split()],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    last = done.stdout.strip().splitlines()[-1]
    assert last.startswith("held") and "OK: " in last  # noqa: PT018
