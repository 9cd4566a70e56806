"""Pages in an owner's look: as readable as in ours, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.conftest import SAMPLES

from .conftest import Served, serving
from .in_order import faults_of
from .test_pages import DESK, HEARING

pytestmark = pytest.mark.browser
PAGES = [f"{HEARING}/", f"{HEARING}/resultat/", f"{DESK}/", f"{DESK}/publisering/"]
SHOWN = "getComputedStyle(document.querySelector('.site-header')).borderBottomColor"


@pytest.fixture(scope="module")
def dressed(served: Served) -> Iterator[str]:
    """Where the server in the owner's look answers."""
    with serving("serving", served.home, INNSPILL_THEME=str(SAMPLES / "theme")) as ready:
        yield ready["address"]


@pytest.mark.parametrize(
    ("scheme", "width", "line"), [("light", 1280, "179, 38, 30"), ("dark", 320, "255, 138, 128")]
)
def test_pages_in_an_owners_look_are_in_order(  # noqa: PLR0917
    browser: Browser, dressed: str, cookies: list[Any], scheme: Any, width: int, line: str
) -> None:
    size: Any = {"width": width, "height": 900}
    with browser.new_context(viewport=size, color_scheme=scheme, locale="nb-NO") as context:
        context.add_cookies(cookies)
        for path in PAGES:
            page = context.new_page()
            assert not faults_of(page, dressed + path), path
            assert page.evaluate(SHOWN) == f"rgb({line})", path
            logo = page.locator(".site-logo")
            assert logo.get_attribute("alt") == "Eksempeldirektoratet"
            assert logo.evaluate("each => each.naturalWidth") > 0
            assert ("dark" in logo.evaluate("each => each.currentSrc")) == (scheme == "dark")
            page.close()
