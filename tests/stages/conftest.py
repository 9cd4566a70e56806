"""What tests with a database share: the sample hearing, people, a home and a clock of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test.utils import override_settings
from pytest_django.fixtures import Settings

from innspill.pipeline import wiring, work
from innspill.shared.people import actions as people
from innspill.shared.people.models import Owner, User
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions as intake
from innspill.stages.intake.core.receipt import Receipt

NOW = datetime(2026, 4, 1, 8, tzinfo=UTC)
IN_TIME = datetime(2026, 3, 1, 12, tzinfo=UTC)
RESPONSES = Path(__file__).resolve().parents[2] / "samples" / "trygt-vann" / "responses"
PASSWORD = "a long one for tests"
ROLES = ("reader", "caseworker", "lead", "administrator")


@contextmanager
def home_at(folder: Path) -> Iterator[None]:
    """A home of its own, and a clock that stands still."""
    with override_settings(HOME=folder, NOW=NOW.isoformat()):
        yield


@contextmanager
def undone(blocker: Any) -> Iterator[None]:
    """What is written inside is taken back."""
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def home(settings: Settings, tmp_path: Path) -> Path:
    """A home of its own for each test, and a clock that stands still."""
    settings.HOME = tmp_path
    settings.NOW = NOW.isoformat()
    return tmp_path


@cache
def sample() -> Definition:
    """The sample hearing's definition, read once: a thousand tests begin with it."""
    return load(RESPONSES.parent / "consultation.yaml")


@pytest.fixture
def hearing(db: None) -> ConsultationShown:
    """The sample hearing, loaded."""
    return consultations.load(sample(), now=NOW)


@pytest.fixture
def owner(hearing: ConsultationShown) -> Owner:
    """Whose hearing it is."""
    return Owner.objects.get(name=hearing.owner)


@dataclass(frozen=True)
class Staff:
    """People in every role at the hearing's owner, and somebody with every role elsewhere."""

    reader: User
    caseworker: User
    lead: User
    administrator: User
    stranger: User


def staff_at(owner: Owner) -> Staff:
    """One person per role at `owner`, and the stranger."""
    elsewhere = people.found_owner(name="Et annet direktorat")
    named = {role: people.add_user(username=role, password=PASSWORD, now=NOW) for role in ROLES}
    stranger = people.add_user(username="stranger", password=PASSWORD, now=NOW)
    for role in ROLES:
        people.give_role(user=named[role], owner=owner, role=role, now=NOW)
        people.give_role(user=stranger, owner=elsewhere, role=role, now=NOW)
    return Staff(stranger=stranger, **named)


@pytest.fixture
def staff(owner: Owner) -> Staff:
    """One person per role."""
    return staff_at(owner)


HandIn = Callable[..., Receipt]


@pytest.fixture
def hand_in(hearing: ConsultationShown) -> HandIn:
    """Hands in a file of the samples, or bytes; `days` after the first of March."""

    def receive(
        name: str,
        data: bytes | None = None,
        *,
        sender: str = "",
        days: int = 0,
        slug: str = hearing.slug,
        key: str | None = None,
    ) -> Receipt:
        at = IN_TIME + timedelta(days=days)
        return intake.receive(
            consultation_slug=slug,
            channel="upload",
            files=[(name, (RESPONSES / name).read_bytes() if data is None else data)],
            claimed_sender=sender,
            idempotency_key=key or f"{name} {sender} {days}",
            now=at,
            store=wiring.store(),
        )

    return receive


@pytest.fixture
def work_on() -> Callable[[], int]:
    """Runs every step until nothing waits."""
    return work.run_until_idle
