"""Who is let in: at the door of the server, before a body is read and before the database is asked.

Few work at a time and a short queue waits, reading and handing in apart, so that those who read
never keep those who hand in waiting. Whoever finds the queue full is told so at once (503). A body
is read whole before its turn comes: a slow line holds a place in the queue, never the work.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from threading import Lock
from typing import Any, TypeVar

from innspill.adapters.request_counts import RequestCounts
from innspill.config.addresses import Client, Network, client_of
from innspill.config.bodies import Limits, declared_size, let_go, take_body
from innspill.interfaces.ui.refusal_pages import (
    BUSY,
    BUSY_READING,
    TOO_LARGE,
    TOO_MANY,
    TOO_MANY_ASKED,
    Refusal,
    page,
)

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Result = TypeVar("Result")
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
    " font-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)


@dataclass(frozen=True, slots=True)
class House:
    """How many are let in: `at_work` of each kind at a time, `places` with those who wait.

    `patience` is how long, in seconds, who reads waits for a turn; who hands in waits until it is
    there. `posts` and `sign_ins` are how many of them one address may send in a minute,
    `subscriptions` how many in an hour to paths that end with `subscribe_ending`: each has us write
    to somebody. A proxy in `proxies` is believed about whom it asks for.
    """

    at_work: int
    places: int
    limits: Limits
    proxies: tuple[Network, ...] = ()
    patience: float = 4.0
    posts: int = 600
    sign_ins: int = 30
    sign_in_path: str = ""
    subscriptions: int = 20
    subscribe_ending: str = ""
    static_path: str = ""


class Room:
    """One kind of work: some at it, some waiting in a short queue, and no more than that.

    No address has more than half of the places, so that one that is slow on purpose shuts nobody
    out.
    """

    def __init__(self, name: str, at_work: int, places: int) -> None:
        self._places = places
        self._held: Counter[str] = Counter()
        self._lock = Lock()
        self._threads = ThreadPoolExecutor(at_work, thread_name_prefix=name)

    def enter(self, client: Client | None = None) -> bool:
        """Takes a place; False where none is free. Who got one must leave."""
        key = _key(client)
        with self._lock:
            if self._held.total() >= self._places:
                return False
            if key and self._held[key] >= self._places // 2:
                return False
            self._held[key] += 1
            return True

    def leave(self, client: Client | None = None) -> None:
        """Gives the place back."""
        key = _key(client)
        with self._lock:
            self._held[key] -= 1
            if not self._held[key]:
                del self._held[key]

    def do(self, work: Callable[[], Result]) -> Result:
        """Waits for a turn and does it, raising what it raises."""
        return self._threads.submit(work).result()


def _key(client: Client | None) -> str:
    return client.address if client is not None and client.is_known else ""


class Admission:
    """A WSGI application around another one."""

    def __init__(self, inner: Application, house: House, counts: RequestCounts) -> None:
        self._inner = inner
        self._house = house
        self._counts = counts
        self._reading = Room("read", house.at_work, house.places)
        self._handing_in = Room("hand-in", house.at_work, house.places)
        self._static = Room("static", 1, max(2, house.places // 2))
        page(BUSY, "")  # the pages are made now, while there is time

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """The answer of the inner application, or a page that says why there is none."""
        if environ["REQUEST_METHOD"] not in _READING:
            return self._hand_in(environ, start_response)
        static = self._house.static_path
        is_static = bool(static) and str(environ.get("PATH_INFO", "")).startswith(static)
        return self._read(self._static if is_static else self._reading, environ, start_response)

    def _read(self, room: Room, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if not room.enter():
            return refused(BUSY_READING, environ, start_response)
        until = time.monotonic() + self._house.patience

        def in_turn() -> Iterable[bytes] | None:
            return None if time.monotonic() > until else self._inner(environ, start_response)

        try:
            answer = room.do(in_turn)
        finally:
            room.leave()
        return refused(BUSY_READING, environ, start_response) if answer is None else answer

    def _hand_in(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        client = client_of(environ, self._house.proxies)
        fault = self._fault(environ, client)
        if fault is None and not self._handing_in.enter(client):
            fault = BUSY
        if fault is not None:
            return refused(fault, environ, start_response)
        try:
            body = take_body(environ, self._house.limits)
            if isinstance(body, Refusal):
                return refused(body, environ, start_response)
            with body:
                return self._handing_in.do(lambda: self._inner(environ, start_response))
        finally:
            self._handing_in.leave(client)

    def _fault(self, environ: Environ, client: Client) -> Refusal | None:
        """What can be known of a body before it is read."""
        if declared_size(environ) > self._house.limits.largest:
            return TOO_LARGE
        now = time.time()
        if environ.get("PATH_INFO") == self._house.sign_in_path:
            tries = self._counts.add(f"sign-in {client.address}", now)
            return TOO_MANY if tries > self._house.sign_ins else None
        # Behind a proxy that the settings do not name all have one address: then none is counted.
        if not client.is_known:
            return None
        ending = self._house.subscribe_ending
        if ending and str(environ.get("PATH_INFO", "")).endswith(ending):
            asked = self._counts.add(f"subscribe {client.address}", now, seconds=3600)
            if asked > self._house.subscriptions:
                return TOO_MANY_ASKED
        sent = self._counts.add(f"post {client.address}", now)
        return TOO_MANY if sent > self._house.posts else None


def refused(refusal: Refusal, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """The page that says why, and the end of a line whose body nobody has read."""
    language, html = page(
        refusal, str(environ.get("HTTP_ACCEPT_LANGUAGE", "")), _language_cookie(environ)
    )
    headers = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Language", language),
        ("Content-Length", str(len(html))),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Content-Security-Policy", _POLICY),
    ]
    if refusal.retry_after:
        headers.append(("Retry-After", str(refusal.retry_after)))
    unread = environ["REQUEST_METHOD"] not in _READING
    if unread:
        # Gunicorn keeps the header to itself; an application may only ask its response to do so.
        close = getattr(getattr(start_response, "__self__", None), "force_close", None)
        if close is not None:
            close()
    start_response(refusal.status, headers)
    return _Said(html, environ.get("gunicorn.socket") if unread else None)


class _Said:
    """The body of a refusal; the line is ended when the server has sent it."""

    def __init__(self, html: bytes, line: Any) -> None:
        self._html = html
        self._line = line

    def __iter__(self) -> Iterator[bytes]:
        yield self._html

    def close(self) -> None:
        """Called by the server after the last byte is sent."""
        let_go(self._line)


def _language_cookie(environ: Environ) -> str:
    try:
        found = SimpleCookie(str(environ.get("HTTP_COOKIE", ""))[:4000]).get("django_language")
    except CookieError:
        return ""
    return found.value if found else ""
