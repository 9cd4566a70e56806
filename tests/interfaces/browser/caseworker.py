"""A caseworker at the desk in a browser, who counts clicks and keys.

Words that are written (reasons) are counted apart; a choice in a list is two clicks.
"""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page


@dataclass
class Caseworker:
    """One person on one hearing: `root` is the hearing's address at the desk."""

    page: Page
    root: str
    counted: Counter[str] = field(default_factory=Counter)
    """clicks, keys, and letters of what was written."""

    @property
    def actions(self) -> int:
        """Clicks and keys, without the letters of what was written."""
        return self.counted["clicks"] + self.counted["keys"]

    def sign_in(self, base: str, name: str, password: str) -> None:
        """Signs in; not counted, since it is done once a day."""
        self.page.goto(f"{base}/saksbehandling/logg-inn/")
        self.page.fill("#id_username", name)
        self.page.fill("#id_password", password)
        self.page.click("main button[type=submit]")

    def open(self, address: str) -> None:
        """Opens a page of the hearing that a tab leads to: one click."""
        self.counted["clicks"] += 1
        self.page.goto(self.root + address)

    def follow(self, what: Locator) -> None:
        """Clicks what leads to another page."""
        self.counted["clicks"] += 1
        with self.page.expect_navigation():
            what.click()

    def click(self, what: Locator) -> None:
        """Clicks what stays on the page."""
        self.counted["clicks"] += 1
        what.click()

    def choose(self, what: Locator, value: str) -> None:
        """Chooses in a list: it is opened, and one line is clicked."""
        self.counted["clicks"] += 2
        what.select_option(value)

    def press(self, *keys: str, leads_on: bool = False) -> None:
        """Presses keys; the last one may lead to another page."""
        self.counted["keys"] += len(keys)
        for key in keys[:-1]:
            self.page.keyboard.press(key)
        with self.page.expect_navigation() if leads_on else nullcontext():
            self.page.keyboard.press(keys[-1])

    def write(self, words: str) -> None:
        """Writes where the cursor stands."""
        self.counted["letters"] += len(words)
        self.page.keyboard.insert_text(words)

    def decide(self, outcome: str, reason: str) -> None:
        """On the page of a comment, like group or theme, by keys alone: outcome, B, reason, save."""
        self.page.wait_for_selector("#vurderingstaster")
        self.press(outcome, "b")
        self.write(reason)
        self.press("Control+Enter", leads_on=True)
