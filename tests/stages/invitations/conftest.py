"""An open hearing with single and collective bodies, and the people who invite them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from innspill.shared.people.models import Owner
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations import queries as hearings
from innspill.stages.consultations.core.definition import Group, Member
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.invitations import actions
from innspill.stages.invitations.core.entries import Entry
from innspill.stages.invitations.core.letters import Facts, Template, template
from tests.conftest import SAMPLES
from tests.stages.conftest import NOW, Staff, staff_at

GROUPS = (
    Group(name="Kommuner", members=(Member(name="Landets kommuner", collective=True),)),
    Group(name="Organisasjoner", members=(Member(name="NITO"), Member(name="Norsk Vann"))),
)
LETTERS: dict[str, Template] = {
    language: template("invitation", language, Facts()) for language in ("nb", "nn", "en")
}
BASE = "https://horing.example"


@dataclass(frozen=True)
class Case:
    """The hearing, who works on it, and how to see it anew."""

    hearing: ConsultationShown
    staff: Staff

    def revision(self) -> int:
        """What a change is based on."""
        shown = hearings.edited(self.hearing.slug, list(Owner.objects.all()))
        assert shown is not None
        return shown.revision

    def again(self) -> ConsultationShown:
        """The hearing as it stands now."""
        return hearings.by_id(self.hearing.id)


@pytest.fixture
def case(db: None) -> Case:
    definition = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    changed = definition.model_copy(update={"opens": None, "bodies": GROUPS})
    shown = consultations.load(changed, now=NOW)
    return Case(shown, staff_at(Owner.objects.get(name=shown.owner)))


@pytest.fixture
def invited(case: Case) -> Case:
    """Both organisations have an address, one of them wishes for nynorsk."""
    entries = [
        Entry("NITO", email="post@nito.example"),
        Entry("Norsk Vann", email="post@vann.example", language="nn"),
    ]
    actions.add_entries(
        case.hearing.id, entries, based_on=case.revision(), by=case.staff.caseworker, now=NOW
    )
    return case
