"""Words are marked with the mouse, and places are gone through with keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .conftest import Served

pytestmark = pytest.mark.browser
ADDRESS = "/saksbehandling/publisering/25-1734/1/"
LETTER = "/saksbehandling/publisering/25-1734/2/"
SELECT = """() => {
  const text = [...document.querySelectorAll("[data-place^='answer:']")]
    .find((each) => each.textContent.length > 30).firstChild;
  const range = document.createRange();
  range.setStart(text, 3);
  range.setEnd(text, 14);
  const selection = document.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  return [range.toString(), text.parentElement.dataset.place];
}"""


@pytest.fixture
def page(browser: Browser, served: Served, cookies: list[Any]) -> Iterator[Page]:
    """The page of the first response, signed in as a lead."""
    with browser.new_context(locale="nb-NO") as context:
        context.add_cookies(cookies)
        opened = context.new_page()
        opened.goto(served.address + ADDRESS)
        yield opened


def test_what_is_selected_is_what_is_withheld(page: Page) -> None:
    words, place = page.evaluate(SELECT)
    page.click("[data-pick]")
    assert page.evaluate("document.activeElement.name") == "merk-kind"
    assert page.input_value("[name=merk-place]") == place
    assert page.input_value("[name=merk-words]") == words.strip()
    page.fill("[name=merk-reason]", "Bare en prøve.")
    page.click("[data-marking] button[type=submit]")
    marked = page.locator("mark.held.person a")
    assert marked.inner_text() == words.strip()

    # The same place by keys: next, then show it after all.
    page.wait_for_selector("#merketaster")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id") == "sted-1"
    page.keyboard.press("v")
    page.wait_for_selector("textarea[name=reason]:focus")
    page.keyboard.type("nfgv er tekst her")
    assert page.input_value("#hvorfor-1") == "nfgv er tekst her"
    page.click("[data-span] button:has-text('Angre')")
    page.wait_for_selector("text=Det står som før.")
    assert page.locator("mark.held.person a").count() == 0


def test_the_keys_can_be_switched_off(page: Page) -> None:
    page.evaluate(SELECT)
    page.click("[data-pick]")
    page.fill("[name=merk-reason]", "Bare en prøve.")
    page.click("[data-marking] button[type=submit]")
    page.uncheck("#merketaster")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("v")
    assert page.locator("details[open]").count() == 0
    page.reload()
    assert not page.is_checked("#merketaster")
    page.click("[data-span] button:has-text('Angre')")


def test_a_noted_name_is_withheld_by_a_key_and_accepting_leaves_it_shown(
    page: Page, served: Served
) -> None:
    page.goto(served.address + LETTER)
    page.wait_for_selector("#merketaster")
    noted = page.locator("[data-place] mark.noted a")
    name = noted.inner_text()
    nr = noted.get_attribute("data-nr")
    for _ in range(int(nr or 0)):
        page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id") == f"sted-{nr}"
    page.keyboard.press("g")
    assert noted.count() == 1
    page.keyboard.press("h")
    page.wait_for_selector("text=Det står i loggen hvem som gjorde det.")
    assert page.locator("[data-place] mark.held.person a").inner_text() == name
    page.click("[data-span] button:has-text('Angre')")
    page.wait_for_selector("[data-place] mark.noted a")
