"""Answering an open hearing, from its page to the receipt, without JavaScript."""

from __future__ import annotations

import hashlib

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from .in_order import HEIGHT, WIDE, faults_made_narrow, faults_seen

pytestmark = pytest.mark.browser

ANSWER = "Vi støtter rådene, og foreslår at ungdom blir med på befaring.".encode()


def test_a_response_goes_from_page_to_receipt_without_javascript(
    plain: BrowserContext, address: str
) -> None:
    page = plain.new_page()
    page.goto(address + "/")
    page.get_by_role("link", name="Lek for alle").click()
    page.get_by_role("link", name="Svar på høringen").first.click()
    page.get_by_role("link", name="Last opp filer").click()
    page.get_by_role("button", name="Send inn svaret").click()
    errors = page.locator("#feil a")
    assert errors.all_inner_texts() == [
        "Filer: velg minst én fil å sende inn.",
        "Hvem svaret er fra: skriv navnet på organisasjonen eller deg selv.",
    ]
    page.get_by_label("Filer").set_input_files(
        {"name": "svar.txt", "mimeType": "text/plain", "buffer": ANSWER}
    )
    page.get_by_label("Hvem svaret er fra").fill("Ungdommens bevegelsesråd")
    page.get_by_role("button", name="Send inn svaret").click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Kvittering ")
    assert page.get_by_text(hashlib.sha256(ANSWER).hexdigest()).count() == 1
    with page.expect_download() as download:
        page.get_by_role("link", name="Last ned kvitteringen (JSON)").click()
    assert download.value.suggested_filename.startswith("kvittering-")


def test_the_language_is_switched_without_javascript(plain: BrowserContext, address: str) -> None:
    page = plain.new_page()
    page.goto(f"{address}/horinger/26-2051/")
    page.get_by_role("link", name="Nynorsk").click()
    assert page.locator("html").get_attribute("lang") == "nn"
    assert page.get_by_role("heading", level=1).inner_text().startswith("Leik for alle")
    page.get_by_role("link", name="Alle høyringar").first.click()
    assert page.locator("html").get_attribute("lang") == "nn"


def test_the_page_with_errors_and_the_receipt_are_in_order(browser: Browser, address: str) -> None:
    with browser.new_context(locale="nb-NO") as context:
        page = context.new_page()
        page.goto(f"{address}/horinger/26-2051/svar-inn/filer/")
        page.get_by_role("button", name="Send inn svaret").click()
        page.locator("#feil").wait_for()
        _in_order(page)
        assert page.evaluate("document.activeElement.id") == "feil"
        long_name = "En forening med et navn som er så langt at det må brytes " * 5
        page.get_by_label("Hvem svaret er fra").fill(long_name[:290])
        page.get_by_label("Filer").set_input_files(
            {"name": f"{'langt_filnavn_' * 8}.txt", "mimeType": "text/plain", "buffer": ANSWER}
        )
        page.get_by_role("button", name="Send inn svaret").click()
        page.get_by_text("Svaret er mottatt og lagret.").wait_for()
        _in_order(page)


def _in_order(page: Page) -> None:
    page.set_viewport_size({"width": WIDE, "height": HEIGHT})
    assert not faults_seen(page) + faults_made_narrow(page)
