"""Visual lines: words on one baseline from left to right, with the spaces between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from innspill.stages.reading.core.formats.pdf.geometry import Rect, View
from innspill.stages.reading.core.formats.pdf.words import Word
from innspill.stages.reading.core.values import Cell

_SAME_BASE = 0.3
"""Baselines closer than this share of the letter size belong to one line."""
_RAISED_BY = 0.8
_SMALL = 0.85
"""Smaller words that stand raised or lowered by no more than the above are marks in a line."""
_WIDE_GAP = 1.6
"""A gap wider than this many letter sizes parts columns."""
_FEWEST_GAPS = 3
_LEVEL = 0.1
"""Before a mark that is raised by more than this PDFium sees a new line, and no glue."""
_SPACE = 0.15
_LETTER_GAP = 0.7
_TWICE = 0.3
"""The same word no further off than this share of its size was drawn twice to look bold."""


@dataclass(slots=True)
class VisualLine:
    """Words on one baseline, from left to right; size and base are those of most letters."""

    words: list[Word]
    size: float = 0.0
    base: float = 0.0
    left: float = 0.0
    right: float = 0.0
    cell: Cell | None = None
    depth: float = 0.0
    """How far below its baseline the last baseline lies, where it was several lines."""
    _spelled: tuple[str, list[int]] | None = None
    view: View | None = None
    """For a line that runs in another direction than most of the page: how it is seen."""

    def __post_init__(self) -> None:
        self.measure()

    def measure(self) -> None:
        """Take the measures anew, after words were added."""
        self._spelled = None
        if not self.words:
            return
        by_size = sorted(self.words, key=lambda word: word.size)
        half, seen = sum(len(word.text) for word in self.words) / 2, 0
        for word in by_size:
            seen += len(word.text)
            if seen >= half:
                self.size = word.size
                break
        bases = sorted(word.base for word in self.words if word.size >= self.size * _SMALL)
        self.base = bases[len(bases) // 2]
        self.left = min([word.left for word in self.words])
        self.right = max([word.right for word in self.words])

    @property
    def rect(self) -> Rect:
        """What it covers, roughly."""
        return Rect(
            self.left, self.base - self.depth - 0.2 * self.size,
            self.right, self.base + 0.75 * self.size,
        )  # fmt: skip

    @property
    def text(self) -> str:
        """The line as read."""
        return self.spelled()[0]

    def spelled(self) -> tuple[str, list[int]]:
        """The line as read, and where in it each word begins."""
        if self._spelled is None:
            self._spelled = self._spell()
        return self._spelled

    def _spell(self) -> tuple[str, list[int]]:
        parts: list[str] = []
        starts: list[int] = []
        length = 0
        last: Word | None = None
        justified = _is_justified(self.words, self.size)
        for word in self.words:
            gap = "" if last is None else _between(last, word, self.size)
            if justified and gap == "\t":
                gap = " "
            parts += (gap, word.text)
            starts.append(length + len(gap))
            length += len(gap) + len(word.text)
            last = word
        return "".join(parts), starts

    def is_artifact(self) -> bool:
        """Whether the file says of all its words that they belong to the page."""
        return all(word.artifact for word in self.words)


def _between(one: Word, other: Word, size: float) -> str:
    """What parts two neighbours: nothing, a space, or the tab of a wide gap."""
    if other.before is not None:
        return other.before
    gap = other.left - one.right
    if gap > _WIDE_GAP * size:
        return "\t"
    follows = other.number == one.number + 1 and one.number >= 0
    if follows and (other.glued or abs(other.base - one.base) <= _LEVEL * size):
        parted = not other.glued or gap > _LETTER_GAP * size
    else:
        parted = gap > _SPACE * size or one.box is not None or other.box is not None
    return " " if parted else ""


def _is_justified(words: Sequence[Word], size: float) -> bool:
    """Whether all gaps of a line are as wide as each other: it was stretched, and has no columns."""
    gaps = [
        other.left - one.right
        for one, other in pairwise(words)
        if not (other.glued and other.number == one.number + 1)
    ]
    wide = len(gaps) >= _FEWEST_GAPS and min(gaps) > 0.9 * size
    return wide and max(gaps) <= 1.5 * min(gaps)


def without_copies(words: Iterable[Word]) -> list[Word]:
    """The words, each but once: some programs draw them twice to look bold."""
    places: dict[tuple[str, int, int], list[Word]] = {}
    known: set[str] = set()
    kept: list[Word] = []
    for word in words:
        text, across, up = word.text, int(word.left // 4), int(word.base // 4)
        if text in known and _has_copy(word, places, across, up):
            continue
        known.add(text)
        places.setdefault((text, across, up), []).append(word)
        kept.append(word)
    return kept


def _has_copy(
    word: Word, places: Mapping[tuple[str, int, int], Sequence[Word]], across: int, up: int
) -> bool:
    slack = _TWICE * word.size
    return any(
        abs(other.left - word.left) < slack and abs(other.base - word.base) < slack
        for x in (across - 1, across, across + 1)
        for y in (up - 1, up, up + 1)
        for other in places.get((word.text, x, y), ())
    )


def lines_of(words: Sequence[Word], cell: Cell | None = None) -> list[VisualLine]:
    """The lines that `words` make up, from the top down."""
    groups: list[list[Word]] = []
    anchor: Word | None = None
    for word in sorted(words, key=lambda each: (-each.base, each.left)):
        if anchor is None or anchor.base - word.base > _SAME_BASE * max(anchor.size, word.size):
            groups.append([])
            anchor = word
        groups[-1].append(word)
        if word.size > anchor.size * 1.2:
            anchor = word
    return [
        VisualLine(sorted(group, key=lambda word: word.left), cell=cell)
        for group in _with_marks(groups)
    ]


def _with_marks(groups: list[list[Word]]) -> list[list[Word]]:
    """The groups of one baseline, raised and lowered marks put into the lines they belong to."""
    sizes = [max(word.size for word in group) for group in groups]
    bases = [group[0].base for group in groups]
    gone: set[int] = set()
    for at, group in enumerate(groups):
        for near in (at + 1, at - 1, at + 2, at - 2):
            if 0 <= near < len(groups) and near not in gone and sizes[at] < sizes[near] * _SMALL:
                apart = abs(bases[at] - bases[near])
                if apart <= _RAISED_BY * sizes[near] and _fits(group, groups[near]):
                    groups[near] += group
                    gone.add(at)
                    break
    return [group for at, group in enumerate(groups) if at not in gone]


def _fits(marks: Sequence[Word], line: Sequence[Word]) -> bool:
    """Whether each of `marks` stands between the words of `line` and right beside one."""
    ordered = sorted(line, key=lambda word: word.left)
    lefts = [word.left for word in ordered]
    for mark in marks:
        at = bisect_left(lefts, mark.middle)
        slack = 0.6 * ordered[0].size
        beside = at > 0 and -slack <= mark.left - ordered[at - 1].right <= slack
        before = at < len(ordered) and -slack <= ordered[at].left - mark.right <= slack
        if not (beside or before):
            return False
    return True


def as_one(lines: Sequence[VisualLine]) -> VisualLine:
    """The lines of a narrow cell as one line, so that a label is whole."""
    words: list[Word] = []
    for line in lines:
        if words:
            line.words[0].before = " "
        words += line.words
    joined = VisualLine(words, cell=lines[0].cell)
    joined.base = lines[0].base
    joined.depth = lines[0].base - lines[-1].base
    return joined
