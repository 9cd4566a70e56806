"""The door of the server: who is let in, who is told to come back, and what is read before that."""

from __future__ import annotations

import contextlib
import io
import socket
import threading
import time
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse
from gunicorn.http.body import Body as GunicornBody
from gunicorn.http.body import ChunkedReader, LengthReader
from gunicorn.http.unreader import SocketUnreader

from innspill.adapters.request_counts import RequestCounts
from innspill.config.addresses import client_of, networks_of
from innspill.config.admission import Admission, House
from innspill.config.bodies import Limits
from innspill.stages.publication.subscribing.actions import MOST_IN_AN_HOUR

LIMITS = Limits(largest=1_000)


class Body(io.BytesIO):
    """A body that knows whether anybody has read it."""

    was_read = False

    def read(self, size: int | None = -1) -> bytes:
        self.was_read = True
        return super().read(size)


class Inner:
    """An application that waits until it may go on, and says what it was sent."""

    def __init__(self) -> None:
        self.may_go_on = threading.Event()
        self.may_go_on.set()
        self.began = threading.Semaphore(0)
        self.bodies: list[bytes] = []

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        self.began.release()
        self.may_go_on.wait(10)
        self.bodies.append(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)))
        start_response("200 OK", [])
        return [b"done"]


def asked(
    door: Admission, method: str = "POST", body: bytes = b"x", **more: Any
) -> tuple[str, dict[str, str], bytes, Body]:
    source = Body(body)
    environ = {"REQUEST_METHOD": method, "PATH_INFO": "/a/", "wsgi.input": source,
               "REMOTE_ADDR": "127.0.0.1", "CONTENT_LENGTH": str(len(body)), **more}  # fmt: skip
    said: list[Any] = []
    answer = b"".join(door(environ, lambda status, headers: said.extend((status, dict(headers)))))
    return said[0], said[1], answer, source


def door_of(inner: Inner, **house: Any) -> Admission:
    given = {"at_work": 1, "places": 2, "limits": LIMITS, **house}
    return Admission(inner, House(**given), RequestCounts())


def held(door: Admission, inner: Inner, method: str, count: int) -> list[threading.Thread]:
    """So many requests inside, one of them at work."""
    inner.may_go_on.clear()
    threads = [threading.Thread(target=asked, args=(door, method)) for _ in range(count)]
    for thread in threads:
        thread.start()
    assert inner.began.acquire(timeout=5)
    time.sleep(0.1)
    return threads


@pytest.mark.parametrize(
    ("language", "words"),
    [("nb", "Akkurat nå er det svært mange her"), ("nn-NO,nn;q=0.9", ""), ("en-GB,en;q=0.8", ""),
     ("fr", "Akkurat nå er det svært mange her"), ("q=;;,", "Akkurat nå")],
)  # fmt: skip
def test_who_comes_when_it_is_full_is_told_to_come_back_and_no_body_is_read(
    language: str, words: str
) -> None:
    inner = Inner()
    door = door_of(inner)
    threads = held(door, inner, "POST", 2)
    began = time.monotonic()
    status, headers, page, body = asked(door, HTTP_ACCEPT_LANGUAGE=language)
    assert time.monotonic() - began < 1
    assert status.startswith("503")
    assert headers["Retry-After"] == "60"
    assert headers["Content-Language"] == (language[:2] if language[:2] in {"nn", "en"} else "nb")
    assert words in page.decode()
    assert not body.was_read
    # Who only looks has a queue of their own, and is served meanwhile.
    inner.may_go_on.set()
    assert asked(door, "GET", b"")[0] == "200 OK"
    for thread in threads:
        thread.join()
    assert asked(door)[0] == "200 OK"


def test_readers_that_fill_their_queue_keep_nobody_from_handing_in() -> None:
    inner = Inner()
    door = door_of(inner, patience=0.2)
    threads = held(door, inner, "GET", 2)
    status, headers, *_ = asked(door, "GET", b"")
    assert (status[:3], headers["Retry-After"]) == ("503", "5")
    posting = threading.Thread(target=asked, args=(door, "POST", b"mine"))
    posting.start()
    assert inner.began.acquire(timeout=5)
    time.sleep(0.3)
    inner.may_go_on.set()
    for thread in (*threads, posting):
        thread.join()
    assert b"mine" in inner.bodies
    # The reader that waited longer than its patience was turned away, and never worked on.
    assert len(inner.bodies) == 2


def test_a_body_that_is_too_large_is_refused_before_it_is_read_or_while_it_comes() -> None:
    inner = Inner()
    door = door_of(inner)
    status, _, _, body = asked(door, body=b"x" * 1_001)
    assert status.startswith("413")
    assert not body.was_read
    chunked = {"CONTENT_LENGTH": "", "HTTP_TRANSFER_ENCODING": "chunked"}
    assert asked(door, body=b"x" * 1_001, **chunked)[0].startswith("413")
    assert asked(door, body=b"x" * 1_000, **chunked)[0] == "200 OK"
    assert inner.bodies == [b"x" * 1_000]


def test_a_body_that_is_broken_off_is_not_used() -> None:
    inner = Inner()
    assert asked(door_of(inner), body=b"half", CONTENT_LENGTH="8")[0].startswith("400")
    assert not inner.bodies


def test_a_body_that_comes_too_slowly_gives_its_place_back() -> None:
    class Slow(Body):
        def read(self, size: int | None = -1) -> bytes:
            time.sleep(0.05)
            return super().read(1)

    inner = Inner()
    door = door_of(inner, limits=Limits(largest=1_000, grace=0.1, slowest=1_000))
    slow = {"wsgi.input": Slow(b"x" * 100)}
    assert asked(door, body=b"x" * 100, **slow)[0].startswith("408")
    assert not inner.bodies
    assert asked(door)[0] == "200 OK"


@pytest.mark.parametrize("is_chunked", [False, True])
def test_a_line_that_drips_so_that_it_is_never_silent_is_ended(is_chunked: bool) -> None:
    ours, theirs = socket.socketpair()
    unreader = SocketUnreader(ours)
    req = SimpleNamespace(limit_request_field_size=0, max_buffer_headers=0)
    reader = ChunkedReader(req, unreader) if is_chunked else LengthReader(unreader, 60_000)
    more: dict[str, Any] = {"wsgi.input": GunicornBody(reader), "gunicorn.socket": ours}
    more |= {"CONTENT_LENGTH": "60000"}
    if is_chunked:
        more |= {"CONTENT_LENGTH": "", "HTTP_TRANSFER_ENCODING": "chunked"}
        theirs.send(b"ea60\r\n")
    is_over = threading.Event()

    def drip() -> None:
        while not is_over.wait(0.05):
            with contextlib.suppress(OSError):
                theirs.send(b"x")

    dripping = threading.Thread(target=drip)
    dripping.start()
    # Never silent for long, and 60,000 such bytes would take 50 minutes.
    limits = Limits(largest=100_000, silence=5, grace=0.2, slowest=1_000_000)
    door = door_of(Inner(), limits=limits)
    began = time.monotonic()
    try:
        assert asked(door, **more)[0].startswith("408")
    finally:
        is_over.set()
        dripping.join()
        theirs.close()
    assert time.monotonic() - began < 4


def test_one_address_gets_half_of_the_places_and_so_many_posts_a_minute() -> None:
    inner = Inner()
    door = door_of(inner, places=2, posts=5)
    one, other = {"REMOTE_ADDR": "192.0.2.1"}, {"REMOTE_ADDR": "192.0.2.2"}
    inner.may_go_on.clear()
    first = threading.Thread(target=asked, args=(door,), kwargs=one)
    first.start()
    assert inner.began.acquire(timeout=5)
    assert asked(door, **one)[0].startswith("503")
    inner.may_go_on.set()
    first.join()
    told = [asked(door, **one)[0][:3] for _ in range(5)]
    assert told == ["200", "200", "200", "429", "429"]
    assert asked(door, **other)[0] == "200 OK"


def test_signing_in_is_counted_also_where_nobody_knows_the_address() -> None:
    door = door_of(Inner(), sign_in_path="/inn/", sign_ins=3, posts=1)
    told = [asked(door, PATH_INFO="/inn/")[0][:3] for _ in range(5)]
    assert told == ["200", "200", "200", "429", "429"]
    assert asked(door)[0] == "200 OK"
    assert asked(door)[0] == "200 OK"


@pytest.mark.parametrize(
    ("near", "forwarded", "address", "known"),
    [
        ("192.0.2.9", "", "192.0.2.9", True),
        ("192.0.2.9", "198.51.100.1", "192.0.2.9", True),
        ("10.0.0.1", "198.51.100.1", "198.51.100.1", True),
        ("10.0.0.1", "1.2.3.4, 198.51.100.1", "198.51.100.1", True),
        ("10.0.0.1", "198.51.100.1, 10.0.0.2", "198.51.100.1", True),
        ("10.0.0.1", "nonsense", "10.0.0.1", False),
        ("10.0.0.1", "", "10.0.0.1", False),
        ("127.0.0.1", "", "127.0.0.1", False),
        ("::ffff:192.0.2.9", "", "192.0.2.9", True),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64", True),
        ("", "", "", False),
    ],
)
def test_only_a_proxy_that_we_know_is_believed_about_whom_it_asks_for(
    near: str, forwarded: str, address: str, known: bool
) -> None:
    environ = {"REMOTE_ADDR": near, "HTTP_X_FORWARDED_FOR": forwarded}
    client = client_of(environ, networks_of(["10.0.0.0/8"]))
    assert (client.address, client.is_known) == (address, known)


def test_where_no_proxy_is_named_nobody_who_speaks_of_one_is_counted() -> None:
    environ = {"REMOTE_ADDR": "192.0.2.9", "HTTP_X_FORWARDED_FOR": "198.51.100.1"}
    assert not client_of(environ, ()).is_known


def test_counts_begin_anew_each_minute_and_are_one_table_for_all_processes() -> None:
    import os

    counts = RequestCounts()
    assert [counts.add("a", 60.0), counts.add("a", 100.0), counts.add("b", 100.0)] == [1, 2, 1]
    child = os.fork()
    if child == 0:
        counts.add("a", 110.0)
        os._exit(0)
    os.waitpid(child, 0)
    assert counts.add("a", 119.9) == 4
    assert counts.add("a", 120.0) == 1
    hourly = [counts.add("c", at, seconds=3600) for at in (0.0, 120.0, 3599.0, 3600.0)]
    assert hourly == [1, 2, 3, 1]


def test_one_visitor_has_us_write_to_few_strangers_within_an_hour_and_others_go_on() -> None:
    inner = Inner()
    door = door_of(inner, subscriptions=2, subscribe_ending="/abonner/")
    page = {"PATH_INFO": "/horinger/plan/abonner/", "REMOTE_ADDR": "192.0.2.9"}
    said = [asked(door, **page) for _ in range(3)]
    assert [each[0][:3] for each in said] == ["200", "200", "429"]
    assert said[2][1]["Retry-After"] == "3600"
    assert "Vent en time" in said[2][2].decode()
    assert not said[2][3].was_read
    assert asked(door, **{**page, "PATH_INFO": "/horinger/plan/lever/"})[0] == "200 OK"
    assert asked(door, **{**page, "REMOTE_ADDR": "192.0.2.10"})[0] == "200 OK"
    assert asked(door, "GET", b"", **page)[0] == "200 OK"


def test_the_door_knows_the_page_that_has_us_write_to_somebody() -> None:
    from innspill.config import wsgi

    house = wsgi.application._house
    assert house.subscribe_ending == "/abonner/"
    assert reverse("portal:subscribe", args=["plan"]).endswith(house.subscribe_ending)
    assert house.subscriptions < MOST_IN_AN_HOUR
