"""One current response per organisation, the latest received; nothing is ever dropped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from innspill.pipeline import wiring
from innspill.shared.errors import BadInput
from innspill.shared.people.models import Owner
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions as intake_actions
from innspill.stages.intake import queries as intake
from innspill.stages.publication import queries as publication
from innspill.stages.register import actions
from innspill.stages.register.models import ResponseSender
from tests.stages.conftest import NOW, RESPONSES, HandIn, Staff
from tests.stages.register.conftest import Rows

pytestmark = pytest.mark.django_db
FIRST = "2026-03-02_Skogheim_kommune_administrasjonen.docx"
SECOND = "2026-03-11_Skogheim_kommune_vedtatt.docx"
WorkOn = Callable[[], int]


def test_a_later_response_takes_the_place_of_the_earlier_which_is_kept(
    hand_in: HandIn, work_on: WorkOn, rows: Rows
) -> None:
    hand_in(FIRST, days=1)
    work_on()
    hand_in(SECOND, days=10)
    work_on()
    earlier, later = rows()
    assert (earlier.standing, later.standing) == ("superseded", "current")
    assert earlier.superseded_by == later.reference


def test_the_time_of_receipt_decides_and_not_the_order_of_reading(
    hand_in: HandIn, work_on: WorkOn, rows: Rows
) -> None:
    hand_in(SECOND, days=10)
    work_on()
    hand_in(FIRST, days=1)
    work_on()
    vedtatt, administrasjonen = rows()
    assert (vedtatt.standing, administrasjonen.standing) == ("current", "superseded")


def test_the_database_itself_refuses_two_current_responses_of_one_organisation(
    hand_in: HandIn, work_on: WorkOn, rows: Rows
) -> None:
    hand_in(FIRST, days=1)
    hand_in(SECOND, days=10)
    work_on()
    with pytest.raises(IntegrityError), transaction.atomic():
        ResponseSender.objects.filter(response=rows()[0].id).update(lead=True)


def test_the_same_file_again_from_the_same_sender_is_set_aside_and_points_to_the_first(
    hand_in: HandIn, work_on: WorkOn, rows: Rows, owner: Owner
) -> None:
    first = hand_in("svar-vannlab.docx", sender="Statens vannlaboratorium", days=1)
    again = hand_in("svar-vannlab.docx", sender="Statens vannlaboratorium", days=2)
    work_on()
    assert len(rows()) == 1
    shown = intake.delivery(again.number, [owner])
    assert shown is not None
    assert shown.set_aside is not None
    assert (shown.set_aside.reason, shown.set_aside.duplicate_of) == ("duplicate", first.number)


def test_the_same_bytes_from_two_senders_are_two_responses(
    hand_in: HandIn, work_on: WorkOn, rows: Rows
) -> None:
    data = b"Planen er god, og vi er enige i den.\n"
    hand_in("svar.txt", data, sender="Fjordvik kommune")
    hand_in("svar.txt", data, sender="Granmo kommune")
    work_on()
    assert [row.name for row in rows()] == ["Fjordvik kommune", "Granmo kommune"]


def test_what_comes_after_the_deadline_is_marked_late_and_registered(
    hand_in: HandIn, work_on: WorkOn, rows: Rows
) -> None:
    hand_in("svar-vannlab.docx", days=20)
    work_on()
    assert [(row.late, row.standing) for row in rows()] == [(True, "current")]


def test_settling_the_sender_lets_the_right_ones_stand(
    hand_in: HandIn, work_on: WorkOn, rows: Rows, staff: Staff
) -> None:
    hand_in("a.txt", b"Vi er enige i planen.", sender="Fjordvik kommune", days=1)
    hand_in("b.txt", b"Vi er uenige i planen.", sender="Fjordvik kommune", days=2)
    work_on()
    assert [row.standing for row in rows()] == ["superseded", "current"]
    second = rows()[1]
    actions.settle_sender(second.id, names=["Granmo kommune"], by=staff.caseworker, now=NOW)
    assert [row.standing for row in rows()] == ["current", "current"]
    assert rows()[1].senders[0].settled_by == "caseworker"
    assert ResponseSender.objects.filter(response=second.id).count() == 2
    actions.settle_sender(second.id, names=["Fjordvik kommune"], by=staff.caseworker, now=NOW)
    assert [row.standing for row in rows()] == ["superseded", "current"]
    assert publication.ledger().adds_up


def test_several_names_make_it_a_joint_response(
    hand_in: HandIn, work_on: WorkOn, rows: Rows, staff: Staff
) -> None:
    hand_in("a.txt", b"Vi er enige.", sender="Fjordvik kommune")
    work_on()
    names = ["Fjordvik kommune", "Granmo kommune"]
    actions.settle_sender(rows()[0].id, names=names, by=staff.caseworker, now=NOW)
    assert rows()[0].name == "Fjordvik kommune, Granmo kommune"
    assert "joint" in rows()[0].flags


def test_a_sender_without_a_name_settles_nothing(
    hand_in: HandIn, work_on: WorkOn, rows: Rows, staff: Staff
) -> None:
    hand_in("a.txt", b"Vi er enige.", sender="Fjordvik kommune")
    work_on()
    with pytest.raises(BadInput):
        actions.settle_sender(rows()[0].id, names=[" "], by=staff.caseworker, now=NOW)


def test_lists_ask_the_database_the_same_number_of_times_however_long_they_are(
    hand_in: HandIn, work_on: WorkOn, rows: Rows, django_assert_num_queries: Callable[..., object]
) -> None:
    for name in sorted(path.name for path in RESPONSES.glob("*.docx"))[:6]:
        hand_in(name)
    work_on()
    with django_assert_num_queries(2):  # type: ignore[attr-defined]
        assert len(rows()) > 4


def test_a_letter_sent_again_with_what_it_lacked_is_no_copy(
    hearing: ConsultationShown, work_on: WorkOn, rows: Rows
) -> None:
    letter = ("brev.txt", b"Vi viser til vedlegget. Fristen er altfor kort for oss.")
    for days, enclosed in enumerate(([], [("tall.txt", "Målinger fra 2023.".encode())])):
        intake_actions.receive(
            consultation_slug=hearing.slug,
            channel="upload",
            files=[letter, *enclosed],
            claimed_sender="Skogheim kommune",
            idempotency_key=f"sent {days}",
            now=NOW + timedelta(days=days),
            store=wiring.store(),
        )
    work_on()
    assert len(rows()) == 2
