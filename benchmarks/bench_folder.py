"""A folder of a thousand mixed responses: the core alone, and `innspill read` with its children.

What is compared is processor time for the same files: the front door starts processes, confines
them, sends each file in and its answers back, and writes JSON. Its share of the core's speed is the
ratio. Memory must be flat: the highest that any process reached after 100, 500 and 1,000 files.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from innspill.stages.consultations.core.files import load
from innspill.stages.reading.core.responses import read_delivery
from mixed_folder import ROOT, make_folder

DEFINITION = ROOT / "samples" / "trygt-vann" / "consultation.yaml"
FILES = 1_000
MARKS = (100, 500, 1_000)
ROUNDS = 2
CORE = "--core"


@dataclass(frozen=True, slots=True)
class Run:
    """One way through the folder: seconds by the clock and of the processor, and what came of it."""

    clock: float
    processor: float
    responses: int
    unreadable: int
    peaks: dict[int, dict[str, int]]
    """After so many files, the highest memory in MB that each process has had."""


def main() -> int:
    """Make the folder, walk it both ways in turns, and print what they cost."""
    if CORE in sys.argv:
        return _core(Path(sys.argv[-1]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kinds = make_folder(folder, FILES)
        print(f"{FILES} files: {', '.join(f'{many} {kind}' for kind, many in kinds.items())}")
        runs: dict[str, list[Run]] = {"core alone": [], "front door": []}
        for _ in range(ROUNDS):
            runs["core alone"].append(_run([sys.executable, __file__, CORE, name]))
            runs["front door"].append(_run(_front_door(folder)))
    _print(runs)
    same = {(run.responses, run.unreadable) for each in runs.values() for run in each}
    if len(same) > 1:
        print(f"the two do not give the same responses: {same}", file=sys.stderr)
    return 0 if len(same) == 1 else 1


def _front_door(folder: Path) -> list[str]:
    command = Path(sys.executable).with_name("innspill")
    return [str(command), "read", str(folder), "--consultation", str(DEFINITION)]


def _core(folder: Path) -> int:
    """What the core alone does, in a process of its own: a line for each response."""
    definition = load(DEFINITION)
    for path in sorted(folder.iterdir()):
        for response in read_delivery([(path.name, path.read_bytes())], definition):
            print(json.dumps({"file": response.file, "kind": response.kind}), flush=True)
    return 0


def _run(command: list[str]) -> Run:
    """Run the command, reading its lines and looking at its processes at each mark."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    files: set[str] = set()
    responses = unreadable = 0
    peaks: dict[int, dict[str, int]] = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        for line in process.stdout or ():
            response = json.loads(line)
            files.add(response["file"].partition("!/")[0])
            responses += 1
            unreadable += response["kind"] == "unreadable"
            if len(files) in MARKS and len(files) not in peaks:
                peaks[len(files)] = dict(_peaks(process.pid))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(time.monotonic() - start, spent, responses, unreadable, peaks)


def _peaks(pid: int, name: str = "parent") -> Iterator[tuple[str, int]]:
    """The highest memory of a process and of those below it, in MB, where /proc tells."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    lines = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    yield name, int(lines.get("VmHWM", "0").split()[0]) // 1024
    threads = [path / "children" for path in Path(f"/proc/{pid}/task").iterdir()]
    below = [child for path in threads if path.exists() for child in path.read_text().split()]
    for number, child in enumerate(below, start=1):
        kind = f"{name} {number}" if name != "parent" else f"child {number}"
        yield from _peaks(int(child), kind)


def _print(runs: dict[str, list[Run]]) -> None:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print(
        f"{'':<14}{'processor s':>12}{'clock s':>9}{'docs/s per core':>17}{'docs/s by the clock':>21}"
    )
    best = {name: min(each, key=lambda run: run.processor) for name, each in runs.items()}
    for name, run in best.items():
        print(
            f"{name:<14}{run.processor:>12.1f}{run.clock:>9.1f}{FILES / run.processor:>17.0f}",
            end="",
        )
        print(f"{FILES / run.clock:>21.0f}")
    core, front = best["core alone"], best["front door"]
    print(f"front door per core : core alone  {core.processor / front.processor:.2f}")
    print(
        f"by the clock on {cores} processors, front door : core alone  {core.clock / front.clock:.2f}"
    )
    print(f"{front.responses} responses, {front.unreadable} unreadable, the same both ways")
    for name, run in best.items():
        for mark, found in run.peaks.items():
            shown = ", ".join(f"{who} {size}" for who, size in found.items())
            print(f"{name}: highest memory in MB after {mark:>5} files: {shown}")


if __name__ == "__main__":
    sys.exit(main())
