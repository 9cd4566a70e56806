"""Whether a page is in order: no accessibility fault, no sideways scroll, nothing refused."""

from __future__ import annotations

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
WIDE = 1280
NARROW = 320
HEIGHT = 900
INLINE_STYLE = re.compile(r"<[a-z][^>]*\sstyle=", re.IGNORECASE)


def faults_of(page: Page, address: str) -> list[str]:
    """What is wrong with a page as wide as it is opened, in words."""
    refused: list[str] = []
    page.on(
        "console", lambda said: refused.append(said.text) if "Content Sec" in said.text else None
    )
    answer = page.goto(address)
    faults = faults_seen(page)
    if page.locator("h1").count() != 1:
        faults.append("not one h1")
    # As sent: the library's own place for announcements gets its styles by script.
    if answer is not None and INLINE_STYLE.search(answer.text()):
        faults.append("an inline style")
    return faults + [f"refused: {each}" for each in refused]


def faults_wide_and_narrow(page: Page, address: str) -> list[str]:
    """What is wrong with a page that is opened wide and then made narrow.

    It is asked for once, since the same text is sent for every width.
    """
    page.set_viewport_size({"width": WIDE, "height": HEIGHT})
    faults = faults_of(page, address)
    return faults + faults_made_narrow(page)


def faults_made_narrow(page: Page) -> list[str]:
    """What is wrong with what stands on the page now when it is made narrow."""
    page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    # Contrast takes three quarters of the time, and is the same however wide a page is.
    return [f"narrow: {each}" for each in faults_seen(page, contrast=False)]


def faults_seen(page: Page, *, contrast: bool = True) -> list[str]:
    """What is wrong with what stands on the page now."""
    options = {
        "runOnly": RULES,
        "resultTypes": ["violations"],
        "rules": {"color-contrast": {"enabled": contrast}},
    }
    over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    found = Axe().run(page, options=options).response["violations"]
    wide = [f"{over} pixels too wide"] if over > 0 else []
    return wide + [f"{each['id']} at {each['nodes'][0]['target']}" for each in found]
