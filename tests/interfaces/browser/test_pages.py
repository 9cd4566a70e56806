"""Every page, wide and narrow: no accessibility fault, no sideways scroll, nothing refused."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from .conftest import Served
from .in_order import faults_of, faults_wide_and_narrow

pytestmark = pytest.mark.browser

HEARING = "/horinger/25-1734"
DESK = "/saksbehandling"
PUBLIC = [
    "/", "/om/", "/personvern/", "/api/", "/saksbehandling/logg-ut/", "/bevis/", "/bevis/?lang=en", "/finnes-ikke/", "/sok/", "/sok/?sok=beredskap+kommunar", "/sok/?sok=plan&horing=25-1734&lang=en", f"{HEARING}/?sok=plan&sorter=name&lang=nn", f"{HEARING}/sporsmal/3/?sok=kommune", f"{HEARING}/", f"{HEARING}/?gruppe=-", f"{HEARING}/svar/1/",
    f"{HEARING}/svar/2/", f"{HEARING}/svar/3/", f"{HEARING}/sporsmal/3/", f"{HEARING}/resultat/",
    f"{HEARING}/svar-inn/", "/horinger/26-2051/", "/horinger/26-2051/svar-inn/", "/horinger/26-2051/svar-inn/filer/", "/horinger/26-12/",
    "/utkast/feil/", "/invitasjon/feil/",
    f"{DESK}/logg-inn/", f"{HEARING}/?lang=nn", f"{HEARING}/sporsmal/3/?lang=en",
]  # fmt: skip
INSIDE = [
    "/", "/mottak/", "/mottak/?tilstand=set-aside", "/mottak/1/", "/mottak/6/", "/mottak/7/",
    "/bevis/", "/avklar/", "/avklar/{flag}/", "/publisering/", "/publisering/25-1734/1/",
    "/publisering/25-1734/1/forhandsvisning/", "/horinger/25-1734/",
    "/horinger/25-1734/vurdering/", "/horinger/25-1734/vurdering/merknader/?sporsmal=4",
    "/horinger/25-1734/gjenstar/", "/horinger/25-1734/fordeling/", "/horinger/25-1734/rapport/",
]  # fmt: skip


def faults_on(context: BrowserContext, addresses: list[str]) -> dict[str, list[str]]:
    """What is wrong with each page, one after the other in a tab."""
    page = context.new_page()
    faults = {address: faults_wide_and_narrow(page, address) for address in addresses}
    page.close()
    return {address: found for address, found in faults.items() if found}


def test_every_public_page_is_in_order(browser: Browser, address: str) -> None:
    with browser.new_context(locale="nb-NO") as context:
        assert not faults_on(context, [address + path for path in PUBLIC])


def test_every_page_of_the_desk_is_in_order(
    browser: Browser, served: Served, cookies: list[Any]
) -> None:
    desk = served.address + DESK
    with browser.new_context(locale="nb-NO") as context:
        context.add_cookies(cookies)
        inside = [desk + path.format(flag=served.two_ticks) for path in INSIDE]
        assert not faults_on(context, inside)


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
