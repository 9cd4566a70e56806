"""A hearing with analysed answers, and rules of another version."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from innspill.pipeline import wiring, work
from innspill.shared.people.models import Owner
from innspill.stages.analysis import queries
from innspill.stages.analysis.queries import CommentFilter, CommentRow
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions as intake
from tests.stages.conftest import IN_TIME, NOW, RESPONSES, Staff, home_at, staff_at, undone

Read = Callable[..., list[CommentRow]]
LETTERS = (
    ("fjordvik-kommune.docx", ""),
    ("Høringssvar Eidsund kommune (1).docx", "Eidsund kommune"),
)


@dataclass(frozen=True)
class Case:
    """The hearing with two responses, all steps done, and who works on it."""

    hearing: ConsultationShown
    owner: Owner
    staff: Staff
    home: Path


@pytest.fixture(scope="module")
def made(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Case]:
    """Made once; what a test does to it is undone after that test."""
    home = tmp_path_factory.mktemp("home")
    with home_at(home), undone(django_db_blocker):
        hearing = consultations.load(load(RESPONSES.parent / "consultation.yaml"), now=NOW)
        for name, sender in LETTERS:
            intake.receive(
                consultation_slug=hearing.slug, channel="upload", claimed_sender=sender,
                files=[(name, (RESPONSES / name).read_bytes())], idempotency_key=name,
                now=IN_TIME, store=wiring.store(),
            )  # fmt: skip
        work.run_until_idle()
        owner = Owner.objects.get(name=hearing.owner)
        yield Case(hearing, owner, staff_at(owner), home)


@pytest.fixture
def case(made: Case, db: None) -> Case:
    return made


@pytest.fixture(autouse=True)
def home(made: Case) -> Path:
    """The home that the case was made in, for all tests."""
    return made.home


@pytest.fixture
def hearing(case: Case) -> ConsultationShown:
    return case.hearing


@pytest.fixture
def owner(case: Case) -> Owner:
    return case.owner


@pytest.fixture
def staff(case: Case) -> Staff:
    return case.staff


@pytest.fixture
def slug(case: Case) -> str:
    return case.hearing.slug


@pytest.fixture
def read(slug: str, owner: Owner) -> Read:
    """The comments that a filter keeps, by its fields."""
    return lambda **wanted: queries.comments(slug, [owner], CommentFilter(**wanted))


@pytest.fixture
def other_rules(
    monkeypatch: pytest.MonkeyPatch, work_on: Callable[[], int]
) -> Callable[[], object]:
    """Analyses everything anew by rules of another version."""

    def renew() -> None:
        for name, module in list(sys.modules.items()):
            if name.startswith("innspill.stages.analysis.") and hasattr(module, "RULES"):
                monkeypatch.setattr(module, "RULES", "rules/of-tomorrow")
        work_on()

    return renew
