"""The page about personal data, and the ways to the operator's own statements, on every page."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from pytest_django.fixtures import Settings

from innspill.config import settings as configured
from innspill.interfaces.ui import kept_pages
from innspill.stages.consultations.queries import ConsultationShown
from innspill.stages.drafting.core.retention import KEPT
from innspill.stages.publication.subscribing.queries import ENDED, UNCONFIRMED

STATEMENT = "https://uustatus.no/nb/erklaringer/publisert/1234"


def pages(hearing: ConsultationShown) -> list[str]:
    base = f"/horinger/{hearing.slug}"
    return ["/", "/sok/", "/om/", "/bevis/", "/api/", "/personvern/", f"{base}/", "/finnes-ikke/"]


def test_every_page_leads_to_the_privacy_page_and_to_where_faults_are_told(
    client: Client, hearing: ConsultationShown, settings: Settings
) -> None:
    for page in pages(hearing):
        foot = client.get(page).content.decode().partition("<footer")[2]
        assert 'href="/personvern/"' in foot
        assert 'href="/personvern/#meld-fra"' in foot
        assert "erklæring" not in foot
    settings.ACCESSIBILITY = STATEMENT
    kept_pages.KEPT.empty()  # settings are changed by starting anew
    for page in pages(hearing):
        assert STATEMENT in client.get(page).content.decode().partition("<footer")[2]


def test_the_operator_s_own_statement_and_address_stand_on_the_page(
    client: Client, hearing: ConsultationShown, settings: Settings
) -> None:
    page = client.get("/personvern/?lang=nb").content.decode()
    assert hearing.owner in page
    assert "mailto:" not in page
    assert "kontakten som står på siden til høringen" in page
    settings.PRIVACY, settings.FEEDBACK = "https://vann.example/personvern", "post@vann.example"
    page = client.get("/personvern/?lang=nb").content.decode()
    assert 'href="https://vann.example/personvern"' in page
    assert 'href="mailto:post@vann.example"' in page


def test_the_days_that_are_promised_are_those_that_are_kept(client: Client, db: None) -> None:
    page = client.get("/personvern/?lang=nb").content.decode()
    assert f"ingen har rørt utkastet på {KEPT.days} dager" in page
    assert f"senest {ENDED.days} dager etter" in page
    assert UNCONFIRMED.days == 7
    assert "Bekrefter du ikke, slettes den etter sju dager" in page
    assert "og hvem de gikk til" in page


@pytest.mark.parametrize("wrong", ["post", "post@vann", "a b@c.no", "x@y.no\nBcc: z@y.no"])
def test_a_feedback_address_that_is_none_is_refused(
    monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    monkeypatch.setenv("INNSPILL_FEEDBACK", wrong)
    with pytest.raises(ImproperlyConfigured):
        configured._mail_address("INNSPILL_FEEDBACK")
