"""A hearing with analysed answers that several colleagues decide on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from innspill.pipeline import wiring, work
from innspill.shared.people.models import Owner
from innspill.stages.analysis import queries as analysis
from innspill.stages.analysis.queries import CommentRow
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions as intake
from tests.stages.conftest import IN_TIME, NOW, RESPONSES, Staff, home_at, staff_at, undone

LETTERS = (
    ("fjordvik-kommune.docx", "Fjordvik kommune"),
    ("Høringssvar Eidsund kommune (1).docx", "Eidsund kommune"),
)


@dataclass(frozen=True)
class Shared:
    """The hearing with two responses, all steps done, and who works on it."""

    hearing: ConsultationShown
    owner: Owner
    staff: Staff
    home: Path

    @property
    def rows(self) -> list[CommentRow]:
        """Its comments as they stand."""
        return analysis.comments(self.hearing.slug, [self.owner])


@pytest.fixture(scope="package")
def made_shared(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shared]:
    """Made once; what a test does to it is undone after that test."""
    folder = tmp_path_factory.mktemp("home")
    with home_at(folder), undone(django_db_blocker):
        hearing = consultations.load(load(RESPONSES.parent / "consultation.yaml"), now=NOW)
        owner = Owner.objects.get(name=hearing.owner)
        for name, sender in LETTERS:
            hand_in(hearing.slug, name, sender)
        work.run_until_idle()
        yield Shared(hearing, owner, staff_at(owner), folder)


@pytest.fixture
def shared(made_shared: Shared, db: None) -> Shared:
    """The hearing that colleagues share."""
    return made_shared


@pytest.fixture(autouse=True)
def home(made_shared: Shared, settings: Settings) -> Path:
    """The home that the hearing was made in, for all tests."""
    settings.HOME = made_shared.home
    settings.NOW = NOW.isoformat()
    return made_shared.home


def hand_in(slug: str, name: str, sender: str, data: bytes | None = None) -> None:
    """A file of the samples, or bytes, handed in."""
    intake.receive(
        consultation_slug=slug,
        channel="upload",
        files=[(name, (RESPONSES / name).read_bytes() if data is None else data)],
        claimed_sender=sender,
        idempotency_key=f"{name} {sender}",
        now=IN_TIME,
        store=wiring.store(),
    )
