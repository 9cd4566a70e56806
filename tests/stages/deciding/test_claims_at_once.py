"""Several open the same form in the same moment, each over a connection of their own."""

from __future__ import annotations

from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import close_old_connections, connection
from pytest_django.fixtures import Settings

from innspill.shared.people.models import Owner
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.deciding import actions
from innspill.stages.deciding.core.values import Target
from innspill.stages.deciding.models import Claim
from tests.stages.conftest import NOW, RESPONSES, Staff, staff_at


@pytest.fixture(autouse=True)
def home(settings: Settings, tmp_path: Path) -> Path:
    """A home of its own: what is committed here is nobody else's."""
    settings.HOME, settings.NOW = tmp_path, NOW.isoformat()
    return tmp_path


@pytest.mark.django_db(transaction=True)
def test_of_many_who_open_it_at_once_one_gets_it(lone_hearing: tuple[int, Staff]) -> None:
    hearing, staff = lone_hearing
    people = [staff.caseworker, staff.lead] * 3
    together, got = Barrier(len(people)), []

    def open_it(who: int) -> None:
        try:
            together.wait(timeout=20)
            target = Target("comment", "f" * 64)
            got.append((people[who].pk, actions.claim(hearing, target, by=people[who], now=NOW)))
        finally:
            connection.close()

    threads = [Thread(target=open_it, args=(who,)) for who in range(len(people))]
    for each in threads:
        each.start()
    for each in threads:
        each.join(timeout=60)
    close_old_connections()
    holder = Claim.objects.get().by_id
    assert len(got) == len(people)
    assert {who for who, ok in got if ok} == {holder}


@pytest.fixture
def lone_hearing(transactional_db: None) -> tuple[int, Staff]:
    """A hearing whose rows are committed, so that other connections see it."""
    hearing = consultations.load(load(RESPONSES.parent / "consultation.yaml"), now=NOW)
    return hearing.id, staff_at(Owner.objects.get(name=hearing.owner))
