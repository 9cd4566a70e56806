"""A receipt is verified against what a portal shows: fetched by http, within limits, said clearly."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from innspill.adapters import shown_checkpoints
from innspill.interfaces.cli.main import run
from innspill.shared.journal import merkle
from tests.core.journal.test_verifying import OURS, THEIRS, later, proof_of, receipt_at

PORTAL: dict[str, Any] = {}
"""What the portal of these tests shows, by path."""


class Portal(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = PORTAL.get(self.path.partition("?")[0])
        moved = isinstance(found, str) and found.startswith(("/", "file:"))
        self.send_response(404 if found is None else 302 if moved else 200)
        if moved:
            self.send_header("Location", found)
        self.end_headers()
        if found is not None and not moved:
            self.wfile.write(found if isinstance(found, bytes) else str(found).encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Portal)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/bevis/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def receipt(tmp_path: Path) -> Path:
    """The receipt of line 5; the portal shows a checkpoint of 9 lines."""
    content = receipt_at(5)
    leaves = later(content, 4)
    note = OURS.signed(9, merkle.root_of(leaves))
    listed = {"schema": "innspill/checkpoint/2", "note": note, "leaves": [x.hex() for x in leaves]}
    PORTAL.clear()
    PORTAL.update({
        "/bevis/": "<h1>Bevis</h1>", "/bevis/sjekkpunkt": note,
        "/bevis/sjekkpunkt.json": json.dumps(listed),
        "/bevis/linje/5/9.json": json.dumps(proof_of(5, leaves)),
    })  # fmt: skip
    (tmp_path / "r.json").write_text(json.dumps(content))
    return tmp_path / "r.json"


@pytest.mark.parametrize("below", ["", "sjekkpunkt", "sjekkpunkt.json", "?lang=nn"])
def test_a_receipt_is_held_to_what_the_portal_shows(
    below: str, address: str, receipt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = OURS.public_key
    assert run(["verify", str(receipt), "--checkpoint", address + below, "--key", key]) == 0
    said = capsys.readouterr().out
    assert "of 9 lines that horing.example has signed holds it" in said
    assert "--file" in said
    assert "--key" not in said


@pytest.mark.parametrize(
    ("path", "shown", "said"),
    [
        ("/bevis/sjekkpunkt", OURS.signed(4, bytes(32)), "made before line 5"),
        ("/bevis/sjekkpunkt", THEIRS.signed(9, bytes(32)), "not signed with the key"),
        ("/bevis/sjekkpunkt", "<h1>Nede</h1>", "no signed note"),
        ("/bevis/sjekkpunkt", None, "the answer is 404"),
        ("/bevis/sjekkpunkt", b"\xff\xfe", "no text"),
        ("/bevis/sjekkpunkt", "file:///etc/passwd", "the answer is 302"),
        ("/bevis/sjekkpunkt", "/bevis/sjekkpunkt", "the answer is 302"),
        ("/bevis/linje/5/9.json", "[]", "another kind of JSON"),
        ("/bevis/linje/5/9.json", "{}", "proof is missing"),
        ("/bevis/linje/5/9.json", "{", "no JSON"),
        ("/bevis/linje/5/9.json", json.dumps({"proof": [], "consistency": []}), "another one"),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_said_in_one_line(  # noqa: PLR0917
    path: str, shown: Any, said: str, address: str, receipt: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    PORTAL[path] = shown
    assert run(["verify", str(receipt), "--checkpoint", address]) == 2
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("", 1)
    assert said in told.err


@pytest.mark.parametrize(
    "where", ["file:///etc/passwd", "ftp://x.example/", "http://", "http://127.0.0.1:9/bevis/"]
)
def test_only_portals_that_answer_by_http_are_asked(
    where: str, receipt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["verify", str(receipt), "--checkpoint", where]) == 2
    assert "ok" not in capsys.readouterr().out


def test_an_answer_without_end_is_cut(
    address: str, receipt: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(shown_checkpoints, "_MOST", 100)
    assert run(["verify", str(receipt), "--checkpoint", address]) == 2
    assert "too long" in capsys.readouterr().err
