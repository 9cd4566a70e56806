"""Changes the code in small ways and counts how many of the changes the tests notice.

    python3 tools/setup.py --mutants && .venv-mutants/bin/python tools/mutants.py [AREA…]

mutmut makes the changes and runs the tests on each (its settings: `[tool.mutmut]` in
pyproject.toml). This adds up per area of the house and fails where too many went unnoticed.
What was tried before is not tried again, unless the code has changed or its area is named.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
AREAS = {
    "deadline": (
        "stages/register/core/lateness", "stages/consultations/core/deadline",
        "stages/consultations/core/periods",
    ),
    "duplicates": (
        "stages/register/core/standing", "stages/register/core/which_stands",
        "stages/intake/core/*",
    ),
    "journal": ("shared/journal/*",),
    "matching": ("stages/register/core/*",),
}  # fmt: skip
"""What each area is made of; a file belongs to the first that names it."""
LEAST = 0.90
CHILDREN = "2"
NOT_TRIED = {None, 2, 5, 33, 34}
"""mutmut's codes for changes that no test ran on, or that were not tried."""
SURVIVED = 0


def main() -> None:
    names = sys.argv[1:]
    if not set(names) <= AREAS.keys():
        sys.exit(f"mutants: the areas are {', '.join(AREAS)}")
    try_out(names)
    counted = counts()
    print(f"{'area':12} {'changes':>8} {'noticed':>8} {'share':>7}")
    failed = False
    for area in names or AREAS:
        noticed, all_of = counted[area, True], counted[area, True] + counted[area, False]
        share = noticed / all_of if all_of else 0.0
        failed |= share < LEAST
        print(f"{area:12} {all_of:8} {noticed:8} {share:7.1%}")
    sys.exit(
        "mutants: too many changes went unnoticed; `mutmut results` names them" if failed else 0
    )


def try_out(names: list[str]) -> None:
    """Runs mutmut on the areas called `names`, or on all of the code that is changed."""
    of = [f"innspill.{path.replace('/', '.')}.*" for name in names for path in AREAS[name]]
    mutmut = Path(sys.executable).parent / "mutmut"
    with tempfile.TemporaryDirectory() as folder:
        # The tables of the tests' database are laid once, not once for each change.
        kept = {"INNSPILL_KEPT_TABLES": str(Path(folder) / "tables.sqlite3")}
        command = [mutmut, "run", "--max-children", CHILDREN, *of]
        subprocess.run(command, cwd=ROOT, check=True, env=os.environ | kept)


def counts() -> Counter[tuple[str, bool]]:
    """How many changes of each area were noticed (True), and how many were not."""
    found: Counter[tuple[str, bool]] = Counter()
    source = ROOT / "mutants" / "src" / "innspill"
    for meta in sorted(source.rglob("*.py.meta")):
        path = str(meta.relative_to(source)).removesuffix(".py.meta")
        area = next((name for name, of in AREAS.items() if any(fnmatch(path, p) for p in of)), None)
        if area is None:
            sys.exit(f"mutants: {path} belongs to no area")
        codes = json.loads(meta.read_text())["exit_code_by_key"].values()
        # Without a test it is unnoticed as well.
        found.update((area, code not in NOT_TRIED | {SURVIVED}) for code in codes)
    return found


if __name__ == "__main__":
    main()
