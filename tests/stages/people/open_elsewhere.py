"""A word that is withheld in one response and stands open in another one, for the tests of roles."""

from __future__ import annotations

from typing import Any

from innspill.pipeline import wiring, work
from innspill.shared.people.models import User
from innspill.stages.intake import actions as intake_actions
from innspill.stages.publication import actions as publication
from innspill.stages.publication import looking
from innspill.stages.publication.core.marks import Spot
from innspill.stages.register import queries as register_queries
from tests.stages.conftest import IN_TIME, NOW


def open_in_another(c: Any) -> None:
    """A word that is withheld in one response and stands open in another one."""
    numbers = [
        intake_actions.receive(
            consultation_slug=c.slug, channel="upload", idempotency_key=f"open {at}", now=IN_TIME,
            files=[("svar.txt", f"{name}\n\nVi mener at Fjellvatnet er viktig.".encode())],
            claimed_sender=name, store=wiring.store(),
        ).number
        for at, name in enumerate(("Granmo kommune", "Strandøy kommune"))
    ]  # fmt: skip
    work.run_until_idle()
    row = next(
        row for row in register_queries.responses(c.slug, [c.owner])
        if row.delivery_number == min(numbers)
    )  # fmt: skip
    looked = looking.looked_at(c.slug, row.number, [c.owner])
    assert looked is not None
    if looked.held:
        return
    text = next(each for each in looked.texts if "Fjellvatnet" in each.text)
    start = text.text.index("Fjellvatnet")
    spot = Spot(text.place, start, start + len("Fjellvatnet"))
    lead = User.objects.filter(memberships__owner=c.owner, memberships__role="lead").first()
    assert lead is not None
    publication.mark(
        row.id, [spot], word="withhold", ground="offl-13", reason="Sett.", by=lead, now=NOW
    )
