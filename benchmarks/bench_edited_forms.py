"""Forms with whatever people did to them: how often ticks and words are read exactly.

Forms are made by chance from fixed seeds, with the truth beside them. The readers were mended by
seeds below 10,000 and the kinds of edits in `SEEN`; what is reported comes from seeds from
1,000,000 on. Half of it has the kinds of `HELD_OUT`, which were measured before anybody looked at
how they are read; one rule (a number of a scale said in a sentence) was mended after that.

    python benchmarks/bench_edited_forms.py [--forms N]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.core.reading.answers.edited_forms import (  # noqa: E402
    HELD_OUT,
    SEEN,
    EditedForm,
    Kinds,
    edited_form,
)

from innspill.shared.values import sha256_of  # noqa: E402 - the folder of the tests comes first
from innspill.stages.reading.core.answers.accounting import account  # noqa: E402
from innspill.stages.reading.core.responses import read_responses  # noqa: E402
from innspill.stages.reading.core.values import Document, FileRead, ResponseRead  # noqa: E402

FORMS = 10_000
FIRST = 1_000_000
PORTION = 250
KINDS = {"kinds seen while mending": SEEN, "kinds held out": HELD_OUT}


def main() -> int:
    """Print the figures; exit code 1 where a sum does not hold."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--forms", type=int, default=FORMS)
    half = max(1, parser.parse_args().forms // 2)
    began = time.perf_counter()
    sums: dict[str, Counter[str]] = {name: Counter() for name in KINDS}
    jobs = [
        (name, FIRST + number * half + start, min(PORTION, half - start))
        for number, name in enumerate(KINDS)
        for start in range(0, half, PORTION)
    ]
    with ProcessPoolExecutor() as pool:
        for (name, _, _), counted in zip(jobs, pool.map(portion, jobs), strict=True):
            sums[name] += counted
    total = sum(sums.values(), Counter[str]())
    for name, counted in (*sums.items(), ("all", total)):
        _report(name, counted)
    print(f"{total['forms']:,} forms in {time.perf_counter() - began:.0f} s")
    return 1 if total["incomplete"] else 0


def portion(job: tuple[str, int, int]) -> Counter[str]:
    """The figures of some forms in a row."""
    name, first, count = job
    counted: Counter[str] = Counter()
    for seed in range(first, first + count):
        form = made(seed, KINDS[name])
        counted += judged(form, read(form))
    return counted


def made(seed: int, kinds: Kinds) -> EditedForm:
    """The form of `seed`."""
    return edited_form(Random(seed), kinds)


def read(form: EditedForm) -> ResponseRead:
    """The form as the reader has it."""
    document = Document(form.media_type, form.blocks)
    name = sha256_of(form.told.encode())
    file = FileRead("svar", name, 1, form.media_type, document)
    return read_responses([file], form.definition)[0]


def judged(form: EditedForm, found: ResponseRead) -> Counter[str]:
    """What of `found` is as the truth has it."""
    answers = {answer.question: answer for answer in found.answers}
    counted: Counter[str] = Counter(forms=1, incomplete=not account(found).complete)
    for question, ticks in form.ticks.items():
        answer = answers.get(question)
        asked = bool(form.definition.question(question).choices)
        exact = answer is not None and set(answer.ticks) == ticks
        silent = answer is not None and not answer.flags
        counted["choices"] += asked
        counted["ticks exact"] += asked and exact
        counted["wrong unflagged"] += asked and not exact and silent
        counted["settled wrongly"] += bool(
            answer and answer.choice and {answer.choice} != ticks and silent
        )
        counted["texts"] += 1
        said = one_line(answer.text) if answer else ""
        counted["texts exact"] += said == one_line(form.texts[question])
    return counted


def one_line(text: str) -> str:
    """`text` without white space."""
    return "".join(text.split())


def wrong(first: int, count: int, kinds: Kinds) -> Iterator[tuple[int, EditedForm, ResponseRead]]:
    """The forms from seed `first` on in which something is not exact: to look at while mending."""
    for seed in range(first, first + count):
        form = made(seed, kinds)
        found = read(form)
        counted = judged(form, found)
        all_right = counted["ticks exact"] == counted["choices"]
        if not all_right or counted["texts exact"] < counted["texts"] or counted["incomplete"]:
            yield seed, form, found


def _report(name: str, counted: Counter[str]) -> None:
    def share(part: str, whole: str) -> str:
        of = counted[whole]
        return f"{counted[part]:,}/{of:,} ({100 * counted[part] / max(1, of):.2f} %)"

    rate = counted["choices"] // counted["wrong unflagged"] if counted["wrong unflagged"] else None
    print(f"{name}: {counted['forms']:,} forms")
    print(f"  ticks exact      {share('ticks exact', 'choices')}   aim 99.5 %")
    unflagged = f"1 in {rate:,}" if rate else "none"
    print(f"  wrong, no flag   {share('wrong unflagged', 'choices')}   {unflagged}; aim 1 in 2,000")
    print(f"  texts exact      {share('texts exact', 'texts')}")
    print(f"  sums that do not hold {counted['incomplete']:,}")


if __name__ == "__main__":
    sys.exit(main())
