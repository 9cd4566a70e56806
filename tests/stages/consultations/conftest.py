"""A draft hearing, and an open one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from innspill.shared.people.models import Owner
from innspill.stages.consultations import actions, queries
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import Edited
from tests.conftest import SAMPLES
from tests.stages.conftest import NOW, Staff


@pytest.fixture
def definition() -> Definition:
    """The open sample, with a deadline that has not passed."""
    found = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    return found.model_copy(
        update={"opens": date(2026, 4, 1), "deadline": date(2026, 9, 30), "state_body": True}
    )


@pytest.fixture
def owner(definition: Definition, db: None) -> Owner:
    """Whose hearing it is to be."""
    return Owner.objects.create(name=definition.owner)


@pytest.fixture
def draft(definition: Definition, owner: Owner, staff: Staff) -> Edited:
    """A draft."""
    return now_is(actions.found(definition, owner=owner, by=staff.caseworker, now=NOW).id)


@pytest.fixture
def opened(draft: Edited, staff: Staff) -> Edited:
    """The same, opened."""
    actions.publish(draft.hearing.id, at=None, by=staff.lead, now=NOW)
    return now_is(draft.hearing.id)


def now_is(consultation_id: int) -> Edited:
    """The hearing as it is edited now."""
    slug = queries.by_id(consultation_id).slug
    found = queries.edited(slug, list(Owner.objects.all()))
    assert found is not None
    return found


def save(edited: Edited, staff: Staff, **changes: Any) -> Edited:
    """Saves the hearing with some fields changed."""
    actions.save(
        edited.hearing.id,
        edited.definition.model_copy(update=changes),
        based_on=edited.revision,
        by=staff.caseworker,
        now=NOW,
    )
    return now_is(edited.hearing.id)
