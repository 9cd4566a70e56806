"""A language model's server that speaks the protocol over a real socket, and says what it is told to.

By itself it is a small honest model: it reads the data that it is sent, and answers by a few words.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answering = Callable[[dict[str, Any]], Any]


@dataclass
class Server:
    """What it is told to do, and what it was asked."""

    address: str = ""
    answers: Answering | None = None
    statuses: list[int] = field(default_factory=list)
    """Said in turn before it answers."""
    retry_after: str = ""
    hangs: float = 0.0
    drips: bool = False
    raw: bytes | None = None
    finish: str = "stop"
    knows_schemas: bool = True
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)


def data_in(asked: dict[str, Any]) -> dict[str, Any]:
    """The data that was sent, as a model would read it: between the two lines, as JSON."""
    lines = asked["messages"][-1]["content"].split("\n")
    assert len(lines) == 3, lines
    assert lines[0].removeprefix("DATA ") == lines[2].removeprefix("END ")
    return dict(json.loads(lines[1]))


def honest(asked: dict[str, Any]) -> dict[str, Any]:
    """Supports where "støtter" stands without "ikke"; proposes what a sentence with "bør" says."""
    data = data_in(asked)
    if "themes" in data:
        return {"themes": [_named(row) for row in data["themes"]]}
    return {"comments": [_judged(row) for row in data["comments"]]}


def _judged(row: dict[str, Any]) -> dict[str, Any]:
    sentences = [part.strip() for part in row["text"].split(". ")]
    stance, quote = "unclear", ""
    for sentence in sentences:
        if "støtter" in sentence:
            stance, quote = ("opposes" if "ikke" in sentence else "supports"), sentence
    proposals = [
        {"quote": each, "actor": each.split(" bør ")[0].strip(), "action": "", "object": "",
         "funding": "", "deadline": "", "wording": ""}
        for each in sentences if " bør " in each
    ]  # fmt: skip
    return {"id": row["id"], "stance": stance, "certainty": "likely", "quote": quote,
            "proposals": proposals}  # fmt: skip


def _named(row: dict[str, Any]) -> dict[str, Any]:
    words = [{w.strip(".,:;«»").lower() for w in text.split()} for text in row["comments"]]
    shared = sorted(w for w in words[0] if len(w) > 4 and any(w in other for other in words[1:]))
    label = (shared or sorted(words[0], key=len))[-1].capitalize()
    return {"id": row["id"], "label": label, "quotes": [row["comments"][0][:200].rsplit(" ", 1)[0]]}


class _Talk(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._send(200, json.dumps({"data": [{"id": "tiny"}]}).encode())

    def do_POST(self) -> None:
        does: Server = self.server.does  # type: ignore[attr-defined]
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        does.asked.append({"path": self.path, **asked})
        does.keys.append(self.headers["Authorization"])
        if does.statuses:
            self._send(does.statuses.pop(0), b"{}", does.retry_after)
        elif not does.knows_schemas and "response_format" in asked:
            self._send(400, b'{"error": "response_format"}')
        elif does.hangs:
            time.sleep(does.hangs)
        elif does.drips:
            self._drip()
        else:
            self._send(200, does.raw if does.raw is not None else _answer(does, asked))

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(200):
            try:
                self.wfile.write(b" ")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.02)

    def _send(self, status: int, body: bytes, retry_after: str = "") -> None:
        self.send_response(status)
        if retry_after:
            self.send_header("Retry-After", retry_after)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


def _answer(does: Server, asked: dict[str, Any]) -> bytes:
    said = (does.answers or honest)(asked)
    content = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
    return json.dumps({
        "model": "tiny-1", "usage": {"prompt_tokens": 100, "completion_tokens": 20},
        "choices": [{"message": {"role": "assistant", "content": content},
                     "finish_reason": does.finish}],
    }).encode()  # fmt: skip


@contextmanager
def running() -> Iterator[Server]:
    """The server on a free port of this machine."""
    does = Server()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Talk)
    server.daemon_threads = True
    server.does = does  # type: ignore[attr-defined]
    does.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield does
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
