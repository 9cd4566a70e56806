"""Two workers that take up the same delivery: the second leaves it alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from innspill.pipeline import wiring, work
from innspill.pipeline.steps import STEPS
from innspill.shared.errors import Conflict
from innspill.stages.intake import queries as intake
from innspill.stages.register import actions
from tests.stages.conftest import NOW, HandIn

pytestmark = pytest.mark.django_db


def test_a_delivery_that_another_worker_has_registered_is_not_taken_for_a_copy_of_itself(
    hand_in: HandIn, work_on: Callable[[], int]
) -> None:
    hand_in("svar-vannlab.docx", sender="Statens vannlaboratorium")
    names = [step.name for step in STEPS]
    registering = STEPS[names.index("register")]
    for step in STEPS[: names.index("register")]:
        for thing in step.things():
            work.run_one(step, thing)
    seen_by_both = registering.things()
    assert [work.run_one(registering, thing) for thing in seen_by_both] == [True]
    with pytest.raises(Conflict):
        actions.register_next(seen_by_both[0], store=wiring.store(), now=NOW)
    work_on()
    assert intake.counts(None).set_aside == ()
