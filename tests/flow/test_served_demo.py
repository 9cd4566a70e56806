"""The demo as it is served: what a lead does first must work in the server that it started."""

from __future__ import annotations

import http.cookiejar
import re
import signal
import socket
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from .test_demo import innspill

REPORTS = "/saksbehandling/horinger/26-2051/rapport/"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


class Browser:
    """Somebody who keeps cookies and posts forms with their token."""

    def __init__(self, port: int) -> None:
        jar = http.cookiejar.CookieJar()
        self.root = f"http://127.0.0.1:{port}"
        self.door = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def get(self, path: str) -> str:
        with self.door.open(self.root + path, timeout=60) as answer:
            return str(answer.read().decode())

    def post(self, seen: str, path: str, **fields: str) -> str:
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(seen))
        assert found
        body = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": found.group(1)}).encode()
        request = urllib.request.Request(self.root + path, body)
        request.add_header("Referer", self.root + seen)
        with self.door.open(request, timeout=60) as answer:
            return str(answer.read().decode())


def wait_for(browser: Browser) -> None:
    for _ in range(240):
        try:
            browser.get("/")
        except urllib.error.URLError:
            time.sleep(0.5)
        else:
            return
    raise AssertionError("the demo was not served")


def test_a_report_is_made_in_the_server_that_the_demo_started(tmp_path: Path) -> None:
    port = free_port()
    running = innspill("demo", "--port", str(port), home=tmp_path / "home")
    try:
        browser = Browser(port)
        wait_for(browser)
        inside = "/saksbehandling/logg-inn/"
        browser.post(inside, inside, username="leder", password="innspill-demo-2026")
        browser.post(REPORTS, f"{REPORTS}lag/", kind="letter", language="nb")
        for _ in range(120):  # the worker beside the server makes it
            if re.search(r'href="/saksbehandling/rapport/\d+/', page := browser.get(REPORTS)):
                break
            time.sleep(0.5)
        assert re.search(r'href="/saksbehandling/rapport/\d+/', page)
    finally:
        running.send_signal(signal.SIGTERM)
        running.communicate(timeout=30)
