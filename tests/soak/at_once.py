"""Many do the same at the same instant: one record and one receipt, and of versions one stands.

Twenty browsers send the same form with one key at once, twenty times over. Then bodies send four
versions of their response each, all at once, which two workers register side by side.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.soak.aftermath import look
from tests.soak.senders import Browser, Sent, hand_in, something
from tests.soak.trial_home import TrialHome, end, engine, verdict

BODIES = ("Skoleledernes samarbeidsforum", "Foreldrenes lekeplassnettverk",
          "Ungdommens bevegelsesråd", "Borettslagenes uteromsforening",
          "Norsk forening for tilgjengelig lek")  # fmt: skip
VERSIONS = 4
PATIENCE = 60.0


def together(each: list[Callable[[], None]]) -> None:
    """Lets all go at the same instant, and waits for them."""
    gate = threading.Barrier(len(each))

    def go(one: Callable[[], None]) -> None:
        gate.wait()
        one()

    threads = [threading.Thread(target=go, args=(one,)) for one in each]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def one_key(browsers: list[Browser], number: int) -> tuple[list[Sent], Counter[int]]:
    """All browsers send the same at once; what each was told, and with which statuses."""
    given = something(number, size=20_000)
    copies = [replace(given) for _ in browsers]
    statuses: Counter[int] = Counter()
    until = time.monotonic() + PATIENCE

    def send(browser: Browser, sent: Sent) -> None:
        told = hand_in(browser, sent, until=lambda: time.monotonic() > until, pause=0.5)
        statuses.update(told)
        sent.receipt = browser.receipt(sent.number)

    pairs = zip(browsers, copies, strict=True)
    together([lambda b=browser, s=sent: send(b, s) for browser, sent in pairs])  # type: ignore[misc]
    return copies, statuses


def versions(browsers: list[Browser], number: int) -> list[Sent]:
    """Each body sends its versions, all at once."""
    sent = [
        Sent(one.key, one.name, one.data, sender=body)
        for body in BODIES
        for one in (something(number * 1000 + n) for n in range(VERSIONS))
    ]
    until = time.monotonic() + PATIENCE

    def send(browser: Browser, one: Sent) -> None:
        hand_in(browser, one, until=lambda: time.monotonic() > until, pause=0.5)

    pairs = zip(browsers, sent, strict=False)
    together([lambda b=browser, s=one: send(b, s) for browser, one in pairs])  # type: ignore[misc]
    return sent


def _registered_side_by_side(home: TrialHome) -> list[str]:
    workers = [home.starts("work", "--once") for _ in range(2)]
    codes = [worker.wait(600) for worker in workers]
    return [f"a worker ended with {code}" for code in codes if code]


def _standing() -> tuple[list[str], list[str]]:
    """What is wrong with who stands, and with what met a mishap."""
    from innspill.shared.journal import queries as journal
    from innspill.stages.intake import queries as intake
    from innspill.stages.register.models import Response

    standing = Counter(
        Response.objects.filter(standing="current", senders__replaced_at=None).values_list(
            "senders__respondent__name", flat=True
        )
    )
    wrong = [f"{body}: {standing[body]} stand" for body in BODIES if standing[body] != 1]
    counted = intake.counts(None)
    waiting = [f"{counted.unprocessed} are not registered"] if counted.unprocessed else []
    return wrong, [*waiting, *(f"{each.step}: {each.what}" for each in journal.mishaps())]


def run(arguments: argparse.Namespace, folder: Path) -> int:
    """The trial in a home of its own; its verdict."""
    home = TrialHome(folder / "home")
    home.prepare()
    web = home.serves()
    statuses: Counter[int] = Counter()
    kept: list[Sent] = []
    many_numbers, many_receipts, trouble = [], [], []
    try:
        if not home.answers():
            raise RuntimeError(home.log.read_text(encoding="utf-8")[-2000:])
        browsers = [Browser(home.port) for _ in range(arguments.browsers)]
        for browser in browsers:
            browser.opens_the_form()
        for number in range(arguments.rounds):
            copies, told = one_key(browsers, number)
            statuses += told
            if len({sent.number for sent in copies}) != 1 or not copies[0].number:
                many_numbers.append(f"round {number}: {[sent.number for sent in copies]}")
            if any(sent.receipt != copies[0].receipt or not sent.receipt for sent in copies):
                many_receipts.append(f"round {number}")
            kept.append(copies[0])
        sent = []
        for number in range(1, arguments.versions + 1):
            sent += versions(browsers, number)
            trouble += _registered_side_by_side(home)
    finally:
        end(web)
    found = look(home.folder, [*kept, *sent])
    wrong, mishaps = _standing()
    doubled = found.deliveries - len(kept) - len(sent)
    figures = [
        ("posts with one key at once", f"{arguments.rounds} x {arguments.browsers}"),
        ("answers", dict(sorted(statuses.items()))),
        ("records of them", len(kept)),
        ("versions of one body at once", f"{arguments.versions} x {len(BODIES)} x {VERSIONS}"),
    ]
    faults = {"other numbers for one key": many_numbers, "other receipts": many_receipts,
              "doubled": doubled, "bodies with none or several current": wrong,
              "mishaps": trouble + mishaps, **found.faults}  # fmt: skip
    return verdict(f"at once on {engine()}", figures, faults)


def main() -> int:
    """Arguments, the trial, its verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--browsers", type=int, default=20)
    parser.add_argument("--versions", type=int, default=5, help="rounds of versions")
    with tempfile.TemporaryDirectory(prefix="innspill-at-once-") as folder:
        return run(parser.parse_args(), Path(folder))


if __name__ == "__main__":
    sys.exit(main())
