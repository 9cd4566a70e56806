"""The list of hearings."""

from __future__ import annotations

import pytest
from django.test import Client

from innspill.stages.consultations import actions
from innspill.stages.consultations.core.files import load
from innspill.stages.consultations.queries import ConsultationShown
from tests.conftest import SAMPLES
from tests.stages.conftest import NOW


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_open_hearings_come_before_closed_ones(
    client: Client, hearing: ConsultationShown, open_hearing: ConsultationShown
) -> None:
    page = text(client, "/")
    assert page.index("Lek for alle") < page.index("Avsluttede høringer")
    assert page.index("Avsluttede høringer") < page.index("Trygt vann i springen")
    assert "Ferdig behandlet" in page


@pytest.mark.django_db
def test_a_draft_is_nowhere_to_be_found(client: Client) -> None:
    definition = load(SAMPLES / "lekeplasser" / "consultation.yaml")
    draft = actions.load(
        definition.model_copy(
            update={"status": "draft", "case_number": "26/9", "title": {"nb": "Hemmelig"}}
        ),
        now=NOW,
    )
    assert "Hemmelig" not in text(client, "/")
    for rest in ("", "svarskjema.docx", "svar-inn/", "svar/1/", "sporsmal/1/", "resultat/"):
        assert client.get(f"/horinger/{draft.slug}/{rest}").status_code == 404
