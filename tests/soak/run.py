"""Runs trials one after the other, on one engine or on both: `python -m tests.soak.run NAME …`.

Each trial is a module beside this one, run as a program of its own; without names all are run. What
follows `--` is handed to each. At the end stands a table, and the exit code says whether all held.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests import postgres

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Outcome:
    """One trial on one engine: how long it took and what it said last."""

    name: str
    engine: str
    code: int
    seconds: float
    said: str


def trials() -> list[str]:
    """The names of all trials: the modules here that can be run."""
    return sorted(
        path.stem
        for path in HERE.glob("*.py")
        if path.stem != "run" and '__name__ == "__main__"' in path.read_text(encoding="utf-8")
    )


def run(name: str, engine: str, more: list[str]) -> Outcome:
    """Runs one trial to its end, showing what it says as it says it."""
    print(f"== {name} on {engine}", flush=True)
    kept = {key: value for key, value in os.environ.items() if not key.startswith("INNSPILL_")}
    began, said = time.monotonic(), ""
    with ExitStack() as stack:
        if engine == "postgres":
            kept |= stack.enter_context(postgres.running()).settings()
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", f"tests.soak.{name}", *more], env=kept,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        )  # fmt: skip
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            said = line.strip() or said
        code = process.wait()
    return Outcome(name, engine, code, time.monotonic() - began, said)


def main() -> int:
    """Names, engine, the trials, the table."""
    given, _, more = " ".join(sys.argv[1:]).partition(" -- ")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*trials(), []], default=[])
    parser.add_argument("--engine", choices=["sqlite", "postgres", "both"], default=_set_engine())
    arguments = parser.parse_args(given.split())
    engines = ["sqlite", "postgres"] if arguments.engine == "both" else [arguments.engine]
    outcomes = [
        run(name, engine, more.split())
        for name in arguments.names or trials()
        for engine in engines
    ]
    print()
    for each in outcomes:
        held = "held  " if each.code == 0 else "FAILED"
        print(f"{held}  {each.name:<18} {each.engine:<9} {each.seconds:7.0f} s  {each.said}")
    return 1 if any(each.code for each in outcomes) else 0


def _set_engine() -> str:
    given = os.environ.get("INNSPILL_DATABASE", "")
    return "postgres" if given.startswith("postgres") else "sqlite" if given else "both"


if __name__ == "__main__":
    sys.exit(main())
