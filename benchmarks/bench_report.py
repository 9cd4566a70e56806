"""A whole report in all formats: 200 and 2,000 responses to 12 questions, all of it decided on.

Limits (issue 8), on two cores: 200 responses in 20 s, 2,000 in 2 min and 1 GB. Each size runs in a
process of its own, so that its memory is its own. For comparison the same paragraphs are written by
bare python-docx, without parts, tables, sources or tags: what is above that is ours.
"""

from __future__ import annotations

import io
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

from docx import Document
from docx.oxml.ns import qn

from bench_analysis import _hearing
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
            slow = found["seconds"] > most_seconds or found["mb"] > most_mb
            failed = failed or slow
            each = ", ".join(f"{name} {spent:.1f}" for name, spent in found["files"].items())
            print(
                f"{size} responses, {kind}: {found['seconds']:.1f} s ({each}), {found['mb']:.0f} MB"
                f"; {found['ratio']:.1f} times bare python-docx ({found['bare']:.1f} s, "
                f"{found['paragraphs']} paragraphs){' TOO MUCH' if slow else ''}"
            )
    return int(failed)


def _measured(size: int, kind: str) -> dict[str, object]:
    """Seconds of the processor for all of it and for each file, and the most memory."""
    report = _made(size)
    begun = time.process_time()
    figures = count(report)
    parts = parts_for(kind, figures, report)  # type: ignore[arg-type]
    writing = Writing(kind, figures, report, parts, left_of(report, parts))  # type: ignore[arg-type]
    told: list[tuple[str, float]] = [("parts", begun)]
    peaks: dict[str, float] = {}

    def begins(name: str) -> None:
        peaks[f"before {name}"] = round(_peak())
        told.append((name, time.process_time()))

    files = files_of(writing, begins)
    ended = time.process_time()
    ends = [at for _, at in told[1:]] + [ended]
    spent = {name: end - at for (name, at), end in zip(told, ends, strict=True)}
    mb = _peak()
    lines = _lines(files["word"])[:MOST_BARE]
    share = len(lines) / max(1, len(_lines(files["word"])))
    bare = _timed(lambda: _bare(lines))
    return {
        "seconds": ended - begun, "files": spent, "mb": mb, "peaks": peaks, "bare": bare,
        "ratio": spent["word"] * share / bare, "paragraphs": len(lines),
    }  # fmt: skip


def _peak() -> float:
    """The most memory that the process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


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
