"""Boxes that should be there: a choice's label stands alone where others like it have a box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from innspill.stages.reading.core.formats.pdf.geometry import Rect
from innspill.stages.reading.core.formats.pdf.visual_lines import VisualLine
from innspill.stages.reading.core.formats.pdf.words import Word

_LONGEST_LABEL = 6
_APART = 0.9
"""A new choice begins after a gap of so many letter sizes."""


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A box and the words after it, up to the next box."""

    box: Word
    words: tuple[Word, ...]


def missed(lines: Sequence[VisualLine]) -> list[Rect]:
    """Where boxes were expected and none was found, in points.

    A word that begins the label of a box elsewhere on the page is known; where it begins a line
    or a piece of a line of boxes without one, its box is missing.
    """
    labelled = [one for line in lines for one in _labelled(line)]
    labels = {_said(one.words[0].text) for one in labelled if one.words} - {""}
    if not labels:
        return []
    with_words = [one for one in labelled if one.words]
    offset = median(one.words[0].left - one.box.left for one in with_words)
    side = median(one.box.right - one.box.left for one in with_words)
    return [
        Rect(
            word.left - offset, word.base + 0.35 * word.size - side / 2,
            word.left - offset + side, word.base + 0.35 * word.size + side / 2,
        )
        for word in _without_box(lines, labels)
    ]  # fmt: skip


def _labelled(line: VisualLine) -> Iterator[_Labelled]:
    boxes = [at for at, word in enumerate(line.words) if word.box]
    for at, following in pairwise([*boxes, len(line.words)]):
        words = tuple(line.words[at + 1 : following])
        if len(words) <= _LONGEST_LABEL:
            yield _Labelled(line.words[at], words)


def _without_box(lines: Sequence[VisualLine], labels: set[str]) -> Iterator[Word]:
    """The words that begin a choice elsewhere and have no box here, where choices stand."""
    firsts = _columns(lines)
    for line in lines:
        has_boxes = any(word.box for word in line.words)
        for at, word in enumerate(line.words):
            if word.box or _said(word.text) not in labels:
                continue
            before = line.words[at - 1] if at else None
            if before is not None and before.box:
                continue
            begins = _begins(line, at)
            alone = at <= 1 and len(line.words) <= _LONGEST_LABEL and _near(firsts, word)
            if (alone or (has_boxes and begins)) and not _box_after(line, at):
                yield word


def _begins(line: VisualLine, at: int) -> bool:
    """Whether a new piece of the line begins here; what was made of a box does not count."""
    word = line.words[at]
    while at:
        before = line.words[at - 1]
        if word.left - before.right > _APART * word.size:
            return True
        if before.box or len(before.text) > 2:
            return False
        word, at = before, at - 1
    return True


def _columns(lines: Sequence[VisualLine]) -> Counter[int]:
    """Where the labels of boxes begin, in tens of points."""
    return Counter(
        round(one.words[0].left / 10)
        for line in lines for one in _labelled(line) if one.words
    )  # fmt: skip


def _near(columns: Counter[int], word: Word) -> bool:
    place = round(word.left / 10)
    return any(columns[place + off] for off in (-1, 0, 1))


def _box_after(line: VisualLine, at: int) -> bool:
    """Whether the boxes of the line stand after their labels, and this one has its own."""
    rest = line.words[at + 1 : at + 1 + _LONGEST_LABEL]
    return line.words[0].box is None and any(word.box for word in rest)


def _said(word: str) -> str:
    return "".join(character for character in word.lower() if character.isalnum())
