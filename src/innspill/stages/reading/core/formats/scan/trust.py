"""Which outlines are surely boxes, and which may be letters and are held against the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np

from innspill.stages.reading.core.formats.scan.pixels import Outline, Page, Picture
from innspill.stages.reading.core.tools import Recognised

_LARGE = 2.4
"""So many times the height of letters, it may as well be a cell of a table."""
_FREE = 0.3
_ALIKE = 0.22
_ALIGNED = 0.35
_FEWEST_LETTERS, _SURE_WORD, _WIDER = 2, 50, 1.5
_LIST_NUMBER = re.compile(r"\d+[.):]")
_ROUND_LETTERS = frozenset({"O", "o", "0", "Q", "©", "®"})
_SOLID = 0.95
_FULL = 0.955
_LEAST_STRAIGHT, _ALL_STRAIGHT, _ENDS = 0.7, 3.45, 0.4
"""Of a side's pixels on one row, and of the pixels at both its ends. Measured on scans."""


@dataclass(slots=True)
class Trust:
    """The outlines of a page by how sure it is that they are boxes."""

    sure: list[Outline] = field(default_factory=list)
    likely: list[Outline] = field(default_factory=list)
    """In line with sure ones like them."""
    doubtful: list[Outline] = field(default_factory=list)

    def boxes(self, words: Sequence[Recognised]) -> list[Outline]:
        """Those that are boxes, now that the words of the page are known."""
        likely = [one for one in self.likely if not _is_in_word(one, words)]
        return [*self.sure, *likely, *(one for one in self.doubtful if not _is_word(one, words))]


def trusted(page: Page, outlines: Sequence[Outline]) -> Trust:
    """The outlines parted by how clearly they are boxes."""
    trust = Trust()
    large = [one for one in outlines if one.side >= page.least - 1]
    small = [one for one in outlines if one.side < page.least - 1]
    rounds = [one for one in large if _is_free(page, one) and page.is_ring(one)]
    trust.sure = [one for one in large if _is_clear(page, one) or _has_peer(one, rounds)]
    # Among letters of its own size only a whole square that stands alone is a box.
    trust.sure += [one for one in small if _is_free(page, one) and _is_whole(page, one)]
    known = tuple(trust.sure)
    for one in outlines:
        if one in known:
            continue
        if _is_small(page, one) and _is_free(page, one) and _has_peer_in_line(one, known):
            # No letter is dark all over: a box that is filled in.
            (trust.sure if _is_solid(page, one) else trust.likely).append(one)
        elif one in large:
            trust.doubtful.append(one)
    return trust


def _is_solid(page: Page, one: Outline) -> bool:
    off = 0.15 * one.side
    inside = page.share(one.left + off, one.top + off, one.right - off, one.bottom - off)
    return inside >= _SOLID


def _has_peer(one: Outline, rounds: Sequence[Outline]) -> bool:
    return one in rounds and any(other is not one and _is_like(one, other) for other in rounds)


def _has_peer_in_line(one: Outline, sure: Sequence[Outline]) -> bool:
    return any(
        one.round == other.round and _is_like(one, other) and _in_line(one, other) for other in sure
    )


def _is_clear(page: Page, one: Outline) -> bool:
    """Whether it is a square in a thin line with four corners, standing free."""
    return (
        not one.round and _is_small(page, one) and page.is_thin(one)
        and _is_free(page, one) and _is_exact(page, one)
    )  # fmt: skip


def _is_exact(page: Page, one: Outline) -> bool:
    """Whether its sides are straight and reach into the corners, as those of letters do not."""
    sides = [_straight(page, one, at) for at in range(4)]
    whole = [float(side.mean(axis=1).max()) for side in sides]
    if min(whole) < _LEAST_STRAIGHT or sum(whole) < _ALL_STRAIGHT:
        return False
    end = max(2, round(0.15 * one.side))
    ends = [part.any(axis=0).mean() for side in sides for part in (side[:, :end], side[:, -end:])]
    return float(min(ends)) >= _ENDS


def _is_whole(page: Page, one: Outline) -> bool:
    """Whether the ink that the outline is part of is a full square, with nothing over its edge."""
    reach = round(0.5 * one.side)
    top, left = max(0, one.top - reach), max(0, one.left - reach)
    part = np.ascontiguousarray(page.ink[top : one.bottom + reach, left : one.right + reach])
    shapes, _ = cv2.findContours(part, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    middle = (one.middle[0] - left, one.middle[1] - top)
    for shape in shapes:
        x, y, width, height = cv2.boundingRect(shape)
        if not (x <= middle[0] <= x + width and y <= middle[1] <= y + height):
            continue
        filled = cv2.drawContours(np.zeros_like(part), [shape], -1, 1, cv2.FILLED)
        square = 0.85 <= width / height <= 1.18 and width <= one.side + 7
        return square and float(filled.sum()) >= _FULL * width * height
    return False


def _straight(page: Page, one: Outline, at: int) -> Picture:
    """Three rows of pixels along one of its sides."""
    ink, (left, top, right, bottom) = page.ink, (one.left, one.top, one.right + 1, one.bottom + 1)
    if at < 2:
        y = (one.top, one.bottom)[at]
        return ink[y - 1 : y + 2, left:right]
    x = (one.left, one.right)[at - 2]
    return ink[top:bottom, x - 1 : x + 2].T


def _is_small(page: Page, one: Outline) -> bool:
    return not page.letters or one.side <= _LARGE * page.letters


def _is_free(page: Page, one: Outline) -> bool:
    """Whether there is more white on both sides than between the letters of a word."""
    reach, off = max(6.0, _FREE * one.side), 4
    top, bottom = one.top + 0.3 * one.side, one.bottom - 0.3 * one.side
    left = page.share(one.left - reach, top, one.left - off, bottom)
    right = page.share(one.right + off + 1, top, one.right + reach + 1, bottom)
    return left < 0.05 and right < 0.05


def _is_like(one: Outline, other: Outline) -> bool:
    return abs(one.side - other.side) <= _ALIKE * max(one.side, other.side)


def _in_line(one: Outline, other: Outline) -> bool:
    column = abs(one.left - other.left) <= _ALIGNED * one.side
    row = abs(one.middle[1] - other.middle[1]) <= _ALIGNED * one.side
    return column or row


def _is_in_word(one: Outline, words: Sequence[Recognised]) -> bool:
    """Whether the outline is but a letter of a word that was surely recognised."""
    x, y = one.middle
    return any(
        word.confidence >= _SURE_WORD and _is_clearly_text(word.text)
        and word.left - 2 <= x <= word.right + 2 and word.top - 2 <= y <= word.bottom + 2
        for word in words
    )  # fmt: skip


def _is_clearly_text(text: str) -> bool:
    """Whether no box could have been taken for `text`: some letters, or the number of a list."""
    letters = sum(character.isalpha() for character in text)
    return letters > _FEWEST_LETTERS or bool(_LIST_NUMBER.fullmatch(text))


def _is_word(one: Outline, words: Sequence[Recognised]) -> bool:
    """Whether letters were recognised where the doubtful outline stands: it is part of a word."""
    return any(_is_part(one, word) for word in words)


def _has_digit(text: str) -> bool:
    return any(character.isdecimal() for character in text)


def _is_part(one: Outline, word: Recognised) -> bool:
    x, y = one.middle
    within = word.left - 2 <= x <= word.right + 2 and word.top <= y <= word.bottom
    if within and (word.text in _ROUND_LETTERS if one.round else _has_digit(word.text)):
        return True
    if sum(character.isalpha() for character in word.text) < _FEWEST_LETTERS:
        return False
    held = (
        one.left <= (word.left + word.right) / 2 <= one.right
        and one.top <= (word.top + word.bottom) / 2 <= one.bottom
    )
    wide = word.right - word.left > _WIDER * one.side
    return (within and wide) or (held and word.confidence >= _SURE_WORD)
