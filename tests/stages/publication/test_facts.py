"""What a public copy tells of a response beside its text: numbers, kinds, receipt, versions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from innspill.shared.people.models import Owner
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions, open_data, queries
from innspill.stages.publication.core.frozen import as_json, from_json
from innspill.stages.publication.queries import PublicShown
from innspill.stages.publication.waiting import waiting
from innspill.stages.register import actions as register_actions
from tests.stages.conftest import NOW, HandIn, Staff

pytestmark = pytest.mark.django_db
WorkOn = Callable[[], int]
EARLIER = "2026-03-02_Skogheim_kommune_administrasjonen.docx"
LATER = "2026-03-11_Skogheim_kommune_vedtatt.docx"
NEW = ("numbers", "kinds", "receipt", "journal_line", "adds_to")


def public(slug: str, number: int) -> PublicShown:
    found = queries.public_response(slug, number)
    assert found is not None
    return found


def test_organisations_have_their_numbers_and_private_persons_never(
    hand_in: HandIn, work_on: WorkOn, hearing: ConsultationShown, owner: Owner, staff: Staff
) -> None:
    hand_in("svar.txt", b"Planen er god, og vi er enige i den.\n")
    hand_in("brev.txt", b"Jeg er enig i planen, og vil at den gjennomf\xc3\xb8res.\n")
    work_on()
    first, second = waiting([owner])
    numbers = {"Granmo kommune": "974760673", "Ola Nordmann": "974760673"}
    for shown, names, kind in (
        (first, ["Granmo kommune", "Fjordvik kommune"], "organisation"),
        (second, ["Ola Nordmann"], "person"),
    ):
        register_actions.settle_sender(
            shown.response.id, names=names, kind=kind, numbers=numbers,  # type: ignore[arg-type]
            by=staff.caseworker, now=NOW,
        )  # fmt: skip
    work_on()
    for waits in waiting([owner]):
        actions.approve(waits.response.id, by=staff.lead, now=NOW)
    work_on()
    joint = public(hearing.slug, first.response.number).response
    assert joint.numbers == ("974760673", "")
    assert "joint" in joint.kinds
    person = public(hearing.slug, second.response.number).response
    assert person.private
    assert person.numbers == ("",)
    assert "974760673" not in str(as_json(person))


def test_versions_point_at_each_other_and_each_has_its_receipt(
    hand_in: HandIn, work_on: WorkOn, hearing: ConsultationShown
) -> None:
    receipts = []
    for name in (EARLIER, LATER):
        receipts.append(hand_in(name))
        work_on()
    old, new = public(hearing.slug, 1), public(hearing.slug, 2)
    assert (old.superseded_by, old.supersedes) == (2, ())
    assert (new.superseded_by, new.supersedes) == (None, (1,))
    for shown, receipt in zip((old, new), receipts, strict=True):
        assert shown.response.receipt == receipt.number
        assert shown.response.journal_line == receipt.journal_position
    assert list(open_data.responses(hearing.slug)) == [old, new]


def test_a_copy_frozen_before_these_fields_came_still_loads(
    hand_in: HandIn, work_on: WorkOn, hearing: ConsultationShown
) -> None:
    hand_in(LATER)
    work_on()
    content = as_json(public(hearing.slug, 1).response)
    old = from_json({key: value for key, value in content.items() if key not in NEW})
    assert (old.receipt, old.kinds, old.number_of(0)) == (None, (), "")
