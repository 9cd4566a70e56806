"""Public pages in every language, width and scheme: no accessibility fault, no sideways scroll.

By itself each page is looked at in a few of its looks, so that each look is seen on some page.
With INNSPILL_EVERY_LOOK=1 all pages are looked at in all of them, which takes some ten minutes.
"""

from __future__ import annotations

import os
from itertools import product

import pytest
from playwright.sync_api import Browser

from .conftest import Published
from .in_order import faults_of

pytestmark = pytest.mark.browser
HEARING = "/horinger/25-1734"
PAGES = [
    "/", "/om/", "/personvern/", "/bevis/", "/api/", "/sok/", "/sok/?sok=beredskapsplan", "/finnes-ikke/",
    f"{HEARING}/", f"{HEARING}/?sok=beredskapsplan&gruppe=-", f"{HEARING}/svar/3/", f"{HEARING}/svar/5/",
    f"{HEARING}/svar/20/", f"{HEARING}/sporsmal/1/", f"{HEARING}/sporsmal/8/?gruppe=-",
    f"{HEARING}/resultat/", f"{HEARING}/abonner/", f"{HEARING}/abonner/sendt/", "/abonnement/feil/",
    "/horinger/26-2051/", "/horinger/26-2051/svar-inn/",
]  # fmt: skip
LOOKS = list(product(("nb", "nn", "en"), (320, 768, 1280, 1920), ("light", "dark")))
WHOLE = os.environ.get("INNSPILL_EVERY_LOOK") == "1"


def looked_at() -> list[tuple[str, tuple[str, int, str]]]:
    """Pages with the looks that they are looked at in."""
    if WHOLE:
        return list(product(PAGES, LOOKS))
    # 7 and 24 have no factor in common: every look comes, in an order of its own.
    return [(page, LOOKS[(7 * at) % len(LOOKS)]) for at, page in enumerate([*PAGES, *PAGES[8:11]])]


def test_public_pages_are_in_order_in_every_look(browser: Browser, published: Published) -> None:
    faults = {}
    for path, (language, width, scheme) in looked_at():
        size = {"width": width, "height": 900}
        with browser.new_context(viewport=size, color_scheme=scheme) as context:  # type: ignore[arg-type]
            page = context.new_page()
            joined = "&" if "?" in path else "?"
            found = faults_of(page, f"{published.address}{path}{joined}lang={language}")
            if found:
                faults[f"{path} {language} {width} {scheme}"] = found
    assert not faults


def test_the_sample_shows_every_look() -> None:
    assert {look for _, look in looked_at()} == set(LOOKS)
    assert {page for page, _ in looked_at()} == set(PAGES)
