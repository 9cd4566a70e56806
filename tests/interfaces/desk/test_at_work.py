"""The front page says so where things wait for the machine and nobody works on them."""

from __future__ import annotations

import os
import time

from django.conf import settings

from innspill.pipeline import at_work
from innspill.stages.consultations.queries import ConsultationShown
from tests.interfaces import scene
from tests.interfaces.desk.conftest import SignIn
from tests.stages.conftest import Staff

SAID = "arbeideren (innspill work) går ikke"


def test_whoever_waits_for_the_machine_is_told_when_no_worker_runs(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.lead)

    def told() -> str:
        return client.get("/saksbehandling/").content.decode()

    scene.hand_in(arrived, "kort.txt", "Vi støtter planen.\n".encode())
    at_work.give_sign()
    assert "Dette gjør systemet selv." in told()
    assert SAID not in told()
    long_ago = time.time() - at_work.SILENT - 1
    os.utime(settings.HOME / "at-work", (long_ago, long_ago))
    assert SAID in told()
    assert "Dette gjør systemet selv." not in told()
