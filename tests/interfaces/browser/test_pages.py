"""Every page, wide and narrow: no accessibility fault, no sideways scroll, nothing refused."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from .conftest import Served

pytestmark = pytest.mark.browser

HEARING = "/horinger/25-1734"
DESK = "/saksbehandling"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
PUBLIC = [
    "/", "/om/", "/personvern/", "/api/", "/saksbehandling/logg-ut/", "/bevis/", "/bevis/?lang=en", "/finnes-ikke/", "/sok/", "/sok/?sok=beredskap+kommunar", "/sok/?sok=plan&horing=25-1734&lang=en", f"{HEARING}/?sok=plan&sorter=name&lang=nn", f"{HEARING}/sporsmal/3/?sok=kommune", f"{HEARING}/", f"{HEARING}/?gruppe=-", f"{HEARING}/svar/1/",
    f"{HEARING}/svar/2/", f"{HEARING}/svar/3/", f"{HEARING}/sporsmal/3/", f"{HEARING}/resultat/",
    f"{HEARING}/svar-inn/", "/horinger/26-2051/", "/horinger/26-2051/svar-inn/", "/horinger/26-2051/svar-inn/filer/", "/horinger/26-12/",
    "/utkast/feil/", "/invitasjon/feil/",
    f"{DESK}/logg-inn/", f"{HEARING}/?lang=nn", f"{HEARING}/sporsmal/3/?lang=en",
]  # fmt: skip
INSIDE = [
    "/", "/mottak/", "/mottak/?tilstand=set-aside", "/mottak/1/", "/mottak/6/", "/mottak/9/",
    "/bevis/", "/avklar/", "/avklar/{flag}/", "/publisering/", "/publisering/25-1734/1/",
    "/publisering/25-1734/1/forhandsvisning/", "/horinger/25-1734/",
    "/horinger/25-1734/vurdering/", "/horinger/25-1734/vurdering/merknader/?sporsmal=4",
    "/horinger/25-1734/gjenstar/", "/horinger/25-1734/fordeling/", "/horinger/25-1734/rapport/",
]  # fmt: skip
WIDE = 1280
WIDTHS = (WIDE, 320)


def faults_of(page: Page, address: str, *, contrast: bool = True) -> list[str]:
    """What is wrong with a page, in words.

    Contrast takes three quarters of the time, and is the same however wide a page is: where a page
    is looked at in two widths, once is enough.
    """
    refused: list[str] = []
    page.on(
        "console", lambda said: refused.append(said.text) if "Content Sec" in said.text else None
    )
    page.goto(address)
    faults = [f"refused: {each}" for each in refused]
    over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if over > 0:
        faults.append(f"{over} pixels too wide")
    options = {
        "runOnly": RULES,
        "resultTypes": ["violations"],
        "rules": {"color-contrast": {"enabled": contrast}},
    }
    found = Axe().run(page, options=options).response["violations"]
    faults += [f"{each['id']} at {each['nodes'][0]['target']}" for each in found]
    if page.locator("h1").count() != 1:
        faults.append("not one h1")
    if page.locator("[style]").count():
        faults.append("an inline style")
    return faults


@pytest.mark.parametrize("width", WIDTHS)
def test_every_public_page_is_in_order(browser: Browser, address: str, width: int) -> None:
    faults = {}
    with browser.new_context(viewport={"width": width, "height": 900}, locale="nb-NO") as context:
        for path in PUBLIC:
            page = context.new_page()
            if found := faults_of(page, address + path, contrast=width == WIDE):
                faults[path] = found
            page.close()
    assert not faults


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_of_the_desk_is_in_order(
    browser: Browser, served: Served, cookies: list[Any], width: int
) -> None:
    faults = {}
    with browser.new_context(viewport={"width": width, "height": 900}, locale="nb-NO") as context:
        context.add_cookies(cookies)
        for path in INSIDE:
            page = context.new_page()
            here = served.address + DESK + path.format(flag=served.two_ticks)
            if found := faults_of(page, here, contrast=width == WIDE):
                faults[path] = found
            page.close()
    assert not faults


def test_the_dark_scheme_is_as_readable(browser: Browser, address: str) -> None:
    with browser.new_context(color_scheme="dark", locale="nb-NO") as context:
        page = context.new_page()
        for path in ("/", f"{HEARING}/", f"{HEARING}/svar/1/", f"{HEARING}/resultat/"):
            assert not faults_of(page, address + path), path


def test_on_a_phone_the_deadline_comes_before_the_text(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 320, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{address}/horinger/26-2051/?lang=nb")
        card = page.locator("#frist").bounding_box()
        text = page.get_by_role("heading", name="Hvorfor vi spør").bounding_box()
        assert card is not None
        assert text is not None
        assert card["y"] < text["y"]


def test_the_first_tab_leads_past_the_menu(browser: Browser, address: str) -> None:
    with browser.new_context(locale="nb-NO") as context:
        page = context.new_page()
        page.goto(address + "/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Hopp til innholdet"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "innhold"
