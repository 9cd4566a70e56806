"""Points decided on by keys alone, and the pages looked at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .conftest import Published
from .test_pages import faults_of

pytestmark = pytest.mark.browser
ROOT = "/saksbehandling/horinger/25-1734/vurdering/"


@pytest.fixture
def page(browser: Browser, published: Published) -> Iterator[Page]:
    """A caseworker of the demo, signed in."""
    with browser.new_context(locale="nb-NO") as context:
        opened = context.new_page()
        opened.goto(f"{published.address}/saksbehandling/logg-inn/")
        opened.fill("#id_username", "saksbehandler")
        opened.fill("#id_password", "innspill-demo-2026")
        opened.click("main button[type=submit]")
        yield opened


def left_in(page: Page, address: str) -> int:
    page.goto(f"{address}{ROOT}merknader/?utfall=gjenstar")
    return page.locator("[data-point]").count()


def press(page: Page, *keys: str) -> int:
    """Presses keys that lead to another page; returns how many."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press(keys[-1])
    return len(keys)


def test_comments_are_decided_by_few_keys(page: Page, published: Published) -> None:
    page.goto(f"{published.address}/?lang=nb")
    left = left_in(page, published.address)
    if not left:
        pytest.fail("the hearing of this test has nothing left to decide on")
    pressed = press(page, "j", "o")
    assert "/vurdering/merknad/" in page.url
    page.keyboard.press("4")
    page.keyboard.press("b")
    page.keyboard.type("Tas med i det videre arbeidet.")
    pressed += 2 + press(page, "Control+Enter")
    done = 1
    while "/vurdering/merknad/" in page.url and done < 5:
        pressed += press(page, "s")
        done += 1
    assert pressed / done <= 4, f"{pressed} keys for {done} comments"
    assert left_in(page, published.address) == left - done
    page.goto(f"{published.address}{ROOT}merknader/?utfall=noted")
    first = page.locator("[data-open]").first.get_attribute("href") or ""
    faults = {
        way: faults_of(page, published.address + way)
        for way in (ROOT, first, f"{ROOT}endringer/", f"{ROOT}begrunnelser/")
    }
    assert not {way: found for way, found in faults.items() if found}
