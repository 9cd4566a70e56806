"""The portal with a closed hearing to which nothing has come, and one that is open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation

from innspill.stages.consultations.queries import ConsultationShown
from tests.interfaces import scene
from tests.interfaces.scene import Scene
from tests.stages.conftest import Staff, home_at, undone


@pytest.fixture(scope="package")
def built(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Scene]:
    """The hearings and the people of this folder's tests."""
    with home_at(tmp_path_factory.mktemp("home")), undone(django_db_blocker):
        yield scene.build()


@pytest.fixture(autouse=True)
def in_bokmal() -> None:
    """Tests read the screens in bokmål unless they say otherwise."""
    translation.activate("nb")


@pytest.fixture
def hearing(built: Scene, db: None) -> ConsultationShown:
    """The closed hearing."""
    return built.hearing


@pytest.fixture
def open_hearing(built: Scene, db: None) -> ConsultationShown:
    """The hearing that takes responses, with a deadline far ahead of the tests' clock."""
    return built.open_hearing


@pytest.fixture
def staff(built: Scene, db: None) -> Staff:
    """One person per role."""
    return built.staff
