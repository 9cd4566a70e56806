"""Several open the same form in the same moment, each over a connection of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from innspill.shared.people.models import Owner, User
from innspill.stages.analysis import actions as analysis
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.deciding import actions
from innspill.stages.deciding.core.values import Target
from innspill.stages.deciding.models import Claim
from tests.stages.conftest import NOW, RESPONSES, Staff, staff_at
from tests.stages.register.test_at_once import at_once


@pytest.fixture(autouse=True)
def home(settings: Settings, tmp_path: Path) -> Path:
    """A home of its own: what is committed here is nobody else's."""
    settings.HOME, settings.NOW = tmp_path, NOW.isoformat()
    return tmp_path


@pytest.mark.django_db(transaction=True)
def test_of_many_who_open_it_at_once_one_gets_it(lone_hearing: tuple[int, Staff]) -> None:
    hearing, staff = lone_hearing
    people, got = [staff.caseworker, staff.lead] * 3, []
    theme = analysis.make_theme(hearing, label="Gebyr", by=staff.caseworker, now=NOW)
    target = Target("theme", str(theme))

    def opens(who: User) -> Callable[[], object]:
        return lambda: got.append((who.pk, actions.claim(hearing, target, by=who, now=NOW)))

    at_once(*map(opens, people))
    holder = Claim.objects.get().by_id
    assert len(got) == len(people)
    assert {who for who, ok in got if ok} == {holder}


@pytest.fixture
def lone_hearing(transactional_db: None) -> tuple[int, Staff]:
    """A hearing whose rows are committed, so that other connections see it."""
    hearing = consultations.load(load(RESPONSES.parent / "consultation.yaml"), now=NOW)
    return hearing.id, staff_at(Owner.objects.get(name=hearing.owner))
