"""What differs between two texts, word by word, and between two lists of blocks, block by block.

The shortest way from one to the other (Myers 1986), looked for as far as a fixed number of steps
allows: texts that have little in common stand as wholly gone and wholly new, so that no text costs
more than linear time.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

from innspill.stages.reports.core.edited.stored import said, told
from innspill.stages.reports.core.parts.values import Block, Table

_STEPS = 1_500_000
_FARTHEST = 400
_WORDS = re.compile(r"\s+|[^\W_]+|[\W_]")
_SO_ALIKE = 0.3
"""The share of words that two blocks must have in common to be shown as one that was changed."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of two sequences that is the same in both, or stands in place of the other."""

    same: bool
    old: slice
    new: slice


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand in both texts, in the old one only, or in the new one only."""

    kind: Literal["same", "gone", "new"]
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One block as it was and as it is, in pieces. `kind` says what happened to it as a whole."""

    kind: Literal["same", "changed", "gone", "new"]
    block: str
    """The block's kind: "paragraph", "table" …"""
    pieces: tuple[Piece, ...]


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Stretch]:
    """The stretches of two sequences in their order."""
    start = 0
    least = min(len(old), len(new))
    while start < least and old[start] == new[start]:
        start += 1
    end = 0
    while end < least - start and old[-1 - end] == new[-1 - end]:
        end += 1
    inner = _shortest(old[start : len(old) - end], new[start : len(new) - end])
    pairs = [(at, at) for at in range(start)]
    pairs += [(start + one, start + other) for one, other in inner]
    pairs += [(len(old) - end + at, len(new) - end + at) for at in range(end)]
    return _stretches(pairs, len(old), len(new))


def _shortest(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Places of what both have in common, along the shortest way; none where it is too far."""
    if not old or not new:
        return []
    farthest = min(_FARTHEST, _STEPS // (len(old) + len(new)), len(old) + len(new))
    reached = {1: 0}
    trail: list[dict[int, int]] = []
    for distance in range(farthest + 1):
        trail.append(dict(reached))
        for diagonal in range(-distance, distance + 1, 2):
            x = _from(reached, diagonal, distance)
            y = x - diagonal
            while x < len(old) and y < len(new) and old[x] == new[y]:
                x, y = x + 1, y + 1
            reached[diagonal] = x
            if x >= len(old) and y >= len(new):
                return _walked_back(trail, len(old), len(new))
    return []


def _is_down(reached: dict[int, int], diagonal: int, distance: int) -> bool:
    """Whether a diagonal is come to by something new, rather than by something that is gone."""
    if diagonal in (-distance, distance):
        return diagonal == -distance
    return reached[diagonal - 1] < reached[diagonal + 1]


def _from(reached: dict[int, int], diagonal: int, distance: int) -> int:
    """The farthest place on a diagonal before its common stretch."""
    down = _is_down(reached, diagonal, distance)
    return reached[diagonal + 1] if down else reached[diagonal - 1] + 1


def _walked_back(trail: Sequence[dict[int, int]], x: int, y: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    for distance in range(len(trail) - 1, -1, -1):
        diagonal = x - y
        begins = _from(trail[distance], diagonal, distance)
        while x > begins:
            x, y = x - 1, y - 1
            pairs.append((x, y))
        if _is_down(trail[distance], diagonal, distance):
            y -= 1
        else:
            x -= 1
    return pairs[::-1]


def _stretches(pairs: Sequence[tuple[int, int]], olds: int, news: int) -> list[Stretch]:
    found: list[Stretch] = []
    x = y = 0
    at = 0
    while at < len(pairs):
        first = pairs[at]
        length = 1
        while at + length < len(pairs) and pairs[at + length] == (
            first[0] + length,
            first[1] + length,
        ):
            length += 1
        if first != (x, y):
            found.append(Stretch(False, slice(x, first[0]), slice(y, first[1])))
        x, y = first[0] + length, first[1] + length
        found.append(Stretch(True, slice(first[0], x), slice(first[1], y)))
        at += length
    if (x, y) != (olds, news):
        found.append(Stretch(False, slice(x, olds), slice(y, news)))
    return found


def words_of(text: str) -> list[str]:
    """Words, white space and signs, one by one: together they are the text."""
    return _WORDS.findall(text)


def words_compared(old: str, new: str) -> tuple[Piece, ...]:
    """Two texts as pieces; the old ones and the new ones each give their text again.

    White space between two changes goes with them, and texts with little in common are told as one
    that is gone and one that is new: single words that happen to be in both say nothing.
    """
    before, after = words_of(old), words_of(new)
    changes: list[list[str]] = []
    stretches = aligned(before, after)
    common = sum(len("".join(before[each.old]).strip()) for each in stretches if each.same)
    if common < _SO_ALIKE * min(len(old), len(new)):
        return tuple(piece for piece in (Piece("gone", old), Piece("new", new)) if piece.text)
    pieces: list[Piece] = []
    for at, stretch in enumerate(stretches):
        gone, come = "".join(before[stretch.old]), "".join(after[stretch.new])
        is_between = 0 < at < len(stretches) - 1 and not gone.strip()
        if stretch.same and not is_between:
            pieces += _told(changes)
            changes = []
            pieces.append(Piece("same", gone))
        else:
            changes.append([gone, come])
    return (*pieces, *_told(changes))


def _told(changes: Sequence[Sequence[str]]) -> list[Piece]:
    gone, come = ("".join(each[side] for each in changes) for side in (0, 1))
    return [
        *([Piece("gone", gone)] if gone else []),
        *([Piece("new", come)] if come else []),
    ]


def blocks_compared(old: Sequence[Block], new: Sequence[Block]) -> tuple[Difference, ...]:
    """Every block of two versions: the same, changed, gone or new."""
    found: list[Difference] = []
    for stretch in aligned(told(old), told(new)):
        before, after = old[stretch.old], new[stretch.new]
        if stretch.same:
            found += [_alone("same", block) for block in after]
        else:
            found += _replaced(before, after)
    return tuple(found)


def _replaced(before: Sequence[Block], after: Sequence[Block]) -> list[Difference]:
    """Blocks that stand in place of others: those of a kind that are alike are told as changed."""
    found: list[Difference] = []
    left = list(before)
    for block in after:
        at = next((i for i, one in enumerate(left) if type(one) is type(block)), None)
        pieces = words_compared(whole_text(left[at]), whole_text(block)) if at is not None else ()
        if at is None or not _alike(pieces):
            found.append(_alone("new", block))
            continue
        found += [_alone("gone", one) for one in left[:at]]
        found.append(Difference("changed", _name(block), pieces))
        left = left[at + 1 :]
    return found + [_alone("gone", one) for one in left]


def _alike(pieces: Sequence[Piece]) -> bool:
    common = sum(len(piece.text) for piece in pieces if piece.kind == "same")
    return common >= _SO_ALIKE * sum(len(piece.text) for piece in pieces)


def _alone(kind: Literal["same", "gone", "new"], block: Block) -> Difference:
    return Difference(kind, _name(block), (Piece(kind, whole_text(block)),))


def _name(block: Block) -> str:
    return type(block).__name__.lower()


def whole_text(block: Block) -> str:
    """A block on lines of its own: a table row by row."""
    if isinstance(block, Table):
        rows = [" · ".join(cell.text for cell in row) for row in block.rows]
        return "\n".join([block.caption, " · ".join(block.header), *rows])
    return "\n".join(said(block))
