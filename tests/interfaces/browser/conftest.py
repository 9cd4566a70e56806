"""A Chromium, and a server with hearings to look at.

Where there is no Chromium the tests say that they skip, and with CI=true they fail.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from innspill.interfaces.cli.starting import one_at_a_time
from tests.conftest import ROOT
from tests.stages.conftest import PASSWORD

from .chromium import NONE_HERE, chromium_of
from .serving import AT_HAND


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for the tests of this folder: its event loop must not outlive them."""
    with sync_playwright() as playwright:
        path = chromium_of(playwright)
        if path is None:
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(NONE_HERE)
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@dataclass(frozen=True)
class Served:
    """Where the server answers, the number of the flag about two ticks, and where all lies."""

    address: str
    two_ticks: int
    home: Path


def server_of(module: str, home: Path) -> list[str]:
    """The command that serves what `module` of this folder fills `home` with."""
    return [sys.executable, "-m", f"tests.interfaces.browser.{module}", str(home)]


@contextmanager
def serving(module: str, home: Path, **settings: str) -> Iterator[dict[str, Any]]:
    """What a server of this folder says when it is ready, with its `address`; ended afterwards."""
    with (home / "log").open("w") as log:
        server = subprocess.Popen(
            server_of(module, home), cwd=ROOT, env=os.environ | settings,
            stdout=subprocess.PIPE, stderr=log, text=True,
        )  # fmt: skip
        try:
            assert server.stdout is not None
            line = server.stdout.readline()
            assert line, (home / "log").read_text()
            ready = json.loads(line)
            yield {**ready, "address": f"http://127.0.0.1:{ready['port']}"}
        finally:
            server.terminate()
            server.wait(timeout=20)


HomeOf = Callable[[str], Path]


@pytest.fixture(scope="session")
def home_of(run_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> HomeOf:
    """A home of one's own, as a module of this folder fills it: filled once a run, then copied."""

    def copied(module: str) -> Path:
        filled = run_folder / f"filled-{module}"
        with one_at_a_time(run_folder / f"{module}.lock"):
            if not (filled / AT_HAND).exists():
                filled.mkdir(exist_ok=True)
                subprocess.run([*server_of(module, filled), "--fill"], cwd=ROOT, check=True)
        return shutil.copytree(filled, tmp_path_factory.mktemp(module) / "home")

    return copied


@pytest.fixture(scope="package")
def served(browser: Browser, home_of: HomeOf) -> Iterator[Served]:
    """The server, after a browser was found to look at it with."""
    home = home_of("serving")
    with serving("serving", home) as ready:
        yield Served(ready["address"], ready["two_ticks"], home)


@dataclass(frozen=True)
class Published:
    """A server with hearings that are published: where, a receipt, and the real hearing's name."""

    address: str
    receipt: dict[str, Any]
    real: str | None


@pytest.fixture(scope="package")
def published(browser: Browser, home_of: HomeOf) -> Iterator[Published]:
    """The demo's hearings and the real one with its response, where its seeds are here."""
    with serving("serving_published", home_of("serving_published")) as ready:
        yield Published(ready["address"], ready["receipt"], ready["real"])


@pytest.fixture(scope="package")
def answered(browser: Browser, home_of: HomeOf) -> Iterator[str]:
    """Where a hearing is served that was answered, and of which nobody has read anything yet."""
    with serving("serving_journey", home_of("serving_journey")) as ready:
        yield ready["address"]


@pytest.fixture
def caseworker_page(browser: Browser, answered: str) -> Iterator[Page]:
    """A page of a caseworker of that hearing, signed in."""
    with browser.new_context(locale="nb-NO") as context:
        opened = context.new_page()
        opened.goto(f"{answered}/saksbehandling/logg-inn/")
        opened.fill("#id_username", "caseworker")
        opened.fill("#id_password", PASSWORD)
        opened.click("main button[type=submit]")
        yield opened


@pytest.fixture(scope="package")
def address(served: Served) -> str:
    """Where the server answers."""
    return served.address


@pytest.fixture(scope="package")
def cookies(browser: Browser, address: str) -> list[Any]:
    """What the browser keeps after a lead has signed in."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/saksbehandling/logg-inn/")
        page.fill("#id_username", "lead")
        page.fill("#id_password", PASSWORD)
        page.click("main button[type=submit]")
        assert page.url == f"{address}/saksbehandling/"
        return list(context.cookies())


@pytest.fixture
def plain(browser: Browser) -> Iterator[BrowserContext]:
    """A browser without JavaScript, reading bokmål."""
    with browser.new_context(java_script_enabled=False, locale="nb-NO") as context:
        yield context
