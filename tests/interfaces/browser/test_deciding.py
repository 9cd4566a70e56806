"""Points decided on by keys alone, and the pages looked at."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .in_order import faults_of

pytestmark = pytest.mark.browser
ROOT = "/saksbehandling/horinger/25-1734/vurdering/"


def left_in(page: Page, address: str) -> int:
    """How many are left, by the board; the first of them are listed on the page afterwards."""
    page.goto(f"{address}{ROOT}")
    left = int(page.locator(".sum-line a b").first.inner_text())
    page.goto(f"{address}{ROOT}merknader/?utfall=gjenstar")
    return left


def press(page: Page, *keys: str) -> int:
    """Presses keys that lead to another page; returns how many."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press(keys[-1])
    return len(keys)


def test_comments_are_decided_by_few_keys(caseworker_page: Page, answered: str) -> None:
    page = caseworker_page
    page.goto(f"{answered}/?lang=nb")
    left = left_in(page, answered)
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
    assert left_in(page, answered) == left - done
    page.goto(f"{answered}{ROOT}merknader/?utfall=noted")
    first = page.locator("[data-open]").first.get_attribute("href") or ""
    faults = {
        way: faults_of(page, answered + way)
        for way in (ROOT, first, f"{ROOT}endringer/", f"{ROOT}begrunnelser/")
    }
    assert not {way: found for way, found in faults.items() if found}
