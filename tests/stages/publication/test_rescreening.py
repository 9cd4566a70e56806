"""What a hearing lets out without a person may be changed later: what waits then follows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from innspill.pipeline.steps import STEPS
from innspill.shared.errors import Conflict
from innspill.shared.journal.models import JournalEntry
from innspill.shared.people.models import Owner
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations import queries as hearings
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.models import Consultation
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions, queries
from innspill.stages.publication.core.marks import Spot
from innspill.stages.publication.waiting import publishable, waiting
from tests.stages.conftest import NOW, RESPONSES, HandIn, Staff
from tests.stages.publication.test_marking import FORM, PHONE, look, said

pytestmark = pytest.mark.django_db
WorkOn = Callable[[], int]


def hearing_that_lets_out(rule: str) -> ConsultationShown:
    """The sample hearing once more, with a rule of its own."""
    definition = load(RESPONSES.parent / "consultation.yaml")
    changes = {"case_number": "26/1", "publish_without_a_person": rule}
    return consultations.load(definition.model_copy(update=changes), now=NOW)


def change(hearing_id: int, staff: Staff, **changes: str) -> None:
    """A lead changes the hearing and announces it."""
    definition = hearings.by_id(hearing_id).definition.model_copy(update=changes)
    revision = Consultation.objects.get(pk=hearing_id).revision
    consultations.save(hearing_id, definition, based_on=revision, by=staff.lead, now=NOW)
    note = {"nb": "Publiseringen er endret.", "nn": "Publiseringa er endra."}
    consultations.announce(hearing_id, note=note, by=staff.lead, now=NOW)


def test_what_waits_is_screened_anew_when_the_hearing_lets_out_more(
    hand_in: HandIn, work_on: WorkOn, owner: Owner, staff: Staff
) -> None:
    strict = hearing_that_lets_out("never")
    hand_in(FORM, slug=strict.slug)
    hand_in("svar.txt", PHONE, slug=strict.slug, sender="Granmo kommune")
    work_on()
    assert [row.category for row in waiting([owner], slug=strict.slug)] == ["person", "person"]
    change(strict.id, staff, publish_without_a_person="clean")
    work_on()
    (row,) = waiting([owner], slug=strict.slug)
    assert (row.response.number, row.reasons) == (2, ("something-withheld",))
    assert queries.public_response(strict.slug, 1) is not None
    change(strict.id, staff, publish_without_a_person="masked")
    work_on()
    assert not waiting([owner], slug=strict.slug)
    shown = queries.public_response(strict.slug, 2)
    assert shown is not None
    assert "912 34 567" not in str(shown.response)
    lines = JournalEntry.objects.filter(verb="rescreened")
    assert [line.detail["let_out"] for line in lines] == ["clean", "clean", "masked"]


def test_a_hearing_that_became_stricter_lets_out_nothing_that_was_screened_before(
    hand_in: HandIn, work_on: WorkOn, owner: Owner, staff: Staff
) -> None:
    free = hearing_that_lets_out("masked")
    hand_in(FORM, slug=free.slug)
    for step in ("sift", "read", "register", "screen"):
        run_step(step)
    (ready,) = publishable()
    change(free.id, staff, publish_without_a_person="never")
    with pytest.raises(Conflict):
        actions.publish_next(ready, now=NOW)
    work_on()
    (row,) = waiting([owner], slug=free.slug)
    assert (row.category, queries.public_response(free.slug, 1)) == ("person", None)
    actions.approve(row.response.id, state=row.looked_at, by=staff.lead, now=NOW)
    work_on()
    change(free.id, staff, publish_without_a_person="never", published="none")
    work_on()
    assert queries.public_response(free.slug, 1) is not None, (
        "only a lead takes down what is public"
    )


def test_marks_and_approvals_stand_when_what_waits_is_screened_anew(
    hand_in: HandIn, work_on: WorkOn, owner: Owner, staff: Staff
) -> None:
    strict = hearing_that_lets_out("never")
    hand_in("svar.txt", PHONE, slug=strict.slug, sender="Granmo kommune")
    work_on()
    (row,) = waiting([owner], slug=strict.slug)
    looked = look(strict.slug, owner)
    (text,) = [each for each in looked.texts if "støtter" in each.text]
    start = text.text.index("støtter")
    spot = Spot(text.place, start, start + len("støtter"))
    actions.mark(row.response.id, **said(spot, by=staff.caseworker))
    change(strict.id, staff, publish_without_a_person="clean")
    work_on()
    (row,) = waiting([owner], slug=strict.slug)
    assert (row.marks, row.reasons) == (1, ("something-withheld",))


def run_step(name: str) -> None:
    """One step of the journey for all that waits for it."""
    (step,) = [each for each in STEPS if each.name == name]
    for thing in step.things():
        step.do(thing, now=NOW)
