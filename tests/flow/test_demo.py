"""`innspill demo` as it is run: stopped in the middle, run again, served, and looked through."""

from __future__ import annotations

import csv
import http.cookiejar
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples" / "trygt-vann"
START = "from innspill.interfaces.cli.main import main; main()"
REPORTS = "/saksbehandling/horinger/26-2051/rapport/"


def innspill(
    *arguments: str, home: Path, said: IO[str] | int = subprocess.PIPE
) -> subprocess.Popen[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("INNSPILL_")}
    return subprocess.Popen(
        [sys.executable, "-c", START, *arguments],
        env={**kept, "INNSPILL_HOME": str(home)}, cwd=home.parent,
        stdout=said, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def ask(home: Path, sql: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(home / "innspill.sqlite3") as database:
        return database.execute(sql).fetchall()


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


def wait_for(browser: Browser, demo: subprocess.Popen[str]) -> None:
    for _ in range(1200):
        try:
            browser.get("/")
        except urllib.error.URLError:
            assert demo.poll() is None, demo.communicate()[1]
            time.sleep(0.5)
        else:
            return
    raise AssertionError("the demo was not served")


def sign_in(browser: Browser) -> None:
    inside = "/saksbehandling/logg-inn/"
    browser.post(inside, inside, username="leder", password="innspill-demo-2026")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str, Browser]]:
    """A demo killed while it works, then run again to the end: its home, its words, its server."""
    home = tmp_path_factory.mktemp("demo") / "home"
    killed = innspill("demo", "--no-serve", home=home)
    for _ in range(600):
        if list(home.glob("bytes/*/*/*")):
            break
        time.sleep(0.1)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    port = free_port()
    with (home.parent / "said").open("w+") as said:
        second = innspill("demo", "--port", str(port), home=home, said=said)
        browser = Browser(port)
        try:
            wait_for(browser, second)
            yield home, Path(said.name).read_text("utf-8"), browser
        finally:
            second.send_signal(signal.SIGTERM)
            second.communicate(timeout=30)


@pytest.fixture(scope="module")
def demo(served: tuple[Path, str, Browser]) -> tuple[Path, str]:
    """The home of the demo and what it printed."""
    return served[0], served[1]


def test_every_sample_delivery_is_numbered_and_nothing_is_lost(demo: tuple[Path, str]) -> None:
    home, _ = demo
    sent = set()
    for listed in SAMPLES.parent.glob("*/responses/received.csv"):
        with listed.open(encoding="utf-8") as lines:
            sent |= {row["file"] for row in csv.DictReader(lines)}
    people = [yaml.safe_load(path.read_text("utf-8"))
              for path in SAMPLES.parent.glob("*/people.yaml")]  # fmt: skip
    from_the_web = sum(bool(draft.get("hand_in")) for told in people for draft in told["drafts"])
    names = [str(name) for (name,) in ask(home, "SELECT name FROM intake_item")]
    assert {name for name in names if name != "svar.json"} == sent
    assert names.count("svar.json") == from_the_web == 2
    numbers = [number for (number,) in ask(home, "SELECT number FROM intake_delivery ORDER BY 1")]
    assert numbers == list(range(1, len(sent) + from_the_web + 1))


def test_the_two_sums_are_those_of_the_truth_and_are_printed(demo: tuple[Path, str]) -> None:
    home, out = demo
    sums = json.loads((SAMPLES / "truth.json").read_text("utf-8"))["sums"]
    assert (
        f"{sums['deliveries']} deliveries = {sums['registered']} registered"
        f" + {sums['set_aside']} set aside + 0 unprocessed"
    ) in out
    assert f"{sums['responses']} responses = " in out
    standing = ask(
        home,
        "SELECT r.standing, count(*) FROM register_response r JOIN consultations_consultation c"
        " ON c.id = r.consultation_id WHERE c.case_number = '25/1734' GROUP BY 1 ORDER BY 1",
    )
    assert standing == [("current", sums["current"]), ("superseded", sums["superseded"])]


def test_the_register_holds_what_the_truth_says_of_each_response(demo: tuple[Path, str]) -> None:
    home, _ = demo
    rows = ask(
        home,
        "SELECT g.file, s.name, r.late, r.standing FROM register_response r"
        " JOIN reading_reading g ON g.id = r.reading_id"
        " JOIN register_responsesender s ON s.response_id = r.id AND s.replaced_at IS NULL"
        " ORDER BY s.position",
    )
    senders: dict[object, list[object]] = {}
    for file, name, _, _ in rows:
        senders.setdefault(file, []).append(name)
    late = {file for file, _, is_late, _ in rows if is_late}
    gone = {file for file, _, _, standing in rows if standing == "superseded"}
    aside = {
        file
        for (file,) in ask(
            home,
            "SELECT i.name FROM intake_setaside a JOIN intake_item i"
            " ON i.delivery_id = a.delivery_id",
        )
    }
    entries = json.loads((SAMPLES / "truth.json").read_text("utf-8"))["responses"]
    no_response = {e["file"] for e in entries if e.get("unreadable") or e.get("duplicate_of")}
    told = {e["file"]: e["senders"] for e in entries if e["file"] not in no_response}
    assert {file: senders.get(file) for file in told} == told
    assert late == {entry["file"] for entry in entries if entry.get("late")}
    assert gone == {entry["supersedes"] for entry in entries if entry.get("supersedes")}
    assert aside == no_response


def test_the_open_hearing_has_a_response_that_waits_for_a_person(demo: tuple[Path, str]) -> None:
    assert "3 responses = 2 published + 0 withheld + 1 waiting" in demo[1]


def test_no_step_met_a_mishap(demo: tuple[Path, str]) -> None:
    assert ask(demo[0], "SELECT step, thing, what FROM journal_mishap") == []


def test_the_closed_hearing_is_worked_through(demo: tuple[Path, str]) -> None:
    home, _ = demo
    languages = {row[0] for row in ask(home, "SELECT language FROM reports_report")}
    assert languages == {"nb", "nn", "en"}
    assert len(ask(home, "SELECT id FROM publication_publishedresult")) == 1
    assert len(ask(home, "SELECT id FROM handover_package")) == 1
    outcomes = {row[0] for row in ask(home, "SELECT outcome FROM deciding_disposition")}
    assert outcomes == {"followed", "partly-followed", "not-followed", "noted", "outside"}


def test_the_hearing_that_is_said_to_be_finished_is_finished_with_nothing_left(
    demo: tuple[Path, str],
) -> None:
    home, _ = demo
    ((closings, again, ledger),) = ask(
        home,
        "SELECT count(*), max(c.again), max(c.ledger) FROM deciding_closing c"
        " JOIN consultations_consultation h ON h.id = c.consultation_id"
        " WHERE h.case_number = '25/1734' AND h.status = 'finished'",
    )
    assert (closings, again) == (1, 0)
    told = json.loads(str(ledger))["deciding"]
    assert (told["left"], told["undivided"]) == (0, 0)
    assert told["comments"] == told["decided"] > 100
    assert {row[0] for row in ask(home, "SELECT partial FROM reports_report")} == {"[]"}
    assert ask(home, "SELECT count(*) FROM deciding_measure") == [(4,)]


def test_the_finished_hearing_has_themes_that_a_person_named_and_no_doubts_left(
    served: tuple[Path, str, Browser],
) -> None:
    home, _, browser = served
    said = yaml.safe_load((SAMPLES / "casework.yaml").read_text("utf-8"))
    named = {str(label) for (label,) in ask(home, "SELECT label FROM analysis_theme")}
    assert {each["label"] for each in said["themes"]} <= named
    sign_in(browser)
    assert 'class="waits"' not in browser.get("/saksbehandling/horinger/25-1734/")


def test_no_personal_data_of_the_truth_is_in_a_public_copy(demo: tuple[Path, str]) -> None:
    home, _ = demo
    public = " ".join(str(row[0]) for row in ask(home, "SELECT content FROM publication_rendition"))
    result = str(ask(home, "SELECT content FROM publication_publishedresult"))
    entries = json.loads((SAMPLES / "truth.json").read_text("utf-8"))["responses"]
    hidden = [each for entry in entries for each in entry.get("hidden_from_public", ())]
    assert hidden
    assert not [each for each in hidden if each in public or each in result]


def test_a_receipt_of_the_demo_can_be_verified(demo: tuple[Path, str], tmp_path: Path) -> None:
    home, _ = demo
    ((receipt, name),) = ask(
        home,
        "SELECT receipt, name FROM intake_delivery d JOIN intake_item i"
        " ON i.delivery_id = d.id WHERE number = 5",
    )
    (tmp_path / "receipt.json").write_text(str(receipt), "utf-8")
    sent = SAMPLES / "responses" / str(name)
    asked = innspill("verify", str(tmp_path / "receipt.json"), "--file", str(sent), home=home)
    out, err = asked.communicate(timeout=60)
    assert asked.returncode == 0, err
    assert out.count("ok  ") == 4


def test_the_demo_refuses_a_home_that_is_not_its_own(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "innspill.sqlite3").write_bytes(b"somebody's responses")
    done = innspill("demo", "--no-serve", home=home)
    _, err = done.communicate(timeout=60)
    assert done.returncode == 2
    assert len(err.strip().splitlines()) == 1
    assert (home / "innspill.sqlite3").read_bytes() == b"somebody's responses"


def test_a_busy_port_is_one_clear_line_before_anything_is_done(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = str(busy.getsockname()[1])
        done = innspill("demo", "--port", port, home=tmp_path / "home")
        _, err = done.communicate(timeout=60)
    assert done.returncode == 2
    assert port in err
    assert len(err.strip().splitlines()) == 1
    assert not (tmp_path / "home").exists()


def test_a_report_is_made_in_the_server_that_the_demo_started(
    served: tuple[Path, str, Browser],
) -> None:
    # What a lead does first must work: the worker beside the server makes it.
    browser = served[2]
    sign_in(browser)
    browser.post(REPORTS, f"{REPORTS}lag/", kind="letter", language="nb")
    for _ in range(120):
        if re.search(r'href="/saksbehandling/rapport/\d+/', page := browser.get(REPORTS)):
            break
        time.sleep(0.5)
    assert re.search(r'href="/saksbehandling/rapport/\d+/', page)
