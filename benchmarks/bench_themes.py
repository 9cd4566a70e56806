"""Themes: how well they agree with people's, beside other methods in the same run, and how quick.

Goals (issue 7): NMI >= 0.93 on the gambling comments that have one theme, ahead of every peer on
Ottensen (first category, unlabelled rows left out), 100,000 comments in at most 45 seconds of
processor time, at most 15 % left over. The public sets are not part of the project: they are read
from the folder given; without it only the made comments are measured.

    python benchmarks/bench_themes.py [--data FOLDER] [--made N]
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

from innspill.stages.analysis.core.themes.find import themes_of

sys.path.insert(0, str(Path(__file__).resolve().parent))

from theme_peers import peers
from theme_texts import Labelled, labelled, made

MOST_SECONDS, MOST_LEFT = 45.0, 0.15
LEAST_NMI = {"gambling": 0.93}


def main() -> int:
    """Print the table; exit code 1 where a goal is not reached."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=os.environ.get("INNSPILL_THEME_DATA"))
    parser.add_argument("--made", type=int, default=100_000)
    given = parser.parse_args()
    sets = list(labelled(Path(given.data))) if given.data else []
    good = [_beside_peers(each) for each in sets]
    return 0 if all([*good, _how_quick(given.made)]) else 1


def _beside_peers(data: Labelled) -> bool:
    true = len({themes[0] for themes in data.themes})
    print(f"{data.name}: {len(data.texts)} comments, measured on {len(data.measured())}")
    began = time.process_time()
    found, left = ours(data)
    own = _line("Innspill", data, found, time.process_time() - began)
    best = 0.0
    for name, peer in peers():
        began = time.process_time()
        numbers = peer(data.texts, data.language, true)
        best = max(best, _line(name, data, numbers, time.process_time() - began))
    few_left = left <= MOST_LEFT * len(data.texts)
    return few_left and own >= LEAST_NMI.get(data.name, 0.0) and own > best


def ours(data: Labelled) -> tuple[list[int], int]:
    """The first theme of each comment (-1 for none), and how many are left over."""
    themes = themes_of(data.texts, language=data.language)
    first = [-1] * len(data.texts)
    for number, theme in enumerate(themes.found):
        for at in theme.members:
            first[at] = number if first[at] < 0 else first[at]
    return first, len(themes.left)


def _line(name: str, data: Labelled, found: Sequence[int], seconds: float) -> float:
    at = data.measured()
    people, machine = [data.themes[each][0] for each in at], [found[each] for each in at]
    agreement = float(normalized_mutual_info_score(people, machine))
    print(
        f"  {name:<36} NMI {agreement:.3f}  ARI {adjusted_rand_score(people, machine):.3f}"
        f"  themes {len(set(found) - {-1}):>3}  left {found.count(-1) / len(found):>4.0%}"
        f"  {seconds:.1f} s"
    )
    return agreement


def _how_quick(count: int) -> bool:
    data = made(count)
    began = time.process_time()
    found, left = ours(data)
    seconds = time.process_time() - began
    print(f"{data.name}:")
    _line("Innspill", data, found, seconds)
    print(f"  at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    return seconds <= MOST_SECONDS * max(1.0, count / 100_000) and left <= MOST_LEFT * count


if __name__ == "__main__":
    sys.exit(main())
