"""A sender is chosen with one digit, unless somebody is writing or has switched the keys off."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Page, Route

from .conftest import Served

pytestmark = pytest.mark.browser
CHOICE = """() => {
  const form = document.createElement("form");
  form.method = "post";
  for (const digit of ["1", "2"]) {
    const button = document.createElement("button");
    button.name = "kandidat";
    button.value = `Kommune ${digit}`;
    button.dataset.digit = digit;
    form.append(button);
  }
  document.querySelector("main").append(form);
}"""
WRITTEN = "document.activeElement.id === 'id_annet-written'"


def settle_page(page: Page, served: Served) -> None:
    """Goes to a response whose sender nobody is sure of, and gives it two to choose from.

    The scene has none that looks like somebody known: the buttons are as the template writes them.
    """
    page.goto(f"{served.address}/saksbehandling/avsendere/")
    links = page.locator("main table a, main li a").evaluate_all("all => all.map(a => a.href)")
    for link in links:
        page.goto(link)
        if page.locator("[data-keys]").count():
            page.evaluate(CHOICE)
            return
    raise AssertionError(f"nobody to settle on {links}")


def test_a_digit_presses_its_button_once_and_none_while_somebody_writes(
    browser: Browser, served: Served, cookies: list[Any]
) -> None:
    sent: list[dict[str, list[str]]] = []

    def hold_back(route: Route) -> None:
        """Notes what would be sent: nothing is changed for the tests that follow."""
        if route.request.method != "POST":
            route.continue_()
            return
        sent.append(parse_qs(route.request.post_data or ""))
        route.fulfill(status=204)

    with browser.new_context(locale="nb-NO") as context:
        context.add_cookies(cookies)
        page = context.new_page()
        settle_page(page, served)
        page.route("**/*", hold_back)
        first = page.locator("[data-digit='1']").get_attribute("value")
        page.keyboard.press("0")
        assert page.evaluate(WRITTEN)
        page.keyboard.type("10")
        assert page.input_value("#id_annet-written") == "10"
        page.evaluate("document.activeElement.blur()")
        page.uncheck("#talltaster")
        page.keyboard.press("1")
        page.check("#talltaster")
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("Control+1")
        page.keyboard.press("9")  # nobody bears it
        assert sent == []
        with page.expect_request(lambda request: request.method == "POST"):
            page.keyboard.press("1")
        page.keyboard.press("1")
        page.wait_for_timeout(200)
        assert [each["kandidat"] for each in sent] == [[first]]
