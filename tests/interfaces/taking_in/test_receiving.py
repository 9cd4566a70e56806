"""What a caseworker takes in: a letter, a note, and what was sent to no hearing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from innspill.interfaces.desk.receiving_forms import MoveForm
from innspill.pipeline import wiring, work
from innspill.stages.consultations import queries as consultations
from innspill.stages.consultations.queries import ConsultationRow
from innspill.stages.intake import actions as intake
from innspill.stages.intake.models import Delivery
from innspill.stages.register.models import Response
from tests.interfaces.scene import RESPONSES, TINDVANG, Scene
from tests.stages.conftest import IN_TIME, NOW

pytestmark = pytest.mark.django_db
BY_HAND = "/saksbehandling/mottak/for-hand/"


@pytest.fixture
def caseworker(scene: Scene, client: Client) -> Client:
    client.force_login(scene.staff.caseworker)
    return client


def sent(scene: Scene, **changes: object) -> dict[str, object]:
    return {"hearing": scene.hearing.slug, "channel": "letter", "sender": "Tindvang kommune",
            "day": "2026-03-02", "note": "", "key": str(uuid4()), **changes}  # fmt: skip


def test_a_letter_on_paper_is_taken_in_with_the_day_it_came(
    scene: Scene, caseworker: Client
) -> None:
    scan = SimpleUploadedFile("brev.docx", (RESPONSES / TINDVANG).read_bytes())
    answer = caseworker.post(BY_HAND, sent(scene, documents=scan))
    delivery = Delivery.objects.get(channel="letter")
    assert answer.status_code == 302
    assert delivery.received_at.date().isoformat() == "2026-03-02"
    work.run_until_idle()
    response = Response.objects.get(reading__delivery=delivery)
    assert not response.late
    assert response.senders.get().name == "Tindvang kommune"


def test_what_was_said_is_taken_in_as_a_note(scene: Scene, caseworker: Client) -> None:
    caseworker.post(BY_HAND, sent(scene, channel="note", note="Hun vil ha flere husker.\r\nTakk."))
    item = Delivery.objects.get(channel="note").items.get()
    assert wiring.store().get(item.sha256).decode() == "Hun vil ha flere husker.\nTakk."


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "Skannede filer: velg minst én fil."),
        ({"channel": "note"}, "Notat: skriv det som ble sagt."),
        ({"channel": "note", "note": "x", "sender": ""}, "Hvem det er fra: skriv navnet"),
        ({"channel": "note", "note": "x", "day": "2999-01-01"}, "velg i dag eller en dag"),
        ({"channel": "note", "note": "x", "day": "i går"}, "skriv dag, måned og år"),
        ({"channel": "note", "note": "x", "hearing": "en-annen"}, "gyldig"),
    ],
)
def test_what_is_missing_is_said_and_what_was_written_stays(
    scene: Scene, caseworker: Client, changes: dict[str, object], told: str
) -> None:
    answer = caseworker.post(BY_HAND, sent(scene, **changes))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert told in page
    assert str(changes.get("note", "Tindvang")) in page
    assert not Delivery.objects.exists()


def test_a_stray_mail_goes_on_to_the_hearing_that_it_was_for(
    scene: Scene, caseworker: Client
) -> None:
    receipt = intake.receive(
        consultation_slug=None, channel="email",
        files=[(TINDVANG, (RESPONSES / TINDVANG).read_bytes())], claimed_sender="Tindvang kommune",
        idempotency_key="stray", now=IN_TIME, store=wiring.store(),
    )  # fmt: skip
    place = f"/saksbehandling/mottak/{receipt.number}/"
    assert "Legg til høringen den gjelder" in caseworker.get(place).content.decode()
    caseworker.post(f"{place}horing/", {"hearing": scene.hearing.slug})
    stray = Delivery.objects.get(number=receipt.number)
    onward = stray.set_aside.moved_to
    assert onward.consultation_id == scene.hearing.id
    assert onward.received_at == stray.received_at < NOW - timedelta(days=1)
    assert f"leveranse {onward.number}" in caseworker.get(place).content.decode()
    work.run_until_idle()
    assert Response.objects.filter(reading__delivery=onward).count() == 1
    caseworker.post(f"{place}horing/", {"hearing": scene.hearing.slug})
    assert Delivery.objects.count() == 2


def test_no_hearing_is_chosen_beforehand_where_there_are_several(scene: Scene) -> None:
    (row,) = [each for each in consultations.listed() if each.slug == scene.hearing.slug]
    other = replace(row, slug="en-annen")
    assert [value for value, _ in _offered([row])] == [row.slug]
    assert [value for value, _ in _offered([row, other])] == ["", row.slug, "en-annen"]
    assert not MoveForm({"hearing": ""}, hearings=[row, other]).is_valid()


def _offered(rows: list[ConsultationRow]) -> list[tuple[str, str]]:
    return list(MoveForm(hearings=rows).fields["hearing"].choices)  # type: ignore[attr-defined]
