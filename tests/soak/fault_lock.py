"""Somebody else holds the database for longer than anybody waits."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import psycopg

from tests.soak.senders import Browser, something
from tests.soak.told import Told, refused, taken_later
from tests.soak.trial_home import TrialHome, end

KIND = "database locked"


@contextmanager
def _held(home: TrialHome) -> Iterator[None]:
    url = os.environ.get("INNSPILL_DATABASE", "")
    if url.startswith("postgres"):
        with psycopg.connect(url) as connection:
            connection.execute("LOCK TABLE intake_delivery IN ACCESS EXCLUSIVE MODE")
            yield
            connection.rollback()
        return
    with closing(sqlite3.connect(home.folder / "innspill.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def tried(home: TrialHome, told: Told) -> None:
    """Sends while it is locked, by the form and by the pipe, and again when it is not."""
    web = home.serves()
    try:
        home.answers()
        browser = Browser(home.port)
        browser.opens_the_form()
        waiting = [something(number) for number in range(3)]
        mail = b"From: a@b.example\r\nAuto-Submitted: auto-generated\r\nMessage-ID: <locked@b.example>\r\n\r\nHei\r\n"
        seconds = []
        with _held(home):
            for sent in waiting:
                began = time.monotonic()
                refused(told, KIND, browser.posts(sent), sent)
                seconds.append(time.monotonic() - began)
            piped = home.does("receive-mail", given=mail)
            told.fault(f"{KIND}: mails not left to the mail server", f"{piped.returncode}",
                       when=piped.returncode != 75)  # fmt: skip
        taken_later(told, KIND, browser, waiting)
        piped = home.does("receive-mail", given=mail)
        told.fault(f"{KIND}: mails not taken afterwards", f"{piped.stderr!r}",
                   when=piped.returncode != 0)  # fmt: skip
    finally:
        end(web)
    told.figures.append((f"{KIND}: refused with 503 after at most", f"{max(seconds):.1f} s"))
