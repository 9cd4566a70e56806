"""A hearing with analysed answers, and rules of another version."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from innspill.shared.people.models import Owner
from innspill.stages.analysis import queries
from innspill.stages.analysis.queries import CommentFilter, CommentRow
from innspill.stages.consultations.queries import ConsultationShown
from tests.stages.conftest import HandIn

Read = Callable[..., list[CommentRow]]


@pytest.fixture
def slug(hearing: ConsultationShown, hand_in: HandIn, work_on: Callable[[], int]) -> str:
    """The hearing with two responses, all steps done."""
    hand_in("fjordvik-kommune.docx")
    hand_in("Høringssvar Eidsund kommune (1).docx", sender="Eidsund kommune")
    work_on()
    return hearing.slug


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
