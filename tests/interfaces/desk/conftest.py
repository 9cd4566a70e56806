"""The desk with a hearing that has something to settle."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from innspill.shared.people.models import User
from innspill.stages.consultations.queries import ConsultationShown
from tests.interfaces import scene
from tests.interfaces.scene import Scene
from tests.stages.conftest import Staff, home_at, undone


@pytest.fixture(scope="package")
def built(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Scene]:
    """The hearings and the people of this folder's tests, and what arrived."""
    with home_at(tmp_path_factory.mktemp("home")), undone(django_db_blocker):
        made = scene.build()
        scene.leave_some_to_settle(made.hearing)
        yield made


@pytest.fixture
def arrived(built: Scene, db: None) -> ConsultationShown:
    """The hearing with a clean form, two ticks, an unknown sender, a copy and a strange file."""
    return built.hearing


@pytest.fixture
def staff(built: Scene, db: None) -> Staff:
    """One person per role."""
    return built.staff


@pytest.fixture(autouse=True)
def in_bokmal() -> None:
    """Tests read the screens in bokmål."""
    translation.activate("nb")


SignIn = Callable[[User], Client]


@pytest.fixture(scope="session")
def signed_in() -> SignIn:
    """A browser that somebody has signed in with, reading bokmål."""

    def sign_in(user: User) -> Client:
        client = Client(headers={"accept-language": "nb"})
        client.force_login(user)
        return client

    return sign_in
