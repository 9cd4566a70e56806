"""An open hearing with a list, and a caseworker at the desk."""

from __future__ import annotations

import pytest
from django.test import Client

from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.invitations import actions
from innspill.stages.invitations.core.entries import Entry
from tests.conftest import SAMPLES
from tests.interfaces.desk.conftest import SignIn
from tests.interfaces.desk.inviting.reading import (
    GROUPS,
    revision,
)
from tests.interfaces.scene import Scene
from tests.stages.conftest import NOW


@pytest.fixture
def hearing(built: Scene, db: None) -> ConsultationShown:
    """An open hearing of the same owner, with a list of three lines."""
    definition = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    changed = {"owner": built.hearing.owner, "opens": None, "bodies": tuple(GROUPS)}
    return consultations.load(definition.model_copy(update=changed), now=NOW)


@pytest.fixture
def desk(built: Scene, signed_in: SignIn, db: None) -> Client:
    return signed_in(built.staff.caseworker)


@pytest.fixture
def addressed(hearing: ConsultationShown, built: Scene) -> ConsultationShown:
    """Both organisations have an address."""
    entries = [
        Entry("NITO", email="post@nito.example"),
        Entry("Norsk Vann", email="post@vann.example", language="nn"),
    ]
    actions.add_entries(
        hearing.id, entries, based_on=revision(hearing), by=built.staff.caseworker, now=NOW
    )
    return hearing
