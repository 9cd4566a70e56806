"""The portal with a hearing whose responses are published, and one that is open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from innspill.stages.consultations.queries import ConsultationShown
from tests.interfaces import scene
from tests.interfaces.scene import Scene
from tests.stages.conftest import undone


@pytest.fixture(scope="package")
def published_once(built: Scene, django_db_blocker: Any) -> Iterator[ConsultationShown]:
    """The closed hearing after responses of several shapes were published."""
    with undone(django_db_blocker):
        scene.publish_some(built.hearing)
        yield built.hearing


@pytest.fixture
def published(published_once: ConsultationShown, db: None) -> ConsultationShown:
    """The same for one test, which may change it."""
    return published_once
