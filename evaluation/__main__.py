"""`make evaluate`: measures every stage on every labelled hearing, prints and writes the table.

    python -m evaluation [--hearing NAME …] [--stage NAME …]

Without options docs/accuracy.md is written, and the closed hearing is read too. With options the
figures asked for are printed, and nothing is written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from evaluation import paper
from evaluation.hearings import CLOSED, LEARNT, OPEN, load
from evaluation.stages import STAGES
from evaluation.tables import measured, printed


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for."""
    asked = argparse.ArgumentParser(prog="evaluation", description="Measures the analysis.")
    asked.add_argument("--hearing", action="append", choices=(*OPEN, *LEARNT, CLOSED))
    asked.add_argument("--stage", action="append", choices=[each.name for each in STAGES])
    chosen = asked.parse_args(arguments)
    stages = [each for each in STAGES if each.name in (chosen.stage or [x.name for x in STAGES])]
    names = chosen.hearing or ((*OPEN,) if chosen.stage else (*OPEN, CLOSED))
    hearings = [load(name) for name in names]
    found = [measured(each, stages) for each in hearings]
    sys.stdout.write(printed(stages, found) + "\n")
    if not chosen.hearing and not chosen.stage:
        paper.PLACE.write_text(paper.paper(hearings, stages, found), encoding="utf-8")
        sys.stdout.write(f"\nwritten: docs/{paper.PLACE.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
