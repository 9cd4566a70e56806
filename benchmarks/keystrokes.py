"""What one person does at the desk for 200 answers: from unread to a finished report, in clicks and keys.

A caseworker who works by keys and decides together what can be decided together, in a real browser
against a real server (`keystrokes_hearing.py`, 200 answers):

- reads each answer; one comment in five gets another stance than the machine's, the rest is kept;
- decides on each group of like comments once;
- decides on every comment with a proposal by itself, with a reason of its own;
- decides on each theme once for what is left in it, and notes together what has no theme;
- finishes, and has the report made.

Letters of reasons are counted apart: they are what the answer says. Exit code 1 above 4 for a comment.

Run by hand with the environment of the tests, which has the browser: half an hour or more.

    .venv/bin/python benchmarks/keystrokes.py [ANSWERS]
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Locator, sync_playwright  # noqa: E402 - the folder of the tests comes first
from tests.interfaces.browser.caseworker import Caseworker  # noqa: E402
from tests.interfaces.browser.chromium import chromium_of  # noqa: E402

MOST = 4.0
"""Actions for a comment, on the average: the promise of issue 8."""
FIFTH = 5
LEFT = "td:nth-child(3):not(:has(.quiet))"
"""The cell of a line of the board that says that something is left."""
REASON = "Dette er vurdert. Teksten blir tydeligere på punktet, og ansvaret blir plassert."


def main() -> int:
    """Makes the hearing, works through it, and prints what it took."""
    size = sys.argv[1] if len(sys.argv) > 1 else "200"
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, str(ROOT / "benchmarks/keystrokes_hearing.py"), home, size]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            return _measured(json.loads(server.stdout.readline()))
        finally:
            server.terminate()
            server.wait(timeout=20)


def _measured(ready: dict[str, Any]) -> int:
    base = f"http://127.0.0.1:{ready['port']}"
    with sync_playwright() as playwright:
        path = chromium_of(playwright)
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = started.new_context(locale="nb-NO").new_page()
        one = Caseworker(page, f"{base}/saksbehandling/horinger/{ready['slug']}/")
        one.sign_in(base, "lead", ready["password"])
        spent, comments = work_through(one, base, ready["slug"])
        started.close()
    average = one.actions / comments
    print(
        f"{ready['answers']} answers, {ready['paragraphs']} paragraphs of which {ready['different']}"
        f" are different; {comments} comments"
    )
    for name, (clicks, keys) in spent.items():
        print(f"  {name:42} {clicks:5} clicks {keys:5} keys")
    print(f"  all {one.counted['clicks']:43} clicks {one.counted['keys']:5} keys")
    print(f"  for a comment {average:6.2f}   (promised {MOST:.0f});", end=" ")
    print(f"{one.counted['letters']} letters of reasons beside that")
    return int(average > MOST)


def work_through(one: Caseworker, base: str, slug: str) -> tuple[dict[str, tuple[int, int]], int]:
    """Works from unread to a finished report; gives clicks and keys of each part, and how many comments."""
    spent: dict[str, tuple[int, int]] = {}
    parts = {
        "publish what waits": lambda: publish(one, base, slug),
        "read and confirm each answer": lambda: read(one),
        "decide on like comments together": lambda: like(one),
        "decide on proposals one by one": lambda: proposals(one),
        "decide on themes": lambda: themes(one),
        "note the rest, finish, make the report": lambda: finish(one),
    }
    for name, part in parts.items():
        before, begun = Counter(one.counted), time.monotonic()
        part()
        grown = one.counted - before
        spent[name] = (grown["clicks"], grown["keys"])
        print(f"{name}: {grown} in {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    one.page.goto(f"{one.root}regnskap/")
    found = re.search(r"(\d+) merknader = ", one.page.inner_text("main"))
    assert found
    return spent, int(found.group(1))


def publish(one: Caseworker, base: str, slug: str) -> None:
    """What the machine doubts is looked at, and published."""
    queue = f"{base}/saksbehandling/publisering/?horing={slug}"
    one.page.goto(queue)
    while one.page.locator("#liste ~ form table th a, #liste ~ .table-region th a").count():
        one.follow(one.page.locator("main table th a").first)
        one.follow(one.page.get_by_role("button", name=re.compile("^Godkjenn")).first)
        for _ in range(200):
            one.page.goto(queue)
            if not one.page.locator("main table th a").count():
                break
            time.sleep(0.5)


def read(one: Caseworker) -> None:
    """Each answer: every fifth comment gets another stance, and one key keeps the rest and goes on."""
    page, met = one.page, 0
    one.open("analyse/?svar=igjen")
    one.follow(page.locator("a[href*='/analyse/svar/']").first)
    while "/analyse/svar/" in page.url:
        page.wait_for_selector("#merknadstaster")
        to = 0
        for at, waits in enumerate(
            point.locator("[data-confirm]").count() for point in page.locator("[data-point]").all()
        ):
            met += bool(waits)
            if waits and met % FIFTH == 0:
                one.press(*["j"] * (at + 1 - to))
                to = at + 1
                with page.expect_response(re.compile(r"/si/$")):
                    one.press("2")
        one.press("f", leads_on=True)


def like(one: Caseworker) -> None:
    """Each group of like comments in which something is left: saving one leads to the next."""
    together(one, "vurdering/?etter=like", "/vurdering/like/", one.page.locator("th a"))


def together(one: Caseworker, board: str, way: str, leads: Locator) -> None:
    """Opens the first row of the board in which something is left, and decides as long as it leads on."""
    one.open(board)
    while True:
        left = one.page.locator(".board tbody tr", has=one.page.locator(LEFT)).filter(has=leads)
        if left.count():
            one.follow(left.first.locator(leads).first)
            break
        onward = one.page.get_by_role("link", name="Neste side")
        if not onward.count():
            return
        one.follow(onward.first)
    while way in one.page.url:
        one.decide("2", REASON)


def proposals(one: Caseworker) -> None:
    """Every comment with a proposal that nobody has decided on, each with words of its own."""
    page = one.page
    one.open("vurdering/merknader/?vis=forslag&utfall=gjenstar")
    one.counted["clicks"] += 3  # the two choices and the button
    if not page.locator("[data-point]").count():
        return
    one.press("j", "o", leads_on=True)
    at = 0
    while "/vurdering/merknad/" in page.url:
        at += 1
        one.decide("1234"[at % 4], f"{REASON} ({at})")


def themes(one: Caseworker) -> None:
    """Each theme in which something is left: saving one leads to the next."""
    leads = one.page.get_by_role("link", name=re.compile("^Vurder samlet"))
    together(one, "vurdering/", "/vurdering/tema/", leads)


def finish(one: Caseworker) -> None:
    """The rest noted together, the finish, and the report made."""
    page = one.page
    one.open("regnskap/")
    rest = page.get_by_role("link", name=re.compile("^Ta det som står igjen"))
    if rest.count():
        one.follow(rest)
        one.click(page.get_by_label("Begrunnelse"))
        one.write("Tatt med i det videre arbeidet.")
        one.follow(page.get_by_role("button", name=re.compile(r"^Ta \d+ merknad")))
    one.follow(page.get_by_role("button", name="Avslutt vurderingen"))
    one.open("rapport/")
    one.follow(page.get_by_role("button", name="Lag rapport"))
    for _ in range(600):
        page.goto(f"{one.root}rapport/")
        if page.locator("[aria-labelledby=laget] tbody tr").count():
            return
        time.sleep(0.5)
    raise AssertionError("no report was made")


if __name__ == "__main__":
    sys.exit(main())
