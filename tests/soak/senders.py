"""People who hand in files through the portal's form, as a browser does, and do not give up."""

from __future__ import annotations

import hashlib
import http.client
import json
import re
import socket
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.soak.trial_home import SLUG

FORM = f"/horinger/{SLUG}/svar-inn/filer/"
BOUNDARY = "----trial-f6b1"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_NUMBER = re.compile(r"/kvittering/(\d+)/$")


@dataclass
class Sent:
    """One thing handed in: its key, its bytes, and the number it was acknowledged with."""

    key: str
    name: str
    data: bytes
    number: int = 0
    receipt: dict[str, Any] = field(default_factory=dict)
    sender: str = ""

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def something(number: int, size: int = 0) -> Sent:
    """A file like no other, with a key of its own."""
    told = f"Svar {number}. Vi støtter forslaget. {uuid.uuid4()}\n"
    return Sent(str(uuid.uuid4()), f"svar-{number}.txt", told.encode() + b"x" * size)


@dataclass(frozen=True)
class Answer:
    """Status 0 where there was none."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""

    @property
    def number(self) -> int:
        """The number that it acknowledges, or 0."""
        found = _NUMBER.search(self.headers.get("location", ""))
        return int(found[1]) if self.status == 302 and found else 0


class Browser:
    """Keeps cookies and the token of the form; one request at a time."""

    def __init__(self, port: int, timeout: float = 60) -> None:
        self.port = port
        self.timeout = timeout
        self.cookies: dict[str, str] = {}
        self.token = ""

    def get(self, path: str) -> Answer:
        return self._asked("GET", path, None, {})

    def opens_the_form(self) -> bool:
        """Gets the form with its token; False where the server does not answer."""
        page = self.get(FORM)
        found = _TOKEN.search(page.body)
        self.token = found[1] if found else ""
        return bool(found)

    def posts(self, sent: Sent) -> Answer:
        """Hands it in, once."""
        if not self.token and not self.opens_the_form():
            return Answer(0)
        fields = {"csrfmiddlewaretoken": self.token, "key": sent.key,
                  "sender": sent.sender or f"Avsender {sent.name}", "email": ""}  # fmt: skip
        parts = [
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in fields.items()
        ]
        parts.append(
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="documents";'
            f' filename="{sent.name}"\r\n\r\n'
        )
        body = "".join(parts).encode() + sent.data + f"\r\n--{BOUNDARY}--\r\n".encode()
        kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        return self._asked("POST", FORM, body, kind)

    def receipt(self, number: int) -> dict[str, Any]:
        """The receipt as it is offered for download; empty where it was not given."""
        told = self.get(f"/horinger/{SLUG}/kvittering/{number}/kvittering.json")
        return dict(json.loads(told.body)) if told.status == 200 else {}

    def _asked(self, verb: str, path: str, body: bytes | None, more: dict[str, str]) -> Answer:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies, "Connection": "close", **more} if cookies else more
        try:
            line.request(verb, path, body, headers)
            answer = line.getresponse()
            for cookie in answer.msg.get_all("Set-Cookie") or []:
                name, _, value = cookie.partition(";")[0].partition("=")
                self.cookies[name] = value
            text = answer.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException, socket.timeout):  # noqa: UP041
            return Answer(0)
        finally:
            line.close()
        return Answer(answer.status, {k.lower(): v for k, v in answer.headers.items()}, text)


def hand_in(
    browser: Browser, sent: Sent, *, until: Callable[[], bool], pause: float = 0.2
) -> list[int]:
    """Hands it in with the same key until it is acknowledged; gives the statuses on the way.

    `until` says that the trial is over, and nobody waits any more.
    """
    statuses = []
    while not until():
        answer = browser.posts(sent)
        statuses.append(answer.status)
        if answer.number:
            sent.number = answer.number
            break
        if answer.status in {0, 403}:
            browser.token = ""
        time.sleep(pause)
    return statuses
