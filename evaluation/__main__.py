"""Measures the analysis: python -m evaluation [--hearing NAME …] [--stage NAME …]."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from evaluation.hearings import CLOSED, OPEN, load
from evaluation.stages import STAGES
from evaluation.tables import measured, printed


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for."""
    asked = argparse.ArgumentParser(prog="evaluation", description="Measures the analysis.")
    asked.add_argument("--hearing", action="append", choices=(*OPEN, CLOSED))
    asked.add_argument("--stage", action="append", choices=[each.name for each in STAGES])
    chosen = asked.parse_args(arguments)
    stages = [each for each in STAGES if each.name in (chosen.stage or [x.name for x in STAGES])]
    names = chosen.hearing or ((*OPEN,) if chosen.stage else (*OPEN, CLOSED))
    hearings = [load(name) for name in names]
    found = [measured(each, stages) for each in hearings]
    sys.stdout.write(printed(stages, found) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
