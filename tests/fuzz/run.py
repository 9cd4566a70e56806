"""Fuzzes every parser for a time and keeps what it finds: python -m tests.fuzz.run --seconds 60.

Two at a time where there are two processors. The exit code is 1 where something new was found.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.fuzz.faults import fault_of
from tests.fuzz.shrink import shrink
from tests.fuzz.targets import ROOT, TARGETS

FOUND = Path(__file__).resolve().parent / "found"
WORK = ROOT / "var" / "fuzz"
ABORTS = {"pdf"}
"""Targets whose library ends the process on some files, which is why files are read in a child."""
_STARTS = 5


def main() -> int:
    """Fuzz, make small, write down and say what was found."""
    options = _arguments()
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        lines = pool.map(lambda name: _fuzz(name, options.seconds), options.targets)
        for line in lines:
            print(line, flush=True)
    new = [line for name in options.targets for line in _taken_up(name)]
    print("\n".join(new) or "nothing was found")
    return 1 if new else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Fuzzes every parser.")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}")
    options = parser.parse_args()
    unknown = set(options.targets) - set(TARGETS)
    if unknown:
        parser.error(f"there is no target {', '.join(unknown)}")
    options.targets = options.targets or list(TARGETS)
    return options


def _fuzz(name: str, seconds: int) -> str:
    """Fuzz one target, started again where its process ended before its time; a line about it."""
    folder = WORK / name
    folder.mkdir(parents=True, exist_ok=True)
    end = time.monotonic() + seconds
    runs, ended = 0, 0
    for _ in range(_STARTS):
        left = int(end - time.monotonic())
        if left < 2:
            break
        command = [sys.executable, "-m", "tests.fuzz.one", name, str(left), str(folder)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        (folder / "log.txt").write_bytes(done.stderr)
        counted = re.findall(rb"#(\d+)|executed_units: *(\d+)", done.stderr)
        runs += int(max(counted[-1])) if counted else 0
        ended += done.returncode != 0
    what = " (PDFium; files are read in a child)" if name in ABORTS and ended else ""
    return f"{name:<10}{runs:>9} files, process ended {ended} times{what}"


def _taken_up(name: str) -> list[str]:
    """What was found for one target: written down in `found`, small, with a line for each."""
    lines = []
    folder = WORK / name
    for path in sorted(folder.glob(f"{name}-*")):
        if path.suffix == ".txt":
            continue
        data = path.read_bytes()
        fault = _fault(name, data)
        if fault is None:
            continue  # mended since
        small = shrink(data, lambda tried, fault=fault: _fault(name, tried) == fault)
        (FOUND / path.name).write_bytes(small)
        lines.append(f"found: {FOUND.name}/{path.name} ({len(small)} bytes): {fault}")
    for path in (*folder.glob("timeout-*"), *folder.glob("oom-*")):
        lines.append(f"found: {path.relative_to(ROOT)}: too long or too much memory")
    if name not in ABORTS:
        lines += [
            f"found: {path.relative_to(ROOT)}: ended the process" for path in folder.glob("crash-*")
        ]
    return lines


def _fault(name: str, data: bytes) -> str | None:
    try:
        TARGETS[name].check(data)
    except Exception as error:  # noqa: BLE001 - each is a find
        return fault_of(error)
    return None


if __name__ == "__main__":
    sys.exit(main())
