"""No human word is lost in reports: sequences of what two people and the machine do, in any order.

`python -m tests.soak.words_kept --sequences 1000`: what is done and what is asked is in
`tests/stages/reports/words_machine.py`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innspill.shared.people.models import User


def main() -> int:
    """A hearing of its own, the sequences, the verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sequences", type=int, default=1000)
    parser.add_argument("--steps", type=int, default=15)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INNSPILL_HOME"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "innspill.config.settings")
        hearing, people = _prepared()
        began = time.monotonic()
        done = _run(hearing, people, asked.sequences, asked.steps)
        seconds = time.monotonic() - began
    print(f"OK {asked.sequences} sequences, {done} steps, 0 words lost, {seconds:.0f} s")
    return 0


def _prepared() -> tuple[int, Sequence[User]]:
    """The sample hearing with one response gone through, and two who work on it."""
    import django

    django.setup()
    from django.core.management import call_command

    from innspill.pipeline import wiring, work
    from innspill.shared.people.models import Owner
    from innspill.stages.consultations import actions as consultations
    from innspill.stages.consultations.core.files import load
    from innspill.stages.intake import actions as intake
    from tests.stages.conftest import IN_TIME, NOW, RESPONSES, staff_at

    call_command("migrate", verbosity=0)
    hearing = consultations.load(load(RESPONSES.parent / "consultation.yaml"), now=NOW)
    name = "fjordvik-kommune.docx"
    intake.receive(
        consultation_slug=hearing.slug, channel="upload",
        files=[(name, (Path(RESPONSES) / name).read_bytes())], claimed_sender="",
        idempotency_key=name, now=IN_TIME, store=wiring.store(),
    )  # fmt: skip
    work.run_until_idle()
    staff = staff_at(Owner.objects.get(name=hearing.owner))
    return hearing.id, (staff.caseworker, staff.lead)


def _run(hearing: int, people: Sequence[User], sequences: int, steps: int) -> int:
    from hypothesis import HealthCheck, Phase, settings
    from hypothesis.stateful import run_state_machine_as_test

    from tests.stages.reports.words_machine import bound_to

    machine = bound_to(hearing, people)
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=sequences, stateful_step_count=steps, deadline=None, database=None,
            suppress_health_check=list(HealthCheck), phases=[Phase.generate], print_blob=True,
        ),
    )  # fmt: skip
    return machine.steps


if __name__ == "__main__":
    sys.exit(main())
