"""A published result with decided points, for tests of open data."""

from __future__ import annotations

from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions
from tests.stages.conftest import NOW, Staff

REASON = "Kapittel 2 får et avsnitt om dette; =HYPERLINK er ingen formel her."


def publish_decided(hearing: ConsultationShown, staff: Staff, *numbers: int) -> None:
    """Publishes a result that has decided two points of each of these responses (of number 1)."""
    rows = [
        {
            "reference": f"{hearing.case_number}-{number}", "number": number, "question": question,
            "text": f"Punkt om {question or 'noe annet'}.", "outcome": outcome, "reason": REASON,
        }
        for number in numbers or (1,)
        for question, outcome in (("1", "followed"), (None, "not-followed"))
    ]  # fmt: skip
    actions.publish_result(
        hearing.id, content={"nb": {"decided": rows}}, files={}, by=staff.lead, now=NOW
    )
