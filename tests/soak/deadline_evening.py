"""The last evening of a hearing: many hand in and more look, then ten times as many.

`python -m tests.soak.deadline_evening --seconds 600` against real processes (`innspill serve` and
`innspill work`) in a home of its own, on SQLite; on PostgreSQL behind `python -m tests.postgres`.
Lost is what was acknowledged and is not there afterwards, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.soak.homes import SAMPLES, SLUG, command, django_on, innspill, load_hearing
from tests.soak.open_loop import Answer, Kind, Tally, asked, load

CLOSED = "25-1734"
_BOUNDARY = "----storm"
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass
class Sender:
    """Hands in files as a browser does, and remembers what was acknowledged."""

    port: int
    seed: int = 1
    acknowledged: dict[int, str] = field(default_factory=dict)
    """Number → SHA-256 of the file."""
    cookies: list[str] = field(default_factory=list)
    sent: int = 0

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        page = asked(self.port, self.get(f"/horinger/{SLUG}/svar-inn/filer/"))
        found = _TOKEN.search(page.body)
        assert found is not None, page.status
        self.token = found[1].decode()
        self.cookie = page.headers["set-cookie"].split(";")[0]
        listed = asked(self.port, self.get(f"/horinger/{CLOSED}/")).body.decode()
        self.responses = re.findall(rf"/horinger/{CLOSED}/svar/\d+/", listed)
        self.letters = [path.read_bytes() for path in
                        sorted((SAMPLES / "trygt-vann" / "responses").glob("*.docx"))[:6]]  # fmt: skip

    def get(self, path: str, cookie: str = "") -> bytes:
        """A GET from one of many addresses."""
        chance = random.Random()
        address = f"10.{chance.randrange(256)}.{chance.randrange(256)}.{chance.randrange(256)}"
        return (
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
            f"X-Forwarded-For: {address}\r\nCookie: {cookie}\r\n\r\n"
        ).encode()

    def page(self) -> bytes:
        """What people look at while they hand in."""
        paths = [f"/horinger/{SLUG}/"] * 4 + ["/", f"/horinger/{SLUG}/svar-inn/filer/"]
        if self.cookies:
            kept = self.chance.choice(self.cookies[-200:])
            number = kept.rpartition("#")[2]
            mine = f"/horinger/{SLUG}/kvittering/{number}/"
            return self.get(mine, kept.rpartition("#")[0])
        return self.get(self.chance.choice(paths))

    def public_page(self) -> bytes:
        """A page that anybody sees: the hearing, the front, the form, a response."""
        paths = [f"/horinger/{SLUG}/"] * 3 + ["/", f"/horinger/{SLUG}/svar-inn/filer/"]
        responses = [self.chance.choice(self.responses)] if self.responses else []
        return self.get(self.chance.choice(paths + responses))

    def post(self) -> bytes:
        """A form with one file of some 38 kB, like no other."""
        self.sent += 1
        letter = self.chance.choice(self.letters)
        mark = secrets.token_bytes(12)
        file = letter[:-2] + len(mark).to_bytes(2, "little") + mark
        fields = {
            "csrfmiddlewaretoken": self.token,
            "key": "-".join(secrets.token_hex(n) for n in (4, 2, 2, 2, 6)),
            "sender": f"Avsender {self.sent}", "email": "",
        }  # fmt: skip
        parts = [
            f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in fields.items()
        ]
        head = (
            f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="documents";'
            f' filename="svar-{self.sent}.docx"\r\n\r\n'
        )
        body = "".join(parts).encode() + head.encode() + file + f"\r\n--{_BOUNDARY}--\r\n".encode()
        start = self.get(f"/horinger/{SLUG}/svar-inn/filer/", self.cookie)[3:-2]
        return (
            b"POST" + start + f"Content-Type: multipart/form-data; boundary={_BOUNDARY}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n".encode() + body
        )  # fmt: skip

    def heard(self, sent: bytes, answer: Answer) -> None:
        """Notes what was acknowledged: the redirect to the receipt."""
        number = re.search(r"/kvittering/(\d+)/$", answer.headers.get("location", ""))
        if answer.status == 302 and number is not None:
            start = sent.index(b'filename="')
            file = sent[
                sent.index(b"\r\n\r\n", start) + 4 : sent.rindex(b"\r\n--" + _BOUNDARY.encode())
            ]
            self.acknowledged[int(number[1])] = hashlib.sha256(file).hexdigest()
            cookie = answer.headers.get("set-cookie", "").split(";")[0]
            self.cookies.append(f"{cookie}#{number[1]}")

    def kinds(self, posts: float, gets: float) -> list[Kind]:
        """Handing in, looking, and looking at one's own receipt, so many a second."""
        return [
            Kind("hand in", posts, self.post, self.heard),
            Kind("look", gets * 0.8, self.public_page),
            Kind("receipt", gets * 0.2, self.page),
        ]


@contextmanager
def served(home: Path, published: int) -> Iterator[int]:
    """`innspill serve` and `innspill work` in a home with the open sample hearing, and with so many
    files of the closed one worked through to be looked at; gives the port.
    """
    environment = {
        **os.environ, "INNSPILL_HOME": str(home), "INNSPILL_PROXIES": "127.0.0.1",
        "PYTHONUNBUFFERED": "1",
    }  # fmt: skip
    load_hearing(home)
    if published:
        closed = SAMPLES / "trygt-vann"
        innspill(home, "load", str(closed / "consultation.yaml"))
        with tempfile.TemporaryDirectory() as folder:
            letters = sorted((closed / "responses").glob("*.docx"))[:published]
            for letter in letters:
                shutil.copy(letter, folder)
            innspill(home, "work", "--once", "--take-in", folder, "--hearing", CLOSED)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    server = subprocess.Popen(command("serve", "--with-work", "--port", str(port)), env=environment)
    try:
        _wait_for(port, server)
        yield port
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(60)


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        try:
            if asked(
                port, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
            ).status:
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the server did not start")


@dataclass(frozen=True)
class Kept:
    """What is there afterwards."""

    deliveries: int
    lost: list[int]
    gaps: int


def look(home: Path, acknowledged: dict[int, str]) -> Kept:
    """Asks the database and the byte store for everything that was acknowledged."""
    django_on(home)
    from innspill.adapters.byte_store import FolderByteStore
    from innspill.stages.intake.models import Delivery, Item

    store = FolderByteStore(home / "bytes")
    kept = dict(Item.objects.values_list("delivery__number", "sha256"))
    lost = []
    for number, sha256 in acknowledged.items():
        try:
            whole = kept.get(number) == sha256 and bool(store.get(kept[number]))
        except (KeyError, ValueError):
            whole = False
        if not whole:
            lost.append(number)
    numbers = sorted(Delivery.objects.values_list("number", flat=True))
    return Kept(len(numbers), lost, sum(at != n for at, n in enumerate(numbers, start=1)))


def run(arguments: argparse.Namespace, home: Path) -> bool:
    """The three parts of the evening; whether all that is promised was kept."""
    with served(home, arguments.published) as port:
        sender = Sender(port)
        load(port, sender.kinds(arguments.posts, arguments.gets), 3)
        print(f"{arguments.posts:g} POST/s + {arguments.gets:g} GET/s, {arguments.seconds:g} s:")
        evening = load(port, sender.kinds(arguments.posts, arguments.gets), arguments.seconds)
        _say(evening)
        print(*(f"   {line}" for line in evening.worst()), sep="\n")
        print(f"{arguments.factor:g} times that, {arguments.storm:g} s:")
        storm = load(
            port, sender.kinds(arguments.posts * arguments.factor, arguments.gets * arguments.factor),
            arguments.storm,
        )  # fmt: skip
        _say(storm)
        print("and as before, after the storm:")
        after = load(port, sender.kinds(arguments.posts, arguments.gets), arguments.after)
        _say(after)
    kept = look(home, sender.acknowledged)
    return _verdict(arguments, sender, kept, (evening, storm, after))


def _say(tally: Tally) -> None:
    for line in tally.lines():
        print("  ", line)
    print(f"   the sender was late by {tally.latest_start:.3f} s at the most", flush=True)


def _verdict(
    arguments: argparse.Namespace, sender: Sender, kept: Kept, parts: tuple[Tally, Tally, Tally]
) -> bool:
    evening, storm, after = parts
    kinds = ("hand in", "look", "receipt")
    faults = {
        "5xx or no answer in the evening": sum(
            evening.count(kind, 500, 600) + evening.count(kind, 0, 1) for kind in kinds
        ),
        "503 without Retry-After": storm.without_retry_after,
        "5xx other than 503 in the storm": sum(
            storm.count(kind, 500, 503) + storm.count(kind, 504, 600) for kind in kinds
        ),
        "5xx or no answer after it": sum(
            after.count(kind, 500, 600) + after.count(kind, 0, 1) for kind in kinds
        ),
        "lost": len(kept.lost),
        "gaps in the numbers": kept.gaps,
    }
    slowest = max(evening.share(kind, 0.99) for kind in kinds)
    refused = sum(storm.statuses[kind][503] for kind in kinds)
    unanswered = sum(storm.count(kind, 0, 1) for kind in kinds)
    well = not any(faults.values()) and slowest < arguments.p99
    told = ", ".join(f"{count} {what}" for what, count in faults.items())
    print(
        f"{'OK' if well else 'FAULT'}: {len(sender.acknowledged)} acknowledged of {sender.sent} sent,"
        f" {kept.deliveries} deliveries; {told}; p99 {slowest:.3f} s;"
        f" in the storm {refused} answered 503, {unanswered} not answered"
    )
    return well


def main() -> int:
    """Arguments, the trial, one line of verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--storm", type=float, default=30, help="seconds of the ten times")
    parser.add_argument("--after", type=float, default=10, help="seconds as before, after it")
    parser.add_argument("--posts", type=float, default=35)
    parser.add_argument("--gets", type=float, default=70)
    parser.add_argument("--factor", type=float, default=10)
    parser.add_argument("--published", type=int, default=12, help="files worked through before")
    parser.add_argument("--p99", type=float, default=1.0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="innspill-evening-") as folder:
        return 0 if run(arguments, Path(folder)) else 1


if __name__ == "__main__":
    sys.exit(main())
