"""Processes are killed at random while people hand in: what was acknowledged is all there.

`python -m tests.soak.killing` runs `innspill serve` and `innspill work` as an operator does, with
clients that send the portal's form and `innspill receive-mail` by pipe, each of them again with the
same key until it is acknowledged. A killer sends SIGKILL to web workers, the web server itself, the
worker and the pipe, and whoever was killed is started again. It ends when enough was acknowledged
and enough was killed, and looks at what is there.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.soak.aftermath import look
from tests.soak.senders import Browser, Sent, hand_in, something
from tests.soak.trial_home import TrialHome, children, end, engine, kill, verdict

MAIL = (
    "From: Kari Nordmann <kari{0}@eksempel.no>\r\nTo: post@eksempel.no\r\nSubject: Svar 26/2051\r\n"
    "Message-ID: <{0}@eksempel.no>\r\n\r\nVi støtter forslaget.\r\n"
)


@dataclass
class Trial:
    """What is going on, and what has happened so far."""

    home: TrialHome
    deliveries: int
    kills: int
    longest: float
    chance: random.Random
    killed: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)
    acknowledged: list[Sent] = field(default_factory=list)
    mails: int = 0
    again: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)
    began: float = field(default_factory=time.monotonic)
    sent: int = 0
    pipe: subprocess.Popen[bytes] | None = None

    def timed_out(self) -> bool:
        """Whether the trial has lasted for too long: then it says so and has failed."""
        return time.monotonic() - self.began > self.longest

    def over(self) -> bool:
        """Whether enough has happened."""
        enough = len(self.acknowledged) + self.mails >= self.deliveries
        return (enough and self.killed.total() >= self.kills) or self.timed_out()

    def next(self) -> int:
        """A number for the next thing sent."""
        with self.lock:
            self.sent += 1
            return self.sent


class Kept:
    """A process that is kept running: a new one whenever it is gone, as a service manager does."""

    def __init__(self, trial: Trial, command: str) -> None:
        self.trial, self.command = trial, command
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        home = self.trial.home
        return home.serves() if self.command == "serve" else home.starts(self.command)

    def keep_up(self, over: Callable[[], bool]) -> None:
        """Starts it anew when it has ended, until the trial is over."""
        while not over():
            if self.process.poll() is not None:
                self.process = self._start()
                # The port may be held a moment longer by what its killed server had started.
                time.sleep(0.3)
            time.sleep(0.05)


def send_forms(trial: Trial, number: int) -> None:
    """One person after another hands in, each with a browser of their own for a while."""
    chance = random.Random(number)
    browser = Browser(trial.home.port, timeout=20)
    while not trial.over():
        sent = something(trial.next(), size=chance.choice((0, 0, 2000, 40_000)))
        statuses = hand_in(browser, sent, until=trial.timed_out)
        if not sent.number:
            return
        repeated = browser.posts(sent).number if chance.random() < 0.05 else 0
        if chance.random() < 0.05:
            sent.receipt = browser.receipt(sent.number)
        with trial.lock:
            trial.statuses.update(statuses)
            trial.acknowledged.append(sent)
            if repeated and repeated != sent.number:
                trial.again.append(f"{sent.number} was {repeated} when sent again")


def send_mails(trial: Trial) -> None:
    """A mail server's pipe: each mail again until `receive-mail` ends with 0."""
    while not trial.over():
        number = trial.next()
        raw = MAIL.format(number).encode()
        while not trial.timed_out():
            trial.pipe = pipe = trial.home.starts("receive-mail", stdin=subprocess.PIPE)
            try:
                pipe.communicate(raw, timeout=60)
            except (subprocess.TimeoutExpired, BrokenPipeError):
                pipe.kill()
            if pipe.wait() == 0:
                trial.mails += 1
                break
            time.sleep(0.2)


def targets(trial: Trial, web: Kept, work: Kept) -> dict[str, list[int]]:
    """Who may be killed now."""
    pipe = trial.pipe
    return {
        "web worker": children(web.process.pid),
        "web server": [web.process.pid],
        "worker": [work.process.pid],
        "reading child": children(work.process.pid),
        "mail pipe": [pipe.pid] if pipe is not None and pipe.poll() is None else [],
    }


def go_killing(trial: Trial, web: Kept, work: Kept, pause: tuple[float, float]) -> None:
    """Kills one of them at a random moment, again and again."""
    kinds = (
        ["web worker"] * 4 + ["web server"] * 2 + ["worker"] * 3 + ["reading child", "mail pipe"]
    )
    # Each of the three once for certain, then as chance has it.
    first = ["web worker", "web server", "worker"]
    while trial.killed.total() < trial.kills and not trial.timed_out():
        time.sleep(trial.chance.uniform(*pause))
        done = trial.killed.total()
        kind = first[done] if done < len(first) else trial.chance.choice(kinds)
        standing = targets(trial, web, work)[kind]
        if standing and kill(trial.chance.choice(standing)):
            trial.killed[kind] += 1


def run(arguments: argparse.Namespace, folder: Path) -> int:
    """The trial in a home of its own; its verdict."""
    home = TrialHome(folder / "home")
    home.prepare()
    trial = Trial(home, arguments.deliveries, arguments.kills, arguments.longest,
                  random.Random(arguments.seed))  # fmt: skip
    web, work = Kept(trial, "serve"), Kept(trial, "work")
    if not home.answers():
        raise RuntimeError(home.log.read_text(encoding="utf-8")[-2000:])
    trial.began = time.monotonic()
    stop = threading.Event()
    pause = (arguments.pause / 4, arguments.pause * 7 / 4)
    keepers = [threading.Thread(target=each.keep_up, args=(stop.is_set,)) for each in (web, work)]
    busy = [threading.Thread(target=send_forms, args=(trial, n)) for n in range(arguments.clients)]
    busy += [threading.Thread(target=send_mails, args=(trial,))]
    busy += [threading.Thread(target=go_killing, args=(trial, web, work, pause))]
    try:
        for thread in (*keepers, *busy):
            thread.start()
        for thread in busy:
            thread.join()
        seconds = time.monotonic() - trial.began
        repeated = _sent_once_more(trial, arguments.again)
    finally:
        stop.set()
        for thread in keepers:
            thread.join()
        end(web.process)
        end(work.process)
    return _verdict(trial, seconds, repeated)


def _sent_once_more(trial: Trial, many: int) -> int:
    """Some of what was acknowledged is sent again when all is quiet: it keeps its number."""
    trial.home.answers()
    browser = Browser(trial.home.port)
    chosen = trial.chance.sample(trial.acknowledged, min(many, len(trial.acknowledged)))
    until = time.monotonic() + 120
    for sent in chosen:
        again = Sent(sent.key, sent.name, sent.data)
        hand_in(browser, again, until=lambda: time.monotonic() > until)
        if again.number != sent.number:
            trial.again.append(f"{sent.number} was {again.number} when sent again")
    return len(chosen)


def _verdict(trial: Trial, seconds: float, repeated: int) -> int:
    found = look(trial.home.folder, trial.acknowledged)
    kept = len(trial.acknowledged) + trial.mails
    unfinished = [] if kept >= trial.deliveries and trial.killed.total() >= trial.kills else [
        f"{kept} deliveries and {trial.killed.total()} kills in {seconds:.0f} s"]  # fmt: skip
    killed = ", ".join(f"{many} {kind}" for kind, many in sorted(trial.killed.items()))
    figures = [
        ("acknowledged", f"{kept} ({trial.mails} by mail)"),
        ("killed", f"{trial.killed.total()} ({killed})"),
        ("seconds, acknowledged a second", f"{seconds:.0f}, {kept / max(seconds, 1):.1f}"),
        ("answers to the form", dict(sorted(trial.statuses.items()))),
        ("receipts fetched and compared", sum(bool(each.receipt) for each in trial.acknowledged)),
        ("sent again when all was quiet", repeated),
        ("deliveries and lines of the journal", f"{found.deliveries}, {found.lines}"),
    ]
    mailed = found.deliveries - len(trial.acknowledged)
    fewer = [f"{mailed} of {trial.mails}"] if mailed < trial.mails else []
    faults = {**found.faults, "mails lost": fewer, "other numbers on retry": trial.again,
              "trials not finished": unfinished}  # fmt: skip
    return verdict(
        f"killing on {engine()}: {kept} acknowledged, {trial.killed.total()} kills", figures, faults
    )


def main() -> int:
    """Arguments, the trial, its verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deliveries", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--clients", type=int, default=12)
    parser.add_argument(
        "--pause", type=float, default=3.0, help="seconds between kills, on average"
    )
    parser.add_argument("--again", type=int, default=200)
    parser.add_argument("--longest", type=float, default=3600)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    arguments = parser.parse_args()
    print(f"killing on {engine()}, seed {arguments.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="innspill-killing-") as folder:
        return run(arguments, Path(folder))


if __name__ == "__main__":
    sys.exit(main())
