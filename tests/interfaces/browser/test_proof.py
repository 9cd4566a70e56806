"""A receipt checked on the portal, from the upload that gave it, without JavaScript."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .in_order import faults_made_narrow, faults_seen

pytestmark = pytest.mark.browser

ANSWER = {"name": "svar.txt", "mimeType": "text/plain", "buffer": b"Vi er enige i alt."}


def handed_in(page: Page, address: str, folder: Path) -> Path:
    """A response handed in on the portal, and where its receipt was saved."""
    page.goto(f"{address}/horinger/26-2051/svar-inn/filer/?lang=nb")
    page.get_by_label("Filer").set_input_files(ANSWER)  # type: ignore[arg-type]
    page.get_by_label("Hvem svaret er fra").fill("Ungdommens bevegelsesråd")
    page.get_by_role("button", name="Send inn svaret").click()
    place = folder / "kvittering.json"
    with page.expect_download() as download:
        page.get_by_role("link", name="Last ned kvitteringen (JSON)").click()
    download.value.save_as(place)
    return place


def test_a_receipt_is_checked_without_javascript(
    plain: BrowserContext, address: str, tmp_path: Path
) -> None:
    page = plain.new_page()
    receipt = handed_in(page, address, tmp_path)
    page.get_by_role("link", name="Kontroller kvitteringen når du vil").click()
    page.get_by_role("button", name="Kontroller").click()
    expect(page.locator("#feil a")).to_have_text("Kvitteringen: velg filen, eller lim inn teksten.")
    page.get_by_label("Filen du fikk fra oss").set_input_files(receipt)
    page.get_by_label("Filer å sammenligne med").set_input_files(ANSWER)  # type: ignore[arg-type]
    page.get_by_role("button", name="Kontroller").click()
    expect(page.locator("#svar")).to_have_text("Svaret ditt står i registeret, uendret")
    assert page.get_by_text("«svar.txt» er den samme filen som «svar.txt».").is_visible()
    page.get_by_label("Eller teksten i den").fill(
        receipt.read_text("utf-8").replace('"size": 18', '"size": 19')
    )
    page.get_by_role("button", name="Kontroller").click()
    expect(page.locator("#svar")).to_have_text("Kvitteringen stemmer ikke")


@pytest.mark.parametrize("is_whole", [True, False])
def test_what_is_said_of_a_receipt_is_in_order(
    browser: Browser, address: str, tmp_path: Path, is_whole: bool
) -> None:
    with browser.new_context(locale="nb-NO") as context:
        page = context.new_page()
        text = handed_in(page, address, tmp_path).read_text("utf-8")
        page.goto(f"{address}/bevis/?lang=nb")
        page.locator("#id_pasted").fill(
            text if is_whole else text.replace('"number": ', '"number": 9')
        )
        page.get_by_role("button", name="Kontroller").click()
        expect(page.locator("#svar")).to_be_visible()
        assert not faults_seen(page)
        assert not faults_made_narrow(page)


def test_the_program_that_is_offered_checks_the_receipt_by_itself(
    plain: BrowserContext, address: str, tmp_path: Path
) -> None:
    page = plain.new_page()
    receipt = handed_in(page, address, tmp_path)
    page.goto(f"{address}/bevis/?lang=nb")
    with page.expect_download() as download:
        page.get_by_role("link", name="Last ned kontroller.py").click()
    program = tmp_path / download.value.suggested_filename
    download.value.save_as(program)
    run = subprocess.run(
        [sys.executable, "-I", program, receipt], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    receipt.write_text(receipt.read_text("utf-8").replace('"number": ', '"number": 9'), "utf-8")
    run = subprocess.run(
        [sys.executable, "-I", program, receipt], capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "does not hold" in run.stderr
