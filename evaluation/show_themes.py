"""Prints the themes that the machine finds, with their labels: for a look at how they read.

    python -m evaluation.show_themes [HEARING …] [--blind]

With --blind only labels, descriptions and comments stand there, in no order that tells their size:
so that whoever judges the labels has nothing else to go by.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from evaluation.answers import public
from evaluation.hearings import OPEN, Hearing, load
from innspill.stages.analysis.core.analyse import analyse
from innspill.stages.analysis.core.values import CommentFound, ThemeFound

EXAMPLES = 3
LENGTH = 300
"""Characters of a comment that are shown."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the themes of the hearings asked for."""
    asked = argparse.ArgumentParser(prog="show_themes", description="Prints themes with labels.")
    asked.add_argument("hearing", nargs="*", default=[*OPEN])
    asked.add_argument("--blind", action="store_true", help="labels and comments alone")
    chosen = asked.parse_args(arguments)
    for name in chosen.hearing:
        sys.stdout.write("\n".join(themes_of(load(name), blind=chosen.blind)) + "\n")
    return 0


def themes_of(hearing: Hearing, *, blind: bool = False) -> Iterator[str]:
    """The themes of one hearing, line by line; the largest first, or by label where blind."""
    found = analyse([public(each) for each in hearing.answers.values()], hearing.definition)
    remarks = [each for each in found.comments if each.is_remark]
    yield f"# {hearing.name}"
    if not blind:
        left = len(found.themes.left)
        yield f"{len(found.themes.found)} themes; {left} of {len(remarks)} comments left over"
    order = (lambda each: each.label) if blind else (lambda each: (-len(each.members), each.label))
    for each in sorted(found.themes.found, key=order):
        yield from _theme(each, remarks, blind=blind)


def _theme(theme: ThemeFound, remarks: Sequence[CommentFound], *, blind: bool) -> Iterator[str]:
    yield f"\n## {theme.label}"
    yield theme.description
    if not blind:
        yield f"n = {len(theme.members)}, against most: {len(theme.contrary)}"
        yield f"phrases: {', '.join(theme.phrases)}"
        for part in theme.parts:
            yield f"part: {part.label} ({len(part.members)})"
    for member in theme.members[:EXAMPLES]:
        yield f"- {' '.join(remarks[member].text.split())[:LENGTH]}"


if __name__ == "__main__":
    sys.exit(main())
