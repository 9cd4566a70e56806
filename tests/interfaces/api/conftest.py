"""Open data of the hearings that the portal's tests have."""

from __future__ import annotations

import pytest

from innspill.shared.people.models import Owner
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions
from innspill.stages.publication.waiting import waiting
from innspill.stages.register import actions as register_actions
from innspill.stages.register import queries as register
from tests.interfaces import scene
from tests.interfaces.portal.conftest import (  # noqa: F401 - fixtures
    built,
    hearing,
    in_bokmal,
    open_hearing,
    staff,
)
from tests.interfaces.portal.published.conftest import (  # noqa: F401 - fixtures
    published,
    published_once,
)
from tests.stages.conftest import NOW, Staff

PERSON = "Torbjørn Aksnesvik"


@pytest.fixture
def from_a_person(published: ConsultationShown, staff: Staff) -> int:  # noqa: F811 - a fixture
    """A private person's response, published: its number."""
    scene.hand_in(published, scene.PRIVATE)
    scene.work.run_until_idle()
    owner = Owner.objects.get(name=published.owner)
    row = register.responses(published.slug, [owner])[-1]
    register_actions.settle_sender(
        row.id, names=[PERSON], kind="person", by=staff.caseworker, now=NOW
    )
    scene.work.run_until_idle()
    if waiting([owner], slug=published.slug):
        actions.approve(row.id, by=staff.lead, now=NOW)
        scene.work.run_until_idle()
    return row.number
