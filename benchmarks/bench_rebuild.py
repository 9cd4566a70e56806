"""Public files built and read again: how quick, beside a bare typst compile of the same paper.

Goal: the paper of a response with all its checks takes at most ten times as long as typesetting it
alone, and no page of pixels more than five seconds, recognising its text included. Everything runs
in this process, one thing at a time.

    python benchmarks/bench_rebuild.py [--rounds N]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from innspill.adapters import rebuilding
from innspill.adapters.programs import tools_at_hand
from innspill.stages.consultations.core.definition import Definition
from innspill.stages.consultations.core.files import load
from innspill.stages.publication.core.rebuilding.paper import (
    Place,
    build_response_pdf,
    response_paper,
)
from innspill.stages.publication.core.rebuilding.sheets import Cover
from innspill.stages.publication.core.rebuilding.values import Secrets, Source
from innspill.stages.publication.core.values import PublicAnswer, PublicResponse

Value = TypeVar("Value")
PROMISED_RATIO, PROMISED_PAGE = 10.0, 5.0
NOW = datetime(2026, 11, 20, tzinfo=UTC)
HEARING = Path(__file__).resolve().parents[1] / "samples" / "trygt-vann" / "consultation.yaml"
_PARAGRAPH = "Kommunen støtter planen, men mener at fristen er for kort, og at staten må betale. "


def main() -> int:
    """Measure, print, and say by the exit code whether the promises hold."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--rounds", type=int, default=20)
    rounds = given.parse_args().rounds
    tools = tools_at_hand(begins=lambda _: None, more_time=lambda _: None)
    definition = load(HEARING)
    papers = [
        response_paper(_response(at, definition), definition, Place(NOW, ""))
        for at in range(rounds)
    ]
    public = _response(rounds, definition)
    paper = response_paper(public, definition, Place(NOW, ""))
    text = "\n".join(answer.text for answer in public.answers)
    secrets = Secrets((), ("Kari Hemmelig 91234567",), (), f"{text} {paper}")
    build_response_pdf(paper)
    rebuilding.check(build_response_pdf(paper), secrets, "", tools, pixels=False)
    # Each paper has words of its own: what typst set once it does not set again.
    pdf = build_response_pdf(paper)
    one, other = iter(papers), iter([_otherwise(each) for each in papers])
    bare, _ = _timed(lambda: build_response_pdf(next(one)), rounds)
    whole, fault = _timed(lambda: _built_and_checked(next(other), secrets, tools), rounds)
    source = Source("a.pdf", text, f"{paper}", secrets, private=False)
    cover = Cover("nb", "Svar", "Svar", "-", (), "-", withheld=False)
    pages, built = _timed(
        lambda: rebuilding.pages_built("a.pdf", pdf, source, cover, tools), max(1, rounds // 10)
    )
    checked, doubt = _timed(
        lambda: rebuilding.check(built.bytes(), secrets, f"{paper}", tools, pixels=True), 1
    )
    count = len(rebuilding.pypdfium2.PdfDocument(pdf))
    each = (pages + checked) / count
    print(f"paper of {count} pages, typeset alone: {bare * 1000:.0f} ms of processor time")
    print(
        f"built, scanned and read again:       {whole * 1000:.0f} ms, {whole / bare:.1f} times ({fault or 'clean'})"
    )
    print(
        f"a page as pixels, and read again:    {each * 1000:.0f} ms, of which {pages / count * 1000:.0f} to build ({built.refused or doubt or 'clean'})"
    )
    print(f"a page of pixels takes               {len(built.bytes()) / count / 1000:.0f} kB")
    return int(bool(fault or doubt) or whole / bare > PROMISED_RATIO or each > PROMISED_PAGE)


def _response(at: int, definition: Definition) -> PublicResponse:
    answers = tuple(
        PublicAnswer(
            question.id, (), None,
            f"{at} {_PARAGRAPH * 6}\n\n{_PARAGRAPH * 3} {at}", no_comment=False,
        )
        for question in definition.questions
    )  # fmt: skip
    return PublicResponse(
        f"25/1734-{at}", "Fjordvik kommune", ("Fjordvik kommune",), None, "invited", False, "form",
        "nb", "2026-03-09", False, answers, (), (), 0,
    )  # fmt: skip


def _otherwise(paper: dict[str, object]) -> dict[str, object]:
    """The same paper with other words."""
    changed: dict[str, object] = json.loads(json.dumps(paper).replace("penger", "midler"))
    return changed


def _built_and_checked(paper: dict[str, object], secrets: Secrets, tools: rebuilding.Tools) -> str:
    built = rebuilding.paper_built(paper, tools)
    return built.refused or rebuilding.check(built.bytes(), secrets, "", tools, pixels=False)


def _timed(do: Callable[[], Value], rounds: int) -> tuple[float, Value]:
    """Processor time of one round, programs that it starts included, and what came of the last."""
    before = _spent()
    for _ in range(rounds):
        value = do()
    return (_spent() - before) / rounds, value


def _spent() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


if __name__ == "__main__":
    began = time.perf_counter()
    code = main()
    print(f"in all {time.perf_counter() - began:.0f} s")
    sys.exit(code)
