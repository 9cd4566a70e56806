"""Requests that are sent when they are due, however slow the answers are: as people do.

Each time is counted from when the request was due, so that a server which keeps the sender waiting
does not look quicker for it.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

LONGEST = 60.0
_STRETCH = 10
_NO_ANSWER = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """Status (0 for none), headers in small letters, and body."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of request: its name, how many a second, how one is made, what its answer is told."""

    name: str
    per_second: float
    make: Callable[[], bytes]
    heard: Callable[[bytes, Answer], None] = lambda _sent, _answer: None


@dataclass(slots=True)
class Tally:
    """What came of the requests of each kind."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    statuses: dict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    without_retry_after: int = 0
    times: list[tuple[float, float]] = field(default_factory=list)
    """When each request was due, and how long its answer took: to find the worst moment."""
    refusals: list[tuple[float, str, str]] = field(default_factory=list)
    """When, of which kind, and what it said of coming back."""
    latest_start: float = 0.0
    """How late the sender itself was at the worst: above a second the trial says nothing."""

    def note(self, kind: str, answer: Answer, due: float) -> None:
        """Counts one answer; the times are of those that were let in."""
        self.statuses[kind][answer.status] += 1
        self.times.append((due, answer.seconds))
        if answer.status == 503 and "retry-after" not in answer.headers:
            self.without_retry_after += 1
        if answer.status and answer.status < 500:
            self.seconds[kind].append(answer.seconds)
        else:
            self.seconds[f"{kind} refused"].append(answer.seconds)
            self.refusals.append((due, kind, answer.headers.get("retry-after", "")))

    def count(self, kind: str, least: int, below: int) -> int:
        """How many answers of a kind had a status in this range."""
        return sum(n for status, n in self.statuses[kind].items() if least <= status < below)

    def share(self, kind: str, part: float) -> float:
        """The time within which this part of the requests was answered."""
        times = sorted(self.seconds[kind])
        return times[min(len(times) - 1, int(len(times) * part))] if times else 0.0

    def lines(self) -> list[str]:
        """One line for each kind."""
        return [
            f"{kind:<16} {len(times):>6}  p50 {self.share(kind, 0.5):6.3f}"
            f"  p95 {self.share(kind, 0.95):6.3f}  p99 {self.share(kind, 0.99):6.3f}"
            f"  max {max(times):6.3f}  {dict(self.statuses.get(kind, {}))}"
            for kind, times in sorted(self.seconds.items())
            if times
        ]

    def worst(self, most: int = 8) -> list[str]:
        """The slowest stretches of ten seconds, and how many were refused in each."""
        held: dict[int, list[float]] = defaultdict(list)
        for due, seconds in self.times:
            held[int(due // _STRETCH)].append(seconds)
        refused = Counter((int(due // _STRETCH), again) for due, _kind, again in self.refusals)
        slowest = sorted(held, key=lambda at: -max(held[at]))[:most]
        lines = []
        for at in sorted({*slowest, *(at for at, _ in refused)}):
            told = {again: n for (where, again), n in refused.items() if where == at}
            times = sorted(held[at])
            lines.append(
                f"from {at * _STRETCH:4.0f} s: p50 {times[len(times) // 2]:.3f} max {times[-1]:.3f}"
                + (f", refused (by Retry-After) {told}" if told else "")
            )
        return lines


def load(port: int, kinds: Sequence[Kind], seconds: float, seed: int = 1) -> Tally:
    """Sends all kinds side by side for so long, at random moments, and waits for every answer."""
    return asyncio.run(_load(port, kinds, seconds, seed))


async def _load(port: int, kinds: Sequence[Kind], seconds: float, seed: int) -> Tally:
    chance, tally = random.Random(seed), Tally()
    due = sorted(
        ((chance.uniform(0, seconds), kind) for kind in kinds
         for _ in range(round(kind.per_second * seconds))),
        key=lambda pair: pair[0],
    )  # fmt: skip
    began = time.perf_counter()
    sent = []
    for at, kind in due:
        wait = began + at - time.perf_counter()
        if wait > 0:
            await asyncio.sleep(wait)
        tally.latest_start = max(tally.latest_start, time.perf_counter() - began - at)
        sent.append(asyncio.create_task(_one(port, kind, began, at, tally)))
    await asyncio.gather(*sent)
    return tally


async def _one(port: int, kind: Kind, began: float, due: float, tally: Tally) -> None:
    request = kind.make()
    try:
        async with asyncio.timeout(LONGEST):
            answer = await _asked(port, request)
    except (OSError, TimeoutError, asyncio.IncompleteReadError, ValueError):
        answer = Answer(_NO_ANSWER, {}, b"")
    timed = Answer(answer.status, answer.headers, answer.body, time.perf_counter() - began - due)
    tally.note(kind.name, timed, due)
    kind.heard(request, timed)


async def _asked(port: int, request: bytes) -> Answer:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)
    try:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        pairs = (line.split(": ", 1) for line in lines if ": " in line)
        headers: dict[str, str] = {}
        for name, value in pairs:
            key = name.lower()
            headers[key] = f"{headers[key]}\n{value}" if key in headers else value
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        return Answer(int(first.split(" ")[1]), headers, body)
    finally:
        writer.close()


def asked(port: int, request: bytes) -> Answer:
    """One request and its answer, outside every schedule."""
    return asyncio.run(_asked(port, request))
