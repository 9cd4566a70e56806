"""Hearings with responses for tests of screens: built once for a folder, undone after it.

What a test changes is undone after that test, since its own transaction lies inside.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from innspill.pipeline import wiring, work
from innspill.shared.people.models import Owner
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions as intake
from innspill.stages.intake.core.receipt import Receipt
from tests.conftest import SAMPLES
from tests.stages.conftest import IN_TIME, NOW, RESPONSES, Staff, staff_at

TINDVANG = "hoyringssvar_Tindvang_kommune.docx"
UNIVERSITY = "Brev fra Universitetet i Nordvest.docx"
EARLIER = "2026-03-02_Skogheim_kommune_administrasjonen.docx"
LATER = "2026-03-11_Skogheim_kommune_vedtatt.docx"
TWO_TICKS = "Høringssvar Eidsund kommune (1).docx"
PRIVATE = "innspill fra privatperson.eml"


@dataclass(frozen=True)
class Scene:
    """A closed hearing with responses, an open one without, and people in every role."""

    hearing: ConsultationShown
    open_hearing: ConsultationShown
    staff: Staff


def build() -> Scene:
    """The hearings and the people; nothing has arrived."""
    hearing = consultations.load(load(SAMPLES / "trygt-vann" / "consultation.yaml"), now=NOW)
    definition = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    open_hearing = consultations.load(definition.model_copy(update={"opens": None}), now=NOW)
    return Scene(hearing, open_hearing, staff_at(Owner.objects.get(name=hearing.owner)))


def hand_in(
    hearing: ConsultationShown,
    name: str,
    data: bytes | None = None,
    *,
    sender: str = "",
    days: int = 0,
) -> Receipt:
    """A file of the samples, or bytes, handed in `days` after the first of March."""
    return intake.receive(
        consultation_slug=hearing.slug,
        channel="upload",
        files=[(name, (RESPONSES / name).read_bytes() if data is None else data)],
        claimed_sender=sender,
        idempotency_key=f"{name} {days}",
        now=IN_TIME + timedelta(days=days),
        store=wiring.store(),
    )


def publish_some(hearing: ConsultationShown) -> None:
    """A form, a letter with footnotes, and two versions of one response, all published."""
    hand_in(hearing, TINDVANG, sender="Tindvang kommune")
    hand_in(hearing, UNIVERSITY, sender="Universitetet i Nordvest", days=1)
    hand_in(hearing, EARLIER, sender="Skogheim kommune", days=1)
    work.run_until_idle()  # so that the earlier one is public before the later one comes
    hand_in(hearing, LATER, sender="Skogheim kommune", days=10)
    work.run_until_idle()


def leave_some_to_settle(hearing: ConsultationShown) -> None:
    """A clean form, one with two ticks, an unknown sender, a copy, and one nobody can read."""
    hand_in(hearing, TINDVANG, sender="Tindvang kommune")
    hand_in(hearing, TWO_TICKS, sender="Eidsund kommune", days=1)
    hand_in(hearing, "merknad.txt", "Vi støtter målene.\n".encode(), days=2)
    hand_in(hearing, TINDVANG, sender="Tindvang kommune", days=3)
    hand_in(hearing, "rart.bin", b"\x00\x01\x02\x03" * 40, sender="Ukjent", days=4)
    work.run_until_idle()
