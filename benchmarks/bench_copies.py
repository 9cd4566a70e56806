"""Copies among made comments: how right and how quick, beside peers in the same run.

    python benchmarks/bench_copies.py [--total 100000] [--seed N] [--both 0.01] [--alone]

Goals (issue 7): precision of pairs >= .99; members found: exact and cosmetic 1, typing errors and
additions >= .99, cut >= .97, partial >= .93, word-swapped >= .90; of letters of one's own <= .5 %
drawn in; >= 10,000 comments a second of processor time; <= 4 GB. Peers are asked where they can be
imported. Theirs are signatures; bands and connected components join them (copies_peers.py). A hundredth of
the campaign senders have two letters in one (`--both`): to components those are a bridge.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from innspill.stages.analysis.core.copies.find import groups_of

sys.path.insert(0, str(Path(__file__).resolve().parent))

from copies_peers import peers
from made_campaigns import KINDS, Made, campaigns

GOALS = dict(zip(KINDS, (1.0, 1.0, 0.99, 0.99, 0.97, 0.93, 0.90), strict=True))
NEUTRAL = ("stub", "both")
Groups = Iterable[Sequence[int]]


def main() -> int:
    """Print one table; exit code 1 where a goal is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--total", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--alone", action="store_true", help="without the peers")
    parser.add_argument("--both", type=float, default=0.01, help="senders of two letters in one")
    given = parser.parse_args()
    made = list(campaigns(given.total, given.seed, given.both))
    texts = [each.text for each in made]
    print(f"{len(made)} comments, seed {given.seed}, {sum(map(len, texts)) / len(texts):.0f} "
          f"characters each; made in {time.process_time():.0f} s, {_memory()} MB")  # fmt: skip
    print(f"{'':<28}{'CPU s':>7}{'a second':>10}{'MB':>7}{'pair P':>8}{'pair R':>8}"
          + "".join(f"{kind:>9}" for kind in KINDS) + f"{'few':>7}{'drawn in':>10}")  # fmt: skip
    senders = [str(at) for at in range(len(texts))]
    missed = _row("innspill", made, lambda: [
        each.members for each in groups_of(texts, senders) if each.kind != "part"
    ])  # fmt: skip
    if not given.alone:
        for name, ask in peers().items():
            _row(name, made, lambda ask=ask: ask(texts))
    return missed


def _row(name: str, made: Sequence[Made], ask: Callable[[], Groups]) -> int:
    began = time.process_time()
    groups = list(ask())
    took = time.process_time() - began
    found = _found(made, groups)
    precision, recall = _pairs(made, groups)
    drawn = _drawn(made, groups)
    print(f"{name:<28}{took:>7.1f}{len(made) / took:>10.0f}{_memory():>7}{precision:>8.4f}"
          f"{recall:>8.4f}" + "".join(f"{found[kind]:>9.4f}" for kind in KINDS)
          + f"{found['few']:>7.3f}{drawn:>10.5f}", flush=True)  # fmt: skip
    right = precision >= 0.99 and drawn <= 0.005 and len(made) / took >= 10_000
    return 0 if right and all(found[kind] >= goal for kind, goal in GOALS.items()) else 1


def _found(made: Sequence[Made], groups: Groups) -> dict[str, float]:
    """The share of each kind that is in the group where most of its letter's members are."""
    theirs = defaultdict(Counter)
    for number, members in enumerate(groups):
        for at in members:
            if made[at].letter >= 0:
                theirs[made[at].letter][number] += 1
    home = {letter: counts.most_common(1)[0][0] for letter, counts in theirs.items()}
    there = Counter(
        made[at].kind
        for number, members in enumerate(groups)
        for at in members
        if home.get(made[at].letter) == number
    )
    several = Counter(each.letter for each in made)
    all_of = Counter(each.kind for each in made if several[each.letter] > 1)
    return {kind: there[kind] / max(1, all_of[kind]) for kind in (*KINDS, "few")}


def _pairs(made: Sequence[Made], groups: Groups) -> tuple[float, float]:
    """Of pairs in one group those of one letter, and of pairs of one letter those in one group."""
    right = together = 0
    for members in groups:
        count = [at for at in members if made[at].kind not in NEUTRAL]
        together += _two(len(count))
        right += sum(_two(n) for letter, n in Counter(made[at].letter for at in count).items()
                     if letter >= 0)  # fmt: skip
    all_pairs = sum(
        _two(n)
        for letter, n in Counter(each.letter for each in made if each.kind not in NEUTRAL).items()
        if letter >= 0
    )
    return right / max(1, together), right / max(1, all_pairs)


def _drawn(made: Sequence[Made], groups: Groups) -> float:
    drawn = sum(made[at].kind == "own" for members in groups for at in members)
    return drawn / max(1, sum(each.kind == "own" for each in made))


def _two(count: int) -> int:
    return count * (count - 1) // 2


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main())
