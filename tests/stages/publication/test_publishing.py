"""What the public sees: a frozen copy, never with a doubt, and everything adds up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from innspill.shared.errors import BadInput, Conflict
from innspill.shared.people.models import Owner
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.publication import actions, queries, searching
from innspill.stages.publication.core.listing import Filter
from innspill.stages.publication.models import Rendition
from innspill.stages.publication.waiting import publication_of, waiting
from innspill.stages.reading import actions as reading_actions
from innspill.stages.reading import queries as reading
from innspill.stages.register import actions as register_actions
from innspill.stages.register import queries as register
from tests.stages.conftest import NOW, HandIn, Staff

pytestmark = pytest.mark.django_db
WorkOn = Callable[[], int]
PRIVATE = "innspill fra privatperson.eml"
NO_SENDER = b"Planen er god, og vi er enige i den.\n"


@pytest.fixture
def slug(hearing: ConsultationShown) -> str:
    return hearing.slug


def test_a_clear_response_is_published_with_its_answers(
    hand_in: HandIn, work_on: WorkOn, slug: str
) -> None:
    hand_in("fjordvik-kommune.docx")
    work_on()
    (row,) = list(searching.listed(slug, Filter()))
    assert row.name == "Fjordvik kommune"
    shown = queries.public_response(slug, row.number)
    assert shown is not None
    assert shown.response.answers
    assert searching.listed(slug, Filter(question="2"))
    assert not searching.listed(slug, Filter(question="11a"))
    assert not searching.listed(slug, Filter(group="Forskning og utdanning"))


def test_a_response_without_a_sender_waits_until_somebody_says_who_it_is(
    hand_in: HandIn, work_on: WorkOn, slug: str, owner: Owner, staff: Staff
) -> None:
    hand_in("svar.txt", NO_SENDER)
    work_on()
    assert list(searching.listed(slug, Filter())) == []
    (shown,) = waiting([owner])
    assert "sender-unsettled" in shown.reasons
    register_actions.settle_sender(
        shown.response.id, names=["Granmo kommune"], by=staff.caseworker, now=NOW
    )
    work_on()
    assert [row.name for row in list(searching.listed(slug, Filter()))] == ["Granmo kommune"]
    assert waiting([owner]) == []


def test_a_private_person_is_unnamed_and_personal_data_is_left_out(
    hand_in: HandIn, work_on: WorkOn, slug: str, owner: Owner, staff: Staff
) -> None:
    hand_in(PRIVATE)
    work_on()
    (row,) = register.responses(slug, [owner])
    register_actions.settle_sender(
        row.id, names=["Torbjørn Aksnesvik"], kind="person", by=staff.caseworker, now=NOW
    )
    work_on()
    if waiting([owner]):
        actions.approve(row.id, by=staff.lead, now=NOW)
        work_on()
    shown = queries.public_response(slug, row.number)
    assert shown is not None
    assert shown.response.private
    everything = str(Rendition.objects.get(replaced_at=None).content)
    assert "Aksnesvik" not in everything
    assert "[sladdet]" in everything


def test_withholding_takes_down_what_was_public_and_approving_brings_it_back(
    hand_in: HandIn, work_on: WorkOn, slug: str, owner: Owner, staff: Staff
) -> None:
    hand_in("fjordvik-kommune.docx")
    work_on()
    (row,) = register.responses(slug, [owner])
    with pytest.raises(BadInput):
        actions.withhold(row.id, reason=" ", by=staff.lead, now=NOW)
    actions.withhold(row.id, reason="offl. § 13", by=staff.lead, now=NOW)
    work_on()
    assert queries.public_response(slug, row.number) is None
    assert (queries.ledger().withheld, queries.ledger().adds_up) == (1, True)
    actions.approve(row.id, by=staff.lead, now=NOW)
    work_on()
    assert len(searching.listed(slug, Filter())) == 1


def test_a_withheld_response_stays_so_when_its_sender_is_settled(
    hand_in: HandIn, work_on: WorkOn, slug: str, owner: Owner, staff: Staff
) -> None:
    hand_in("fjordvik-kommune.docx")
    work_on()
    (row,) = register.responses(slug, [owner])
    actions.withhold(row.id, reason="offl. § 13", by=staff.lead, now=NOW)
    register_actions.settle_sender(row.id, names=["Granmo kommune"], by=staff.lead, now=NOW)
    work_on()
    assert list(searching.listed(slug, Filter())) == []
    assert queries.ledger().withheld == 1


def test_what_is_not_screened_in_its_present_state_cannot_be_approved(
    hand_in: HandIn, work_on: WorkOn, slug: str, owner: Owner, staff: Staff
) -> None:
    hand_in("svar.txt", NO_SENDER)
    work_on()
    (row,) = register.responses(slug, [owner])
    register_actions.settle_sender(row.id, names=["Granmo kommune"], by=staff.lead, now=NOW)
    with pytest.raises(Conflict):
        actions.approve(row.id, by=staff.lead, now=NOW)


def test_a_superseded_response_stays_readable_and_is_marked(
    hand_in: HandIn, work_on: WorkOn, slug: str
) -> None:
    hand_in("2026-03-02_Skogheim_kommune_administrasjonen.docx", days=1)
    work_on()
    hand_in("2026-03-11_Skogheim_kommune_vedtatt.docx", days=10)
    work_on()
    assert [row.standing for row in list(searching.listed(slug, Filter()))] == [
        "superseded",
        "current",
    ]
    assert len(queries.renditions_of(1)) <= 1
    assert queries.ledger().adds_up


def test_a_withdrawn_response_is_out_of_sight_and_still_counted(
    hand_in: HandIn, work_on: WorkOn, slug: str, owner: Owner, staff: Staff
) -> None:
    hand_in("fjordvik-kommune.docx")
    work_on()
    (row,) = register.responses(slug, [owner])
    actions.withdraw(row.id, reason="De ba om det.", by=staff.lead, now=NOW)
    work_on()
    assert list(searching.listed(slug, Filter())) == []
    assert (queries.ledger().withdrawn, queries.ledger().adds_up) == (1, True)


def test_a_settled_tick_reaches_the_public_copy(
    hand_in: HandIn, work_on: WorkOn, slug: str, owner: Owner, staff: Staff
) -> None:
    hand_in("Høringssvar Eidsund kommune (1).docx", sender="Eidsund kommune")
    work_on()
    flag = next(each for each in reading.open_flags([owner]) if each.question == "1")
    reading_actions.settle_flag(flag.id, value="yes", by=staff.caseworker, now=NOW)
    work_on()
    shown = queries.public_response(slug, 1)
    assert shown is not None
    assert {each.question: each.choice for each in shown.response.answers}["1"] == "yes"
    way = publication_of(slug, 1, [owner])
    assert way is not None
    assert way.state == "published"


def test_settling_as_is_makes_no_new_copy(
    hand_in: HandIn, work_on: WorkOn, owner: Owner, staff: Staff
) -> None:
    hand_in("Høringssvar Eidsund kommune (1).docx", sender="Eidsund kommune")
    work_on()
    flag = next(each for each in reading.open_flags([owner]) if each.question == "1")
    reading_actions.settle_flag(flag.id, value=reading.AS_IS, by=staff.caseworker, now=NOW)
    work_on()
    assert Rendition.objects.count() == 1
