"""A disk that fills up while people hand in."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.soak.senders import Browser, Sent, something
from tests.soak.told import Told, refused, taken_later
from tests.soak.trial_home import TrialHome, end

MEGABYTES = 24
LARGE = 300_000
ROUNDS = 4
KIND = "disk full"


@contextmanager
def small(folder: Path) -> Iterator[str]:
    """A folder on a small file system of its own, where that can be had; says which."""
    folder.mkdir(parents=True)
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "innspill-trial", str(folder)],
        capture_output=True, check=False,
    ).returncode == 0  # fmt: skip
    try:
        yield f"{MEGABYTES} MB of its own" if made else "the machine's (no right to mount one)"
    finally:
        if made:
            subprocess.run(["umount", "-l", str(folder)], check=False)


def tried(home: TrialHome, told: Told) -> None:
    """Fills the disk, sends until it is refused, makes room, sends again: several times over."""
    if not os.path.ismount(home.folder):
        told.figures.append((KIND, "not tried: no small disk could be had"))
        return
    web = home.serves()
    refusals = 0
    try:
        home.answers()
        browser = Browser(home.port)
        browser.opens_the_form()
        for number in range(ROUNDS):
            waiting: list[Sent] = []
            # Not to the last byte each time: it is met in the bytes, in the rows, between the two.
            _fill(home.folder / "ballast", leaves=number * 150_000)
            for n in range(6):
                sent = something(number * 10 + n, size=LARGE if n % 2 else 0)
                answer = browser.posts(sent)
                if answer.number:
                    sent.number = answer.number
                    told.acknowledged.append(sent)
                    continue
                refused(told, KIND, answer, sent)
                refusals += 1
                waiting.append(sent)
            (home.folder / "ballast").unlink()
            taken_later(told, KIND, browser, waiting)
    finally:
        end(web)
    told.figures.append((f"{KIND}: refused with 503, then taken", refusals))
    told.fault(f"{KIND}: never met", when=not refusals)


def _fill(ballast: Path, *, leaves: int) -> None:
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 65536)
        except OSError:
            file.truncate(max(0, file.tell() - leaves))
