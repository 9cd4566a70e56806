"""Intake, journal and what stands on PostgreSQL too: `make test-postgres` runs all the others."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.kept_tables import COPIED
from tests.postgres import LAID, Postgres

STAGES = Path(__file__).resolve().parents[1] / "stages"
BY_CHANCE = "intake/test_any_order.py"
"""Long, and about our own order of things: `make test-postgres` runs it there."""
PARTS = ("intake", "journal", "register/test_at_once.py", "register/test_standing.py",
         "register/test_two_workers.py", "deciding/test_claims_at_once.py")  # fmt: skip


@pytest.mark.skipif(
    os.environ.get("INNSPILL_DATABASE", "").startswith("postgres"), reason="this is that run"
)
def test_intake_journal_and_what_stands_are_the_same_on_postgresql(postgresql: Postgres) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:xdist", "-p", "no:cacheprovider", "-q",
         *(str(STAGES / part) for part in PARTS), f"--ignore={STAGES / BY_CHANCE}", f"{__file__}::test_the_engine_is_the_one_that_was_asked_for"],
        env={**kept, **postgresql.laid(), "EXPECTED_ENGINE": "postgresql", COPIED: LAID},
        cwd=STAGES.parents[1], capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:]


@pytest.mark.django_db
def test_the_engine_is_the_one_that_was_asked_for() -> None:
    assert connection.vendor == os.environ.get("EXPECTED_ENGINE", connection.vendor)
