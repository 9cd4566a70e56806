"""Late responses of a hearing that sends them on: each once, whole, with the receipt that was given."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client, override_settings

from innspill.pipeline import wiring, work
from innspill.shared.errors import BadInput
from innspill.stages.consultations import actions as consultations
from innspill.stages.consultations.core.definition import Late
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.handover import actions as handover
from innspill.stages.handover.models import Forwarding
from innspill.stages.register.models import Response
from tests import mail_server
from tests.interfaces.scene import EARLIER, TINDVANG, UNIVERSITY, Scene, hand_in
from tests.stages.conftest import NOW, RESPONSES, Staff, undone

pytestmark = pytest.mark.django_db
TO = "postmottak@hod.example"


@pytest.fixture(scope="module")
def with_late_ones(built: Scene, django_db_blocker: Any) -> Iterator[ConsultationShown]:
    """A hearing that sends late responses on, with one in time and two late ones."""
    with undone(django_db_blocker):
        late = Late(policy="forward", to="Helse- og omsorgsdepartementet")
        changed = {"case_number": "25/1735", "late": late, "status": "closed"}
        made = consultations.load(built.hearing.definition.model_copy(update=changed), now=NOW)
        hand_in(made, TINDVANG, sender="Tindvang kommune")
        hand_in(made, UNIVERSITY, sender="Universitetet i Nordvest", days=25)
        hand_in(made, EARLIER, sender="Skogheim kommune", days=26)
        work.run_until_idle()
        yield made


@pytest.fixture
def hearing(with_late_ones: ConsultationShown, db: None) -> ConsultationShown:
    return with_late_ones


def page(hearing: ConsultationShown) -> str:
    return f"/saksbehandling/horinger/{hearing.slug}/sene-svar/"


def late_ids() -> list[int]:
    return list(Response.objects.filter(late=True).values_list("pk", flat=True))


def test_late_responses_go_on_whole_and_once_with_their_receipt(
    hearing: ConsultationShown, staff: Staff, client: Client
) -> None:
    client.force_login(staff.lead)
    assert page(hearing) in client.get(f"/saksbehandling/horinger/{hearing.slug}/").content.decode()
    sent = {"to": TO, "responses": late_ids()}
    with (
        mail_server.running() as server,
        override_settings(SMTP=server.url, MAIL_FROM="innspill@narmiljo.example"),
    ):
        client.post(page(hearing), sent)
        client.post(page(hearing), sent)
        work.run_until_idle()
        mails = server.does.taken
    assert len(mails) == len(late_ids()) == 2
    by_name = {mail["Subject"]: mail for mail in mails}
    university = next(mail for said, mail in by_name.items() if "Universitetet" in said)
    original, proof = list(university.iter_attachments())
    assert original.get_content() == (RESPONSES / UNIVERSITY).read_bytes()
    receipt = json.loads(proof.get_content())
    assert receipt["files"][0]["name"] == UNIVERSITY
    shown = client.get(page(hearing)).content.decode()
    assert shown.count(TO) == 2
    assert "Ikke ennå" not in shown


def test_only_a_lead_sends_on(hearing: ConsultationShown, staff: Staff, client: Client) -> None:
    client.force_login(staff.caseworker)
    answer = client.post(page(hearing), {"to": TO, "responses": late_ids()})
    assert answer.status_code == 403
    assert not Forwarding.objects.exists()


def test_what_came_in_time_is_never_sent_on(hearing: ConsultationShown, staff: Staff) -> None:
    everybody = list(Response.objects.values_list("pk", flat=True))
    count = handover.forward(
        hearing.slug, everybody, to=TO, by=staff.lead, now=NOW, store=wiring.store()
    )
    assert count == len(late_ids()) < len(everybody)


def test_an_address_that_cannot_be_one_sends_nothing(
    hearing: ConsultationShown, staff: Staff, client: Client
) -> None:
    client.force_login(staff.lead)
    answer = client.post(page(hearing), {"to": "departementet", "responses": late_ids()})
    assert answer.status_code == 422
    assert "skriv en hel adresse" in answer.content.decode()
    with pytest.raises(BadInput):
        handover.forward(hearing.slug, late_ids(), to="x", by=staff.lead, now=NOW,
                         store=wiring.store())  # fmt: skip
    assert not Forwarding.objects.exists()
