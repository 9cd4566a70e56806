"""What all tests share: where the seeds are, and a home of its own for each run."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("INNSPILL_HOME", tempfile.mkdtemp(prefix="innspill-test-"))

(Path(os.environ["INNSPILL_HOME"]) / "static").mkdir(parents=True, exist_ok=True)

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SAMPLES = ROOT / "samples"


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    """The folder with the real hearing: absent in a lone clone, required by CI."""
    if not (SHARED / "seeds").is_dir():
        reason = f"the seeds and forms of {SHARED} are not here"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return SHARED


@pytest.fixture(scope="session")
def samples_folder() -> Path:
    """The project's own sample hearings and responses."""
    return SAMPLES


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:
    """The test database; tests that commit empty it afterwards, past the append-only triggers."""
    from tests.emptying import flush_lifts_the_guard

    with flush_lifts_the_guard():
        yield
