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
_LONGEST = 15
"""Seconds for one file with the start of a process."""
_ONE_FILE = """
import pathlib, sys
from tests.fuzz.targets import TARGETS
TARGETS[sys.argv[1]].check(pathlib.Path(sys.argv[2]).read_bytes())
"""


def main() -> int:
    """Fuzz, make small, write down and say what was found."""
    options = _arguments()
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        read: dict[str, int] = {}
        done = pool.map(lambda name: _fuzz(name, options.seconds), options.targets)
        for name, (count, line) in zip(options.targets, done, strict=True):
            read[name] = count
            print(line, flush=True)
    new = [
        f"{name} did not start: see {WORK.name}/{name}/log.txt" for name in read if not read[name]
    ]
    new += [line for name in options.targets for line in _taken_up(name)]
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


def _fuzz(name: str, seconds: int) -> tuple[int, str]:
    """Fuzz one target, started again where its process ended before its time.

    How many files were read, and a line about it.
    """
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
    return runs, f"{name:<10}{runs:>9} files, process ended {ended} times{what}"


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
    ended = {
        "timeout": "took too long",
        "oom": "took too much memory",
        "crash": "ended the process",
    }
    for kind, what in ended.items():
        for path in folder.glob(f"{kind}-*") if kind != "crash" or name not in ABORTS else ():
            if not _ends_well(name, path):
                lines.append(f"found: {path.relative_to(ROOT)}: {what}")
    return lines


def _ends_well(name: str, path: Path) -> bool:
    """Whether the file, which once ended the fuzzer, is read in good time: it is mended since."""
    command = [sys.executable, "-c", _ONE_FILE, name, str(path)]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=_LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _fault(name: str, data: bytes) -> str | None:
    try:
        TARGETS[name].check(data)
    except Exception as error:  # noqa: BLE001 - each is a find
        return fault_of(error)
    return None


if __name__ == "__main__":
    sys.exit(main())
