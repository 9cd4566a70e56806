"""A whole report in all formats: 200 and 2,000 responses to 12 questions, all of it decided on.

Limits (issue 8), on two cores: 200 responses in 20 s, 2,000 in 2 min and 1 GB. Each size runs in a
process of its own, so that its memory is its own; each file in one again, as the worker has it.
Memory is what both hold at once, shared pages counted in both: rather too much than too little. For comparison the same paragraphs are written by
bare python-docx, without parts, tables, sources or tags: what is above that is ours.
"""

from __future__ import annotations

import io
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from threading import Thread

from docx import Document
from docx.oxml.ns import qn

from bench_analysis import _hearing
from innspill.adapters.report_writing import in_own_processes
from innspill.shared.values import Certainty, Span
from innspill.stages.analysis.core.values import Analysis, CommentFound, Stance
from innspill.stages.publication.core.values import PublicAnswer, PublicResponse
from innspill.stages.register.core.values import Match
from innspill.stages.reports.core.figures import count
from innspill.stages.reports.core.files import Writing, files_of
from innspill.stages.reports.core.left import left_of
from innspill.stages.reports.core.made_parts import parts_for
from innspill.stages.reports.core.values import Decided, Ledger, Reported, ReportInput, Told

SIZES = {200: (20.0, 1_024.0), 2_000: (120.0, 1_024.0)}
"""Responses: seconds and megabytes at the most."""

MOST_BARE = 5_000
"""Paragraphs that bare python-docx is held to: it looks through the whole body for each of them."""

OUTCOMES = ("followed", "partly-followed", "not-followed", "noted", "outside")
STANCES = ("supports", "reservations", "opposes", "neutral")


WATCHED_EVERY = 0.02
"""Seconds between two looks at the memory of all processes."""


def main() -> int:
    """Both sizes; exit code 1 where a limit is passed."""
    if len(sys.argv) > 1:
        print(json.dumps(_measured(int(sys.argv[1]), sys.argv[2])))
        return 0
    failed = False
    for size, (most_seconds, most_mb) in SIZES.items():
        for kind in ("summary", "municipal"):
            command = [sys.executable, __file__, str(size), kind]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            found = json.loads(done.stdout)
            slow = found["wall"] > most_seconds or found["mb"] > most_mb
            failed = failed or slow
            each = ", ".join(f"{name} {spent:.1f}" for name, spent in found["files"].items())
            print(
                f"{size} responses, {kind}: {found['seconds']:.1f} s of the processor "
                f"({each}), {found['wall']:.1f} s by the clock, {found['mb']:.0f} MB"
                f"; {found['ratio']:.1f} times bare python-docx ({found['bare']:.1f} s, "
                f"{found['paragraphs']} paragraphs){' TOO MUCH' if slow else ''}"
            )
    return int(failed)


def _measured(size: int, kind: str) -> dict[str, object]:
    """Seconds of the processor for all of it and for each file, and the most memory of all."""
    report = _made(size)
    watched = _Watched()
    begun, clock = _spent(), time.monotonic()
    figures = count(report)
    parts = parts_for(kind, figures, report)  # type: ignore[arg-type]
    writing = Writing(kind, figures, report, parts, left_of(report, parts))  # type: ignore[arg-type]
    write = in_own_processes(writing)
    del report, figures, parts, writing
    told: list[tuple[str, float]] = [("parts", begun)]

    def begins(name: str) -> None:
        watched.at = name
        told.append((name, _spent()))

    word = b""
    for name, data in files_of(write, begins):
        word = data if name == "word" else word
    ended, wall = _spent(), time.monotonic() - clock
    ends = [at for _, at in told[1:]] + [ended]
    spent = {name: end - at for (name, at), end in zip(told, ends, strict=True)}
    lines = _lines(word)
    bare = _timed(lambda: _bare(lines[:MOST_BARE]))
    share = min(len(lines), MOST_BARE) / max(1, len(lines))
    return {
        "seconds": ended - begun, "wall": wall, "files": spent, "mb": max(watched.most.values()),
        "peaks": watched.most, "bare": bare, "ratio": spent["word"] * share / bare,
        "paragraphs": min(len(lines), MOST_BARE),
    }  # fmt: skip


def _spent() -> float:
    """Seconds of the processor of this process, and of its children that have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


class _Watched:
    """Looks at the memory of this process and its children, as long as the program runs."""

    def __init__(self) -> None:
        self.at, self.most = "parts", {"parts": 0.0}
        Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while True:
            self.most[self.at] = max(self.most.get(self.at, 0.0), round(_held()))
            time.sleep(WATCHED_EVERY)


def _held() -> float:
    """Megabytes that this process and its children hold."""
    own = os.getpid()
    children = Path(f"/proc/{own}/task/{own}/children").read_text(encoding="ascii").split()
    return sum(_resident(pid) for pid in (str(own), *children))


def _resident(pid: str) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except OSError:  # it has ended meanwhile
        return 0.0
    return pages * resource.getpagesize() / (1 << 20)


def _lines(word: bytes) -> list[str]:
    """All paragraphs of the Word file, those in tables too."""
    body = Document(io.BytesIO(word)).element.body
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def _bare(lines: list[str]) -> None:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(io.BytesIO())


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _made(size: int) -> ReportInput:
    """`size` responses that answer every question in a paragraph, each of them decided on."""
    definition, paragraphs = _hearing()
    chance = Random(8)
    responses, comments = [], []
    for number in range(1, size + 1):
        reference = f"26/1-{number}"
        answers = []
        for question in definition.questions:
            text = chance.choice(paragraphs)
            choice = chance.choice(question.choices).id if question.choices else None
            ticks = (choice,) if choice else ()
            answers.append(PublicAnswer(question.id, ticks, choice, text, False))
            stance = Stance(chance.choice(STANCES), Certainty.LIKELY, ())  # type: ignore[arg-type]
            span = Span(0, len(text))
            comments.append(
                CommentFound(reference, question.id, None, span, text, True, stance, ())
            )
        responses.append(_response(number, reference, tuple(answers)))
    decided = tuple(
        Decided(at, OUTCOMES[at % len(OUTCOMES)], f"Begrunnelse nummer {at}: dette er vurdert.")
        for at in range(len(comments))
    )
    ledger = Ledger(size, size, (), 0, size, size, 0, 0, 0, 0)
    made_at = datetime(2026, 11, 27, tzinfo=UTC)
    analysis = Analysis(tuple(comments), (), ())
    told = Told(fingerprints=tuple(f"{at:064x}" for at in range(len(comments))))
    return ReportInput(definition, "nb", made_at, tuple(responses), analysis, decided, ledger, told)


def _response(number: int, reference: str, answers: tuple[PublicAnswer, ...]) -> Reported:
    name = f"Prøvested {number} kommune"
    public = PublicResponse(
        reference=reference, name=name, senders=(name,), group=None, via="open", private=False,
        kind="form", language="nb", received="2026-10-01", late=False, answers=answers,
        footnotes=(), general=(), withheld=0,
    )  # fmt: skip
    sender = Match(name, "organisation", None, None, "open", Certainty.CERTAIN)
    return Reported(public, "published", (sender,))


if __name__ == "__main__":
    sys.exit(main())
