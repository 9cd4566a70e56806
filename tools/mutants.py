"""Changes the code in small ways and counts how many of the changes the tests notice.

    python3 tools/setup.py --mutants && .venv-mutants/bin/python tools/mutants.py [AREA…]

mutmut makes the changes and runs the tests on each (its settings: `[tool.mutmut]` in
pyproject.toml). This adds up per area of the house and fails where too many went unnoticed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
AREAS = {
    "deadline": ("*/register/core/lateness.py", "*/consultations/core/deadline.py"),
    "duplicates": ("*/register/core/standing.py", "*/intake/core/*.py"),
    "journal": ("*/shared/journal/*.py",),
    "matching": ("*/register/core/*.py",),
}
"""What each area is made of; a file belongs to the first that names it."""
LEAST = 0.90
UNDECIDED = {None, 2, 33, 34, 35, 5}
"""mutmut's codes for changes that no test ran on, or that were not tried."""


def main() -> None:
    names = sys.argv[1:]
    if not set(names) <= AREAS.keys():
        sys.exit(f"mutants: the areas are {', '.join(AREAS)}")
    mutmut = Path(sys.executable).parent / "mutmut"
    subprocess.run([mutmut, "run", "--max-children", "2"], cwd=ROOT, check=True)
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


def counts() -> Counter[tuple[str, bool]]:
    """How many changes of each area were noticed (True), and how many were not."""
    found: Counter[tuple[str, bool]] = Counter()
    for meta in sorted((ROOT / "mutants").rglob("*.py.meta")):
        path = str(meta.relative_to(ROOT / "mutants")).removesuffix(".meta")
        area = next((name for name, of in AREAS.items() if any(fnmatch(path, p) for p in of)), None)
        if area is None:
            sys.exit(f"mutants: {path} belongs to no area")
        codes = json.loads(meta.read_text())["exit_code_by_key"].values()
        # 0: the tests passed on changed code. Without a test it is unnoticed as well.
        found.update((area, code not in UNDECIDED | {0}) for code in codes)
    return found


if __name__ == "__main__":
    main()
