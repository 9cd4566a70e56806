"""Fuzzes one target for a time: python -m tests.fuzz.one NAME SECONDS FOLDER.

What a target raises is written to FOLDER, the smallest file for each place in the code that it was
raised at, and fuzzing goes on. What ends the process (PDFium does) or takes too long is written
there by the fuzzer itself.
"""

from __future__ import annotations

import hashlib
import sys
import traceback
from pathlib import Path
from random import Random

import atheris

from tests.fuzz.faults import fault_of

CORE = "innspill.stages.reading.core"
WATCHED = f"{CORE}.answers" if sys.argv[1] in {"blocks", "cells"} else f"{CORE}.formats"
"""The code whose paths the fuzzer looks for: what reads answers costs ten times what parses."""

with atheris.instrument_imports(include=[WATCHED]):
    from tests.fuzz.mutate import mutate_package, mutate_xml
    from tests.fuzz.targets import TARGETS, Target

LONGEST = 10
"""Seconds that reading one file may take."""
LARGEST = 300_000


def main() -> None:
    """Never returns: the fuzzer ends the process when the time is up."""
    name, seconds, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    target = TARGETS[name]
    seeds = folder / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    for data in target.seeds():
        (seeds / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)

    def once(data: bytes) -> None:
        try:
            target.check(data)
        except Exception as error:  # noqa: BLE001 - each is a find
            _keep(error, data, target, folder)

    arguments = [
        sys.argv[0], str(seeds), f"-max_total_time={seconds}", f"-timeout={LONGEST}",
        f"-max_len={LARGEST}", f"-artifact_prefix={folder}/", "-rss_limit_mb=3000", "-print_final_stats=1",
    ]  # fmt: skip
    atheris.Setup(arguments, once, custom_mutator=_mutate)
    atheris.Fuzz()


def _mutate(data: bytes, largest: int, seed: int) -> bytes:
    if data.startswith(b"PK") and seed % 20:
        return mutate_package(bytes(data), largest, seed, atheris.Mutate)
    if data.startswith(b"<") and seed % 3:
        made = mutate_xml(bytes(data), Random(seed))
        if made is not None and len(made) <= largest:
            return made
    changed: bytes = atheris.Mutate(data, largest)
    return changed


def _keep(error: Exception, data: bytes, target: Target, folder: Path) -> None:
    """Write the find down, unless there is a smaller one of the same fault."""
    fault = fault_of(error)
    path = folder / f"{target.name}-{hashlib.sha256(fault.encode()).hexdigest()[:8]}"
    if not path.exists() or path.stat().st_size > len(data):
        path.write_bytes(data)
        words = "".join(traceback.format_exception(error))
        path.with_suffix(".txt").write_text(
            f"{fault}\n\n{words}", encoding="utf-8", errors="replace"
        )


if __name__ == "__main__":
    main()
