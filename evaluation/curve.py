"""What more labelled hearings give: python -m evaluation.curve writes docs/learning-curve.md.

Dividing, stance and what is asked for are learnt from two, four … of the hearings, and measured on
each open one, which is left out. Answers and wholes are told by rules from the stances of comments.
Those labelled by whoever wrote them come first, then those that readers labelled, so that the last
step adds the open ones.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation import train
from evaluation.hearings import LEARNT, OPEN, Hearing, load
from evaluation.measuring.figures import Tally, figure
from evaluation.stages import GOALS, STAGES, tallies
from innspill.stages.analysis.core.learnt.linear import reading_from

PLACE = Path(__file__).resolve().parents[1] / "docs" / "learning-curve.md"
SIZES = (2, 4, 8, 12, 16, 18)
SHOWN = (
    "boundaries inside places, F1",
    "comments said that can stay unchanged",
    "stance of comments, macro F1",
    "stance of comments, opposing ones found",
    "stance of answers, macro F1",
    "stance of wholes, macro F1",
    "stance of wholes, opposing ones found",
    "proposals, precision",
    "proposals, recall",
)
_LEARNING = ("segments", "stance", "answers", "wholes", "proposals")
_STAGES = tuple(each for each in STAGES if each.name in _LEARNING)


def main() -> int:
    """Learn from more and more hearings, measure, write the table."""
    opened = [load(name) for name in OPEN]
    found = {size: _measured(opened, size) for size in SIZES}
    PLACE.write_text(_paper(found), encoding="utf-8")
    sys.stdout.write(PLACE.read_text(encoding="utf-8"))
    return 0


def _measured(opened: Sequence[Hearing], size: int) -> Mapping[str, list[Tally]]:
    """By measure the tallies of each open hearing, learnt from `size` of the others."""
    found: dict[str, list[Tally]] = {name: [] for name in SHOWN}
    for hearing in opened:
        names = [each for each in (*LEARNT, *OPEN) if each != hearing.name][:size]
        with tempfile.TemporaryDirectory(prefix="innspill-curve-") as folder:
            train.learn(names, Path(folder))
            with reading_from(Path(folder)):
                for stage in tallies(hearing, _STAGES, "machine").values():
                    for each in stage:
                        if each.name in found:
                            found[each.name].append(each)
    return found


def _paper(found: Mapping[int, Mapping[str, list[Tally]]]) -> str:
    lines = [
        "# What more labelled hearings give",
        "",
        (
            "Made by `python -m evaluation.curve`; nothing here is written by hand. Dividing,"
            " stance and what is asked for, learnt from so many hearings, measured on the open ones"
            f" ({', '.join(OPEN)}), each left out of what is learnt. The first eight were labelled by whoever wrote them, the next eight by readers, and the last two are"
            " the other open ones; answers and labels"
            " are language models' ([accuracy.md](accuracy.md))."
        ),
        "",
        f"| measure | goal | {' | '.join(str(each) for each in found)} |",
        f"|---|---|{'---|' * len(found)}",
    ]
    for name in SHOWN:
        figures = [figure(each[name]) for each in found.values()]
        told = (f"{each.value:.2f} ({each.low:.2f}–{each.high:.2f})" for each in figures)
        lines.append(f"| {name} | ≥ {GOALS[name]:.2f} | {' | '.join(told)} |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.exit(main())
