"""Every public page in every language, width and scheme: no accessibility fault, nothing too wide.

    python -m tests.soak.every_look --minutes 20

The suite looks at each page in a few of its looks (tests/interfaces/browser/test_every_look.py);
here they are all looked at, in an order by chance, and each fault is told as it is found.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from itertools import product
from pathlib import Path
from random import Random

import django
from playwright.sync_api import Browser, sync_playwright

Look = tuple[str, int, str]


def look(browser: Browser, address: str, path: str, how: Look) -> list[str]:
    """What is wrong with one page in one look."""
    from tests.interfaces.browser.in_order import faults_of

    language, width, scheme = how
    size = {"width": width, "height": 900}
    with browser.new_context(viewport=size, color_scheme=scheme) as context:  # type: ignore[arg-type]
        joined = "&" if "?" in path else "?"
        return faults_of(context.new_page(), f"{address}{path}{joined}lang={language}")


def main() -> int:
    """Looks at all, or at as many as the time allows; says how many, and fails with any fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    given, _ = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as home:
        # What the browser tests are made of can be imported by a Django that is set up alone.
        os.environ |= {"DJANGO_SETTINGS_MODULE": "innspill.config.settings", "INNSPILL_HOME": home}
        django.setup()
        return _looked(Path(home), given.seed, 60 * given.minutes)


def _looked(home: Path, seed: int, seconds: float) -> int:
    from tests.interfaces.browser.chromium import NONE_HERE, chromium_of
    from tests.interfaces.browser.conftest import serving
    from tests.interfaces.browser.test_every_look import LOOKS, PAGES

    wanted = list(product(PAGES, LOOKS))
    Random(seed).shuffle(wanted)
    seen, wrong = 0, 0
    with sync_playwright() as playwright:
        program = chromium_of(playwright)
        if program is None:
            print(NONE_HERE)
            return 1
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        with serving("serving_published", home) as ready:
            end = time.monotonic() + seconds
            for path, how in wanted:
                if time.monotonic() > end:
                    break
                found = look(browser, ready["address"], path, how)
                seen, wrong = seen + 1, wrong + bool(found)
                if found:
                    print(path, *how, "; ".join(found), flush=True)
        browser.close()
    print(f"{seen} of {len(wanted)} looks, {wrong} with faults")
    return 1 if wrong or not seen else 0


if __name__ == "__main__":
    sys.exit(main())
