"""Two workers hold the same hearing's responses against each other: one of them is first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from innspill.pipeline.steps import STEPS
from innspill.pipeline.work import run_one
from innspill.shared.errors import Conflict
from innspill.shared.journal import queries as journal
from innspill.stages.analysis import actions
from innspill.stages.consultations.queries import ConsultationShown
from tests.stages.conftest import NOW, HandIn

COMPARE = next(step for step in STEPS if step.name == "compare")


@pytest.mark.django_db
def test_who_is_second_leaves_it_and_no_person_has_to_look(
    hearing: ConsultationShown, hand_in: HandIn, work_on: Callable[[], int]
) -> None:
    hand_in("svar.txt", b"Vi er enige i forslaget.", sender="Fjordvik kommune")
    work_on()
    with pytest.raises(Conflict, match="compared already"):
        actions.compare_next(hearing.id, now=NOW)
    assert not run_one(COMPARE, hearing.id)
    assert journal.mishaps() == []
