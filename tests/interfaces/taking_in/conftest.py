"""The desk with hearings to which nothing has come."""

from __future__ import annotations

import pytest

from tests.interfaces.portal.conftest import built, in_bokmal, staff  # noqa: F401 - fixtures
from tests.interfaces.scene import Scene


@pytest.fixture
def scene(built: Scene, db: None) -> Scene:  # noqa: F811 - a fixture
    """The hearings and the people."""
    return built
