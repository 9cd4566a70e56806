"""Where a Chromium is: on the path, else Playwright's own."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Playwright

# The first has no window to draw and takes half as much of the machine.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser")
NONE_HERE = f"no Chromium was found. Debian: apt-get install {NAMES[0]}; elsewhere: playwright install chromium"


def chromium_of(playwright: Playwright) -> str | None:
    """The path of a Chromium, or None."""
    named = next(filter(None, map(shutil.which, NAMES)), None)
    own = playwright.chromium.executable_path
    return named or (own if Path(own).exists() else None)
