"""A caseworker and a lead set up the real hearing from its page and form, and the public sees it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import SAMPLES
from tests.interfaces.browser.test_pages import faults_on
from tests.interfaces.desk.test_setup_papers import paper
from tests.stages.conftest import PASSWORD

pytestmark = pytest.mark.browser
DESK = "/saksbehandling"
PAGES = (
    "", "om/", "kontakt/", "dokumenter/", "sporsmal/", "sporsmal/1/", "sporsmal/nytt/ja-nei/",
    "frist/", "ordliste/", "forhandsvisning/", "forhandsvisning/skjema/", "forhandsvisning/word/",
    "kontroll/",
)  # fmt: skip
NUMBERS = itertools.count(7001)
"""Case numbers, for the drafts share one server."""
OPEN_PAGES = ("forlengelser/", "logg/", "kontroll/")


def signed_in(context: BrowserContext, address: str, username: str) -> Page:
    """A page at the desk."""
    page = context.new_page()
    page.goto(f"{address}{DESK}/logg-inn/")
    page.fill("#id_username", username)
    page.fill("#id_password", PASSWORD)
    page.click("main button[type=submit]")
    return page


@pytest.fixture
def desk(browser: Browser, address: str) -> Iterator[Any]:
    """Opens the desk for somebody, with JavaScript or without."""
    opened: list[BrowserContext] = []

    def at(username: str, *, script: bool = True, width: int = 1280) -> Page:
        context = browser.new_context(
            java_script_enabled=script,
            locale="nb-NO",
            viewport={"width": width, "height": 900},
        )
        opened.append(context)
        return signed_in(context, address, username)

    yield at
    for context in opened:
        context.close()


def begin(page: Page, address: str, way: str, /, **fields: str) -> None:
    """Fills in the page of a new hearing."""
    page.goto(f"{address}{DESK}/")
    page.click("text=Ny høring")
    page.click(f".begin-ways a[href='?way={way}']")
    for name, value in fields.items():
        field = page.locator(f"#id_{name}")
        if field.evaluate("field => field.type") == "file":
            field.set_input_files(value)
        elif field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    page.click("text=Opprett utkast")


def here(page: Page, part: str) -> str:
    """The address of a part of the hearing that the page is in."""
    return f"{page.url.split('/oppsett/')[0]}/oppsett/{part}"


def test_the_real_hearing_is_set_up_from_page_and_form_without_javascript(
    desk: Any, address: str, shared_folder: Path, tmp_path: Path
) -> None:
    form, site = sorted((shared_folder / "seeds").glob("*.txt"))
    page = desk("caseworker", script=False)
    begin(page, address, "import", page=str(site), form_file=str(form))
    assert "12 spørsmål" in page.inner_text("[role=status]")
    page.goto(here(page, "om/"))
    title = page.input_value("#id_title_nb")
    assert title.startswith("Innspill til kommende stortingsmelding om helseberedskap")

    page.goto(here(page, "kontakt/"))
    page.fill("#id_email", "jan.gunnar.broch@etat.example")
    page.fill("#id_submit_email", "post@etat.example")
    page.click("main button.ds-button[name=lagre]")

    plan = tmp_path / "innspill.docx"
    plan.write_bytes(
        paper("Innspill om digital sikkerhet", ("2 Hva gjøres i dag", "Sektoren øver hvert år."))
    )
    page.goto(here(page, "dokumenter/"))
    page.set_input_files("#id_file", str(plan))
    page.click("text=Last opp >> nth=-1")
    assert page.input_value("#id_chapters-0-title_nb") == "Hva gjøres i dag"

    page.goto(here(page, "frist/"))
    page.fill("#id_opens", "2026-04-01")
    page.fill("#id_deadline", "2026-09-09")
    page.fill("#id_late_to", "Helse- og omsorgsdepartementet")
    page.click("main button.ds-button[name=lagre]")
    assert "Lagret" in page.inner_text("[role=status]")
    check = here(page, "kontroll/")
    page.goto(check)
    assert page.locator(".findings .must").count() == 0, page.inner_text(".findings")
    assert "En leder publiserer" in page.inner_text("main")

    lead = desk("lead", script=False)
    lead.goto(check)
    lead.click("text=Publiser høringen")
    assert "Høringen er åpen" in lead.inner_text("[role=status]")
    public = desk("reader")
    public.goto(f"{address}/horinger/22-448/")
    assert public.inner_text("h1") == title
    assert public.locator("#skjema ~ .questions > li").count() == 12


@pytest.fixture
def drafted(desk: Any, address: str) -> Page:
    """A draft made of the sample, with a case number of its own."""
    page: Page = desk("caseworker")
    begin(
        page,
        address,
        "definisjon",
        definition=str(SAMPLES / "lekeplasser" / "consultation.yaml"),
        case_number=f"26/{next(NUMBERS)}",
    )
    return page


def test_every_page_of_the_set_up_is_in_order(drafted: Page) -> None:
    begin_at = drafted.url.split("/horinger/")[0] + "/horinger/ny/"
    begun = [begin_at + way for way in ("", "?way=import", "?way=kopi")]
    assert not faults_on(drafted.context, [here(drafted, part) for part in PAGES] + begun)


def test_every_page_of_an_open_hearing_is_in_order(desk: Any, address: str) -> None:
    page = desk("lead")
    set_up = f"{address}{DESK}/horinger/25-1734/oppsett/"
    assert not faults_on(page.context, [set_up + part for part in OPEN_PAGES])


def _asked(page: Page) -> list[str]:
    return [
        text.split("\n")[-1].strip() for text in page.locator(".question-list h2").all_inner_texts()
    ]


def test_a_question_is_moved_with_keys_alone(drafted: Page) -> None:
    drafted.goto(here(drafted, "sporsmal/"))
    before = _asked(drafted)
    button = drafted.locator("text=Flytt ned >> nth=0")
    button.focus()
    with drafted.expect_navigation():
        drafted.keyboard.press("Enter")
    assert _asked(drafted)[:2] == [before[1], before[0]]


def test_a_question_is_dragged_to_its_place(drafted: Page) -> None:
    drafted.goto(here(drafted, "sporsmal/"))
    before = _asked(drafted)
    with drafted.expect_navigation():
        drafted.drag_and_drop(
            ".question-list > li:nth-child(3)", ".question-list > li:nth-child(1)"
        )
    assert _asked(drafted)[:3] == [before[2], before[0], before[1]]


def test_a_question_is_dragged_down_even_to_the_last_place(drafted: Page) -> None:
    drafted.set_viewport_size({"width": 1280, "height": 3000})
    drafted.goto(here(drafted, "sporsmal/"))
    before = _asked(drafted)
    with drafted.expect_navigation():
        drafted.drag_and_drop(
            f".question-list > li:nth-child({len(before) - 1}) .mark",
            ".question-list > li:last-child",
        )
    assert _asked(drafted)[-2:] == [before[-1], before[-2]]


def test_an_error_leads_to_its_field_and_keeps_what_was_typed(drafted: Page) -> None:
    drafted.goto(here(drafted, "kontakt/"))
    drafted.fill("#id_name", "Kari Nordmann")
    drafted.fill("#id_email", "kari")
    drafted.click("main button.ds-button[name=lagre]")
    drafted.click("#feil a")
    assert drafted.evaluate("document.activeElement.id") == "id_email"
    assert drafted.input_value("#id_name") == "Kari Nordmann"
