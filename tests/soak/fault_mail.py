"""The mail server is down, then up; the worker is killed while it sends."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from tests import mail_server
from tests.mail_server import Behaviour
from tests.soak.told import Told
from tests.soak.trial_home import TrialHome, end, kill

KIND = "mail server down"
MAILS = 8
KILLS = 2
MAIL = (
    "From: Kari <kari{0}@eksempel.example>\r\nTo: post@eksempel.example\r\nSubject: Svar 26/2051\r\n"
    "Message-ID: <receipt-{0}@eksempel.example>\r\n\r\nVi støtter forslaget.\r\n"
)


def _until(true: Callable[[], bool], seconds: float = 60) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.05)
    return False


def _ids(does: Behaviour) -> Counter[str]:
    return Counter(str(taken["Message-ID"]) for taken in does.taken)


def tried(home: TrialHome, told: Told) -> None:
    """Mails come while the server is down; it comes up; the worker dies twice while it sends."""
    ahead = home.folder / "ahead"
    ahead.write_text("0")
    port = mail_server.free_port()
    settings = {**home.settings, "INNSPILL_NOW": f"@{ahead}", "INNSPILL_MAIL_FROM": "a@etat.example",
                "INNSPILL_SMTP": f"smtp://127.0.0.1:{port}?tls=none&timeout=5"}  # fmt: skip
    here = replace(home, settings=settings)
    with ThreadPoolExecutor(2) as pipes:
        given = [MAIL.format(number).encode() for number in range(MAILS)]
        codes = list(pipes.map(lambda raw: here.does("receive-mail", given=raw).returncode, given))
    told.fault(f"{KIND}: mails not taken", f"{codes}", when=any(codes))
    worker = here.starts("work")
    try:
        tried_in_vain = _until(lambda: "mail-postponed" in _verbs(here), 90)
        told.fault(f"{KIND}: never tried while it was down", when=not tried_in_vain)
        with mail_server.running(port=port) as server:
            server.does.slow = 0.3
            for step in range(1, KILLS + 1):
                # Past the pause after a failure, and past the time that a dead one has it in hand.
                ahead.write_text(str(step * 1200))
                before = len(server.does.taken)
                _until(lambda b=before: len(server.does.taken) > b, 90)  # type: ignore[misc]
                time.sleep(0.1)
                kill(worker.pid)
                worker.wait()
                worker = here.starts("work")
            ahead.write_text(str((KILLS + 1) * 1200))
            done = _until(lambda: _unsent(here) == 0, 120)
            seen = _ids(server.does)
    finally:
        end(worker)
    more = {each: many for each, many in seen.items() if many > 1}
    told.fault(f"{KIND}: receipts that did not go out", f"{MAILS - len(seen)}",
               when=len(seen) != MAILS or not done)  # fmt: skip
    told.fault(f"{KIND}: receipts that went out more often than senders were killed", f"{more}",
               when=sum(more.values()) - len(more) > KILLS)  # fmt: skip
    told.figures.append((f"{KIND}: receipts by Message-ID", f"{len(seen)} of {MAILS}"))
    told.figures.append((f"{KIND}: sent twice with one Message-ID", f"{len(more)} ({KILLS} kills)"))


def _verbs(home: TrialHome) -> set[str]:
    return set(_asked(home, "SELECT DISTINCT verb FROM journal_journalentry"))


def _unsent(home: TrialHome) -> int:
    waiting = "SELECT CAST(count(*) AS text) FROM post_mail WHERE sent_at IS NULL"
    return int(_asked(home, waiting)[0])


def _asked(home: TrialHome, statement: str) -> list[str]:
    from contextlib import closing

    import psycopg

    url = home.environment.get("INNSPILL_DATABASE", "")
    if url.startswith("postgres"):
        with psycopg.connect(url) as connection:
            rows = connection.execute(statement).fetchall()  # type: ignore[call-overload,unused-ignore]
    else:
        import sqlite3

        place = f"file:{home.folder / 'innspill.sqlite3'}?mode=ro"
        with closing(sqlite3.connect(place, uri=True, timeout=20)) as connection:
            rows = connection.execute(statement).fetchall()
    return [str(row[0]) for row in rows]
