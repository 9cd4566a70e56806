"""The page of the language model: what is asked is seen, with its price, before it is sent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.test.utils import override_settings

from innspill.adapters.language_model import model_server_of
from innspill.pipeline import wiring, work
from innspill.stages.analysis.core.model.batches import Price
from innspill.stages.analysis.models import Asking, Theme, ThemeWording
from innspill.stages.consultations.queries import ConsultationShown
from tests.model_server import Server, running
from tests.stages.conftest import NOW, Staff

from .conftest import SignIn


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as does:
        wiring._language_model.cache_clear()
        price = Price(Decimal(10), Decimal(20), "NOK")
        with override_settings(
            MODEL=model_server_of(does.address), MODEL_NAME="tiny", MODEL_PRICE=price
        ):
            yield does


def place(hearing: ConsultationShown) -> str:
    return f"/saksbehandling/horinger/{hearing.slug}/sprakmodell/"


def test_without_a_model_the_page_says_that_all_works_and_no_page_names_it(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn
) -> None:
    client = signed_in(staff.lead)
    page = client.get(place(arrived)).content.decode()
    assert "Alt virker uten" in page
    assert "Spør modellen" not in page
    assert client.post(f"{place(arrived)}spor/").status_code == 404
    hearing = client.get(f"/saksbehandling/horinger/{arrived.slug}/").content.decode()
    assert "sprakmodell" not in hearing


def test_a_lead_sees_what_is_sent_and_its_price_and_then_what_came_of_it(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn, server: Server
) -> None:
    work.run_until_idle()
    client = signed_in(staff.lead)
    page = client.get(place(arrived)).content.decode()
    assert "NOK" in page
    assert "Ingenting sendes ut av huset" in page
    assert "Spør modellen" not in signed_in(staff.caseworker).get(place(arrived)).content.decode()
    assert signed_in(staff.caseworker).post(f"{place(arrived)}spor/").status_code == 403
    assert server.asked == []
    client.post(f"{place(arrived)}spor/")
    assert "Modellen blir spurt nå" in client.get(place(arrived)).content.decode()
    work.run_until_idle()
    assert server.asked
    page = client.get(place(arrived)).content.decode()
    assert "Ferdig" in page
    assert "tiny · prompts/1" in page


def test_what_is_being_asked_can_be_stopped(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn, server: Server
) -> None:
    work.run_until_idle()
    client = signed_in(staff.lead)
    client.post(f"{place(arrived)}spor/")
    client.post(f"{place(arrived)}stopp/")
    work.run_until_idle()
    assert server.asked == []
    assert "Stoppet" in client.get(place(arrived)).content.decode()


def test_a_suggested_name_is_shown_as_text_and_taken_by_a_person(
    arrived: ConsultationShown, staff: Staff, signed_in: SignIn, server: Server
) -> None:
    theme = Theme.objects.create(
        consultation_id=arrived.id, label="Gebyr", found_by="rules", at=NOW
    )
    asking = Asking.objects.create(
        consultation_id=arrived.id, at=NOW, source="m", ended_at=NOW
    )  # fmt: skip
    wording = ThemeWording.objects.create(
        theme=theme, asking=asking, label="Gebyrer for tilsyn", description="<b>Gebyrer</b>",
        source="m",
    )  # fmt: skip
    client = signed_in(staff.caseworker)
    page = client.get(place(arrived)).content.decode()
    assert "<b>Gebyrer" not in page
    assert "Gebyrer for tilsyn" in page
    client.post(f"{place(arrived)}navn/", {"navn": wording.pk})
    theme.refresh_from_db()
    assert (theme.label, theme.touched) == ("Gebyrer for tilsyn", True)
    assert client.post(f"{place(arrived)}navn/", {"navn": wording.pk}).status_code == 404
