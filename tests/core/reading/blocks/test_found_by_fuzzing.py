"""What fuzzing once found stays mended: each file in tests/fuzz/found, named after its parser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz import __file__ as fuzz
from tests.fuzz.targets import TARGETS

FOUND = sorted((Path(fuzz).parent / "found").iterdir())


@pytest.mark.parametrize("path", FOUND, ids=[path.name for path in FOUND])
def test_a_file_that_fuzzing_found_is_read_or_refused_as_it_should(path: Path) -> None:
    TARGETS[path.name.partition("-")[0]].check(path.read_bytes())
