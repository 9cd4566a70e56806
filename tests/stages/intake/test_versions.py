"""New versions and what was taken back: noted beside what arrived, which never changes."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, transaction

from innspill.pipeline import wiring
from innspill.shared.errors import BadInput
from innspill.shared.journal.models import JournalEntry
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.models import Body
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.intake import actions, queries
from innspill.stages.intake.core.receipt import Receipt
from innspill.stages.intake.models import Delivery, TakenBack
from tests.stages.conftest import NOW

pytestmark = pytest.mark.django_db


def receive(hearing: ConsultationShown, text: str = "hei", **given: Any) -> Receipt:
    whole = {"channel": "web", "idempotency_key": f"draft-1-{text}"} | given
    return actions.receive(
        consultation_slug=hearing.slug,
        files=[("svar.json", text.encode())],
        now=NOW,
        store=wiring.store(),
        **whole,
    )


def body_of(hearing: ConsultationShown, place: int = 0) -> int:
    return Body.objects.filter(group__consultation=hearing.id)[place].pk


@pytest.fixture
def elsewhere(hearing: ConsultationShown) -> ConsultationShown:
    other = hearing.definition.model_copy(update={"case_number": "26/999"})
    return consultations.load(other, now=NOW)


def test_a_new_version_names_what_it_replaces_and_whose_link_it_came_through(
    hearing: ConsultationShown,
) -> None:
    body = body_of(hearing)
    first = receive(hearing, body_id=body)
    second = receive(hearing, "hei igjen", body_id=body, replaces=first.number)
    shown = queries.by_number(second.number)
    assert (shown.body_id, shown.replaces) == (body, first.number)
    third = receive(hearing, "hei atter", body_id=body, replaces=second.number)
    assert queries.first_version(third.number) == first.number


def test_what_belongs_to_somebody_else_is_not_replaced(
    hearing: ConsultationShown, elsewhere: ConsultationShown
) -> None:
    mine = receive(hearing, "mitt", body_id=body_of(hearing))
    theirs = receive(elsewhere, "deres")
    mailed = receive(hearing, "brev", channel="email")
    for number in (mine.number, theirs.number, mailed.number, 99):
        with pytest.raises(BadInput, match="not of the same respondent"):
            receive(hearing, "nytt", replaces=number)
    assert Delivery.objects.count() == 3


def test_a_personal_link_of_another_hearing_hands_in_nothing(
    hearing: ConsultationShown, elsewhere: ConsultationShown
) -> None:
    with pytest.raises(BadInput, match="another hearing"):
        receive(hearing, body_id=body_of(elsewhere))


def test_the_latest_under_a_key_is_found_whatever_it_said(hearing: ConsultationShown) -> None:
    assert queries.latest_of("draft-1-") is None
    receive(hearing, "a", idempotency_key="draft-1-a")
    second = receive(hearing, "b", idempotency_key="draft-1-a")
    receive(hearing, "c", idempotency_key="draft-12-a")
    receive(hearing, "d", idempotency_key="draft-1-a", channel="upload")
    assert queries.latest_of("draft-1-") == second.number


def test_taking_back_adds_rows_and_changes_none(hearing: ConsultationShown) -> None:
    first = receive(hearing)
    second = receive(hearing, "hei igjen", replaces=first.number)
    actions.take_back(second.number, now=NOW)
    actions.take_back(second.number, now=NOW)
    shown = [queries.by_number(receipt.number) for receipt in (first, second)]
    assert [each.taken_back_at for each in shown] == [NOW, NOW]
    assert JournalEntry.objects.get(verb="taken-back").detail == {"deliveries": [2, 1]}
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        TakenBack.objects.all().delete()
    with pytest.raises(BadInput, match="no such delivery"):
        actions.take_back(99, now=NOW)
