"""Boxes that should be there: a choice's label stands alone where others like it have a box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from innspill.stages.reading.core.formats.scan.lines import Line, Piece
from innspill.stages.reading.core.formats.scan.outlines import Outline, Page

_LONGEST_LABEL = 6
_SOME_INK = 0.06
_SAME_ROW = 0.7


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A box and the words after it, up to the next box or wide gap."""

    box: Piece
    words: tuple[Piece, ...]

    @property
    def label(self) -> str:
        """The first word after the box, which is enough to know a choice by."""
        return _said(self.words[0].text) if self.words else ""


def missed(page: Page, lines: Sequence[Line]) -> tuple[list[Outline], int]:
    """Outlines where a box was expected and there is ink, and how many have nothing there."""
    labelled = [one for line in lines for one in _labelled(line)]
    labels = Counter(one.label for one in labelled if one.label)
    if not labelled or not labels:
        return [], 0
    before = [one.words[0].left - one.box.left for one in labelled if one.words]
    side = median(one.box.right - one.box.left for one in labelled)
    offset = median(before) if before else 0.0
    found: list[Outline] = []
    lost = 0
    for word in _without_box(lines, labels):
        outline = _place(page, word, offset, side)
        if outline is None:
            lost += 1
        else:
            found.append(outline)
    return found, lost


def _labelled(line: Line) -> Iterator[_Labelled]:
    boxes = [at for at, piece in enumerate(line.pieces) if piece.box]
    for at, following in pairwise([*boxes, len(line.pieces)]):
        words = tuple(line.pieces[at + 1 : following])
        if len(words) <= _LONGEST_LABEL:
            yield _Labelled(line.pieces[at], words)


def _without_box(lines: Sequence[Line], labels: Counter[str]) -> Iterator[Piece]:
    """Words that begin a choice elsewhere and have no box here, in a place where choices stand."""
    for line in lines:
        boxes = [piece for piece in line.pieces if piece.box]
        for at, piece in enumerate(line.pieces):
            if piece.box or _said(piece.text) not in labels:
                continue
            alone = not boxes and at <= 1 and len(line.pieces) <= _LONGEST_LABEL
            before = line.pieces[at - 1] if at else None
            apart = before is None or (
                not before.box and piece.left - before.right > 1.2 * (piece.bottom - piece.top)
            )
            after_box = before is not None and before.box is not None
            if (alone or (boxes and apart)) and not after_box and not _box_after(line, at):
                yield piece


def _box_after(line: Line, at: int) -> bool:
    """Whether the boxes of the line stand after their labels, and this one has its own."""
    first = next(piece for piece in line.pieces)
    rest = line.pieces[at + 1 : at + 1 + _LONGEST_LABEL]
    return first.box is None and any(piece.box for piece in rest)


def _place(page: Page, word: Piece, offset: float, side: float) -> Outline | None:
    """Where the box of `word` must be, if there is any ink."""
    left, middle = word.left - offset, word.middle
    top = middle - side / 2
    share = page.share(left, top, left + side, top + side)
    if left < 0 or share < _SOME_INK:
        return None
    return Outline(round(left), round(top), round(left + side), round(top + side), sure=False)


def _said(word: str) -> str:
    return "".join(character for character in word.lower() if character.isalnum())
