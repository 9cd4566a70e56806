"""The disk is full, the database locked, the mail server down, the clock set: nothing is said to be
received that is not, what was refused is taken later, and each receipt goes out once.

`python -m tests.soak.faults [disk lock mail clock]`. The full disk is a small file system of its own
where this user may mount one, else a limit on how large files may grow.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.soak import fault_clock, fault_disk, fault_lock, fault_mail
from tests.soak.aftermath import look
from tests.soak.told import Told
from tests.soak.trial_home import TrialHome, engine, verdict

Part = Callable[[TrialHome, Told], None]
PARTS: dict[str, Part] = {
    "disk": fault_disk.tried, "lock": fault_lock.tried, "mail": fault_mail.tried,
    "clock": fault_clock.tried,
}  # fmt: skip


def run(names: list[str], folder: Path) -> int:
    """The parts one after the other in one home; their verdict."""
    told = Told()
    home = TrialHome(folder / "home", {"INNSPILL_LOCK_WAIT": "3"})
    with fault_disk.small(home.folder) as kind:
        told.figures.append(("the disk of the home", kind))
        home.prepare()
        for name in names:
            print(f"-- {name}", flush=True)
            PARTS[name](home, told)
        found = look(home.folder, told.acknowledged)
        told.figures.append(
            ("acknowledged, deliveries", f"{len(told.acknowledged)}, {found.deliveries}")
        )
        return verdict(f"faults on {engine()} ({', '.join(names)})", told.figures,
                       {**told.faults, **found.faults})  # fmt: skip


def main() -> int:
    """Arguments, the trial, its verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", default=[], choices=[*PARTS, []])
    with tempfile.TemporaryDirectory(prefix="innspill-faults-") as folder:
        return run(parser.parse_args().parts or list(PARTS), Path(folder))


if __name__ == "__main__":
    sys.exit(main())
