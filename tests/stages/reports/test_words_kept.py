"""No human word is lost, whatever people and the machine do: some sequences; `make soak` has 1,000."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from innspill.stages.consultations.queries import ConsultationShown
from tests.stages.conftest import HandIn, Staff
from tests.stages.reports.words_machine import bound_to

pytestmark = pytest.mark.django_db


def test_no_human_word_is_lost(
    hearing: ConsultationShown, staff: Staff, hand_in: HandIn, work_on: Callable[[], int]
) -> None:
    hand_in("fjordvik-kommune.docx")
    work_on()
    run_state_machine_as_test(
        bound_to(hearing.id, (staff.caseworker, staff.lead)),
        settings=settings(
            max_examples=8, stateful_step_count=15, deadline=None,
            suppress_health_check=list(HealthCheck), phases=[Phase.generate],
        ),
    )  # fmt: skip
